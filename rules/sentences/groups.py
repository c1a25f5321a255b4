"""The municipalities a clause counts among: ``af de fire``, those of a table or just listed."""

from __future__ import annotations

import re

from rules.case import Case
from rules.derived.derive import Universe
from rules.grammar.tagged import NAMED
from rules.sentences.prose import Utterance
from rules.sentences.tables import universe

_THE_SOME = re.compile(
    r"\b(?:(?:ud\s+)?af|blandt|alle|samtlige)\s+(?:de\s+)?#(?P<number>\d{1,2})\b"
)
_SOME = re.compile(r"\b(?:ud\s+)?(?:af|blandt)\s+(?:de\b|dem\b|disse\b|kommunerne\b|#\d)")
_ALL = re.compile(r"\bland(?:et|ets|splan)\b|\b(?:af|blandt)\s+(?:de\s+|alle\s+|landets\s+)*#98\b")


def spoken_of(
    case: Case, clause: str, group: Universe | None, *, near: Utterance
) -> Universe | None:
    """Those a clause counts among: of a table, or the last that were listed, as many as it says.

    ``group`` is the note's own group, None where the note is about all 98.
    """
    found = universe(case, clause, group)
    some = _THE_SOME.search(clause)
    if found is not None or some is None or _ALL.search(clause):
        return found
    number = int(some["number"])
    for utterance in reversed(case.utterances):
        if utterance.index <= near.index or utterance.table is not None:
            for names in NAMED.findall(utterance.tagged):
                codes = frozenset(names.split("+"))
                if len(codes) == number:
                    return Universe(codes, 0)
    return _of_like_tables(case, number)


def of_some(clause: str) -> bool:
    """Whether a clause speaks of a part of the municipalities, known or not."""
    return bool(_SOME.search(clause)) and not _ALL.search(clause)


def _of_like_tables(case: Case, number: int) -> Universe | None:
    """Those of the tables with so many municipalities, where these are the same in each."""
    tables: dict[int, set[str]] = {}
    for value in case.note.values:
        if value.municipality is not None:
            tables.setdefault(value.table_index, set()).add(value.municipality.code)
    found = {frozenset(codes) for codes in tables.values() if len(codes) == number}
    return Universe(found.pop(), 0) if len(found) == 1 and number > 1 else None
