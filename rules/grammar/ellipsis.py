"""What a sentence in symbols leaves out, put back where it is meant: verbs, and the two just named.

``#97 <M> <S> , #64 <T> og #60 begge`` is three counts with one verb, the last of both goals.
"""

from __future__ import annotations

import re

_VERB = r"(?:<not> )?<M>(?: <not>)?"
_GOAL = r"(?:<[RST]>|<F[^>]*>)"
_ALL = r"(?:dem\s+alle|alle\s+#3|samtlige(?:\s+#3)?)"
_MORE = (
    rf"(?:\s*,\s*(?:og\s+|mens\s+)?|\s+(?:og|samt|mens|men)\s+)(?:kun\s+)?#\d+(?:\s+kommuner)?\s+"
    rf"(?:{_GOAL}|begge(?!\s+\w)|{_ALL}(?!\s+\w))"
)
_EACH = re.compile(
    rf"(?P<first>#\d+(?:\s+kommuner)?\s+(?P<verb>{_VERB})\s+{_GOAL}"
    rf"|(?P<verb2>{_VERB})\s+#\d+(?:\s+kommuner)?\s+{_GOAL})(?P<more>(?:{_MORE})+)"
)
_ONE_MORE = re.compile(rf"#(?P<number>\d+)(?:\s+kommuner)?\s+(?P<what>{_GOAL}|begge|{_ALL})")
_PLAIN = re.compile(r"<[RST]>")
# "af de 45 kommuner opfylder 27 …": whom they are of ends before the verb.
_FIRST_OF = re.compile(
    r"\b((?:ud\s+)?(?:af|blandt)\s+(?:de|disse|landets|alle|samtlige|tabellens)\s+#\d+\s+(?:\w+\s+)?kommuner(?:\s+(?:i\s+tabel(?:len\b|\s+#\d+)|på\s+listen|i\s+oversigten))?)\s+(?=<|er\b|har\b|bliver\b)"
)


_SOME_OF = re.compile(  # "18 af de 45 kommuner, der …, når heller ikke …": who the 45 are
    r"#(?P<some>\d{1,2})\s+af\s+de\s+(?P<all>#(?!98\b)\d{1,2}\s+(?:\w+\s+)?kommuner),?\s+"
    r"(?P<which>(?:der|som)\s[^,;:]*<[^,;:]*)(?P<rest>,\s+(?!(?:der|som|hvor|men|mens|og|idet|fordi|da"
    r"|nemlig|herunder|heriblandt)\b)[^,;].*)?"
)
_BUT_NOT = re.compile(  # "Vejen, men ikke Vejle, opfylder …": the one does and the other does not
    r"(?P<one>@\[[\d+]+\])\s*,?\s*(?:men|og)\s+<not>\s+(?P<other>@\[[\d+]+\])\s*,?\s+(?P<rest>[^,;:@#]*<M>[^,;:@#]*)"
)
_OF_THESE = re.compile(  # "af disse kommuner opfylder 10 …": "10 af disse opfylder …"
    r"\b(?:ud\s+)?(?:af|blandt)\s+(?P<of>(?:(?:disse|dem)(?:\s+#\d+)?(?:\s+kommuner)?"
    r"|de\s+(?:#\d+\s+)?omfattede\s+kommuner))\s+"
    r"(?P<verb>(?:(?:er|har|var|havde|ligger|<not>|<M>)\s+){1,3}(?:der\s+|det\s+)?)(?P<how>kun\s+|blot\s+)?"
    r"(?P<count>#\d{1,2})(?!\d|,\d|\s*pct)(?:\s+kommuner\b)?,?(?:\s+(?:der|som)\b)?"
)
_ALSO = re.compile(  # "opfylder målet for samtaler, men også målet for tilbud"
    r"(?P<said><M>\s+<[RST]>)(?P<link>\s*,?\s+(?:og|men|samt)\s+)(?P<also>(?:også|ligeledes|tillige)\s+)(?=<[RST]>\s*[.,;])"
)
_SAME_OF = re.compile(  # "det samme gælder målet for tilbud": what was said of the goal before
    r"(?P<verb>(?:<not>\s+)?<M>(?:\s+<not>)?)(?P<rest>[^<]*[;,.]\s*(?:og\s+)?)"
    r"(?:det\s+samme|ligeså|ligeledes)\s+(?:gælder|er\s+tilfældet)\s+(?:\w+\s+){0,2}?(?=<[RST]>)"
)
_SPLIT = re.compile(r",?\s+(?:deler|fordeler)\s+sig\s+(?:i|på|med)\s+(?=#\d+,?\s+(?:der|som)\b)")
_HEREOF = re.compile(r"(?P<count>#\d{1,2})(?!\d|,\d)\s+(?:heraf|deraf)\b")  # "21 heraf når også"
_THREE = re.compile(r"(<[RST]>)\s*,\s*(<[RST]>)\s+(og|eller|samt)\s+(?=<[RST]>)")  # one list
_IT_IS = re.compile(r"\b(?:(?:det|der)\s+(?:er|var)|(?:er|var)\s+(?:det|der))\s+(?:\w+\s+)?$")
_BOTH = re.compile(
    r"(?P<count>#\d+)\s+(?:kommuner\s+)?(?:har|gælder|er\s+ramt\s+af)\s+begge\s+dele\b"
)
_OF_THEM = re.compile(r"\baf\s+(?:dem|disse|de)\b")
_SAID = re.compile(rf"(?P<verb>{_VERB})\s+(?P<goal><[RST]>)")


_APPOSED = re.compile(  # "af de fire største byer, A, B, C og D, opfylder to": the four are named
    r"(?P<of>\b(?:ud\s+)?(?:af|blandt)\s+(?:de|disse)\s+#(?P<many>\d{1,2}))\s+(?:\w+\s+){1,3}?[,(–]\s*"
    r"(?P<names>@\[[\d+]+\])\s*[,)–]"
)


def _apposed(match: re.Match[str]) -> str:
    same = match["names"].count("+") + 1 == int(match["many"])
    return f"{match['of']} kommuner , " if same else match[0]


def filled_in(symbols: str) -> str:
    """The sentence in symbols with each count given its own verb."""
    symbols = _ALSO.sub(r"\g<said>\g<link>\g<also><M> ", symbols)
    symbols = _SAME_OF.sub(r"\g<verb>\g<rest>\g<verb> ", symbols)
    symbols = _APPOSED.sub(_apposed, symbols)
    symbols = _THREE.sub(r"\1 \3 \2 \3 ", symbols)
    symbols = _BUT_NOT.sub(r"\g<one> \g<rest> , men \g<other> gør <not>", symbols)
    symbols = _SPLIT.sub(" , heraf ", symbols)
    symbols = _HEREOF.sub(r"\g<count> af disse", symbols)
    symbols = _OF_THESE.sub(r"\g<how>\g<count> af \g<of> \g<verb>", symbols)
    symbols = _EACH.sub(_each, _FIRST_OF.sub(r"\1, ", _SOME_OF.sub(_some_of, symbols)))
    both = _BOTH.search(symbols)
    return symbols if both is None else _both(symbols, both)


def _some_of(match: re.Match[str]) -> str:
    """Whom they are of first, as in ``af de 45 kommuner, der …, når 18 heller ikke …``."""
    rest = match["rest"]
    if rest is None and _IT_IS.search(match.string[: match.start()]):
        return match[0]  # "det er kun én af de fire kommuner, der …": the one does
    some = f", #{match['some']} {rest.lstrip(', ')}" if rest else ""
    return f"af de {match['all']} , {match['which']}{some}"


def _both(symbols: str, both: re.Match[str]) -> str:
    """``to har begge dele``: what the two counts before it have, met both or missed both."""
    said = list(_SAID.finditer(symbols, 0, both.start()))
    verbs, goals = {one["verb"] for one in said}, [one["goal"] for one in said]
    if len(verbs) != 1 or len(set(goals)) != 2 or len(goals) != 2:
        return symbols
    whom = "" if _OF_THEM.search(symbols) else "kommuner "
    denied = "<neither> " if "<not>" in verbs.pop() else ""
    link = "eller" if denied else "og"
    joined = f"{both['count']} {whom}<M> {denied}{goals[0]} {link} {goals[1]}"
    return f"{symbols[: both.start()]}{joined}{symbols[both.end() :]}"


def _each(match: re.Match[str]) -> str:
    verb, clauses = match["verb"] or match["verb2"], [match["first"]]
    for more in _ONE_MORE.finditer(match["more"]):
        goals = more["what"]
        if goals == "begge":
            named = list(dict.fromkeys(_PLAIN.findall(" ".join(clauses))))
            goals = " og ".join(named) if len(named) == 2 else "<F=2>"
        elif not goals.startswith("<"):
            goals = "<R> og <F=2>"
        clauses.append(f"mens #{more['number']} kommuner {verb} {goals}")
    return " , ".join(clauses)
