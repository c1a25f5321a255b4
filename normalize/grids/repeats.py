"""Rows of one table that give one thing two figures are not of one thing.

A name that was read wrong, or a label that says of which benefits or of when and that nobody
understood, gives the figures of one row the key of another's. Which of them is rightly named no
figure tells, so all are for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from normalize.model import Value

REASON = "row:repeated"


def doubted(values: Sequence[Value]) -> list[Value]:
    """The values in their order, for review where their table has another figure in their place."""
    said: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for value in values:
        if value.number is not None or value.fulfilled is not None:
            said[_key(value)].add((value.number, value.fulfilled))
    return [
        value.doubted(REASON)
        if value.municipality is not None and len(said[_key(value)]) > 1
        else value
        for value in values
    ]


def _key(value: Value) -> tuple[object, ...]:
    about = value.municipality, value.measure, value.group, value.period, value.unit
    return value.table_index, value.column, *about
