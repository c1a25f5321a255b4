"""The words of the supervision, rewritten to symbols one table row at a time.

A tagged sentence goes in, the same sentence with its goal phrases, verbs, negations and steps of
the phase as symbols comes out: ``#97 kommuner opfylder fokusmålet for samtaler`` becomes
``#97 kommuner <M> <S>``. Words that are left over are words the grammar does not know.

Symbols: ``<R>`` result goal, ``<S>`` talks, ``<T>`` offers, ``<F..>`` the two focus goals together,
``<M>`` meets, ``<not>``, ``<neither>``, ``<both>``, steps of the phase, ``<inspires>``,
``<cmp_lt_20>`` a comparison with a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from rules.grammar.counts import ALL

_TALKS = r"(?:job|personlige )?samtale(?!m[åa]l|-|krav)\w*"
_OFFERS = (
    r"(?:aktivt?e?\s+|virksomhedsrettede?\s+)?tilbud(?!sm[åa]l|sk|s?-)\w*|aktivering\w*"
    r"|aktiv indsats"
)
_GOAL = r"(?:fokus)?(?:m[åa]l|krav)(?:et|ene|ets|enes|s)?"
_FOCUS = r"fokus(?:m[åa]l|krav)\w*"
_OF = r"\s+(?:om|for|vedr\w*\.?|på|ang\w*\.?|i forhold til|inden for|knyttet til)\s+"
_PAD = r"(?:(?!(?:kommuner?|som|der|og|samt|mens|men|hvis|er)\b)[\w#.-]+\s+){0,6}?"
_AND = r"\s+(og|samt|eller)\s+(?:om\s+|for\s+)?"
_THE_TWO = r"(?:de\s+)?(?:#2\s+)?"
_PHASE = (
    r"(?:genopretning\w*|(?:det\s+)?skærpe[td]\w*\s+tilsyn\w*|(?:skærpet\s+)?opfølgning|tilsynet)"
)
_BEGINS = r"(?:indled\w+|iværksæt\w+|etabler\w+|indfør\w+)"
_NEAR = r"(?:(?!\bog\b)[^,;:<>@]){0,60}?"

_Row: TypeAlias = "tuple[str, str | Callable[[re.Match[str]], str]]"

_OPERATORS = {
    "under": "lt",
    "mindre end": "lt",
    "lavere end": "lt",
    "færre end": "lt",
    "over": "gt",
    "mere end": "gt",
    "højere end": "gt",
    "større end": "gt",
    "mindst": "ge",
    "minimum": "ge",
    "ikke under": "ge",
    "højst": "le",
    "maksimalt": "le",
    "ikke over": "le",
}


def _compared(match: re.Match[str]) -> str:
    return f" <cmp_{_OPERATORS[match[1]]}_{match[2]}> "


def _all_but(match: re.Match[str]) -> str:
    left_out = int(match["number"]) if match["number"] else match["names"].count("+") + 1
    return f"#{ALL - left_out} kommuner"


def _beside(match: re.Match[str]) -> str:
    """``kommunen ligger over det forventede``: the result goal, said without a number."""
    who = match["who"] or match["who2"]
    over = "over" in (match["side"], match["side2"])
    return f"{who} {'<not> ' if over else ''}<M> <R>"


_ROWS: tuple[_Row, ...] = (
    # Other ways to say how many.
    (
        r"\b(?:alle|samtlige)\s+(?:#98\s+)?kommuner\s+(?:på n(?:æ|ae|a|å)r|undtagen|bortset fra"
        r"|med undtagelse af)\s+"
        r"(?:#(?P<number>\d+)|@\[(?P<names>[\d+?]+)\])",
        _all_but,
    ),
    (
        r"\bantallet\s+af\s+kommuner,?\s+((?:der|som)\s+[^#]{5,120}?),?\s+(?:er|var|udgør|udgjorde)\s+"
        r"(?:(?:dermed|nu|i alt|på)\s+){0,2}#(\d+)",
        r"#\2 kommuner \1",
    ),
    (r"\bkan\s+(?:nu\s+)?(?:kalde sig|betegnes som|udnævnes til)\b", "er"),
    (r"\bfor\s+(#\d+)\s+kommuners\s+vedkommende\b", r"i \1 kommuner"),
    # The result goal said in full.
    (
        r"\bhar\s+(?:faktisk\s+)?flere\s+(?:borgere\s+|personer\s+)?på\s+offentlig\s+forsørgelse\s+end\s+"
        r"(?:forventet|ventet|beregnet)",
        " <not> <M> <R> ",
    ),
    (
        r"\bhar\s+(?:det\s+samme\s+antal\s+eller\s+)?færre\s+(?:borgere\s+|personer\s+)?på\s+offentlig\s+"
        r"forsørgelse\s+end\s+(?:forventet|ventet|beregnet)",
        " <M> <R> ",
    ),
    (
        r"(?P<who>\bkommunen|@\[\d+\])(?P<verb>\s+(?:ligger|lå|endte|er|var))\s+(?:\w+\s+){0,2}"
        r"(?P<side>over|under)\s+(?:det\s+|de\s+)?forvente(?:de)?(?:\s+(?:niveau|antal))?\b(?!\s+(?:#|ydelse))"
        r"|\b(?P<verb2>ligger|lå)\s+(?P<who2>kommunen|@\[\d+\])\s+(?:\w+\s+){0,2}"
        r"(?P<side2>over|under)\s+(?:det\s+|de\s+)?forvente(?:de)?(?:\s+(?:niveau|antal))?\b(?!\s+(?:#|ydelse))",
        _beside,
    ),
    (
        r"\bmed\s+#\d+\s+(?:fuldtids)?personer(?:\s+på\s+offentlig\s+forsørgelse)?\s+mod\s+"
        r"(?:(?:de|et)\s+)?forvent\w*\s+(?:(?:niveau|antal)\s+(?:på\s+)?)?#\d+",
        " ",
    ),
    # Who is counted and over which months: no part of what is said about the municipality.
    (
        r"(?:inden for|i løbet af|gennem|i|over)?\s*\b(?:de[tn]?\s+)?(?:seneste"
        r"|sidste)\s+#12\s+måneder\b",
        " ",
    ),
    (
        r"\b(?:med|for|til|blandt|af)\s+(?:de\s+)?(?:langvarige\s+)?(?:borger\w*|personer|ledige)"
        r"(?:\s+(?:med|som|der|har|har været|ledige|eller|sygemeldte)){0,4}(?:\s+i)?"
        r"(?:\s+(?:mindst|mere end|minimum|over)\s+#12\s+måneder(?:s\s+\S+)?)?",
        " ",
    ),
    (r"\bmed\s+(?:mindst|minimum)\s+#12\s+måneders\s+\S+", " "),
    (
        r"(?:\s+eller|\s*/)\s*(?:har haft\s+|arbejdet\s+)?(?:mindst\s+|minimum\s+)?#\d+\s+timers?"
        r"(?:\s+ordinært?)?(?:\s+(?:beskæftigelse|arbejde|job))?",
        " ",
    ),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_TALKS}){_AND}{_PAD}(?:{_OFFERS})", r" <S> \1 <T> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_OFFERS}){_AND}{_PAD}(?:{_TALKS})", r" <T> \1 <S> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_TALKS})", " <S> "),
    (rf"{_GOAL}{_OF}{_PAD}(?:{_OFFERS})", " <T> "),
    (r"\bsamtale-\s*(og|samt|eller)\s*tilbuds(?:m[åa]l|krav)\w*", r" <S> \1 <T> "),
    (r"\btilbuds-\s*(og|samt|eller)\s*samtale(?:m[åa]l|krav)\w*", r" <T> \1 <S> "),
    (r"\bsamtale(?:m[åa]l|krav)\w*", " <S> "),
    (r"\btilbuds(?:m[åa]l|krav)\w*", " <T> "),
    (r"\bresultat-(?=\s*(?:og|samt|eller|såvel))", " <R> "),
    (r"\bresultat(?:m[åa]l|krav)\w*", " <R> "),
    (
        rf"\b(?:kun|blot|alene|præcis|netop)\s+(?:et|#1|det ene)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}",
        " <F=1> ",
    ),
    (
        rf"\b(?:mindst|minimum)\s+(?:et|#1)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}"
        rf"|\b(?:et|#1)\s+eller\s+(?:flere|begge)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}",
        " <F+1> ",
    ),
    (rf"\b(?:et|#1|det ene)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}", " <F?1> "),
    (rf"\b(?:ingen|intet)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}", " <F=0> "),
    (rf"\b(?:nogen?|noget)\s+(?:af\s+)?{_THE_TWO}{_FOCUS}", " <F~> "),
    (rf"\b(?:begge|alle|samtlige)\s+{_THE_TWO}{_FOCUS}|\bde\s+#2\s+{_FOCUS}", " <F=2> "),
    (rf"\b(?:alle|samtlige)\s+(?:de\s+)?(?:#3\s+)?{_GOAL}", " <R> og <F=2> "),
    (rf"\bingen\s+af\s+(?:de\s+)?(?:#3\s+)?{_GOAL}", " <neither> <R> og <F=0> "),
    (r"\b(?:dette|det\s+(?:pågældende|nævnte)|samme)\s+fokus(?:m[åa]l|krav)\b", " <F1> "),
    (r"\bfokusm[åa]l(?:ene|enes|s)?\b", " <F> "),
    (r"\bfokus(?:m[åa]let|kravet)\b", " <F1> "),
    (
        r"\b(?:misse[rdt]\w*|mangler\s+at\s+(?:opfylde|indfri|nå)|forfejle\w*|undlader\s+at\s+opfylde)",
        " <not> <M> ",
    ),
    (
        r"\b(?:langt|stykke|tæt)\s+(?:fra|på)\s+at\s+(?:opfylde|nå|indfri|leve|overholde)\b",
        " <not> <M> <near> ",
    ),
    (r"\b(?:heller\s+)?ikke\s+(over|under)(?=\s+#\d+(?:,\d+)?\s*pct)", r"ikke \1"),
    (
        rf"\b(ikke over|ikke under|{'|'.join(_OPERATORS)})\s+#(\d+(?:,\d+)?)\s*pct(?!point)\b",
        _compared,
    ),
    (
        rf"\b(?:er|var|bliver)\s+ikke\s+(?:længere|mere)\s+(?:under|i|omfattet\s+af)\s+{_PHASE}",
        " <leaves> ",
    ),
    (
        rf"\b(?:yderligere|nye)\s+(?:#\d+\s+måneder|et\s+år|#1\s+år)\s+(?:i|under)\s+{_PHASE}"
        rf"|\b(?:fortsætter|forbliver|bliver)\s+(?:\w+\s+)?(?:fortsat\s+)?(?:i|under)\s+{_PHASE}\s+(?:i\s+)?"
        r"(?:yderligere|endnu)",
        " <extended> ",
    ),
    (
        rf"\b(?:er|bliver|kommer som)\s+nye?\s+(?:kommuner?\s+)?(?:i|under)\s+{_PHASE}",
        " nye <covered> ",
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
    (r"\b(?:heller\s+)?ikke\b", " <not> "),
    (r"\bhverken\b", " <neither> "),
    (r"\bb[åa]de\b", " <both> "),
    (r"\bop\s+til(?=[^,;]*<)", " "),
    (
        r"\b(?:opfyld\w*|lev(?:er|ede|et|e)|indfri\w*|n[åa]ede|n[åa]et|n[åa]s|overhold\w*|klare\w*|efterlev\w*)\b",
        " <M> ",
    ),
    (r"\bat\s+n[åa]\b(?=\s*<)", " <M> "),
    (r"\bn[åa]r\b(?=\s*(?:<not>|dermed|også|derfor|\s)*<[RSTF])", " <M> "),
    (r"\b(?:er|var|kom(?:mer)?)\s+i\s+m[åa]l\s+(?:med|på|i forhold til)\b", " <M> "),
    (r"<M>\s+(?:kun|blot|alene)\s+(?:det ene|et af dem|#1 af dem|#1)\b", "<M> <D=1>"),
    (r"<M>\s+ingen\s+af\s+(?:dem|delene)\b", "<M> <D=0>"),
    (r"<M>\s+begge\s+(?:dele|to)\b", "<M> <D=2>"),
    (
        r"\b(?:falder|kommer|overgår|ryger|havner|indtræder|overgik|kom|faldt)\s+"
        rf"((?:(?:(?:de|disse|kun|nu|følgende)\s+){{0,2}}#\d+\s+(?:\w+\s+)?|følgende\s+)kommuner)\s+(?:ind\s+)?(?:under|i|til)\s+{_PHASE}",
        r" \1 bliver <covered> ",
    ),
    (
        rf"\b(?:{_PHASE}\s+(?P<a>{_BEGINS})|(?:der\s+)?(?P<b>{_BEGINS})\s+(?:der\s+)?{_PHASE})"
        r"\s+(?:i|med|for|over for)\s+(?P<who>@\[[\d+]+\]|(?:følgende\s+)?(?:#\d+\s+)?kommuner)",
        r" \g<who> bliver <covered> ",
    ),
    (
        rf"\b{_PHASE}\s+(?:med|for|af|i)\s+(@\[\d+\])\s+(?:er\s+|bliver\s+)?"
        r"(?:oph[øo]r\w*|afsluttes|afsluttet|ophæve[ts]|slut)\b",
        r" \1 <leaves> ",
    ),
    (
        rf"\b{_PHASE}\s+(?:med|for|af|i)\s+(@\[[\d+]+\])\s+(?:er\s+|bliver\s+)?forlæng\w*",
        r" \1 <extended> ",
    ),
    (rf"\b(?:slipper|slap)\s+for\s+{_PHASE}|\bundg[åi]\w*\s+{_PHASE}", " <not> <covered> "),
    (rf"\b(?:er|var|kom(?:mer)?)\s+(?:nu\s+)?ude\s+af\s+{_PHASE}", " <leaves> "),
    (
        rf"\b(?:oph[øo]r\w*|udg[åa]r|udgik|udgået|forlad\w*|forlod|tr[æå]d\w*\s+ud|"
        rf"(?:kom\w*|slipper|slap|er|tages|taget|ryger|røg)\s+ud)\b{_NEAR}\b{_PHASE}",
        " <leaves> ",
    ),
    (rf"\bforlæng\w*{_NEAR}\b{_PHASE}|\b{_PHASE}{_NEAR}\bforlæng\w*|\bforlæng\w+", " <extended> "),
    (
        rf"\b(?:omfatte\w*(?:\s+\w+)?\s+af|kom(?:mer|met|me)?(?:\s+\w+)?\s+(?:under|i)|underlagt|underlægges|placeres\s+i"
        rf"|indtr[æå]d\w*\s+i|overg[åi]\w*\s+til|f[ao]ld\w*\s+(?:ind\s+)?under|havner?\s+(?:i|under)|sættes\s+under"
        rf"|sat\s+under|er\s+(?:i|under))\s+(?:\w+\s+){{0,2}}?{_PHASE}",
        " <covered> ",
    ),
    (r"\bomfatte(?:s|t|de)\b(?!\s+af)", " <covered> "),
    (r"\bkan\s+(?:nu\s+|dermed\s+|derfor\s+)?(?=<leaves>)", " "),
    (rf"\s+(?:i|af|fra|under|for)\s+{_PHASE}", " "),
    (r"\binspirationskommune\w*", " <inspires> "),
)
_TELLING = re.compile(
    r"m[åa]l|krav|grænse|tilsyn|genopret|opfyld|samtale|tilbud|aktiver|pct|inspirat|forlæng|forsørg|forvent"
)
_TABLE = tuple((re.compile(pattern), symbol) for pattern, symbol in _ROWS)


_RESPECTIVE = re.compile(
    r"(?:henholdsvis|hhv\.?)\s+(?P<numbers>(?:#\d+(?:,\s+|\s+og\s+))+#\d+)\s+kommuner(?:,?\s+(?:der|som))?"
    r"\s+(?P<no><not>\s+)?<M>\s+(?P<not><not>\s+)?(?P<goals><[RST]>(?:(?:\s*,\s*|\s+og\s+)<[RST]>)+)"
)
_BY = re.compile(
    r"(?P<goal><[RST]>)\s+(?:(?:er|bliver|blev|dermed|således)\s+)*(?P<no><not>\s+)?(?:<M>\s+)?(?:kun\s+)?"
    r"(?:af|i|hos)\s+(?:kun\s+|de\s+)?#(?P<number>\d{1,2})(?!\d|,\d|\s*(?:pct|måned|dage|uger|år|tim|samtal))"
    r"(?:\s+kommuner\b)?(?!\s+(?:ud\s+)?af\b|\s+andre\b)(?:\s+og(?=\s+<))?"
)


@lru_cache(maxsize=4096)  # notes of an archive share their boilerplate
def symbols(tagged: str) -> str:
    """The tagged sentence with everything the table knows as symbols, single spaces between."""
    if not _TELLING.search(tagged):
        return tagged
    for pattern, symbol in _TABLE:
        tagged = pattern.sub(symbol, tagged)
    tagged = " ".join(tagged.split())
    tagged = _RESPECTIVE.sub(_one_by_one, tagged)
    return _BY.sub(_turned, tagged) if "<M>" in tagged else tagged


def _one_by_one(match: re.Match[str]) -> str:
    """``hhv. #48 og #97 kommuner <M> <R> og <S>``: each its own, where there are as many."""
    numbers, goals = re.findall(r"#\d+", match["numbers"]), re.findall(r"<[^>]+>", match["goals"])
    if len(numbers) != len(goals):
        return match[0]
    verb = f"{'<not> ' if match['no'] or match['not'] else ''}<M>"
    pairs = zip(numbers, goals, strict=True)
    return " , ".join(f"{number} kommuner {verb} {goal}" for number, goal in pairs)


def _turned(match: re.Match[str]) -> str:
    """``<S> <M> af #96`` as ``#96 kommuner <M> <S>``."""
    verb = f"{'<not> ' if match['no'] else ''}<M>"
    return f", #{match['number']} kommuner {verb} {match['goal']} ,"
