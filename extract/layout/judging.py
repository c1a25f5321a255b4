"""Whether a grid found between white strips is a table, or scattered text that looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.layout.figures import is_figure, number
from extract.layout.frameworks import is_form
from extract.layout.grid import Grid
from extract.layout.lines import bounds, box_of
from extract.layout.rules import Rule

_PAGE = re.compile(r"^\d{1,4}$")
_MOST = 0.6  # part of the rows of a table of contents that end in the number of a page
_FULL = 0.4  # part of the rows of a table that have two cells or more
_FILL = 0.32  # part of a table's places that are filled
_ROWS = 4  # rows of a table without figures and rulings, at least; one fewer where
_TERSE = 3  # words are the most in a cell below the headings of three columns or more
_FILL_OF_WORDS = 0.6  # part of its places that are filled
_ALIGNED = 0.7  # part of its cells that are in line with their column
_NEAR = 2.0  # points by which places in line may differ
_AXIS = 4  # figures on an axis, at least
_BESIDE = 14.0  # points between a table and the rule above or below it
_WIDE = 0.6  # part of a table's width that a rule of its own covers


def is_table(grid: Grid, flat: Sequence[Rule]) -> bool:
    """True for a grid of two rows and columns or more that holds together as a table."""
    if grid.rows < 2 or grid.columns < 2 or _is_sparse(grid) or _has_axis(grid):
        return False
    if _is_contents(grid) or is_form(grid) or not _says_of_what(grid):
        return False
    if _has_figures(grid) or _has_rules(grid, flat):
        return True
    filled = len([slot for slot in grid.slots if slot.words])
    full = filled >= _FILL_OF_WORDS * grid.rows * grid.columns
    rows = _ROWS - (grid.columns > 2 and _is_terse(grid))
    return grid.rows >= rows and full and _aligned(grid) >= _ALIGNED


def _is_terse(grid: Grid) -> bool:
    """True where no cell below the first row says more than a status does."""
    return all(len(slot.words) <= _TERSE for slot in grid.slots if slot.row)


def _is_sparse(grid: Grid) -> bool:
    """Labels of a chart: hardly a row with two of them."""
    counts = [0] * grid.rows
    for slot in grid.slots:
        counts[slot.row] += bool(slot.words)
    full = sum(1 for count in counts if count > 1)
    return full < _FULL * grid.rows or sum(counts) < _FILL * grid.rows * grid.columns


def _is_contents(grid: Grid) -> bool:
    """A table of contents: dots lead from titles to the numbers of pages, which never fall."""
    rows = [row for row in grid.texts() if _PAGE.match(row[-1])]
    led = sum(1 for row in rows if any(text.endswith("....") for text in row[:-1]))
    pages = [int(row[-1]) for row in rows]
    return led >= _MOST * grid.rows and pages == sorted(pages)


def _says_of_what(grid: Grid) -> bool:
    """Words somewhere: figures alone are the labels of a chart's bars."""
    return any(any(c.isalpha() for c in text) for row in grid.texts() for text in row)


def _has_figures(grid: Grid) -> bool:
    """A column after the first in which half the cells below the top one are figures."""
    columns = list(zip(*grid.texts(), strict=True))
    for texts in columns[1:]:
        below = [text for text in texts[1:] if text]
        figures = sum(1 for text in below if is_figure(text))
        if figures >= max(2, 0.5 * len(below)) or figures == len(below) == 1:
            return True
    return False


def _has_rules(grid: Grid, flat: Sequence[Rule]) -> bool:
    """Rules of the table's own width inside it, or both above and below."""
    box = grid.box
    wide = _WIDE * (box.x1 - box.x0)
    own = [r.at for r in flat if min(r.end, box.x1) - max(r.start, box.x0) >= wide]
    above = any(box.top - _BESIDE <= at <= box.top + 2 for at in own)
    below = any(box.bottom - 2 <= at <= box.bottom + _BESIDE for at in own)
    return (above and below) or any(box.top + 2 < at < box.bottom - 2 for at in own)


def _has_axis(grid: Grid) -> bool:
    """A chart's axis: figures in equal steps, hardly anything beside them."""
    texts = grid.texts()
    for column in range(grid.columns):
        rows = [i for i, row in enumerate(texts) if is_figure(row[column])]
        values = [number(texts[i][column]) for i in rows]
        steps = {round(b - a, 6) for a, b in pairwise(values)}
        if len(values) < _AXIS or len(steps) != 1 or 0 in steps:
            continue
        beside = sum(1 for i in rows for c, t in enumerate(texts[i]) if t and c != column)
        if beside < _FILL_OF_WORDS * len(rows) * (grid.columns - 1):
            return True
    return False


def _aligned(grid: Grid) -> float:
    """The part of the cells in line with most of their column: by their left ends or middles."""
    held = total = 0
    for column in range(grid.columns):
        boxes = [
            bounds(box_of(word) for word in slot.words)
            for slot in grid.slots
            if slot.column == column and slot.words
        ]
        lefts, middles = [box.x0 for box in boxes], [(box.x0 + box.x1) / 2 for box in boxes]
        held += max(_in_line(lefts), _in_line(middles))
        total += len(boxes)
    return held / total if total else 0.0


def _in_line(places: Sequence[float]) -> int:
    """How many places lie near one of them."""
    return max((sum(1 for x in places if abs(x - y) <= _NEAR) for y in places), default=0)
