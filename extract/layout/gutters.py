"""Gutters: upright strips of white that run through line after line between columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.captions import caption_number, is_note
from extract.layout.figures import is_figure
from extract.layout.lines import Line, box_of, interlaced
from extract.model import Word

# In line heights (about the font size). A justified line's word spaces stay below 0.6,
# columns of figures stand 0.8 and more apart.
_WIDE = 0.75  # a gap that may begin a gutter
_LEAST = 0.5  # the gap in every line that a gutter runs through
_BESIDE = 0.3  # the same beside a figure, where columns may stand close
_STRIP = 0.2  # what must be common to all these gaps
_FAR = 3.5  # white between two lines that ends a gutter
_CROSSED = 2  # lines in a row that may cross it: spanning headings
_STRETCHED = 5  # words: a line of fewer may be one word to a column
_BODY = 2  # lines of a body that tell its columns by themselves
_RUNNING = 7  # words in one piece: a line of prose, which ends a gutter

Span = tuple[float, float]
INF = float("inf")


@dataclass(frozen=True, slots=True)
class Gutter:
    """White from ``x0`` to ``x1`` through lines ``first`` to ``last``.

    ``support`` are the lines with text on both sides.
    """

    x0: float
    x1: float
    first: int
    last: int
    support: frozenset[int]

    @property
    def middle(self) -> float:
        """Half way across, in points."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as gutters see it: its gaps, the open ends included, that are more than a space."""

    line: Line
    gaps: tuple[Span, ...]
    running: bool
    apart: bool

    def white(self, x0: float, x1: float) -> tuple[Span, Span] | None:
        """The widest free part of the strip, and the gap it lies in."""
        least = _STRIP * self.line.height
        parts = [((max(a, x0), min(b, x1)), (a, b)) for a, b in self.gaps if a < x1 and b > x0]
        free = [(part, gap) for part, gap in parts if part[1] - part[0] >= least]
        return max(free, key=lambda one: one[0][1] - one[0][0], default=None)

    def wide(self) -> list[Span]:
        """The gaps between words that may begin a gutter."""
        least = _WIDE * self.line.height
        return [(a, b) for a, b in self.gaps if a > -INF and b < INF and b - a >= least]


def gutters(lines: Sequence[Line]) -> list[Gutter]:
    """All gutters of at least two supporting lines, from left to right."""
    rows = [_row(lines, index) for index in range(len(lines))]
    found: list[Gutter] = []
    for index, row in enumerate(rows):
        for x0, x1 in row.wide():
            if any(g.first <= index <= g.last and g.x0 < x1 and g.x1 > x0 for g in found):
                continue
            gutter = _traced(rows, index, x0, x1)
            if gutter is not None:
                found.append(gutter)
    return sorted(found, key=lambda g: g.x0)


def _row(lines: Sequence[Line], index: int) -> _Row:
    line = lines[index]
    if is_stretched(line):
        return _Row(line, (), running=True, apart=is_apart(line))
    running = is_running(line)
    gaps: list[Span] = []
    end, after = -INF, False
    for word in _level(lines, index):
        box, figure = box_of(word), is_figure(word.text)
        least = _WIDE if running else _BESIDE if figure or after else _LEAST
        if box.x0 - end >= least * line.height:
            gaps.append((end, box.x0))
        end, after = max(end, box.x1), figure
    return _Row(line, (*gaps, (end, INF)), running, is_apart(line))


def _level(lines: Sequence[Line], index: int) -> Sequence[Word]:
    """The words of the line and of those beside it, half a line further up or down."""
    first = last = index
    if index and interlaced(lines[index - 1], lines[index]):
        first -= 1
    if index + 1 < len(lines) and interlaced(lines[index], lines[index + 1]):
        last += 1
    if first == last:
        return lines[index].words
    words = [word for line in lines[first : last + 1] for word in line.words]
    return sorted(words, key=lambda word: box_of(word).x0)


def _traced(rows: Sequence[_Row], start: int, x0: float, x1: float) -> Gutter | None:
    """The gap followed down and then up as far as it stays white; None without support."""
    support = {start: x1 - x0}
    for step in (1, -1):
        crossed, index = 0, start + step
        while 0 <= index < len(rows):
            above, below = (rows[i].line for i in sorted((index, index - step)))
            far = below.box.top - above.box.bottom > _FAR * min(above.height, below.height)
            if far or rows[index].apart:
                break
            white = rows[index].white(x0, x1)
            if white is None:
                crossed += 1
                if crossed > _CROSSED or rows[index].running:
                    break
            else:
                crossed = 0
                (x0, x1), gap = white
                if gap[0] > -INF and gap[1] < INF:
                    support[index] = gap[1] - gap[0]
            index += step
    wide = sum(1 for i, gap in support.items() if gap >= _WIDE * rows[i].line.height)
    if len(support) < 2 or wide < 0.5 * len(support):
        return None
    return Gutter(x0, x1, min(support), max(support), frozenset(support))


def is_running(line: Line) -> bool:
    """True for a line that reads like prose: one long piece, hardly any figures in it."""
    if is_stretched(line):
        return True
    piece = max(line.pieces, key=lambda p: len(p.words))
    figures = sum(1 for word in piece.words if word.text[:1].isdigit())
    return len(piece.words) >= _RUNNING and figures <= 0.3 * len(piece.words)


def is_apart(line: Line) -> bool:
    """True for a caption or a note: no table runs over it."""
    return caption_number(line.text) is not None or is_note(line.text)


def is_stretched(line: Line) -> bool:
    """True for a justified line of prose whose word spaces are all pulled wide alike."""
    words = line.words
    if len(words) < _STRETCHED:
        return False
    gaps = [box_of(b).x0 - box_of(a).x1 for a, b in pairwise(words)]
    lower = sum(1 for word in words if word.text[0].islower())
    return min(gaps) > 0.5 * max(gaps) and lower >= 0.5 * len(words)


def body_cuts(body: Sequence[Line], drawn: Sequence[float]) -> list[float]:
    """Where a table's body has its gutters, besides the cuts ``drawn``; none where it is short."""
    if len(body) < _BODY:
        return []
    own = [
        g.middle
        for g in gutters(body)
        if not any(g.x0 - 3 <= x <= g.x1 + 3 for x in drawn)
        and (len(g.support) >= 0.2 * len(body) or crossings(body, g.middle) <= 0.1 * len(body))
    ]
    return sorted([*own, *drawn])


def crossings(lines: Sequence[Line], x: float) -> int:
    """How many of the lines have a word at ``x``."""
    return sum(
        1
        for line in lines
        if any(box_of(w).x0 < x - 0.5 and box_of(w).x1 > x + 0.5 for w in line.words)
    )


def steps(lines: Sequence[Line]) -> list[float]:
    """Points from each line's bottom to the next one's."""
    return [b.box.bottom - a.box.bottom for a, b in pairwise(lines)]
