"""Meeting and missing a goal, negation and limits: ``<M>``, ``<not>``, ``<cmp_lt_20>``."""

from __future__ import annotations

import re

from rules.grammar.row import Row

_OPERATORS = {
    "under": "lt",
    "mindre end": "lt",
    "lavere end": "lt",
    "færre end": "lt",
    "over": "gt",
    "mere end": "gt",
    "højere end": "gt",
    "større end": "gt",
    **dict.fromkeys(("overstiger", "overskrider"), "gt"),
    **dict.fromkeys(("ikke overstiger", "overstiger ikke"), "le"),
    "mindst": "ge",
    "minimum": "ge",
    "ikke under": "ge",
    "højst": "le",
    "maksimalt": "le",
    "ikke over": "le",
}
# Idioms, read only where a goal follows.
_MEETS = (
    r"(?:kan\s+)?sætte[rs]?\s+flueben\s+ved",
    r"honorere\w*",
    r"imødekomme[rs]?|imødekom",
    r"bestå[rs]?|bestod",
    r"opnå(?:r|ede|et|s)",
    r"har\s+styr\s+på",
    r"(?:(?:er|står)\s+(?:i\s+)?)?grønn?[et]?\s+på",
)
_MISSES = (
    r"dumpe[rt]?\s+på",
    r"falder\s+igennem\s+på",
    r"fejler\s+på",
    r"kommer\s+til\s+kort\s+(?:på|med|i forhold til)",
    r"har\s+(?:alene\s+|kun\s+)?problemer\s+med",
    r"halter\s+(?:bagefter\s+)?på",
    r"(?:(?:er|står)\s+(?:i\s+)?)?rød[et]?\s+på",
    r"mangler",
)
_WITHIN = (
    r"((?:\s+(?!ikke\b)[\w#,]+){0,6}?)\s+SIDE\s*for\s+"
    r"(?:(?:fokus)?(?:m[åa]let|kravet|grænse\w*)|det\s+tilladte)(?:\b|$)"
)
_DOES = r"(?:misse[rd]e?|opfyld(?:er|te)|når|nåede|indfri(?:r|er|ede)|overhold(?:er|t)|klare[rd]e?)"


def _compared(match: re.Match[str]) -> str:
    return f" <cmp_{_OPERATORS[match[1]]}_{match[2]}> "


def _between(match: re.Match[str]) -> str:
    """``fra 10 til under 20 pct.``, ``over 10, men højst 20 pct.``, ``20-30 pct.``."""
    low, high = (match[name] for name in ("low", "high"))
    if float(low.replace(",", ".")) >= float(high.replace(",", ".")):
        return match[0]  # it fell from 30 to under 20
    words = [" ".join((match[name] or "").split()) for name in ("from", "to")]
    starts = {"over": "gt_", "mere end": "gt_", "mindst": "ge_", "fra": "ge_"}.get(words[0], "")
    ends = {"under": "lt_", "mindre end": "lt_"}.get(words[1], "le_" if words[1] else "")
    open_ended = not ends or not starts
    return f" <between_{low}_{high}> " if open_ended else f" <between_{starts}{low}_{ends}{high}> "


def _too_many(match: re.Match[str]) -> str:
    """``har for mange borgere uden tilbud``."""
    who = match.groupdict().get("who") or ""
    return f" {who}<not> <M> {'<T>' if match['offers'] else '<S>'} "


def _lacks_of_all(match: re.Match[str]) -> str:
    """``mangler kun tilbud i at nå alle tre``: that one is missed, and with ``kun`` no other."""
    lacked = match["goal"] or ("S" if match["talks"] else "T")
    others = " og ".join(f"<{goal}>" for goal in "RST" if goal != lacked)
    return f"{f' <M> {others} og' if match['only'] else ''} <not> <M> <{lacked}> "


LIMITS: tuple[Row, ...] = (
    (
        r"\b(?:når|nåede|opfylder|opfyldte|klarer|indfrier|har)\s+#(\d+)\s+begge(?:\s+(?:dele|to))?\s*,\s*"
        r"#(\d+)\s+(?:kun\s+|det\s+ene|#1\b|et\b|\s)+og\s+#(\d+)\s+ingen\b(?:\s+af\s+(?:dem|delene))?",
        r" , #\1 kommuner <M> <F=2> , #\2 kommuner <M> <F=1> , #\3 kommuner <M> <F=0> ",
    ),
    (
        r"\bmangle(?:r|de)\s+(?=(?P<who>#\d+(?:\s+kommuner)?|@\[[\d+]+\])\s+at\s+(?:opfylde|indfri|nå)\b)",
        " <not> ",
    ),
    (
        r"\bha(?:r|vde)\s+(?P<who>#\d+\s+(?:kommuner\s+)?)?(?:(?:også|samtidig|desuden)\s+)?(?:en\s+)?for\s+høj\s+"
        r"(?:en\s+)?andel\s+(?:uden|(?:der|som)\s+mangler)\s+"
        r"(?:\w+\s+)?(?:(?P<offers>tilbud)|samtaler)\b",
        _too_many,
    ),
    (
        r"\bmangle(?:r|de)\s+(?P<only>(?:kun|alene|blot|bare)\s+)?(?:<(?P<goal>[RST])>|(?P<talks>samtaler(?:ne)?)|tilbud(?:dene)?)"
        r"\s+(?:i|for)\s+at\s+(?:nå|opfylde|indfri|leve\s+op\s+til)\s+(?:<R>\s+og\s+<F=2>)",
        _lacks_of_all,
    ),
    # "misser både A og B" misses each; "ikke både A og B" may miss one.
    (
        r"\b(?:misse[rd]e?\s+b[åa]de|b[åa]de\s+misse[rd]e?)\s+(?=<[RST]>\s+og\s+<[RST]>)",
        " <M> <neither> ",
    ),
    (rf"\bb[åa]de\s+(?={_DOES}\s+<[RSTF][^>]*>\s+og\s+{_DOES}\s)", " "),
    (
        r"\b(?:misse[rdst]\w*|misset|mangler\s+at\s+(?:opfylde|indfri|nå)|forfejle\w*|undlader\s+at\s+opfylde)",
        " <not> <M> ",
    ),
    (
        r"\b(?:langt|stykke|tæt)\s+(?:fra|på)\s+at\s+(?:opfylde|nå|indfri|leve|overholde)\b",
        " <not> <M> <near> ",
    ),
    (
        r"\bfor\s+(?:mange|få|høj|lav|stor|lille)\b[^,;<>]{3,80}?\btil\s+at\s+(?:opfylde|nå|indfri|leve)\b",
        " <not> <M> ",
    ),
    (r"\bikke\s+(?:færre|mindre)\s+end\s+(?=#\d+\s+(?:\w+\s+)?kommuner)", "mindst "),
    (r"\bikke\s+flere\s+end\s+(?=#\d+\s+(?:\w+\s+)?kommuner)", "højst "),
    (
        r"\bmellem\s+#(\d+(?:,\d+)?)\s*(?:pct\s+)?og\s+#(\d+(?:,\d+)?)\s*pct(?!point)\b",
        r" <between_\1_\2> ",
    ),
    (
        r"\b(?P<from>fra|over|mindst|mere\s+end)\s+#(?P<low>\d+(?:,\d+)?)(?:\s*pct)?\s*"
        r"(?:(?:og\s+)?(?:op\s+)?til|,?\s*(?:men|og))\s+(?P<to>under|højst|mindre\s+end|og\s+med|maksimalt)\s+"
        r"#(?P<high>\d+(?:,\d+)?)\s*pct(?!\w)",
        _between,
    ),
    (
        r"(?P<from>)(?P<to>)#(?P<low>\d+(?:,\d+)?)\s*(?:-|–)\s*#?(?P<high>\d+(?:,\d+)?)\s*pct(?!\w)",
        _between,
    ),
    (r"\b(?:heller\s+)?ikke\s+(over|under)(?=\s+#\d+(?:,\d+)?\s*pct)", r"ikke \1"),
    (
        r"(?:\bpå\s+)?#(\d+(?:,\d+)?)\s*pct\s+(?:eller|og)\s+(?:derover|opefter|opad|mere|flere|højere|over)\b",
        r" <cmp_ge_\1> ",
    ),
    (
        r"(?:\bpå\s+)?#(\d+(?:,\d+)?)\s*pct\s+(?:eller|og)\s+(?:derunder|nedefter|mindre|færre|lavere|under)\b",
        r" <cmp_le_\1> ",
    ),
    (
        rf"\b(ikke over|ikke under|{'|'.join(_OPERATORS)})\s+#(\d+(?:,\d+)?)\s*pct(?!point)\b",
        _compared,
    ),
    (
        r"\b(?:(?:ligger\s+|er\s+)?(?:på\s+eller\s+over|over|ikke\s+under)|overskr[ie]d\w*)\s+"
        r"(?:grænse\w*|kravet)",
        " <over> ",
    ),
    (
        r"\b(?:ligger\s+|er\s+)?(?:på\s+eller\s+under|under|ikke\s+over)\s+(?:grænse\w*|kravet)",
        " <under> ",
    ),
    (
        r"\bhar\s+(?:fortsat\s+|stadig\s+)?for\s+mange\s+(?:\w+\s+)?(?:uden|(?:der|som)\s+mangler)\s+"
        r"(?:\w+\s+)?(?:(?P<offers>tilbud)|samtaler)\b",
        _too_many,
    ),
    (r"\bpå\s+den\s+rigtige\s+side(?:\s+af\s+(?:grænsen|kravet|målet))?", " <M> <aim> "),
    (r"\bpå\s+den\s+forkerte\s+side(?:\s+af\s+(?:grænsen|kravet|målet))?", " <not> <M> <aim> "),
    (r"\b(?:ligger|lå|er|var|holder\s+sig)\b" + _WITHIN.replace("SIDE", "inden"), r"\1 <M> <aim> "),
    (r"\b(?:ligger|lå|er|var)\b" + _WITHIN.replace("SIDE", "uden"), r"\1 <not> <M> <aim> "),
)
VERBS: tuple[Row, ...] = (
    (r"\b(?:(?:heller\s+)?ikke|aldrig)\b", " <not> "),
    (r"\bhverken\b", " <neither> "),
    (r"\bb[åa]de\b", " <both> "),
    (r"\bmangler\s+<both>(?=\s*<[RSTF])", " <M> <neither> "),
    (r"\bop\s+til(?=[^,;]*<)", " "),
    (
        r"\b(?:opfyld\w*|lev(?:er|ede|et|e)|indfri\w*|n[åa]ede|n[åa]et|n[åa]s|overhold\w*|klare\w*|efterlev\w*|efterkom\w*)\b",
        " <M> ",
    ),
    (r"\bat\s+n[åa]\b(?=\s*<)", " <M> "),
    (rf"\b(?:{'|'.join(_MEETS)})\b(?=\s*(?:(?:alene|kun|blot)\s+)?<[RSTFG])", " <M> "),
    (rf"\b(?:{'|'.join(_MISSES)})\b(?=\s*(?:(?:alene|kun|blot)\s+)?<[RSTFG])", " <not> <M> "),
    # "når" the verb, not the conjunction: no other verb comes after it.
    (r"(?<=kommuner\s)n[åa]r\b(?=\s*<neither>)", " <M> "),
    (
        r"(?<!^)\bn[åa]r\b(?=\s*(?:<not>|dermed|også|derfor|dog|kun|til\s+gengæld|således"
        r"|#\d+(?:\s+(?:af\s+(?:dem|disse)|kommuner))?|@\[[\d+?]+\]|\s)*<[RSTFG])"
        r"(?!(?:(?!\bog\b)[^,;:])*(?:<M>|\b(?:er|bliver|blev|var)\b))",
        " <M> ",
    ),
    (r"\bn[åa](?:r|ede|et|e)?\s+op\s+på\b(?=\s*<[RSTFG])", " <M> "),
    (
        r"\b(?:er|var|kom(?:mer)?|<M>)\s+(?:med\s+#[\d,]+\s+pct\s+|\w+\s+){0,2}i\s+(?=<[RST]>)",
        " <M> ",
    ),
    (r"<M>\s+i\s+m[åa]l\b", " i mål "),  # "nået i mål"
    (r"\b(?:er|var|kom(?:mer)?)?\s*i\s+m[åa]l\s+(?:med|på|i forhold til)\b(?=\s*<)", " <M> "),
    (r"\bi\s+m[åa]l\b", " <M> <aim> "),
    (r"\buden\s+(?:(?:at|også|samtidig|tillige)\s+)*<M>", " og <not> <M> "),
    (r"^\s*(<not>\s+)?<M>\s+(?:er|var|blev|bliver)\s+(<[RST]>)", r"\2 er \1<M>"),
    (
        r"\b(?:det|dette)\s+lykke(?:s|des)(?P<no>\s+<not>)?\s+(?:for|i|hos)\s+"
        r"(?P<who>(?:kun\s+)?#\d+(?:\s+kommuner)?|@\[[\d+]+\])",
        lambda match: f" {match['who']} <M>{match['no'] or ''} det ",
    ),
    (r"\bkun\s+(?:lige|akkurat|knebent)\s+(?=<M>)", " <near> "),
    (r"<M>\s+næsten\b|\bnæsten\s+<M>", "<M> <near>"),
    (
        r"(#\d+(?:\s+kommuner)?\s+<M>)\s+(?:kun\s+)?#([12])(?=\s*(?:[.,;]|(?:og|mens|men)\b|$))",
        r"\1 <D=\2>",
    ),
    (r"<M>\s+(?:kun|blot|alene)\s+(?:det ene|et af dem|#1 af dem|#1)\b", "<M> <D=1>"),
    (
        r"<not>\s+<M>\s+(?:et|#1)\s+eneste\s+(?:af\s+)?(?:de\s+)?(?:#3\s+)?m[åa]l(?:ene)?\b",
        "<M> <neither> <R> og <F=0>",
    ),
    (r"<not>\s+<M>\s+(?:et|#1)\s+eneste(?:\s+af\s+dem\b)?", "<M> <D=0>"),
    (r"<M>\s+ingen(?:\s+af\s+(?:dem|delene|de\s+#2)\b|(?=\s*(?:[.,;]|$)))", "<M> <D=0>"),
    (r"(#\d+)\s+på\s+#([12])(?=\s*(?:[.,;]|og\b|$))", r"\1 <M> <D=\2>"),
    (r"(#\d+)\s+på\s+ingen(?=\s*(?:[.,;]|og\b|$))", r"\1 <M> <D=0>"),
    (r"<M>\s+begge(?:\s+(?:dele|to)\b|(?=\s*(?:[.,;]|$)))", "<M> <D=2>"),
)
