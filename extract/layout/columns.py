"""A zone's lines cut into its columns: what stands in which, and what runs over several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.layout.figures import are_two, is_figure, is_number
from extract.layout.lines import (
    Line,
    Piece,
    blank,
    bounds,
    box_of,
    clings,
    thickness,
    word_space,
)
from extract.model import Word

_CLOSE = 0.2  # of the line height: gap at a cut that parts a cell from a figure
LOOSE = 0.45  # the same in a heading, where a figure may be a word's
IN_LINE = 1.0  # points by which the lines of one heading stand off each other
_PRINTED = 0.2  # part of a column's figures that are printed; the others are missing

Span = tuple[float, float]  # left and right end in points
Cover = tuple[int, int]  # first and last column, inclusive


class Item(NamedTuple):
    """Words of one line in one cell: columns ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single blanks between."""
        return " ".join(word.text for word in self.words)

    @property
    def span(self) -> Span:
        """Left and right end in points."""
        box = bounds(box_of(w) for w in self.words)
        return box.x0, box.x1


def items(line: Line, cuts: Sequence[float]) -> list[Item]:
    """The line's cells. A piece that runs over a cut without a gap there spans columns."""
    found: list[Item] = []
    for piece in line.pieces:
        for words in _split(piece, cuts, _CLOSE):
            box = bounds(box_of(w) for w in words)
            crossed = [i for i, cut in enumerate(cuts) if box.x0 < cut - 1 and box.x1 > cut + 1]
            if crossed:
                first, last = crossed[0], crossed[-1] + 1
            else:
                first = last = sum(1 for cut in cuts if (box.x0 + box.x1) / 2 > cut)
            if found and first <= found[-1].last:
                before = found.pop()
                last = max(last, before.last)
                found.append(Item(before.first, last, (*before.words, *words)))
            else:
                found.append(Item(first, last, words))
    return found


def heads_all(line: Line, cuts: Sequence[float]) -> bool:
    """True for one cell in each of three columns or more: no line of prose is so."""
    found = items(line, cuts)
    return len(found) > 2 and [item.first for item in found] == list(range(len(cuts) + 1))


def loose_items(line: Line, cuts: Sequence[float]) -> list[Item]:
    """The line's pieces, none joined: in headings two may stand over one column of the body."""
    found = []
    for piece in line.pieces:
        for words in _split(piece, cuts, LOOSE):
            box = bounds(box_of(w) for w in words)
            column = sum(1 for cut in cuts if (box.x0 + box.x1) / 2 > cut)
            found.append(Item(column, column, words))
    return found


def in_line(upper: Item, lower: Item) -> bool:
    """True for items with the same middle, or one side in common."""
    (a, b), (c, d) = upper.span, lower.span
    return min(abs(a + b - c - d) / 2, abs(a - c), abs(b - d)) <= IN_LINE


def figure_columns(rows: Sequence[Sequence[Item]], columns: int) -> frozenset[int]:
    """Columns after the first in which at least half the cells are figures, not signs alone.

    A minus is a figure that is missing, or a goal that is not met.
    """
    texts: list[list[str]] = [[] for _ in range(columns)]
    for row in rows:
        for item in row:
            if item.first == item.last:
                texts[item.first].append(item.text)
    found = set()
    for column, held in enumerate(texts[1:], 1):
        figures = [text for text in held if is_number(text)]
        printed = sum(1 for text in figures if any(sign.isdigit() for sign in text))
        if len(figures) >= max(2, 0.5 * len(held)) and printed >= _PRINTED * len(figures):
            found.add(column)
    return frozenset(found)


def extents(rows: Sequence[Sequence[Item]], cuts: Sequence[float]) -> list[Span]:
    """Left and right end of what stands in each column; the cuts where nothing does."""
    found: list[Span | None] = [None] * (len(cuts) + 1)
    for row in rows:
        for item in row:
            if item.first == item.last:
                a, b = item.span
                known = found[item.first]
                found[item.first] = (min(a, known[0]), max(b, known[1])) if known else (a, b)
    ends = [cuts[0] - 10 if cuts else 0.0, *cuts, cuts[-1] + 10 if cuts else 0.0]
    return [span or (ends[i], ends[i + 1]) for i, span in enumerate(found)]


def _split(piece: Piece, cuts: Sequence[float], close: float) -> list[tuple[Word, ...]]:
    """The piece parted at the cuts; ``close`` is the least white beside a figure."""
    groups: list[list[Word]] = []
    space = blank(piece.words)
    for word in piece.words:
        if groups:
            last = groups[-1][-1]
            a, b = box_of(last), box_of(word)
            parted = any(a.x1 - 1 <= cut <= b.x0 + 1 for cut in cuts)
            figure = is_figure(last.text) or is_figure(word.text)
            two = are_two(last.text, word.text)
            height = min(thickness(last), thickness(word))
            beside = (_CLOSE if two else close) * height if two or figure else 0.0
            least = beside or max(word_space(last, word), space)
            if clings(last, word) or not (parted and b.x0 - a.x1 >= least):
                groups[-1].append(word)
                continue
        groups.append([word])
    return [tuple(group) for group in groups]
