"""Gutters: upright strips of white that run through line after line between columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.captions import caption_number, is_note
from extract.layout.figures import is_figure
from extract.layout.lines import Line, box_of

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


def gutters(lines: Sequence[Line]) -> list[Gutter]:
    """All gutters of at least two supporting lines, from left to right."""
    spans = [[(box_of(w).x0, box_of(w).x1) for w in line.words] for line in lines]
    found: list[Gutter] = []
    for index, line in enumerate(lines):
        for x0, x1 in _gaps(line, spans[index]):
            if any(g.first <= index <= g.last and g.x0 < x1 and g.x1 > x0 for g in found):
                continue
            gutter = _traced(lines, spans, index, x0, x1)
            if len(gutter.support) >= 2 and _is_wide(lines, spans, gutter):
                found.append(gutter)
    return sorted(found, key=lambda g: g.x0)


def _gaps(line: Line, spans: Sequence[Span]) -> list[Span]:
    if is_stretched(line):
        return []
    least = _WIDE * line.height
    found = []
    end = spans[0][1] if spans else 0.0
    for x0, x1 in spans[1:]:
        if x0 - end >= least:
            found.append((end, x0))
        end = max(end, x1)
    return found


def _is_wide(lines: Sequence[Line], spans: Sequence[Sequence[Span]], gutter: Gutter) -> bool:
    """True where most supporting lines have a gap wider than a word space at the gutter."""
    wide = 0
    for index in gutter.support:
        left = max(b for a, b in spans[index] if a < gutter.middle)
        right = min(a for a, b in spans[index] if b > gutter.middle)
        wide += right - left >= _WIDE * lines[index].height
    return wide >= 0.5 * len(gutter.support)


def _traced(
    lines: Sequence[Line], spans: Sequence[Sequence[Span]], start: int, x0: float, x1: float
) -> Gutter:
    """The gap followed down and then up as far as it stays white."""
    support = {start}
    for step in (1, -1):
        crossed, index = 0, start + step
        while 0 <= index < len(lines):
            above, below = sorted((index, index - step))
            apart = lines[below].box.top - lines[above].box.bottom
            far = apart > _FAR * min(lines[above].height, lines[below].height)
            if far or is_apart(lines[index]):
                break
            white = _white(lines[index], x0, x1)
            if white is None:
                crossed += 1
                if crossed > _CROSSED or is_running(lines[index]):
                    break
            else:
                crossed = 0
                x0, x1 = white
                left = any(b <= x0 + 0.1 for _, b in spans[index])
                right = any(a >= x1 - 0.1 for a, _ in spans[index])
                if left and right:
                    support.add(index)
            index += step
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


def _white(line: Line, x0: float, x1: float) -> Span | None:
    """The widest part of the strip free of words; None where that is but a word space."""
    if is_stretched(line):
        return None
    words, running = line.words, is_running(line)
    best: Span | None = None
    for left, right in pairwise([None, *words, None]):
        start = box_of(left).x1 if left else float("-inf")
        end = box_of(right).x0 if right else float("inf")
        a, b = max(start, x0), min(end, x1)
        figure = any(word is not None and is_figure(word.text) for word in (left, right))
        least = _WIDE if running else _BESIDE if figure else _LEAST
        if end - start < least * line.height:
            continue
        if b - a >= _STRIP * line.height and (best is None or b - a > best[1] - best[0]):
            best = (a, b)
    return best


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
