"""Columns of a picture that are none: what a stamp left beside a few rows, or units by themselves.

A stamp that falls between two columns of a long table parts them once more, for three rows of
ninety. Type set wide parts ``16,6 pct.``, and the column of ``pct.`` has no figure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extract.layout.grid import Grid, Slot, cell_text
from extract.layout.lines import bounds, box_of

LONG = 20  # rows from which a column that hardly any row fills is none
FEW = 0.1  # share of the rows that it fills
UNSURE = 0.7  # mean confidence of its words; print reads at 0.9
UNITS = frozenset({"%", "pct", "procent", "kr", "mio"})
MOST = 0.8  # share of a column's words that must be units, beside as many figures


def swept(grid: Grid) -> Grid:
    """The grid with such columns joined to those at their left; columns are 0-based."""
    column = 1
    while column < grid.columns:
        if _is_scrap(grid, column) or _is_units(grid, column):
            grid = _joined(grid, column)
        else:
            column += 1
    return grid


def _is_scrap(grid: Grid, column: int) -> bool:
    slots = _own(grid, column)
    chances = [word.confidence for slot in slots for word in slot.words]
    few = grid.rows >= LONG and 0 < len(slots) < FEW * grid.rows
    return few and sum(chances) < UNSURE * len(chances)


def _is_units(grid: Grid, column: int) -> bool:
    units = _share(grid, column, lambda text: text.rstrip(".,").casefold() in UNITS)
    figures = _share(grid, column - 1, lambda text: text[:1].isdigit() or text[-1:].isdigit())
    return grid.rows >= LONG and min(units, figures) >= MOST


def _share(grid: Grid, column: int, test: Callable[[str], bool]) -> float:
    """Share of the grid's rows whose cell in the column is so."""
    return sum(test(cell_text(slot.words)) for slot in _own(grid, column)) / grid.rows


def _own(grid: Grid, column: int) -> list[Slot]:
    """The filled slots that stand in this column alone."""
    return [s for s in grid.slots if s.words and s.column == column and s.column_span == 1]


def _joined(grid: Grid, right: int) -> Grid:
    """The grid with the column ``right`` and the one at its left made one."""
    made: list[Slot] = []
    for slot in sorted(grid.slots, key=lambda slot: (slot.row, slot.column)):
        first, last = (
            place - (place >= right) for place in (slot.column, slot.column + slot.column_span - 1)
        )
        moved = replace(slot, column=first, column_span=last - first + 1)
        before = made[-1] if made and made[-1].row == slot.row else None
        if before is not None and before.column + before.column_span > first:
            made[-1] = _one(before, moved)
        else:
            made.append(moved)
    return replace(grid, columns=grid.columns - 1, slots=tuple(made))


def _one(left: Slot, right: Slot) -> Slot:
    words = (*left.words, *right.words)
    end = max(one.column + one.column_span for one in (left, right))
    boxes = [one.box for one in (left, right) if one.box is not None]
    return replace(
        left,
        words=tuple(sorted(words, key=lambda word: box_of(word).x0)),
        column_span=end - left.column,
        row_span=max(left.row_span, right.row_span),
        box=bounds(boxes) if boxes else None,
    )
