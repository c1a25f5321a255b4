"""Words seen in a picture given the boxes their font would have, so that lines are even.

A reader of pictures puts a box tightly around the ink: ``mm`` is half as high as ``Hg``. From
the letters it is known which parts of the line the ink covers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from extract.layout.grid import Grid
from extract.layout.lines import Line, Piece, box_of
from extract.model import Box, Word

# Parts of the font size, over and under the base line, of common text fonts.
_TALL, _LOW, _BELOW = 0.72, 0.52, 0.2
_ASCENT, _DESCENT = 0.76, 0.22
_ASCENDERS = frozenset("bdfhklijt%ß/()[]{}!?|&$§")
_DESCENDERS = frozenset("gpqyjQ,;()[]{}|")
_ODD = 1.6  # times the usual size: a word this far from it is measured wrongly


def evened(words: Sequence[Word]) -> tuple[list[Word], dict[int, Word]]:
    """Words with even boxes, and what each was before (by ``id``); those with a size stay."""
    sizes = [size for word in words if word.size is None and (size := _size(word))]
    if not sizes:
        return list(words), {}
    usual = median(sizes)
    made: list[Word] = []
    before: dict[int, Word] = {}
    for word in words:
        even = word if word.size is not None or word.turned else _even(word, usual)
        made.append(even)
        if even is not word:
            before[id(even)] = word
    return made, before


def restored_grid(grid: Grid, before: Mapping[int, Word]) -> Grid:
    """The grid with the words as they were read."""
    slots = tuple(
        replace(slot, words=tuple(before.get(id(word), word) for word in slot.words))
        for slot in grid.slots
    )
    return replace(grid, slots=slots)


def restored_line(line: Line, before: Mapping[int, Word]) -> Line:
    """The line with the words as they were read."""
    return replace(
        line,
        pieces=tuple(
            Piece(tuple(before.get(id(word), word) for word in piece.words), piece.box)
            for piece in line.pieces
        ),
    )


def _reach(text: str) -> tuple[float, float] | None:
    """How far the ink goes over and under the base line; None where the text does not tell."""
    if not any(letter.isalnum() for letter in text):
        return None
    tall = any(c.isupper() or c.isdigit() or c in _ASCENDERS or ord(c) > 0xBF for c in text)
    below = any(c in _DESCENDERS for c in text)
    return (_TALL if tall else _LOW), (_BELOW if below else 0.0)


def _size(word: Word) -> float | None:
    reach = _reach(word.text)
    box = box_of(word)
    return (box.bottom - box.top) / sum(reach) if reach else None


def _even(word: Word, usual: float) -> Word:
    box, reach, size = box_of(word), _reach(word.text), _size(word)
    if reach is None or size is None:
        middle = (box.top + box.bottom) / 2
        base = box.bottom if box.bottom - middle < 0.1 * usual and "." in word.text else None
        base = base if base is not None else middle + 0.26 * usual
        size = usual
    else:
        size = size if usual / _ODD <= size <= usual * _ODD else max(usual, size / _ODD)
        base = box.bottom - reach[1] * size
    return word._replace(box=Box(box.x0, base - _ASCENT * size, box.x1, base + _DESCENT * size))
