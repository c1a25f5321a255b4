"""Large words printed across a page's text: ``UDKAST``, ``FORTROLIGT``, and stamps on paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.layout.lines import box_of
from extract.model import Box, Source, Word

_LARGE = 3.0  # times the height of the page's words; headings seldom have twice that
_ACROSS = 2  # words that it lies over, at least: a large initial touches its own lines' first ones
# Times their height, and lines beside it at least: a stamp hides from a picture's readers what it
# lies over, and left in a table ``AGET`` took the white between two columns.
_STAMP, _LINES = 2.5, 2


def watermarks(words: Sequence[Word]) -> frozenset[int]:
    """Indices of the words that are far larger than the others and lie over some of them.

    In a picture also of those that stand beside several lines.
    """
    if not words:
        return frozenset()
    heights = [_height(word) for word in words]
    usual = median(heights)
    large = [index for index, height in enumerate(heights) if height >= _STAMP * usual]
    if not large:  # most pages
        return frozenset()
    small = [
        box_of(word) for word, height in zip(words, heights, strict=True) if height < _STAMP * usual
    ]
    found = set()
    for index in large:
        own, word = box_of(words[index]), words[index]
        level = [b for b in small if own.top < (b.top + b.bottom) / 2 < own.bottom]
        crossed = sum(own.x0 < (b.x0 + b.x1) / 2 < own.x1 for b in level)
        stamp = word.source is Source.OCR and not word.turned and _lines(level, usual) >= _LINES
        if stamp or (heights[index] >= _LARGE * usual and crossed >= _ACROSS):
            found.add(index)
    return frozenset(found)


def _lines(boxes: Sequence[Box], height: float) -> int:
    """How many lines there are of words so high."""
    middles = sorted((box.top + box.bottom) / 2 for box in boxes)
    return bool(middles) + sum(b - a > height / 2 for a, b in pairwise(middles))


def _height(word: Word) -> float:
    own = box_of(word)
    return own.bottom - own.top
