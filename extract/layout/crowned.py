"""Headings drawn with all their lines over a body drawn without: one table.

A heading set on a dark ground has its columns ruled in white, which tells them better than any
white space; the rows below it have no upright lines at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout.beyond import BELOW
from extract.layout.columns import Span
from extract.layout.grid import Grid
from extract.layout.headings import heading_rows
from extract.layout.places import columns

COLUMNS = 3  # of such a heading, at least: fewer tell no more than white space does
_OUT = 3.0  # points by which a text may stand out of its column


def crowned(heads: Sequence[Grid], bodies: Sequence[Grid]) -> tuple[list[Grid], list[Grid]]:
    """The bodies, those right below a heading of their columns with it; and the heads left over."""
    found, left = list(bodies), []
    for head in heads:
        for index, body in enumerate(found):
            if (places := _places(head, body)) is not None:
                found[index] = _joined(head, body, places)
                break
        else:
            left.append(head)
    return found, left


def _places(head: Grid, body: Grid) -> list[int] | None:
    """The heading's column over each of the body's; None where the body is another table's."""
    near = -_OUT <= body.box.top - head.box.bottom <= BELOW
    if not near or body.columns > head.columns or not _is_bare(body):
        return None
    edges = _edges(head)
    found = [
        next((i for i, (x0, x1) in enumerate(edges) if x0 - _OUT <= a and b <= x1 + _OUT), -1)
        for a, b in columns(body)
    ]
    return found if -1 not in found and found == sorted(set(found)) else None


def _is_bare(body: Grid) -> bool:
    """True for rows without headings, but for the names of groups."""
    own = heading_rows(body)
    return not any(slot.row < own and slot.column for slot in body.slots if slot.words)


def _edges(head: Grid) -> list[Span]:
    """Left and right end of each column of a drawn heading."""
    xs = sorted({x for slot in head.slots if slot.box for x in (slot.box.x0, slot.box.x1)})
    return list(pairwise(xs))


def _joined(head: Grid, body: Grid, places: Sequence[int]) -> Grid:
    ends = [*places[1:], head.columns]
    moved = (
        replace(
            slot,
            row=slot.row + head.rows,
            column=places[slot.column],
            column_span=ends[slot.column + slot.column_span - 1] - places[slot.column]
            if slot.column_span > 1
            else 1,
        )
        for slot in body.slots
    )
    return Grid(
        rows=head.rows + body.rows,
        columns=head.columns,
        slots=(*head.slots, *moved),
        box=body.box._replace(
            x0=min(head.box.x0, body.box.x0), top=head.box.top, x1=max(head.box.x1, body.box.x1)
        ),
        parted=frozenset({head.rows - 1, *(row + head.rows for row in body.parted)}),
        heading_rows=head.rows,
    )
