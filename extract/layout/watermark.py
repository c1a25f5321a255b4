"""Large words printed across a page's text: ``UDKAST``, ``FORTROLIGT``."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extract.layout.lines import box_of
from extract.model import Word

_LARGE = 3.0  # times the height of the page's words; headings seldom have twice that
_ACROSS = 2  # words that it lies over, at least: a large initial touches its own lines' first ones


def watermarks(words: Sequence[Word]) -> frozenset[int]:
    """Indices of the words that are far larger than the others and lie over some of them."""
    if not words:
        return frozenset()
    heights = [_height(word) for word in words]
    least = _LARGE * median(heights)
    large = [index for index, height in enumerate(heights) if height >= least]
    if not large:  # most pages
        return frozenset()
    small = [box_of(word) for word, height in zip(words, heights, strict=True) if height < least]
    found = set()
    for index in large:
        own = box_of(words[index])
        crossed = sum(
            own.x0 < (b.x0 + b.x1) / 2 < own.x1 and own.top < (b.top + b.bottom) / 2 < own.bottom
            for b in small
        )
        if crossed >= _ACROSS:
            found.add(index)
    return frozenset(found)


def _height(word: Word) -> float:
    own = box_of(word)
    return own.bottom - own.top
