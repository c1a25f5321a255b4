"""Charts told from tables by what is drawn: bars end at as many places as there are values."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.rules import Rule, clustered
from extract.model import Box

_SAME = 1.5  # points: ends of bars on one axis
_APART = 3.0  # points between the ends of two bars that differ
_BARS = 4  # of different length on one axis; the steps of a table's heading are two or three
_LOW = 16.0  # points that the side of a lying bar is high, at most


def is_chart(box: Box, flat: Sequence[Rule], upright: Sequence[Rule]) -> bool:
    """True where bars stand on an axis, hang from one, or lie in rows within the box."""
    down = [
        v for v in upright if box.x0 < v.at < box.x1 and v.start < box.bottom and v.end > box.top
    ]
    across = [
        h for h in flat if box.top < h.at < box.bottom and h.start < box.x1 and h.end > box.x0
    ]
    if _stand(down) or _stand([Rule(h.at, -h.end, -h.start) for h in across]):
        return True
    sides = [v for v in down if v.end - v.start <= _LOW]
    alone = [v for v in sides if sum(abs(v.at - other.at) <= _APART for other in down) == 1]
    return len(clustered((v.start for v in alone), _APART)) >= _BARS


def _stand(rules: Sequence[Rule]) -> bool:
    """Lines that end on one axis and begin at many heights."""
    return any(
        len(clustered((r.start for r in rules if abs(r.end - axis) <= _SAME), _APART)) >= _BARS
        for axis in clustered((r.end for r in rules), _SAME)
    )
