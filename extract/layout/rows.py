"""An open zone's lines as a grid: its headings, its columns and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import Item, extents, figure_columns, heads_all, items
from extract.layout.figures import is_figure, is_number
from extract.layout.grid import Grid, Slot
from extract.layout.grouping import bands, grouped, is_group_label
from extract.layout.gutters import body_cuts
from extract.layout.header import header
from extract.layout.lines import Line, bounds, interlaced
from extract.layout.rules import Rule
from extract.layout.stubs import is_stub
from extract.layout.tight import heading_items
from extract.model import Box

_CENTRED = 0.06  # part of the width that a centred label may stand off the middle
_WIDTH = 0.5  # part of the zone's width that a rule must cover to part rows
_STUB = 0.1  # and that it may leave out at the left; rules under headings leave out the labels


def open_grid(
    lines: Sequence[Line],
    cuts: Sequence[float],
    flat: Sequence[Rule],
    drawn: Sequence[float] = (),
    banded: bool = False,
) -> Grid:
    """The grid of the lines parted at ``cuts`` (x of the gutters' middles).

    ``drawn`` are those of the cuts that are ruled. Where the body alone shows its columns, its
    own gutters take the place of the others: a left-aligned heading over right-aligned figures
    would part the two. Not so where every column has its own heading: few cells may be filled.
    With ``banded`` what stands between two rules is one row.
    """
    ruled = _ruled(lines, flat)
    found, figures, start = _parted(lines, cuts, ruled)
    head = [heading_items(line, cuts) for line in lines[:start]]
    told = banded or any(heads_all(line, cuts) for line in lines[:start])
    own = body_cuts(lines[start:], drawn) if start and not told else []
    if own:
        cuts = own
        found = [items(line, cuts) for line in lines]
        figures = figure_columns(found[start:], len(cuts) + 1)
    head_rows, slots = header(head, extents(found[start:], cuts), flat) if head else (0, [])
    carried = [_is_anchor(row, figures) for row in found[start:]]
    groups = (
        bands(start, len(lines), ruled)
        if banded
        else grouped(lines[start:], found[start:], carried, figures, ruled, start)
    )
    box = bounds(line.box for line in lines)
    for index, group in enumerate(groups, head_rows):
        held = [found[i] for i in group]
        if len(held) == 1 and is_group_label(held[0], figures):
            held = [[_widened(held[0][0], box, cuts)]]
        slots.extend(_slots(index, held))
    parted = {head_rows + n for n, group in enumerate(groups) if group[-1] in ruled}
    if head_rows and start - 1 in ruled:
        parted.add(head_rows - 1)
    return Grid(
        rows=head_rows + len(groups),
        columns=len(cuts) + 1,
        slots=tuple(slots),
        box=box,
        parted=frozenset(parted),
        heading_rows=head_rows if head_rows else None,
    )


def _widened(item: Item, box: Box, cuts: Sequence[float]) -> Item:
    """The label of a group over all columns, or all but the first, where it is centred there."""
    middle = sum(item.span) / 2
    for first, left in ((0, box.x0), (1, cuts[0])):
        if abs(middle - (left + box.x1) / 2) <= _CENTRED * (box.x1 - left):
            return Item(first, len(cuts), item.words)
    return item


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
    wide = box.x1 - box.x0
    found = set()
    for index in range(len(lines) - 1):
        upper = (lines[index].box.top + lines[index].box.bottom) / 2
        lower = (lines[index + 1].box.top + lines[index + 1].box.bottom) / 2
        between = [rule for rule in flat if upper < rule.at < lower and rule.end > box.x0]
        covered = sum(max(0.0, min(r.end, box.x1) - max(r.start, box.x0)) for r in between)
        first = min((rule.start for rule in between), default=box.x1)
        if covered >= _WIDTH * wide and first - box.x0 <= _STUB * wide:
            found.add(index)
    return frozenset(found)


def _begins_body(row: Sequence[Item], figures: frozenset[int]) -> bool:
    """A line that can't be a heading's: a label with figures, or figures alone.

    ``Andel med færre end 4 samtaler`` may break so that its figure stands on a line of its own.
    A letter in place of a figure, ``W`` for one withheld, tells neither.
    """
    if not figures:
        return _is_anchor(row, figures)
    held = sum(1 for item in row if item.first in figures and is_figure(item.text))
    others = [item.text for item in row if item.first in figures and not is_number(item.text)]
    texts = sum(1 for text in others if len(text) > 1)
    return held > texts and (row[0].first == 0 or held > 1)


def _is_anchor(row: Sequence[Item], figures: frozenset[int]) -> bool:
    """A line that carries a row: figures where the table has them, else several cells."""
    if figures:
        numbered = any(item.first in figures and is_number(item.text) for item in row)
        return numbered or _says_one_thing(row, figures)
    return len(row) > 1 and row[0].first == 0


def _says_one_thing(row: Sequence[Item], figures: frozenset[int]) -> bool:
    """True for a label with one and the same word in place of every figure: none is given."""
    said = [item.text for item in row if item.first in figures]
    begins = row[0].first == 0 and not row[0].text[0].islower()
    return begins and len(said) > 1 and len(set(said)) == 1


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
        start = next(closed, above[-1])
        return start - _opens_group(rows, start)
    start = first
    grouped_below = any(is_group_label(row, figures) for row in rows[first:])
    while start > 1 and (
        is_stub(rows[start - 1]) or (grouped_below and is_group_label(rows[start - 1], figures))
    ):
        start -= 1
    return start


def _opens_group(rows: Sequence[Sequence[Item]], start: int) -> bool:
    """True where the line above ``start`` names the first group of rows, as others further down do.

    It stands below the heading of the names, so it is not that.
    """
    if start < 2 or not is_stub(rows[start - 1]) or not any(map(is_stub, rows[start:])):
        return False
    upper = [item.text for row in rows[: start - 1] for item in row if item.first == 0]
    return bool(upper) and not upper[-1].endswith("-") and rows[start - 1][0].text[0].isupper()


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
