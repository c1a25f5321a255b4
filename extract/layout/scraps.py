"""Columns of a picture that are none: what a stamp left beside a few rows, or units by themselves.

A stamp that falls between two columns of a long table parts them once more, for three rows of
ninety. Type set wide parts ``16,6 pct.``, and the column of ``pct.`` has no figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.layout.columns import Span
from extract.layout.grid import Grid, Slot, cell_text
from extract.layout.headings import heading_rows
from extract.layout.lines import bounds, box_of
from extract.layout.places import above, columns

LONG = 20  # rows from which a column that hardly any row fills is none
FEW = 0.1  # share of the rows that it fills
UNSURE = 0.7  # mean confidence of its words; print reads at 0.9
UNITS = frozenset({"%", "pct", "procent", "kr", "mio"})
MOST = 0.8  # share of a column's words that must be units, beside as many figures


def swept(grid: Grid) -> Grid:
    """The grid with such columns joined to the one beside them that they are of; 0-based."""
    column = 1
    while column < grid.columns:
        if _is_scrap(grid, column) or _is_units(grid, column):
            grid = _joined(
                grid, column + (_is_over(grid, column) or _is_beside_names(grid, column))
            )
        else:
            column += 1
    return grid


def fitted(grid: Grid, upper: Sequence[Span]) -> Grid:
    """The grid without columns of scraps that no column of the part before it has a place for.

    ``upper`` are the left and right ends of that part's columns. A part without headings has
    nothing else to tell that a speck beside one row of fourteen is no column.
    """
    column = 1
    while column < grid.columns and grid.columns > len(upper):
        over = above(upper, columns(grid))
        last = column + 1 == grid.columns
        right = not last and (over[column] == over[column + 1] or column == 1)
        if 0 < len(_own(grid, column)) <= FEW * grid.rows:
            grid = _joined(grid, column + (right and over[column] != over[column - 1]))
        else:
            column += 1
    return grid


def _is_scrap(grid: Grid, column: int) -> bool:
    """True for a column that few rows fill, of print that is unsure or has no heading to itself."""
    slots = [slot for slot in _own(grid, column) if slot.row >= heading_rows(grid)]
    chances = [word.confidence for slot in slots for word in slot.words]
    few = grid.rows >= LONG and 0 < len(slots) < FEW * grid.rows
    unsure = sum(chances) < UNSURE * len(chances)
    return few and (unsure or not _is_headed(grid, column) or _is_over(grid, column))


def _is_over(grid: Grid, column: int) -> bool:
    """True where the heading stands over a scrap and its figures in the column at its right."""
    right = column + 1
    return (
        right < grid.columns
        and _is_headed(grid, column)
        and not _is_headed(grid, right)
        and len(_own(grid, right)) > len(_own(grid, column))
    )


def _is_beside_names(grid: Grid, column: int) -> bool:
    """True for a scrap without a heading that only the column of names has at its left."""
    return column == 1 < grid.columns - 1 and not _is_headed(grid, column)


def _is_headed(grid: Grid, column: int) -> bool:
    """True where a heading stands over the column, or the table has none."""
    count = heading_rows(grid)
    heads = [slot for slot in grid.slots if slot.words and slot.row < count]
    over = (slot.column <= column < slot.column + slot.column_span for slot in heads)
    return not heads or any(over)


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
