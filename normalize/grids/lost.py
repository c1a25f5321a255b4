"""Rows of scanned tables that no reader saw: each becomes a row that a person must look at.

A table that names nearly all 98 municipalities, each once, has a row for the others too: under a
stamp, a fold or a blot. Nothing is known of it but that it should be there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.model import Source
from normalize.model import Group, Measure, Municipality, Period, Status, Value
from normalize.names.municipalities import municipalities, ranks

NOWHERE = 0  # the row of a value whose row was not found
REASON = "row:lost"
# Of 98: the longest list of some municipalities that was seen has 46.
_NEARLY_ALL = 80

_Kind = tuple[str, Group, Period | None]


def lost(values: Sequence[Value]) -> list[Value]:
    """Values for review for the municipalities that a scanned table of all should have too."""
    kinds: dict[_Kind, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for value in values:
        if value.source is Source.OCR and value.municipality and value.measure in tuple(Measure):
            kind = value.measure, value.group, value.period
            kinds[kind][value.municipality.code].append(value)
    return [value for named in kinds.values() for value in _absent(named)]


def _absent(named: Mapping[str, Sequence[Value]]) -> list[Value]:
    once = {code: found[0] for code, found in named.items() if len(found) == 1}
    if not _NEARLY_ALL <= len(named) < len(municipalities()) or 10 * len(once) < 9 * len(named):
        return []
    return [
        _unread(one, min(once.values(), key=lambda value: _apart(value, one)))
        for one in municipalities()
        if one.code not in named
    ]


def _apart(value: Value, municipality: Municipality) -> int:
    """How many places in the list of all stand between a value's municipality and another."""
    own = value.municipality.code if value.municipality else municipality.code
    return abs(ranks()[own] - ranks()[municipality.code])


def _unread(municipality: Municipality, near: Value) -> Value:
    """The value of a municipality in the table and column of one that stands near it."""
    return replace(
        near,
        row=NOWHERE,
        municipality=municipality,
        number=None,
        fulfilled=None,
        decimals=0,
        raw="",
        status=Status.REVIEW,
        reason=(REASON,),
        confidence=0.0,
        marked=None,
        box=None,
    )
