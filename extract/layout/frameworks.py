"""Lines and columns that hold no table: plots, forms to fill in, lists, boxes joined by lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.layout.figures import is_number
from extract.layout.grid import Grid, Slot
from extract.layout.lines import box_of
from extract.layout.rules import Rule
from extract.model import Word

_BESIDE = 30.0  # points left of a frame in which the figures of its scale stand
_LEVEL = 2.0  # points by which the middle of such a figure is off its line; a cell's is between two
_SCALE = 3  # lines with a figure at their end: no row of a table has its figure on a line
_MOST = 0.6  # part of a plot's lines that have one
_FIELDS = 4  # numbered fields of a form
_BULLETS = re.compile(r"^[•·▪◦‣–—*§➢\uf0b7\s]+$")
_NUMBERED = re.compile(r"^(\d{1,2})[a-z]?[.)]?\s*[^\W\d_]")


def holds_table(grid: Grid, across: Sequence[Rule], outside: Sequence[Word]) -> bool:
    """False for a drawn grid that is a plot, a form or boxes of an organisation."""
    return not (_has_scale(grid, across, outside) or is_form(grid) or _stand_apart(grid))


def _has_scale(grid: Grid, across: Sequence[Rule], outside: Sequence[Word]) -> bool:
    """A plot: figures outside the frame, each at the end of one of its lines."""
    box = grid.box
    scale = [
        (own.top + own.bottom) / 2
        for own, text in ((box_of(word), word.text) for word in outside)
        if box.x0 - _BESIDE <= own.x1 <= box.x0 and is_number(text)
    ]
    told = sum(any(abs(rule.at - at) <= _LEVEL for at in scale) for rule in across)
    return told >= max(_SCALE, _MOST * len(across))


def is_form(grid: Grid) -> bool:
    """Fields numbered on along the rows; a table's numbers go down its first column."""
    texts = [text for row in grid.texts() for text in row if text]
    found = [_NUMBERED.match(text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    beside = any(sum(bool(_NUMBERED.match(text)) for text in row[1:]) for row in grid.texts()[1:])
    rising = all(b - a == 1 for a, b in pairwise(numbers))
    return len(numbers) >= max(_FIELDS, _MOST * len(texts)) and beside and rising


def is_list(grid: Grid) -> bool:
    """Bullets in the first of two columns and nothing else: text set beside them."""
    marks = [row[0] for row in grid.texts() if row[0]]
    return grid.columns == 2 and bool(marks) and all(_BULLETS.match(mark) for mark in marks)


def _stand_apart(grid: Grid) -> bool:
    """Boxes of an organisation: no two filled cells lie beside or under each other."""
    filled = [slot for slot in grid.slots if slot.words]
    return not any(_touch(a, b) for a in filled for b in filled)


def _touch(a: Slot, b: Slot) -> bool:
    rows = a.row < b.row + b.row_span and b.row < a.row + a.row_span
    columns = a.column < b.column + b.column_span and b.column < a.column + a.column_span
    beside = a.column + a.column_span == b.column
    under = a.row + a.row_span == b.row
    return (rows and beside) or (columns and under)
