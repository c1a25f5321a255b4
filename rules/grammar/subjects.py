"""Who a clause is about: a count, a list of names, or ``kommunen``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from normalize.model import Month, Period
from rules.grammar.conditions import Condition
from rules.grammar.counts import Amount, Count
from rules.grammar.counts import count as read_count
from rules.grammar.doubts import doubts

NAMES = re.compile(r"@\[([\d+?]+)\]")
_NAMES_AFTER = re.compile(
    r"kommuner?(?:ne)?\b.*@\[|@\[[\d+?]+\]\s+(?:er|udgør|var)\s+(?:\w+\s+)?de\b"
)
_THOSE_ARE = re.compile(  # "de otte er A, B …"
    r"^(?:og\s+|mens\s+)?de\s+#(\d{1,2})\s+(?:er|var|hedder|omfatter)\s+(?:\w+\s+)?@\["
)
_AMONG = re.compile(r"\b(?:blandt|af)\s+(?:(?!andre?t?\b)\w+\s+){0,2}$")  # whom it is one of
_ONLY = re.compile(r"\beneste\b|\b(?:kun|alene)\s+@\[|\bundtagelse(?:n|rne)\s+(?:er|var)\b")
_SOME_OF = re.compile(  # "tabel 1 viser fem af de kommuner, som …": there may be more of them
    r"\b(?:viser|nævner|omtaler|fremhæver|gengiver|omfatter|indeholder|vises|gennemgås|har\s+besøgt|talt\s+med)"
    r"\s+(?:\w+\s+)?#\d+\s+af\s+(?:de|disse)\s+(?:\w+\s+)?kommuner$"
)
_SHOWN = re.compile(r"\btabel\s+#\d+.*(?<!hvilke )\bkommuner(?:ne)?(?:$|\s+(?:der|som)\b)")
_THOSE = re.compile(
    r"^(?:(?:ud\s+)?af|blandt)\s+(?:(?:alle|samtlige)\s+)?(?:de|landets)\s+kommuner$"
)
_THE_ONLY = re.compile(  # "de eneste kommuner", and "de kommuner" where a clause says which
    r"^(?:de|den)\s+eneste\s+kommuner?\b"
    r"|^(?:(?:og|men|mens|undtagen)\s+)?(?:de|den|dem|(?:de|den)\s+(?:pågældende\s+|ene\s+)?kommuner?|kommunerne)$"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One subject and what is said of it.

    ``names`` are codes, None for a name that was not recognised. ``readings`` is empty where
    nothing was said that is understood; ``doubts`` are words the grammar does not know.
    """

    clause: str
    count: Count | None = None
    names: tuple[str | None, ...] = ()
    only: bool = False
    # "kommunen", "kommunerne"; "implied": nobody named; "shown": those in the table; "some": any;
    # "those": whom a count that follows is of
    anaphor: str = ""
    table: int | None = None
    readings: tuple[Condition, ...] = ()
    goals: tuple[str, ...] = ()
    period: Period | None = None
    date: Month | None = None  # a month the sentence names, such as that of a decision
    other_period: bool = False
    doubts: tuple[str, ...] = field(default=())
    continued: bool = False  # the names of a count in the sentence before


def subject(clause: str, *, counted: bool, beside: bool) -> Statement | None:
    """The statement a clause opens, None where it has no subject of its own.

    ``counted`` and ``beside`` are as in `counts.count`.
    """
    names_match = next(
        (m for m in NAMES.finditer(clause) if not _AMONG.search(clause[: m.start()])), None
    )
    names = (
        tuple(code if code != "?" else None for code in names_match[1].split("+"))
        if names_match
        else ()
    )
    if (announced := _THOSE_ARE.match(clause)) and names_match:
        return Statement(clause, count=Count(int(announced[1]), definite=True), names=names)
    count = read_count(clause, counted=counted, beside=beside)
    if count is not None and count.base is None and _SOME_OF.search(clause):
        count = replace(count, amount=Amount.AT_LEAST)
    if count is not None:
        if not count.number or (names_match and not _NAMES_AFTER.search(clause)):
            names = ()  # "Greve og 3 andre kommuner": no list of those counted
        return Statement(clause, count=count, names=names, doubts=doubts(clause))
    if names:
        return Statement(clause, names=names, only=bool(_ONLY.search(clause)))
    if _THE_ONLY.search(clause):
        return Statement(clause, only=True)
    if _SHOWN.search(clause):
        return Statement(clause, anaphor="shown")
    if _THOSE.search(clause):
        return Statement(clause, anaphor="those")
    if re.search(r"\b(?:kommunens?|byen|jobcentret|vi)\b|\bman\s+er\b", clause):
        return Statement(clause, anaphor="kommunen")
    if re.search(r"^(?:men |og |mens )?(?:disse\b|de (?:nævnte |pågældende )?kommuner\b)", clause):
        return Statement(clause, anaphor="kommunerne")
    if re.search(r"^(?:\w+\s+)?(?:flere|nogle|mange|enkelte|adskillige)\s+kommuner\b", clause):
        return Statement(clause, anaphor="some")
    if re.search(r"\bfølgende kommuner\b", clause):
        return Statement(clause, anaphor="kommunerne")
    return None
