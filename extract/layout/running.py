"""What a line reads like: prose, or a caption or note that no table runs over."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from extract.layout.captions import caption_number, is_label, is_note
from extract.layout.lines import Line, box_of

_STRETCHED = 5  # words: a line of fewer may be one word to a column
_RUNNING = 7  # words in one piece: a line of prose, which ends a gutter


def is_running(line: Line) -> bool:
    """True for a line that reads like prose."""
    return is_stretched(line) or is_long(line)


def is_long(line: Line) -> bool:
    """True for a line with one long piece, hardly any figures in it."""
    piece = max(line.pieces, key=lambda p: len(p.words))
    figures = sum(1 for word in piece.words if word.text[:1].isdigit())
    return len(piece.words) >= _RUNNING and figures <= 0.3 * len(piece.words)


def is_apart(line: Line) -> bool:
    """True for a caption or a note: no table runs over it."""
    return _says_so(line.text) or (len(line.pieces) == 1 and is_label(line.text))


@lru_cache(maxsize=1024)  # a line is asked about some four times
def _says_so(text: str) -> bool:
    return caption_number(text) is not None or is_note(text)


def is_stretched(line: Line) -> bool:
    """True for a justified line of prose whose word spaces are all pulled wide alike."""
    words = line.words
    if len(words) < _STRETCHED:
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(map(box_of, words))]
    lower = sum(1 for word in words if word.text[0].islower())
    return min(gaps) > 0.5 * max(gaps) and lower >= 0.5 * len(words)
