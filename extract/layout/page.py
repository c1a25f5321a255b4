"""One page taken apart: its grids, and the lines that belong to none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.columns import is_figure
from extract.layout.grid import Grid, tidy
from extract.layout.gutters import Gutter, gutters, is_apart
from extract.layout.judging import is_table
from extract.layout.lines import Line, box_of, lines
from extract.layout.rows import open_grid
from extract.layout.ruled import edges, frames
from extract.layout.ruled import grid as ruled_grid
from extract.layout.rules import Rule, rules
from extract.layout.zones import Zone, parts_columns, zones
from extract.model import Box, Page, Word

_HEAD = 3  # rows of a drawn heading, at most
_BELOW = 16.0  # points under it in which the first row of the body begins
_SPLIT = 0.2  # part of a frame's words in cells of several columns: its lines do not tell all


@dataclass(frozen=True, slots=True)
class Parts:
    """A page's grids from the top down and its other lines, numbered from 1 in page order."""

    page: Page
    grids: tuple[Grid, ...]
    lines: tuple[tuple[int, Line], ...]


def parts(page: Page) -> Parts:
    """The page taken apart."""
    words = [word for word in page.words if word.box is not None]
    flat, upright = rules(page.rulings)
    found = _ruled(flat, upright, words)
    left = [word for word in words if not any(_within(word, grid.box) for grid in found)]
    rest = lines(left)
    taken: set[int] = set()
    for zone in zones(rest, gutters(rest), flat):
        body = rest[zone.first : zone.last + 1]
        grid = tidy(open_grid(body, zone.cuts, flat))
        if grid is not None and is_table(grid, flat):
            found.append(grid)
            taken |= set(range(zone.first, zone.last + 1))
    kept = [(index + 1, line) for index, line in enumerate(rest) if index not in taken]
    found.sort(key=lambda grid: (grid.box.top, grid.box.x0))
    return Parts(page, tuple(found), tuple(kept))


def _ruled(flat: Sequence[Rule], upright: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    drawn: list[tuple[Grid, list[Rule], list[Rule]]] = []
    for across, down in frames(flat, upright):
        grid = ruled_grid(across, down, words)
        if grid is not None:
            drawn.append((grid, across, down))
    outside = [w for w in words if not any(_within(w, grid.box) for grid, _, _ in drawn)]
    found: list[Grid] = []
    for grid, across, down in drawn:
        if _is_head_only(grid, outside):
            continue
        refined = _refined(grid, across, down) if _is_coarse(grid) else grid
        whole = tidy(refined) if refined is not None else None
        if whole is not None and whole.columns > 1 and whole.rows > 1:
            found.append(whole)
    return found


def _is_head_only(grid: Grid, words: Sequence[Word]) -> bool:
    """True for a drawn heading over an open table: few rows, no figures, columns close below."""
    if grid.rows > _HEAD or any(is_figure(text) for row in grid.texts() for text in row if text):
        return False
    below = [
        word
        for word in words
        if grid.box.bottom <= box_of(word).top + 2 <= grid.box.bottom + _BELOW
        and grid.box.x0 - 2 <= box_of(word).x0 <= box_of(word).x1 <= grid.box.x1 + 2
    ]
    return any(
        len(line.pieces) > 1 and is_figure(line.pieces[-1].text) and not is_apart(line)
        for line in lines(below)[:1]
    )


def _is_coarse(grid: Grid) -> bool:
    """True where drawn cells hold several columns, or rows of figures below each other."""
    whole = sum(len(slot.words) for slot in grid.slots)
    split = 0
    stacks: dict[int, int] = {}
    for slot in grid.slots:
        inner = lines(slot.words)
        small = len(slot.words) < 0.5 * whole and _width(slot.box) < 0.5 * _width(grid.box)
        if _has_columns(inner, figures_only=small):
            split += len(slot.words)
        if len(inner) > 1 and all(is_figure(line.text) for line in inner):
            stacks[slot.row] = stacks.get(slot.row, 0) + 1
    return split > _SPLIT * whole or any(count > 1 for count in stacks.values())


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
    everywhere = frozenset(range(len(body)))
    strips = [Gutter(x - 1, x + 1, 0, len(body) - 1, everywhere) for x in drawn]
    strips += [
        g
        for g in gutters(body)
        if not any(g.x0 - 3 <= x <= g.x1 + 3 for x in drawn)
        and len(g.support) >= max(2, 0.1 * len(body))
    ]
    zone = Zone(0, len(body) - 1, tuple(sorted(strips, key=lambda g: g.x0)))
    if not body or not strips or not parts_columns(body, zone):
        return None
    return open_grid(body, zone.cuts, flat)


def _within(word: Word, box: Box) -> bool:
    own = box_of(word)
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom
