"""Charts told from tables by what is drawn: bars end at as many places as there are values."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.lines import box_of
from extract.layout.rules import Rule, clustered
from extract.model import Box, Word

_SAME = 1.5  # points: ends of bars on one axis, or a bar's side and its end
_APART = 3.0  # points between the ends of two bars that differ
_BARS = 5  # of different length; the lines of a table's heading begin at two to four heights
_ROWS = 4  # of bars that lie in pieces beside each other
_LOW = 16.0  # points that the side of a lying bar is high, at most
_AROUND = 16.0  # points around the bars in which their values and names stand, twice that left


def charts(flat: Sequence[Rule], upright: Sequence[Rule]) -> list[Box]:
    """The places of charts whose bars stand on an axis or begin at one, labels included."""
    standing = [Box(b.x0, b.top, b.x1, b.bottom) for b in _bars(upright, flat)]
    lying = [
        Box(-b.bottom, b.x0, -b.top, b.x1)
        for b in _bars(
            [Rule(h.at, -h.end, -h.start) for h in flat],
            [Rule(-v.at, v.start, v.end) for v in upright],
        )
    ]
    return [
        Box(b.x0 - 2 * _AROUND, b.top - _AROUND, b.x1 + _AROUND, b.bottom + _AROUND)
        for b in (*standing, *lying)
    ]


def is_label(word: Word, places: Sequence[Box]) -> bool:
    """True where the word's middle lies in one of the charts."""
    if not places:  # most pages
        return False
    own = box_of(word)
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return any(b.x0 <= x <= b.x1 and b.top <= y <= b.bottom for b in places)


def is_chart(box: Box, upright: Sequence[Rule], places: Sequence[Box]) -> bool:
    """True for an axis beside one of the charts, or bars in rows, each parted at its own places."""
    if any(_beside(box, place) for place in places):
        return True
    down = [
        v for v in upright if box.x0 < v.at < box.x1 and v.start < box.bottom and v.end > box.top
    ]
    sides = [v for v in down if v.end - v.start <= _LOW]
    alone = [v for v in sides if sum(abs(v.at - other.at) <= _APART for other in down) == 1]
    return len(clustered((v.start for v in alone), _APART)) >= _ROWS


def _beside(box: Box, place: Box) -> bool:
    shared = min(box.bottom, place.bottom) - max(box.top, place.top)
    level = shared >= 0.5 * (box.bottom - box.top)
    return level and box.x0 < place.x1 and box.x1 > place.x0


def _bars(sides: Sequence[Rule], ends: Sequence[Rule]) -> list[Box]:
    """Around the bars on each axis: upright lines that end on it and are closed at the top."""
    found = []
    for axis in clustered((side.end for side in sides), _SAME):
        bars = [
            side
            for side in sides
            if abs(side.end - axis) <= _SAME and any(_closes(end, side) for end in ends)
        ]
        if len(clustered((bar.start for bar in bars), _APART)) >= _BARS:
            places = [bar.at for bar in bars]
            found.append(Box(min(places), min(bar.start for bar in bars), max(places), axis))
    return found


def _closes(end: Rule, side: Rule) -> bool:
    near = abs(end.at - side.start) <= _SAME
    return near and end.start - _SAME <= side.at <= end.end + _SAME
