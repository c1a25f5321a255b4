"""Do the cells of a table stand where their row and column stand? A slip misnames every figure.

On a skewed or bent page the way from the name to the figure drifts slowly from row to row; where
a table was built one row off it jumps by the height of a row. A cell that stands below the
figures of the next column belongs to that.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.model import Cell, Table
from normalize.figures.status import ORDER, parse

_JUMP = 0.5  # of a row's height; measured slips are 0.8 to 1.0, drift between rows under 0.1
_OWN = 0.25  # of it: names and figures of one row are this level, however they are set
_TALL = 1.5  # of the usual height: a cell of several lines, whose middle says nothing
_HALF_LINE = 0.4  # of a cell's height; a lost second line leaves 0.5 to 0.6
_EMPTY_LINE = 2.6  # times the height of its words; rows of one line have 1.0 to 2.2, of two 2.8 up
_FEWEST = 4  # rows
_EDGE = 40.0  # points; rows of one block begin within less, blocks are further apart
_MERGED = re.compile(r"[^\W\d_]{3,}\s+\d{1,3}[.,]\d")  # "Lever op til 14,4": two cells in one
_NEARER = 2.0  # times nearer to another column than to its own: a cell that is in the wrong one


def slipped(table: Table, names: int, place: int) -> frozenset[int]:
    """The 0-based body rows of a scanned table that may stand a row off their names in a column.

    None where the column does so nowhere. Where it does somewhere, a figure on the level of its
    name is still its own: a stamp over some rows puts off those alone.
    """
    rows = [(row[names], row[place]) for row in table.body]
    heights = [_height(cell) for pair in rows for cell in pair if cell.box]
    if len(heights) < 2 * _FEWEST:
        return frozenset()
    usual = median(heights)
    level = {
        index: (_middle(name), _middle(cell), name.page)
        for index, (name, cell) in enumerate(rows)
        if name.box and cell.box and max(_height(name), _height(cell)) <= _TALL * usual
    }
    pitch = _pitch(list(level.values()))
    if pitch is None or not any(
        abs((after[1] - after[0]) - (before[1] - before[0])) > _JUMP * pitch
        for before, after in pairwise(level.values())
        if before[2] == after[2]
    ):
        return frozenset()
    own = {index for index, (name, cell, _) in level.items() if abs(cell - name) <= _OWN * pitch}
    return frozenset(range(len(rows))) - own


def strayed(table: Table, places: Sequence[int]) -> frozenset[int]:
    """The 0-based body rows with a cell under another column than its own, or two in one."""
    blocks = _blocks(table.body)
    centres: dict[int, dict[int, list[float]]] = {}
    for row, block in zip(table.body, blocks, strict=True):
        for place in filter(lambda place: _stands(row[place]), places):
            centres.setdefault(block, {}).setdefault(place, []).append(_centre(row[place]))
    usual = {
        block: {place: median(found) for place, found in columns.items()}
        for block, columns in centres.items()
    }
    return frozenset(
        index
        for index, (row, block) in enumerate(zip(table.body, blocks, strict=True))
        if any(_MERGED.search(cell.text) for cell in row)
        or any(
            _stands(row[place]) and _elsewhere(row[place], place, usual[block]) for place in places
        )
    )


def _blocks(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """For each row which of the blocks side by side it stands in: by its left edge."""
    first = [next((cell for cell in row if _stands(cell)), row[0]) for row in rows]
    edges = [cell.box.x0 if cell.box else 0.0 for cell in first]
    ordered = sorted(set(edges))
    starts = [after for before, after in pairwise(ordered) if after - before > _EDGE]
    return [bisect_right(starts, edge) for edge in edges]


def roomy(table: Table, place: int) -> frozenset[int]:
    """The 0-based body rows whose cell has room for a line more than was read in it.

    A second line that every reader missed may be the ``ikke`` of a status.
    """
    boxes = sorted(_height(row[place]) for row in table.body if _stands(row[place]))
    if not boxes:
        return frozenset()
    low = boxes[len(boxes) // 5]
    return frozenset(
        index
        for index, row in enumerate(table.body)
        if _stands(row[place])
        and _lines(row[place]) == 1
        and (
            _height(row[place]) >= _TALL * low
            or _height(row[place]) >= _EMPTY_LINE * max(_word_heights(row[place]), default=math.inf)
        )
    )


def raised(table: Table, names: int, place: int) -> frozenset[int]:
    """The 0-based body rows whose cell stands higher than its name, unlike the other rows'.

    In rows set on their middle, the first of two lines stands half a line up; alone it has lost
    the second.
    """
    pairs = [(index, row[names], row[place]) for index, row in enumerate(table.body)]
    level = {
        index: (_middle(name) - _middle(cell)) / _height(cell)
        for index, name, cell in pairs
        if _stands(name) and _stands(cell) and 0 < _height(name) <= _TALL * _height(cell)
    }
    usual = median(level.values()) if level else 0.0
    return frozenset(index for index, up in level.items() if up - usual > _HALF_LINE)


def torn(table: Table, place: int) -> frozenset[int]:
    """The body rows beside a status of whole words in no order: one of those may be theirs.

    Those that it left empty too.
    """
    said = [(index, parse(row[place].text)) for index, row in enumerate(table.body)]
    filled = [(index, verdict) for index, verdict in said if verdict is not None]
    beside: set[int] = set()
    for (above, one), (below, other) in pairwise(filled):
        if ORDER in one.reason or ORDER in other.reason:
            beside |= set(range(above, below + 1))
    return frozenset(beside)


def _word_heights(cell: Cell) -> list[float]:
    return [word.box.bottom - word.box.top for word in cell.words if word.box]


def _lines(cell: Cell) -> int:
    """How many lines the words of a cell stand on."""
    tops = sorted((word.box.top, word.box.bottom) for word in cell.words if word.box)
    return 1 + sum(after[0] >= before[1] for before, after in pairwise(tops))


def _stands(cell: Cell) -> bool:
    return cell.box is not None and bool(cell.text.strip())


def _elsewhere(cell: Cell, place: int, usual: dict[int, float]) -> bool:
    away = {other: abs(_centre(cell) - centre) for other, centre in usual.items()}
    return min(away.values()) * _NEARER < away[place]


def _centre(cell: Cell) -> float:
    return (cell.box.x0 + cell.box.x1) / 2 if cell.box else 0.0


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
