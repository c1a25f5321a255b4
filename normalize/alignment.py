"""Do the cells of a scanned row stand on one line? A slip puts every figure beside a wrong name.

On a skewed or bent page the way from the name to the figure drifts slowly from row to row; where
a table was built one row off it jumps by the height of a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.model import Cell, Table

_JUMP = 0.5  # of a row's height; measured slips are 0.8 to 1.0, drift between rows under 0.1
_TALL = 1.5  # of the usual height: a cell of several lines, whose middle says nothing
_FEWEST = 4  # rows


def slipped(table: Table, names: int, place: int) -> bool:
    """True where a column of a scanned table stands a row off its names somewhere."""
    rows = [(row[names], row[place]) for row in table.body]
    heights = [_height(cell) for pair in rows for cell in pair if cell.box]
    if len(heights) < 2 * _FEWEST:
        return False
    usual = median(heights)
    level = [
        (_middle(name), _middle(cell), name.page)
        for name, cell in rows
        if name.box and cell.box and max(_height(name), _height(cell)) <= _TALL * usual
    ]
    pitch = _pitch(level)
    return pitch is not None and any(
        abs((after[1] - after[0]) - (before[1] - before[0])) > _JUMP * pitch
        for before, after in pairwise(level)
        if before[2] == after[2]
    )


def _pitch(level: Sequence[tuple[float, float, int | None]]) -> float | None:
    """The usual distance from a row to the next, in points."""
    steps = [
        after[0] - before[0]
        for before, after in pairwise(level)
        if before[2] == after[2] and after[0] > before[0]
    ]
    return median(steps) if len(steps) >= _FEWEST else None


def _middle(cell: Cell) -> float:
    return (cell.box.top + cell.box.bottom) / 2 if cell.box else 0.0


def _height(cell: Cell) -> float:
    return cell.box.bottom - cell.box.top if cell.box else 0.0
