"""What stands over a table's headings and is none of them: titles and units."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.lines import Line
from extract.layout.rules import Rule
from extract.layout.tight import tight_headings
from extract.model import Box

TITLE = 4  # words at least of a title; two headings that nearly touch have fewer
OUT = 12.0  # points that a line above may stand out to the side of those below
DEEP = 3  # lines of headings that a table may begin with
_BRACKETS = ("()", "[]")
_CENTRED = 0.03  # part of the table's width that what is centred over it may stand off its middle


def is_title(line: Line, cuts: Sequence[float]) -> bool:
    """True for a line that runs on from the column of names into the next: no column's heading."""
    first = line.pieces[0]
    over = first.box.x0 < cuts[0] < first.box.x1 - 1 and len(first.words) >= TITLE
    return over and not tight_headings(line, cuts)


def is_closed(lines: Sequence[Line], index: int, last: int, box: Box, over: Sequence[Rule]) -> bool:
    """True for a title above the rule that opens the headings, where another closes them.

    ``last`` is the table's last line, ``box`` its place and ``over`` the rules as wide as it is.
    """
    line, below = lines[index].box, lines[index + 1].box
    end = lines[min(index + 1 + DEEP, last)].box.top
    whole = [rule.at for rule in over if rule.start <= box.x0 + OUT]
    opened = any(line.bottom - 1 <= at <= below.top + 1 for at in whole)
    enclosed = any(line.top - lines[index].height <= at <= line.top + 1 for at in whole)
    closed = any(below.bottom - 1 <= at <= end for at in whole)
    return len(lines[index].pieces) == 1 and opened and closed and not enclosed


def is_unit(lines: Sequence[Line], index: int, start: float, end: float) -> bool:
    """True for a unit in brackets over the middle of the table, ``(1.000 kr.)``, and no heading.

    The table runs from ``start`` to ``end``, x in points.
    """
    line = lines[index]
    inside = len(line.pieces) == 1 and line.text[0] + line.text[-1] in _BRACKETS
    centred = abs(line.box.x0 + line.box.x1 - start - end) <= 2 * _CENTRED * (end - start)
    topmost = index == 0 or len(lines[index - 1].pieces) == 1
    return inside and centred and topmost
