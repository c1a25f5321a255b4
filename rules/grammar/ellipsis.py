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


def filled_in(symbols: str) -> str:
    """The sentence in symbols with each count given its own verb."""
    return _EACH.sub(_each, _FIRST_OF.sub(r"\1, ", symbols))


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
