"""Gutters: upright strips of white that run through line after line between columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.gaps import INF, Row, row_of
from extract.layout.lines import Line, box_of

_FAR = 3.5  # line heights of white between two lines that end a gutter
_CROSSED = 2  # lines in a row that may cross it: spanning headings
_MOST = 0.5  # share of the lines in which it must be wide; less in as many lines as chance
_SOME, _MANY = 0.2, 8  # never lays the spaces of over one another, if no line crosses it
_BODY = 2  # lines of a body that tell its columns by themselves


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
    rows = [row_of(lines, index) for index in range(len(lines))]
    found: list[Gutter] = []
    for index, row in enumerate(rows):
        for x0, x1 in row.wide():
            if any(g.first <= index <= g.last and g.x0 < x1 and g.x1 > x0 for g in found):
                continue
            gutter = _traced(rows, index, x0, x1)
            if gutter is not None:
                found.append(gutter)
    return sorted(found, key=lambda g: g.x0)


def _traced(rows: Sequence[Row], start: int, x0: float, x1: float) -> Gutter | None:
    """The gap followed down and then up as far as it stays white; None without support."""
    support = {start: True}
    whole = True
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
                whole, crossed = whole and not crossed, 0
                (x0, x1), gap = white
                if gap.x0 > -INF and gap.x1 < INF:
                    support[index] = gap.wide
            index += step
    least = _SOME if whole and len(support) >= _MANY else _MOST
    if len(support) < 2 or sum(support.values()) < least * len(support):
        return None
    return Gutter(x0, x1, min(support), max(support), frozenset(support))


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
