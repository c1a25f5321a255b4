"""One page taken apart: its grids, and the lines that belong to none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.grid import Grid, tidy
from extract.layout.gutters import gutters
from extract.layout.lines import Line, box_of, lines
from extract.layout.rows import open_grid
from extract.layout.ruled import frames
from extract.layout.ruled import grid as ruled_grid
from extract.layout.rules import Rule, rules
from extract.layout.zones import zones
from extract.model import Box, Page, Word


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
    for zone in zones(rest, gutters(rest)):
        body = rest[zone.first : zone.last + 1]
        inner = [rule for rule in flat if rule.end > body[0].box.x0]
        grid = tidy(open_grid(body, [g.middle for g in zone.gutters], inner))
        if grid is not None and grid.columns > 1:
            found.append(grid)
            taken |= set(range(zone.first, zone.last + 1))
    kept = [(index + 1, line) for index, line in enumerate(rest) if index not in taken]
    found.sort(key=lambda grid: (grid.box.top, grid.box.x0))
    return Parts(page, tuple(found), tuple(kept))


def _ruled(flat: Sequence[Rule], upright: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    found = []
    for across, down in frames(flat, upright):
        grid = ruled_grid(across, down, words)
        grid = tidy(grid) if grid is not None else None
        if grid is not None and grid.columns > 1 and grid.rows > 1:
            found.append(grid)
    return found


def _within(word: Word, box: Box) -> bool:
    own = box_of(word)
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom
