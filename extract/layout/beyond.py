"""What goes on beyond a drawn frame: rows below it, a body under a drawn head, names beside it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.figures import is_figure
from extract.layout.grid import Grid
from extract.layout.headings import heading_rows
from extract.layout.lines import Line, box_of, lines
from extract.layout.rules import Rule
from extract.layout.running import is_apart, is_running
from extract.model import Box, Word

_HEAD = 3  # rows of a drawn heading, at most
BELOW = 16.0  # points under it in which the first row of the body begins
_LABELS = 3  # lines in which the first figures come
_HEADED = 0.6  # part of the columns that the last line of such headings is over
_NAMES = 3  # rows with a name beside them, at least, and
_MOST = 0.8  # part of all rows: then the fields are but the shades of some columns
_ALIGNED = 3.0  # points by which the names' left ends may differ


def bare_rows(grid: Grid, outside: Sequence[Word]) -> list[Line]:
    """Lines close below a frame that stand in its columns: rows that no line closes.

    The last row on a page often lacks its lower border, or its shade in every other row.
    """
    box = grid.box
    found: list[Line] = []
    end = box.bottom
    under = [w for w in outside if box_of(w).top >= box.bottom - 2]
    starts = sorted({s.box.x0 for s in grid.slots if s.box and s.column_span == 1})
    for line in lines(under):
        inside = box.x0 - 2 <= line.box.x0 and line.box.x1 <= box.x1 + 2
        if not inside or line.box.top - end > 0.8 * line.height or is_apart(line):
            break
        columns = {sum(1 for x in starts if x <= piece.box.x0 + 1) for piece in line.pieces}
        if len(columns) < max(2, 0.6 * grid.columns) or is_running(line):
            break
        found.append(line)
        end = line.box.bottom
    return found


def lengthened(
    grid: Grid, flat: Sequence[Rule], upright: Sequence[Rule], below: Sequence[Line]
) -> tuple[list[Rule], list[Rule]]:
    """The frame's rules drawn on around the lines below it."""
    box = grid.box
    ends = [line.box.bottom + 1 for line in below]
    down = [Rule(v.at, v.start, ends[-1]) if v.end >= box.bottom - 15 else v for v in upright]
    return [*flat, *(Rule(at, box.x0, box.x1) for at in ends)], down


def is_head_only(grid: Grid, words: Sequence[Word]) -> bool:
    """True for a drawn heading over an open table: few rows, no figures, columns close below.

    The label of a group may stand between.
    """
    texts = (piece.text for s in grid.slots for line in lines(s.words) for piece in line.pieces)
    if grid.rows > _HEAD or any(map(is_figure, texts)):
        return False
    below = [
        word
        for word in words
        if grid.box.bottom <= box_of(word).top + 2 <= grid.box.bottom + _LABELS * BELOW
        and grid.box.x0 - 2 <= box_of(word).x0 <= box_of(word).x1 <= grid.box.x1 + 2
    ]
    end = grid.box.bottom
    for line in lines(below)[:_LABELS]:
        if is_apart(line) or is_running(line) or line.box.top + 2 > end + BELOW:
            return False
        if len(line.pieces) > 1:
            return any(is_figure(piece.text) for piece in line.pieces[1:])
        end = line.box.bottom
    return False


def lacks_heading(grid: Grid, outside: Sequence[Word]) -> bool:
    """True where the headings stand open above a drawn body: right above it, over its columns.

    Of several lines the lowest may have something over a few of the columns only.
    """
    if heading_rows(grid):
        return False
    box = grid.box
    above = lines(
        word
        for word in outside
        if box_of(word).bottom <= box.top + 2
        and box.x0 - 2 <= box_of(word).x0 <= box_of(word).x1 <= box.x1 + 2
    )
    headed: set[int] = set()
    end = box.top
    for line in above[: -_HEAD - 1 : -1]:
        middle = (line.box.top + line.box.bottom) / 2
        if middle < end - BELOW or is_apart(line) or is_running(line) or len(line.pieces) < 2:
            break
        headed |= {column for piece in line.pieces for column in _under(piece.box, grid)}
        end = middle
    return len(headed) >= max(2, _HEADED * grid.columns)


def _under(box: Box, grid: Grid) -> set[int]:
    """The columns of the grid that a heading stands over."""
    middle = (box.x0 + box.x1) / 2
    own = (slot for slot in grid.slots if slot.box and slot.column_span == 1)
    return {slot.column for slot in own if slot.box and slot.box.x0 <= middle <= slot.box.x1}


def lacks_names(grid: Grid, outside: Sequence[Word]) -> bool:
    """True where names in line stand to the left of the rows: only the figures are shaded."""
    inside = lines(word for slot in grid.slots for word in slot.words)
    left = lines(
        word
        for word in outside
        if box_of(word).x1 <= grid.box.x0 + 2
        and grid.box.top <= box_of(word).bottom
        and box_of(word).top <= grid.box.bottom
    )
    starts = [
        line.pieces[-1].box.x0
        for line in left
        if line.pieces[-1].text[0].isalpha() and any(_is_level(line, row) for row in inside)
    ]
    aligned = max((sum(abs(x - y) <= _ALIGNED for y in starts) for x in starts), default=0)
    return aligned >= max(_NAMES, _MOST * len(inside))


def _is_level(one: Line, other: Line) -> bool:
    return other.box.top <= (one.box.top + one.box.bottom) / 2 <= other.box.bottom
