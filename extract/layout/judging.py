"""Whether a grid found between white strips is a table, or scattered text that looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import is_figure
from extract.layout.grid import Grid
from extract.layout.lines import box_of
from extract.layout.rules import Rule

_FULL = 0.4  # part of the rows of a table that have two cells or more
_FILL = 0.32  # part of a table's places that are filled
_ROWS = 4  # rows of a table without figures and rulings, at least
_FILL_OF_WORDS = 0.6  # part of its places that are filled
_ALIGNED = 0.7  # part of its cells that begin where their column does
_NEAR = 2.0  # points two left edges may differ
_WIDE = 0.6  # part of a table's width that a rule of its own covers


def is_table(grid: Grid, flat: Sequence[Rule]) -> bool:
    """True for a grid of two rows and columns or more that holds together as a table."""
    if grid.rows < 2 or grid.columns < 2 or _is_sparse(grid):
        return False
    if _has_figures(grid) or _has_rules(grid, flat):
        return True
    filled = len([slot for slot in grid.slots if slot.words])
    full = filled >= _FILL_OF_WORDS * grid.rows * grid.columns
    return grid.rows >= _ROWS and full and _aligned(grid) >= _ALIGNED


def _is_sparse(grid: Grid) -> bool:
    """Labels of a chart: hardly a row with two of them."""
    counts = [0] * grid.rows
    for slot in grid.slots:
        counts[slot.row] += bool(slot.words)
    full = sum(1 for count in counts if count > 1)
    return full < _FULL * grid.rows or sum(counts) < _FILL * grid.rows * grid.columns


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
    box = grid.box
    wide = _WIDE * (box.x1 - box.x0)
    return any(
        min(rule.end, box.x1) - max(rule.start, box.x0) >= wide
        and box.top - 12 <= rule.at <= box.bottom + 12
        for rule in flat
    )


def _aligned(grid: Grid) -> float:
    """The part of the cells that share their left edge with most of their column."""
    held = total = 0
    for column in range(grid.columns):
        edges = [
            min(box_of(w).x0 for w in slot.words)
            for slot in grid.slots
            if slot.column == column and slot.words
        ]
        best = max((sum(1 for e in edges if abs(e - x) <= _NEAR) for x in edges), default=0)
        held += best
        total += len(edges)
    return held / total if total else 0.0
