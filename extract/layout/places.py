"""Where the columns of a table stand, and which of them stand under which of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.layout.columns import Span
from extract.layout.grid import Grid
from extract.layout.lines import box_of
from extract.model import Cell

_SHIFT = 0.06  # of the table's width: how far a column may stand off its place above

Row = tuple[Cell, ...]


def columns(grid: Grid) -> list[Span]:
    """Left and right end of each column of the grid in points, from cells of one column."""
    found: list[Span | None] = [None] * grid.columns
    for slot in grid.slots:
        if slot.column_span == 1 and slot.words:
            boxes = [slot.box] if slot.box else [box_of(w) for w in slot.words]
            a, b = min(x.x0 for x in boxes), max(x.x1 for x in boxes)
            known = found[slot.column]
            found[slot.column] = (min(a, known[0]), max(b, known[1])) if known else (a, b)
    return [span or (0.0, 0.0) for span in found]


def placed(upper: Sequence[Span], lower: Sequence[Span]) -> tuple[int, ...] | None:
    """For each column of the lower part the one above it; None where the parts don't match."""
    found = [index for index in above(upper, lower) if index is not None]
    if len(found) < len(lower):
        return None
    if found != sorted(set(found)) or len(found) < max(2, 0.6 * len(upper)):
        return None
    return tuple(found)


def above(upper: Sequence[Span], lower: Sequence[Span]) -> list[int | None]:
    """For each column of the lower part the one that stands most over it; None for none."""
    wide = max(b for _, b in upper) - min(a for a, _ in upper)
    shift = _SHIFT * wide
    found: list[int | None] = []
    for a, b in lower:
        over = [
            (min(b, d) - max(a, c), index)
            for index, (c, d) in enumerate(upper)
            if min(b, d) - max(a, c) > 0 or abs(a - c) <= shift or abs(b - d) <= shift
        ]
        found.append(max(over)[1] if over else None)
    return found


def moved(rows: Sequence[Row], places: Sequence[int], width: int) -> list[Row]:
    """The rows with their cells in the columns ``places`` of a grid of ``width``."""
    made = []
    for row in rows:
        page = next((cell.page for cell in row if cell.page), None)
        cells = [Cell(0, column, page=page) for column in range(width)]
        for cell, place in zip(row, places, strict=True):
            cells[place] = replace(cell, column=place)
        made.append(tuple(cells))
    return made
