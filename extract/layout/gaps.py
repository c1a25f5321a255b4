"""The white in a line: which of it may part columns, and which only words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.layout.figures import are_two, is_figure
from extract.layout.lines import Line, box_of, clings, interlaced
from extract.layout.running import is_apart, is_long, is_stretched
from extract.model import Word

# In line heights (about the font size). A justified line's word spaces stay below 0.6,
# columns of figures stand 0.8 and more apart.
_WIDE = 0.75  # a gap that may begin a gutter
_NAMED = 0.3  # the same between a figure with a sign or decimals and a name or phase
_NUMBERED = 0.45  # and between the number of a row and its name
_LEAST = 0.5  # the gap in every line that a gutter runs through
_BESIDE = 0.3  # the same beside a figure, where columns may stand close
_STRIP = 0.2  # what must be common to all these gaps, and enough between two figures

_ORDINAL = re.compile(r"^\d{1,2}\.?$")

Span = tuple[float, float]
INF = float("inf")


class Gap(NamedTuple):
    """White between two words of a line, and whether it parts columns rather than words."""

    x0: float
    x1: float
    wide: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line as gutters see it: its gaps, the open ends included, that are more than a space."""

    line: Line
    gaps: tuple[Gap, ...]
    running: bool
    apart: bool

    def white(self, x0: float, x1: float) -> tuple[Span, Gap] | None:
        """The widest free part of the strip, and the gap it lies in."""
        least = _STRIP * self.line.height
        parts = [((max(g.x0, x0), min(g.x1, x1)), g) for g in self.gaps if g.x0 < x1 and g.x1 > x0]
        free = [(part, gap) for part, gap in parts if part[1] - part[0] >= least]
        return max(free, key=lambda one: one[0][1] - one[0][0], default=None)

    def wide(self) -> list[Span]:
        """The gaps between words that may begin a gutter."""
        return [(g.x0, g.x1) for g in self.gaps if g.wide and g.x0 > -INF and g.x1 < INF]


def row_of(lines: Sequence[Line], index: int) -> Row:
    """The line at ``index`` with its gaps, and those of what stands beside it."""
    line = lines[index]
    if is_stretched(line):  # its word spaces may be as wide as any gutter
        ends = (Gap(-INF, line.box.x0, True), Gap(line.box.x1, INF, False))
        return Row(line, ends, True, is_apart(line))
    running = is_long(line)
    gaps: list[Gap] = []
    end, after = -INF, None
    for word in _level(lines, index):
        box = box_of(word)
        two = after is not None and are_two(after.text, word.text)
        if box.x0 - end >= _least(after, word, running, two) * line.height:
            least = _least_before(after, word) if after is not None else _WIDE
            gaps.append(Gap(end, box.x0, two or box.x0 - end >= least * line.height))
        end, after = max(end, box.x1), word
    return Row(line, (*gaps, Gap(end, INF, False)), running, is_apart(line))


def _least_before(left: Word, right: Word) -> float:
    """Line heights of white that may begin a gutter: less before a name, where a block begins."""
    if not (right.text[0].isupper() and right.text[1:2].islower()):
        return _WIDE
    if is_figure(left.text) and ("," in left.text or not left.text[0].isdigit()):
        return _NAMED
    return _NUMBERED if _ORDINAL.match(left.text) else _WIDE


def _least(left: Word | None, right: Word, running: bool, two: bool) -> float:
    """Line heights of white from which two words may stand in two columns."""
    if left is not None and clings(left, right):
        return INF
    if running:
        return _WIDE
    if two:
        return _STRIP
    beside = is_figure(right.text) or (left is not None and is_figure(left.text))
    return _BESIDE if beside else _LEAST


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
