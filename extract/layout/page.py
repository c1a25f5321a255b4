"""One page taken apart: its grids, and the lines that belong to none of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.layout.anew import parted
from extract.layout.banded import banded_grids
from extract.layout.charts import charts, is_chart, is_label
from extract.layout.crowned import crowned
from extract.layout.drawn import drawn_grids, within
from extract.layout.evening import evened, restored_grid, restored_line
from extract.layout.frameworks import is_list
from extract.layout.grid import Grid, tidy
from extract.layout.gutters import gutters
from extract.layout.judging import is_table
from extract.layout.leaders import joined_leaders, led
from extract.layout.lines import Line, lines
from extract.layout.newspaper import regions
from extract.layout.rows import open_grid
from extract.layout.rules import Rule, rules
from extract.layout.scraps import swept
from extract.layout.strips import stripped
from extract.layout.typed import typed_rules
from extract.layout.watermark import watermarks
from extract.layout.zones import zones
from extract.model import Page, Source, Word


@dataclass(frozen=True, slots=True)
class Parts:
    """A page's grids from the top down and its other lines, numbered from 1 in page order."""

    page: Page
    grids: tuple[Grid, ...]
    lines: tuple[tuple[int, Line], ...]


def parts(page: Page, apart: Collection[int] = ()) -> Parts:
    """The page taken apart; no table reaches into the words with the ids ``apart``."""
    placed, typed = typed_rules([word for word in page.words if word.box is not None])
    words, before = evened(joined_leaders(stripped(placed, apart)))
    flat, upright = rules(page.rulings)
    flat += typed
    places = charts(flat, upright)
    across = watermarks(words)
    aside = across | {
        i
        for i, word in enumerate(words)
        if is_label(word, places) or id(before.get(id(word), word)) in apart
    }
    labels = [word for i, word in enumerate(words) if i in aside]
    left = [word for i, word in enumerate(words) if i not in aside]
    drawn, heads = drawn_grids(flat, upright, left)

    def plain(grid: Grid) -> bool:
        return not is_chart(grid.box, upright, places)

    drawn = [grid for grid in drawn if plain(grid)]
    left = [word for word in left if not any(within(word, grid.box) for grid in drawn)]
    found, kept, count = _tables(left, flat, plain, drawn, heads)
    kept += [(count + i, line) for i, line in enumerate(lines(labels), 1)]
    if page.source is Source.OCR:
        found = [swept(grid) for grid in found]
    found.sort(key=lambda grid: (grid.box.top, grid.box.x0))
    if before:
        found = [restored_grid(grid, before) for grid in found]
        kept = [(number, restored_line(line, before)) for number, line in kept]
    return Parts(page, tuple(found), tuple(kept))


def _tables(
    words: Sequence[Word],
    flat: Sequence[Rule],
    plain: Callable[[Grid], bool],
    drawn: Sequence[Grid],
    heads: Sequence[Grid],
) -> tuple[list[Grid], list[tuple[int, Line]], int]:
    """The grids of a page, the lines that are left with their numbers, and how many it had.

    ``words`` are those outside the grids ``drawn``, and no table is a chart (not ``plain``). Of the
    ``heads`` among them each must find its body, or it is read with the other words.
    """
    left = [word for word in words if not any(within(word, head.box) for head in heads)]
    banded = [grid for grid in banded_grids(flat, left) if not is_list(grid)]
    left = [word for word in left if not any(within(word, grid.box) for grid in banded)]
    found = [*drawn, *banded]
    kept: list[tuple[int, Line]] = []
    count = 0
    for rest in regions(left, flat):
        taken: set[int] = set()
        for first, body, cuts in _open_zones(rest, flat):
            grid = tidy(led(open_grid(body, cuts, flat)))
            if grid and is_table(grid, flat) and plain(grid):
                found.append(grid)
                taken |= set(range(first, first + len(body)))
        kept += [(count + i, line) for i, line in enumerate(rest, 1) if i - 1 not in taken]
        count += len(rest)
    found, lost = crowned(heads, found)
    if lost:
        return _tables(words, flat, plain, drawn, [head for head in heads if head not in lost])
    return found, kept, count


def _open_zones(
    lines: Sequence[Line], flat: Sequence[Rule]
) -> Iterator[tuple[int, Sequence[Line], list[float]]]:
    """Each open table's first line, its lines and where its columns part."""
    for zone in zones(lines, gutters(lines), flat):
        blocks = parted(lines[zone.first : zone.last + 1])
        if len(blocks) == 1:
            yield zone.first, lines[zone.first : zone.last + 1], zone.cuts
            continue
        for start, block in blocks:
            for inner in zones(block, gutters(block), flat):
                first = zone.first + start + inner.first
                yield first, block[inner.first : inner.last + 1], inner.cuts
