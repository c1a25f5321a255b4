"""The parts that a sentence divides a number into: what each is said to be, and if two may overlap.

``otte har sagt ja, mens seks har sagt nej``: nobody is in both. ``otte har fået besøg, syv har
skrevet en plan``: anybody may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_UNIT = (
    r"(?!\s*(?:pct|procent|år|måned|uge|dag|tim|mio|kr|plads|samtale|fuldtid|person|borger|grupper|kategorier|områder|intervaller|dele\b|typer|fokusmål|mål\b"
    r"|(?:af\s+)?(?:de\s+)?(?:#\d\s+)?(?:fokus)?mål))"
)
# A number that counts: no year, limit, rank, date or table.
_NUMBER = re.compile(
    r"(?<![\w,.@+\[-])(?:(?<!tabel )(?<!bilag )(?<!nr )(?<!nr\. )(?<!side )"
    rf"#(?P<number>\d{{1,3}})(?!\d|[,.]\d|-){_UNIT}"
    r"|(?P<one>(?:én|ét)(?!\s+(?:procent|pct|person|måned))|(?:en|et)(?=\s+(?:kommune\s+)?(?:har|er|var|fik|får|afvent\w+|ønske\w*"
    r"|mangle\w*|enkelt|i|på|fra|udtræder|forlænges)\b)"
    r"|(?<=\bog )(?:en|et)(?=\s+\w+(?:\s+\w+)?\s*\.?$)))"
)
_LIMIT = re.compile(  # "under 5 pct., 40 fra 5 til under 10 pct."
    r"\b(?:(?:fra|mellem)\s+#[\d,]+\s*(?:pct\s*)?(?:til|og)\s+(?:\w+\s+)?#[\d,]+\s*pct"
    r"|(?:under|over|mindst|højst|end|på)\s+#[\d,]+\s*pct|i\s+#20\d\d\b)"
)
# Values of one quality exclude each other.
_OPEN = re.compile(
    r"\bikke\s+(?:\w+\s+)?(?:svaret|besvaret|taget\s+stilling|afklaret|begyndt|startet|meldt"
    r"|afgjort|afsluttet)|\b(?:afvent\w*|venter|uafklare\w*|udestår|mangler\s+(?:at\s+)?(?:svar|tage)\w*"
    r"|overvejer|endnu\s+ikke|tænker)\b"
)
_QUALITIES: tuple[tuple[tuple[str, re.Pattern[str]], ...], ...] = tuple(
    tuple((name, re.compile(pattern)) for name, pattern in quality)
    for quality in (
        (
            (
                "no",
                r"\bnej\b|\b(?:afslået|afslog|afviste?|afslår|fravalgt|takket\s+nej|ønsker\s+ikke"
                r"|ønsker\s+ingen)\b",
            ),
            (
                "yes",
                r"\bja\b|\b(?:accepter\w*|taget\s+imod|tager\s+imod|tog\s+imod|i\s+gang|påbegyndt"
                r"|iværksat)\b",
            ),
        ),
        (
            ("done", r"\b(?:afslutte\w*|færdig\w*|afgjort|gennemført)\b"),
            (
                "doing",
                r"\b(?:under\s+behandling|i\s+gang|påbegyndt|iværksat|undervejs|udarbejde\w*)\b",
            ),
        ),
        (
            ("jylland", r"\b\w*jy(?:lland|sk\w*)\b|\bregion\s+(?:nord|midt)jylland\b"),
            ("sjælland", r"\b\w*sjælland\w*|\bhovedstad\w*"),
            ("fyn", r"\b\w*fyn(?:sk\w*)?\b|\bregion\s+syddanmark\b"),
            ("øer", r"\bø(?:er|erne|kommuner)\b|\bbornholm\b"),
        ),
        (
            ("ny", r"\bnye?\b|\bførste\s+gang\b|\bfor\s+første\b|\bnyindtrå\w+|\bkommer\s+til\b"),
            (
                "gammel",
                r"\b(?:i\s+forvejen|forlænge\w*|fortsætter|fortsat|allerede|videreført\w*)\b",
            ),
            ("ude", r"\b(?:udtræder|udtrådt|ophør\w*|udgår|afslutte\w*|forlader)\b"),
        ),
        (
            ("begge", r"\b(?:begge|to\s+af|#2\s+(?:fokus)?mål)\b|\balle\s+#3\b"),
            ("ét", r"\b(?:ét|et|#1|det\s+ene|kun\s+det)\b"),
            ("ingen", r"\b(?:ingen|intet|hverken)\b"),
        ),
        tuple((f"{year}", rf"\bfra\s+(?:april\s+)?#{year}\b") for year in range(2018, 2031)),
    )
)
_DENIED = re.compile(  # "41 er besøgt, mens 56 endnu ikke er det": the two are all
    r"^(?:\s*(?:endnu|dog|fortsat|stadig|slet))*\s*(?:har|er|gør|gjorde|havde|blev)?\s*(?:endnu\s+)?ikke"
    r"(?:\s+(?:har|er|gør|gjorde|havde|blev))?(?:\s+(?:det|gjort\s+det|været|haft|fået))*\s*\.?$"
)
_SAME_DENIED = re.compile(r"\bikke\s+(?:er\s+|blevet\s+)?(\w+)\s*\.?$")
_RANGE = re.compile(r"\b(?:under|over|fra|mellem|mindst|højst)\s+#[\d,]+")
_NOT_TWICE = re.compile(
    r"\bingen\s+(?:\w+\s+){0,3}(?:begge\s+dele|to\s+gange|flere\s+steder|i\s+begge)\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A number and the words that say what it is a number of."""

    number: int
    said: str


def parts(text: str) -> tuple[Part, ...]:
    """The numbers that count in a tagged text, each with the words up to the next."""
    bare = _LIMIT.sub(lambda match: match[0].replace("#", "§"), text)
    found = list(_NUMBER.finditer(bare))
    ends = [*(match.start() for match in found[1:]), len(bare)][: len(found)]
    return tuple(
        Part(int(match["number"] or 1), bare[match.end() : end].replace("§", "#"))
        for match, end in zip(found, ends, strict=True)
    )


def exclude(parts: Sequence[Part], sentence: str) -> bool:
    """Whether nobody is in two of the parts: they differ in one quality, or the note says so."""
    if (
        _are_opposite(parts)
        or _NOT_TWICE.search(sentence)
        or all(_RANGE.search(part.said) for part in parts)
    ):
        return True
    for quality in _QUALITIES:
        values = [_value(quality, part.said) for part in parts]
        if None not in values and len(set(values)) == len(values):
            return True
    return False


def are_all(parts: Sequence[Part]) -> bool:
    """Whether the parts leave nobody out: those who do and who do not, or yes, no and not yet."""
    values = {_value(_QUALITIES[0], part.said) for part in parts}
    each = values == {"yes", "no", "open"} and len(parts) == len(values)
    return each or _are_opposite(parts)


def _are_opposite(parts: Sequence[Part]) -> bool:
    if len(parts) != 2:
        return False
    denied = _SAME_DENIED.search(parts[1].said)  # "12 er afgjort, ti endnu ikke afgjort"
    return bool(
        _DENIED.match(parts[1].said) or (denied and denied[1] in re.findall(r"\w+", parts[0].said))
    )


def _value(quality: tuple[tuple[str, re.Pattern[str]], ...], said: str) -> str | None:
    if _OPEN.search(said):
        return "open"
    return next((name for name, words in quality if words.search(said)), None)
