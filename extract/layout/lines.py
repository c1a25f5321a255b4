"""Words gathered into lines of text, and lines broken into pieces at wide gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from extract.layout.figures import is_currency, is_number
from extract.model import Box, Source, Word

_OVERLAP = 0.5  # part of the lower of two words that must lie beside the other on one line
_SPACE = 0.45  # of the line height: spaces are 0.2-0.35 of it, columns stand 0.5 and more apart
_FIXED = 0.06  # part by which the letters of two words may differ in width in one fixed pitch
# In fixed pitch the ink of a word is its letters' cells less the white at its ends (of the height),
# and a space is a cell with the white on both sides of it. Words shorter than `_TELLING` letters
# tell no pitch, and a line of fewer than `_ENOUGH` others may be alike by chance.
_ENDS, _BLANK, _TELLING, _ENOUGH = 0.1, 1.6, 3, 4
_HALF = 0.75  # line heights from line to line: half a line is 0.5 to 0.65, a whole one 1 or more


@dataclass(frozen=True)
class Piece:
    """Neighbouring words on one line, apart from the next piece by more than a word space."""

    words: tuple[Word, ...]
    box: Box

    @cached_property
    def text(self) -> str:
        """The words with single blanks between."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Line:
    """Pieces on one level, from left to right."""

    pieces: tuple[Piece, ...]
    box: Box

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the line."""
        return tuple(word for piece in self.pieces for word in piece.words)

    @cached_property
    def text(self) -> str:
        """The words with single blanks between."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return self.box.bottom - self.box.top


def box_of(word: Word) -> Box:
    """The word's place; words without one (plain text) never come here."""
    return word.box or Box(0.0, 0.0, 0.0, 0.0)


def thickness(word: Word) -> float:
    """Points across the line that a word stands on, which may stand on its side."""
    box = box_of(word)
    return box.x1 - box.x0 if word.turned else box.bottom - box.top


def bounds(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all of at least one box."""
    boxes = list(boxes)
    if len(boxes) == 1:  # most calls
        return boxes[0]
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


def word_space(before: Word, after: Word) -> float:
    """Points that a space between two words takes at most: in fixed pitch a letter's width."""
    boxes = box_of(before), box_of(after)
    pitches = [
        (box.x1 - box.x0) / max(1, len(word.text))
        for box, word in zip(boxes, (before, after), strict=True)
    ]
    height = min(thickness(before), thickness(after))
    fixed = max(pitches) - min(pitches) <= _FIXED * max(pitches)
    return max(_SPACE * height, 1.1 * max(pitches) if fixed else 0.0)


def blank(words: Sequence[Word]) -> float:
    """Points that a space takes at most on a scanned line in fixed pitch; 0 on any other line."""
    if not words or words[0].source is not Source.OCR:
        return 0.0
    pitches = [
        (box.x1 - box.x0 + _ENDS * (box.bottom - box.top)) / len(word.text)
        for word in words
        if len(word.text) >= _TELLING
        for box in [box_of(word)]
    ]
    if len(pitches) < _ENOUGH:
        return 0.0
    pitch = median(pitches)
    fixed = all(abs(one - pitch) <= _FIXED * pitch for one in pitches)
    return _BLANK * pitch if fixed else 0.0


def levels(words: Iterable[Word]) -> list[list[Word]]:
    """Words that share a level, each level from left to right, from the top down."""
    words = list(words)
    if len(words) < 2:
        return [words] if words else []
    found: list[list[Word]] = []
    edges: list[tuple[float, float]] = []
    for word in sorted(words, key=_from_the_top):
        box = box_of(word)
        for index in range(len(found) - 1, max(-1, len(found) - 4), -1):
            top, bottom = edges[index]
            shared = min(bottom, box.bottom) - max(top, box.top)
            if shared >= _OVERLAP * min(bottom - top, box.bottom - box.top):
                found[index].append(word)
                break
        else:
            found.append([word])
            edges.append((box.top, box.bottom))
    for index in range(len(found) - 1):
        if edges[index][1] > edges[index + 1][0]:
            _part(found[index], found[index + 1])
    return [sorted(level, key=lambda w: box_of(w).x0) for level in found]


def _part(upper: list[Word], lower: list[Word]) -> None:
    """Move words of one level to another half a line further down that they stand nearer to.

    Beside a cell set level by its middle, words of one line would fall to both by a hair.
    """
    above, below = _middle(upper[0]), _middle(lower[0])
    moved = [word for word in upper if abs(_middle(word) - below) < abs(_middle(word) - above)]
    lower += moved
    upper[:] = [word for word in upper if word not in moved]


def _middle(word: Word) -> float:
    box = box_of(word)
    return (box.top + box.bottom) / 2


def _from_the_top(word: Word) -> tuple[float, float]:
    box = box_of(word)
    return box.top + box.bottom, box.x0


def clings(left: Word, right: Word) -> bool:
    """True for a sign of money, set apart at the left edge of the cell that its figure ends."""
    return is_currency(left.text) and is_number(right.text)


def pieces(words: Sequence[Word], gap: float, cuts: Sequence[float] = ()) -> tuple[Piece, ...]:
    """One level broken where a gap is wider than ``gap`` font sizes or crosses a cut (x)."""
    groups: list[list[Word]] = []
    least = blank(words)
    for word in words:
        if groups:
            last, box = box_of(groups[-1][-1]), box_of(word)
            size = min(thickness(groups[-1][-1]), thickness(word))
            crossed = any(last.x1 - 1 <= x <= box.x0 + 1 for x in cuts)
            near = box.x0 - last.x1 <= max(gap * size, least) and not crossed
            if near or clings(groups[-1][-1], word):
                groups[-1].append(word)
                continue
        groups.append([word])
    return tuple(Piece(tuple(g), bounds([box_of(w) for w in g])) for g in groups)


def interlaced(upper: Line, lower: Line) -> bool:
    """True where the lower line stands beside the upper one, less than a line further down.

    Cells centred in their row do: a label of one line stands beside the middle of two.
    """
    return lower.box.bottom - upper.box.bottom < _HALF * min(upper.height, lower.height)


def lines(words: Iterable[Word], gap: float = 0.8) -> list[Line]:
    """Lines from the top down; ``gap`` in font sizes parts the pieces of a line."""
    found = []
    for level in levels(words):
        parts = pieces(level, gap)
        found.append(Line(parts, bounds(piece.box for piece in parts)))
    return found
