"""Tables that go on over a page break, with or without their headings repeated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extract.layout.columns import Item, Span, items
from extract.layout.figures import is_number
from extract.layout.grid import Grid, joined
from extract.layout.lines import Line, interlaced
from extract.layout.places import Row
from extract.layout.rows import open_grid
from extract.layout.running import is_apart, is_running
from extract.model import Cell

_BESIDE = 6.0  # points that a cell may stand out of the columns above
_SCRAP = 3  # letters of a figure's rest on the next page

CONTINUED = re.compile(r"\b(?:fortsat|fortsættes|forts\.|continued|cont\.|\(2/\d\))", re.IGNORECASE)


def same_headings(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """True where both have the same texts from left to right, white space and hyphens apart.

    Two headings that came out as one cell on one of the pages are still the same.
    """
    return _across(one) == _across(other)


def _across(rows: Sequence[Row]) -> str:
    return "".join(text for column in zip(*map(_texts, rows), strict=True) for text in column)


def repeated(headings: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many of the first rows repeat the headings (whole, or their last rows only)."""
    for count in range(min(len(headings), len(rows)), 0, -1):
        if same_headings(headings[-count:], rows[:count]):
            return count
    return 0


def lone_rows(upper: Sequence[Span], last: Row, lines: Sequence[Line]) -> tuple[Grid | None, int]:
    """The first lines of a page as rows of a table above, and how many lines they take.

    One or two rows that a page break leaves over make no table of their own; nor does the
    rest of the ``last`` row above.
    """
    cuts = [(a[1] + b[0]) / 2 for a, b in pairwise(upper)]
    left, right = upper[0][0] - _BESIDE, upper[-1][1] + _BESIDE
    taken: list[Line] = []
    for line, below in zip_longest(lines, lines[1:]):
        far = bool(taken) and line.box.top - taken[-1].box.bottom > 1.5 * line.height
        outside = line.box.x0 < left or line.box.x1 > right
        if far or outside or is_apart(line) or is_running(line):
            break
        parts = items(line, cuts)
        half = below is not None and interlaced(line, below)
        if not taken and len(parts) < 2 and not half and not _is_scrap(parts, last):
            break
        taken.append(line)
    rows = [items(line, cuts) for line in taken]
    figures = sum(1 for row in rows for item in row[1:] if is_number(item.text))
    rest = len(taken) == 1 and _is_scrap(rows[0], last)
    if not taken or not (figures or rest):
        return None, 0
    return open_grid(taken, cuts, ()), len(taken)


def _is_scrap(row: Sequence[Item], last: Row) -> bool:
    """True where every item goes on with a word or phrase broken in the row above."""
    return all(
        item.text[0].islower() or last[min(item.first, len(last) - 1)].text.endswith("-")
        for item in row
    )


def with_headings(headings: Sequence[Row], rows: Sequence[Row]) -> Row | None:
    """What the first row holds beyond the repeated headings: the rest of a row cut above.

    Without a rule below them the headings take in a line that the page break left over
    (``Resultatmål`` and ``ikke``), on the page before as on this. None where the row is no
    such heading.
    """
    if len(headings) != 1 or not rows:
        return None
    rest = []
    for known, cell in zip(headings[0], rows[0], strict=True):
        old, new = known.text.split(), cell.text.split()
        if new[: len(old)] != old and old[: len(new)] != new:
            return None
        rest.append(replace(cell, text=" ".join(new[len(old) :]), words=cell.words[len(old) :]))
    beyond = [cell.text for cell in rest if cell.text]
    return tuple(rest) if beyond and all(text[0].islower() for text in beyond) else None


def joined_break(rows: list[Row], below: list[Row]) -> list[Row]:
    """Both parts' rows; a row broken at the foot of the page is made whole."""
    if rows and below and is_rest(rows[-1], below[0]):
        pairs = zip(rows[-1], below[0], strict=True)
        return [*rows[:-1], tuple(_goes_on(a, b) for a, b in pairs), *below[1:]]
    return [*rows, *below]


def is_rest(upper: Row, lower: Row) -> bool:
    """True for the rest of a row that a page break cuts: its texts go on with those above.

    A label in lower case tells it, or scraps without a label (``29,9`` and ``0`` below it).
    """
    if lower[0].text:
        texts = [(a.text, b.text) for a, b in zip(upper, lower, strict=True) if b.text]
        figures = any(is_number(below) for _, below in texts)
        goes_on = all(above.endswith("-") or below[0].islower() for above, below in texts)
        return lower[0].text[0].islower() or (goes_on and not figures)
    scraps = [(a.text, b.text) for a, b in zip(upper, lower, strict=True) if b.text]
    return all(
        above and (len(below) <= _SCRAP or below[0].islower() or above.endswith("-"))
        for above, below in scraps
    )


def _goes_on(upper: Cell, lower: Cell) -> Cell:
    if not lower.text:
        return upper
    text = joined([upper.text, lower.text]) if upper.text else lower.text
    return replace(upper, text=text, words=(*upper.words, *lower.words))


def _texts(row: Row) -> list[str]:
    return [re.sub(r"[\s\-\u00ad]", "", cell.text).casefold() for cell in row]
