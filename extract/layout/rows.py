"""An open zone's lines as a grid: its headings, its columns and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import Item, extents, figure_columns, items, loose_items
from extract.layout.figures import is_figure, is_number
from extract.layout.grid import Grid, Slot
from extract.layout.grouping import grouped, is_stub
from extract.layout.gutters import body_cuts
from extract.layout.header import header
from extract.layout.lines import Line, bounds, interlaced
from extract.layout.rules import Rule

_WIDTH = 0.5  # part of the zone's width that a rule must cover to part rows


def open_grid(
    lines: Sequence[Line],
    cuts: Sequence[float],
    flat: Sequence[Rule],
    drawn: Sequence[float] = (),
) -> Grid:
    """The grid of the lines parted at ``cuts`` (x of the gutters' middles).

    ``drawn`` are those of the cuts that are ruled. Where the body alone shows its columns, its
    own gutters take the place of the others: a left-aligned heading over right-aligned figures
    would part the two.
    """
    ruled = _ruled(lines, flat)
    found, figures, start = _parted(lines, cuts, ruled)
    head = [loose_items(line, cuts) for line in lines[:start]]
    own = body_cuts(lines[start:], drawn) if start else []
    if own:
        cuts = own
        found = [items(line, cuts) for line in lines]
        figures = figure_columns(found[start:], len(cuts) + 1)
    head_rows, slots = header(head, extents(found[start:], cuts), flat) if head else (0, [])
    carried = [_is_anchor(row, figures) for row in found[start:]]
    groups = grouped(lines[start:], found[start:], carried, figures, ruled, start)
    for index, group in enumerate(groups, head_rows):
        slots.extend(_slots(index, [found[i] for i in group]))
    parted = {head_rows + n for n, group in enumerate(groups) if group[-1] in ruled}
    if head_rows and start - 1 in ruled:
        parted.add(head_rows - 1)
    return Grid(
        rows=head_rows + len(groups),
        columns=len(cuts) + 1,
        slots=tuple(slots),
        box=bounds(line.box for line in lines),
        parted=frozenset(parted),
        heading_rows=head_rows if head_rows else None,
    )


def _parted(
    lines: Sequence[Line], cuts: Sequence[float], ruled: frozenset[int]
) -> tuple[list[list[Item]], frozenset[int], int]:
    """Each line's items, the columns of figures, and the index of the first body line."""
    found = [items(line, cuts) for line in lines]
    figures = figure_columns(found, len(cuts) + 1)
    anchors = [_begins_body(row, figures) for row in found]
    start = _body_start(found, anchors, ruled, figures)
    while 0 < start < len(lines) and interlaced(lines[start - 1], lines[start]):
        start -= 1
    return found, figures, start


def _ruled(lines: Sequence[Line], flat: Sequence[Rule]) -> frozenset[int]:
    """Indices of the lines that a rule over half the width parts from the next."""
    box = bounds(line.box for line in lines)
    found = set()
    for index in range(len(lines) - 1):
        upper = (lines[index].box.top + lines[index].box.bottom) / 2
        lower = (lines[index + 1].box.top + lines[index + 1].box.bottom) / 2
        covered = sum(
            max(0.0, min(rule.end, box.x1) - max(rule.start, box.x0))
            for rule in flat
            if upper < rule.at < lower
        )
        if covered >= _WIDTH * (box.x1 - box.x0):
            found.add(index)
    return frozenset(found)


def _begins_body(row: Sequence[Item], figures: frozenset[int]) -> bool:
    """A line that can't be a heading's: a label with figures, or figures alone.

    ``Andel med færre end 4 samtaler`` may break so that its figure stands on a line of its own.
    """
    if not figures:
        return _is_anchor(row, figures)
    held = sum(1 for item in row if item.first in figures and is_figure(item.text))
    texts = sum(1 for item in row if item.first in figures and not is_number(item.text))
    return held > texts and (row[0].first == 0 or held > 1)


def _is_anchor(row: Sequence[Item], figures: frozenset[int]) -> bool:
    """A line that carries a row: figures where the table has them, else several cells."""
    if figures:
        return any(item.first in figures and is_number(item.text) for item in row)
    return len(row) > 1 and row[0].first == 0


def _body_start(
    rows: Sequence[Sequence[Item]],
    anchors: Sequence[bool],
    ruled: frozenset[int],
    figures: frozenset[int],
) -> int:
    """Index of the first line below the headings."""
    first = next((i for i, anchor in enumerate(anchors) if anchor), 0)
    if not figures:
        return min(ruled) + 1 if ruled and min(ruled) <= 2 and len(ruled) < len(rows) - 1 else 0
    above = sorted(i + 1 for i in ruled if i < first)
    if above:
        closed = (k for k in above if all(is_stub(row) for row in rows[k:first]))
        return next(closed, above[-1])
    start = first
    while start > 1 and is_stub(rows[start - 1]):
        start -= 1
    return start


def _slots(row: int, lines: Sequence[Sequence[Item]]) -> list[Slot]:
    """One row's slots: words of the same column joined, spans cut where another begins."""
    cells: dict[int, Item] = {}
    for line in lines:
        for item in line:
            known = cells.get(item.first)
            words = (*known.words, *item.words) if known else item.words
            last = max(known.last, item.last) if known else item.last
            cells[item.first] = Item(item.first, last, words)
    starts = sorted(cells)
    slots = []
    for column, after in zip(starts, [*starts[1:], None], strict=True):
        item = cells[column]
        last = item.last if after is None else min(item.last, after - 1)
        slots.append(Slot(row, column, item.words, column_span=last - column + 1))
    return slots
