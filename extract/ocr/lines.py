"""The lines of print in the cells of tables: which are read again, and where their ink is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from extract.image.crops import INK, PixelBox, grown
from extract.image.prepare import Sheet
from extract.layout.figures import is_number
from extract.layout.lines import bounds, box_of, levels
from extract.layout.lines import lines as lines_on
from extract.model import Box, Cell, Page, Table, Word
from extract.ocr.reading import Key

LONGEST = 60  # characters of a line that is read again; figures, statuses and names are shorter
# A name that its column holds once and Tesseract is sure of is not read again: names are a third
# of the crops' width, and the list of municipalities is their second reader.
FEWEST_NAMES, DISTINCT = 5, 0.8
ROWS = 4  # of a table that a page break may leave by themselves: two make a table again
DECIMAL = re.compile(r"\d[.,]\d{1,2}(?!\d)")
FEWEST_FIGURES, MOSTLY = 5, 0.6  # of a column's figures that show that it has decimals
OVERLOOKED = 0.25  # heights of a line: a minus is 0.4 wide and stands 0.1 from its figure
# A full stop, in heights of a line: it has no ink this far down, and before it the edge of a letter
# is no wider than this.
FOOT, EDGE = 0.6, 0.15


class Line(NamedTuple):
    """A line of a cell: its words, its place, and what column it stands in.

    ``name`` is true in a column of names, ``decimal`` in one of figures with decimals.
    """

    words: tuple[Word, ...]
    place: Box
    name: bool
    decimal: bool = False

    @property
    def text(self) -> str:
        """What the page reader made of it."""
        return " ".join(word.text for word in self.words)

    @property
    def figure(self) -> bool:
        """True where the page reader saw a digit in it."""
        return any(map(str.isdigit, self.text))


def lines_of(cell: Cell) -> list[tuple[Word, ...]]:
    """The lines of a cell's upright words."""
    words = [word for word in cell.words if word.box is not None and not word.turned]
    return [tuple(level) for level in levels(words)]


def key(page: int | None, line: Sequence[Word]) -> Key:
    """What a line is known by: where its words stand."""
    return page, tuple(box_of(word) for word in line)


def short(tables: Iterable[Table]) -> list[Line]:
    """The lines of all cells that are short enough to be read again."""
    found = []
    for table in tables:
        named = [_is_names(table, column) for column in range(table.width)]
        decimal = [_has_decimals(table, column) for column in range(table.width)]
        for row in table.rows:
            for cell in row:
                for words in lines_of(cell):
                    if sum(len(word.text) + 1 for word in words) <= LONGEST:
                        place = bounds(box_of(word) for word in words)
                        column = cell.column
                        found.append(Line(words, place, named[column], decimal[column]))
    return found


def lone(page: Page, tables: Iterable[Table]) -> list[Line]:
    """The pieces of the first lines outside the page's tables that may be rows of one.

    The last row of a table may stand alone on its page, which is then no table to anybody who
    sees that page only.
    """
    taken = {w.box for table in tables for row in table.rows for cell in row for w in cell.words}
    rest = (w for w in page.words if w.box is not None and w.box not in taken and not w.turned)
    rows = [
        line
        for line in lines_on(rest)
        if len(line.pieces) > 1 and any(is_number(piece.text) for piece in line.pieces[1:])
    ]
    return [
        Line(piece.words, piece.box, name=False)
        for line in rows[:ROWS]
        for piece in line.pieces
        if len(piece.text) < LONGEST
    ]


def ink_box(sheet: Sheet, line: Line, lines: Sequence[Line]) -> PixelBox:
    """Where a line's ink is (pixels), grown over what was overlooked up to the cells beside it."""
    own = line.place
    middle = (own.top + own.bottom) / 2
    left, right = 0.0, sheet.size[0]
    for place in (one.place for one in lines):
        if place.top <= middle <= place.bottom:
            if place.x1 <= own.x0:
                left = max(left, place.x1)
            elif place.x0 >= own.x1:
                right = min(right, place.x0)
    x0, _, x1, _ = sheet.pixels(Box(left, 0.0, right, 0.0))
    box = sheet.pixels(own)
    return grown(sheet.source(box), box, (x0, x1))


def overlooked(sheet: Sheet, line: Line, box: PixelBox) -> bool:
    """True where the ink goes on beyond what the page reader saw: a minus, a first digit.

    The full stop of ``pct.`` says nothing of the figure, and the page reader's box often ends
    before it: so of up to two figures in five on six scans of fifteen.
    """
    x0, top, x1, bottom = sheet.pixels(line.place)
    most = OVERLOOKED * (bottom - top)
    if x0 - box[0] > most:
        return True
    return box[2] - x1 > most and not _ends_in_a_stop(sheet, line, (x1, top, box[2], bottom))


def _ends_in_a_stop(sheet: Sheet, line: Line, beyond: PixelBox) -> bool:
    """True for a word whose ink goes on at its foot alone, but for the edge of its last letter."""
    x0, top, x1, bottom = beyond
    edge, foot = round(EDGE * (bottom - top)), round(FOOT * (bottom - top))
    ink = sheet.source(beyond)[top : top + foot, x0 + edge : x1] < INK
    return line.text.rstrip(".")[-1:].isalpha() and not np.any(ink)


def _is_names(table: Table, column: int) -> bool:
    """True for a column of words that hardly ever recur: neither figures nor statuses."""
    texts = [row[column].text for row in table.body if row[column].text]
    plain = [text for text in texts if not any(letter.isdigit() for letter in text)]
    return len(texts) >= FEWEST_NAMES and len(set(plain)) >= DISTINCT * len(texts)


def _has_decimals(table: Table, column: int) -> bool:
    """True for a column of figures of which most have a decimal comma, or point."""
    figures = [text for row in table.body if is_number(text := row[column].text)]
    marked = sum(DECIMAL.search(text) is not None for text in figures)
    return len(figures) >= FEWEST_FIGURES and marked >= MOSTLY * len(figures)
