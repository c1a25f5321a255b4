"""Tables set with blanks: columns stand below each other, as ``pdftotext -layout`` writes them.

The lines are laid on a page, every character as wide as a blank between words is in print, and
read by the builder that reads every other page (`extract.layout`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.grid import Grid
from extract.layout.headings import heading_rows
from extract.layout.page import parts
from extract.layout.prose import PAGE_NUMBER
from extract.model import Box, Page, Word
from extract.text.blocks import Block

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_WORD = re.compile(r"\S+")
_WIDE, _HIGH, _STEP = 3.0, 9.8, 12.0  # points: of a character, of a line, from line to line
_LEAST = 3  # lines with a gap on a page that may hold a table
_LONGEST = 400  # characters: a longer line is no row
# Justified prose: pieces of a line, at least; blanks between them, at most; and the part of the
# pieces that go on in small letters.
_PIECES, _BLANKS, _SMALL = 3, 4, 0.6


def aligned(lines: Sequence[str]) -> list[Block]:
    """The tables among the lines, in their order. A form feed in a line begins a page."""
    return [block for first, page in _pages(lines) for block in _blocks(page, first)]


def _pages(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The index of each page's first line, and its lines."""
    starts = [0, *(i for i, line in enumerate(lines) if "\f" in line and i)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        page = [line.replace("\f", "").expandtabs().rstrip() for line in lines[start:end]]
        page = ["" if _is_no_row(line) else _even(line) for line in page]
        if sum(1 for line in page if _GAP.search(line)) >= _LEAST:
            yield start, page


def _is_no_row(line: str) -> bool:
    return len(line) > _LONGEST or PAGE_NUMBER.match(line.strip()) is not None


def _even(line: str) -> str:
    """A line of justified prose with single blanks; others as they are."""
    pieces = _GAP.split(line.strip())
    small = sum(1 for piece in pieces if piece[:1].islower())
    wide = max(map(len, _GAP.findall(line)), default=0)
    justified = len(pieces) >= _PIECES and wide <= _BLANKS and small >= _SMALL * len(pieces)
    return " ".join(line.split()) if justified else line


def _blocks(lines: Sequence[str], first: int) -> Iterator[Block]:
    """The tables on a page of lines; ``first`` is the index of its first one."""
    words = tuple(
        Word(found[0], Box(_WIDE * found.start(), top, _WIDE * found.end(), top + _HIGH), _HIGH)
        for top, line in ((_STEP * index, line) for index, line in enumerate(lines))
        for found in _WORD.finditer(line)
    )
    page = Page(1, _WIDE * max(map(len, lines)), _STEP * len(lines), words)
    for grid in parts(page).grids:
        heads = heading_rows(grid)
        top, bottom = round(grid.box.top / _STEP), round((grid.box.bottom - _HIGH) / _STEP)
        yield Block(first + top, first + bottom, _rows(grid, heads), heads)


def _rows(grid: Grid, heads: int) -> tuple[tuple[str, ...], ...]:
    """The texts of the cells; a heading over several columns in each of them."""
    texts = grid.texts()
    for slot in grid.slots:
        if slot.row < heads:
            for column in range(slot.column, slot.column + slot.column_span):
                texts[slot.row][column] = texts[slot.row][slot.column]
    return tuple(map(tuple, texts))
