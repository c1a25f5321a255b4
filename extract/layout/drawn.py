"""Tables that rulings draw: closed grids, and frames whose lines tell only part of the cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.layout.beyond import bare_rows, is_head_only, lacks_heading, lacks_names, lengthened
from extract.layout.crowned import COLUMNS
from extract.layout.figures import is_figure, is_number
from extract.layout.frameworks import holds_table
from extract.layout.grid import Grid, tidy
from extract.layout.gutters import gutters
from extract.layout.lines import Line, box_of, lines
from extract.layout.parting import parts_columns
from extract.layout.pieces import pieces
from extract.layout.rows import open_grid
from extract.layout.ruled import edges, frames
from extract.layout.ruled import grid as ruled_grid
from extract.layout.rules import Rule
from extract.layout.stacks import unstacked
from extract.model import Box, Word

_STACK = 4  # figures below each other in one drawn cell: fewer may be one figure, broken
_MOST = 0.75  # part of the lines of such a cell that are figures
_HEADED = 3  # drawn rows of a table whose body is but one of them
_BODY = 3  # lines of such a row with cells beside each other: two may be one cell, broken
_LEVEL = 2.0  # points by which the feet of letters on one line may differ
_SPLIT = 0.2  # part of a frame's words in cells of several columns: its lines do not tell all


def drawn_grids(
    flat: Sequence[Rule], upright: Sequence[Rule], words: Sequence[Word]
) -> tuple[list[Grid], list[Grid]]:
    """The tables that rulings draw, wholly or in part; and headings that are drawn alone."""
    drawn: list[tuple[Grid, list[Rule], list[Rule]]] = []
    framed = frames(flat, upright)
    in_pieces = pieces(framed, words)
    for index, (across, down) in enumerate(framed):
        grid = ruled_grid(across, down, words) if index not in in_pieces else None
        if grid is not None:
            drawn.append((grid, across, down))
    outside = [w for w in words if not any(within(w, grid.box) for grid, _, _ in drawn)]
    found: list[Grid] = []
    heads: list[Grid] = []
    for grid, across, down in drawn:
        if is_head_only(grid, outside):
            heads += [grid] if grid.columns >= COLUMNS else []
            continue
        if lacks_names(grid, outside) or lacks_heading(grid, outside):
            continue
        below = bare_rows(grid, outside)
        longer = lengthened(grid, across, down, below) if below else (across, down)
        full = (ruled_grid(*longer, words) if below else None) or grid
        refined = _refined(full, *longer) if _is_coarse(full) else full
        whole = tidy(unstacked(refined)) if refined is not None else None
        tabular = whole is not None and whole.columns > 1 and whole.rows > 1
        if whole is not None and tabular and holds_table(whole, across, outside):
            found.append(whole)
    return found, heads


def _is_coarse(grid: Grid) -> bool:
    """True where drawn cells hold several columns, or rows of figures below each other."""
    whole = sum(len(slot.words) for slot in grid.slots)
    split = 0
    stacks: dict[int, int] = {}
    for slot in grid.slots:
        if len(slot.words) < 2:
            continue
        inner = lines(slot.words)
        small = len(slot.words) < 0.5 * whole and _width(slot.box) < 0.5 * _width(grid.box)
        if _has_columns(inner, figures_only=small):
            split += len(slot.words)
        if len(inner) >= _STACK and _mostly(is_number(line.text) for line in inner):
            stacks[slot.row] = stacks.get(slot.row, 0) + 1
    stacked = any(count > 1 for count in stacks.values())
    return stacked or split > _SPLIT * whole or _lacks_line(grid) or _lacks_rows(grid)


def _mostly(told: Iterable[bool]) -> bool:
    """All but few: the heading of a column may stand in one drawn cell with its figures."""
    found = list(told)
    return sum(found) >= _MOST * len(found)


def _lacks_line(grid: Grid) -> bool:
    """True where one drawn column holds two: figures beside something in most of its lines."""
    for column in range(grid.columns):
        held = [s for s in grid.slots if s.column == column and s.column_span == 1]
        inner = lines(word for slot in held for word in slot.words)
        for gutter in gutters(inner):
            right = [_right_of(inner[index], gutter.middle) for index in gutter.support]
            if len(right) >= max(_STACK, 0.6 * len(inner)) and all(map(is_figure, right)):
                return True
    return False


def _lacks_rows(grid: Grid) -> bool:
    """True where the one row below the heading holds several: labels with cells beside them."""
    last = [slot.words for slot in grid.slots if slot.row == grid.rows - 1 and slot.words]
    if grid.rows > _HEADED or len(last) < 2:
        return False
    labels, *others = [lines(words) for words in last]
    rows = [
        [label, *(line for inner in others for line in inner if _is_level(label, line))]
        for label in labels
    ]
    begun = [row for row in rows if len(row) > 1]
    if any(is_number(row[0].text) or any(x.text[0].islower() for x in row) for row in begun):
        return False
    return len(begun) >= _BODY and 2 * len(begun) > len(labels)


def _is_level(line: Line, other: Line) -> bool:
    return abs(line.box.bottom - other.box.bottom) <= _LEVEL


def _has_columns(inner: Sequence[Line], figures_only: bool) -> bool:
    """Columns inside one drawn cell; in a small one only figures show them for certain."""
    if len(inner) < 3:
        texts = [piece.text for line in inner for piece in line.pieces[1:]]
        return len(texts) > 1 and (not figures_only or all(is_figure(text) for text in texts))
    for gutter in gutters(inner):
        if len(gutter.support) < max(3, 0.5 * len(inner)):
            continue
        right = [_right_of(inner[index], gutter.middle) for index in gutter.support]
        if not figures_only or sum(map(is_figure, right)) >= 0.5 * len(right):
            return True
    return False


def _width(box: Box | None) -> float:
    return box.x1 - box.x0 if box else 0.0


def _right_of(line: Line, x: float) -> str:
    return next((word.text for word in line.words if box_of(word).x0 > x), "")


def _refined(grid: Grid, flat: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """The frame read as an open zone, its lines as hints: None where no table is in it."""
    body = lines(word for slot in grid.slots for word in slot.words)
    xs, ys = edges(flat, upright)
    high = ys[-1] - ys[0]
    drawn = [
        x
        for x in xs[1:-1]
        if sum(v.end - v.start for v in upright if abs(v.at - x) < 2) >= 0.5 * high
    ]
    cuts = drawn + [
        g.middle
        for g in gutters(body)
        if not any(g.x0 - 3 <= x <= g.x1 + 3 for x in drawn)
        and len(g.support) >= max(2, 0.1 * len(body))
    ]
    if not body or not cuts or not parts_columns(body, sorted(cuts)):
        return None
    return open_grid(body, sorted(cuts), flat, drawn)


def within(word: Word, box: Box) -> bool:
    """True where the word's middle lies in the box."""
    own = box_of(word)
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom
