"""Two tables of a note that give most of the same figures differently are of different things.

A heading that a scan lost, or a group or period said where no reader looks, gives the figures of
one table the name of another's. Then nearly every municipality has two figures for one thing,
where notes that contradict themselves do so in a few. Which of the two is misnamed no figure
tells, so both are for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from normalize.model import Group, Measure, Period, Unit, Value

REASON = "table:rival"
_FEWEST = 5  # municipalities in both: of fewer most may well differ by mistakes of the note

_Frame: TypeAlias = tuple[Group, Period | None]  # what a lost heading gives all of a table
_Column: TypeAlias = tuple[str, Unit | None]
_Figure: TypeAlias = tuple[float, int]  # and its decimals
_Table: TypeAlias = dict[_Column, dict[str, _Figure]]  # by the code of a municipality


def doubted(values: Sequence[Value]) -> list[Value]:
    """The values in their order, for review where a rival table has such a column too."""
    tables: dict[_Frame, dict[int, _Table]] = defaultdict(dict)
    for value in values:
        if value.municipality is None or value.number is None:
            continue
        if value.measure not in tuple(Measure):
            continue
        columns = tables[value.group, value.period].setdefault(value.table_index, {})
        shown = columns.setdefault((value.measure, value.unit), {})
        shown.setdefault(value.municipality.code, (value.number, value.decimals))
    rivals: set[tuple[int, _Frame, _Column]] = set()
    for frame, found in tables.items():
        for one, other in combinations(found, 2):
            both = found[one].keys() & found[other].keys()
            if any(_disagree(found[one][column], found[other][column]) for column in both):
                rivals |= {(table, frame, column) for table in (one, other) for column in both}
    return [
        one.doubted(REASON)
        if (one.table_index, (one.group, one.period), (one.measure, one.unit)) in rivals
        else one
        for one in values
    ]


def _disagree(one: Mapping[str, _Figure], other: Mapping[str, _Figure]) -> bool:
    """Whether most of those whom both name have another figure in each."""
    both = one.keys() & other.keys()
    differ = sum(not _same(*one[code], *other[code]) for code in both)
    return len(both) >= _FEWEST and 2 * differ > len(both)


def _same(one: float, decimals: int, other: float, other_decimals: int) -> bool:
    """Whether two figures are one, printed with as many decimals or rounded."""
    rounded = decimals != other_decimals
    reach = 0.5 * 10.0 ** -min(decimals, other_decimals) if rounded else 0.0
    return abs(one - other) <= reach + 1e-9
