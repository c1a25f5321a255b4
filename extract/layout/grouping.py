"""Which lines of a table's body make one row: wrapped lines go to the row they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.layout.columns import Item
from extract.layout.figures import is_number
from extract.layout.gutters import steps
from extract.layout.lines import Line, interlaced
from extract.layout.stubs import are_two, is_stub, room

_CLOSER = 0.85  # of the other distance: a line this much nearer to one neighbour belongs there
_WHOLE = 0.75  # of the usual distance between rows: lines nearer are parts of one row
_A_ROW = 0.95  # of the usual distance: lines no nearer are rows of their own
_TWO_STEPS = 1.3  # times the smaller distance between lines: the larger parts rows


def is_group_label(row: Sequence[Item], figures: frozenset[int]) -> bool:
    """True for words alone on a line over columns of figures: what the rows below are about.

    ``Mænd`` centred over the table; the rest of a broken figure would begin in lower case.
    """
    if len(row) != 1 or not figures or is_number(row[0].text) or row[0].text[0].islower():
        return False
    return row[0].first > 0 and (row[0].last > row[0].first or row[0].first in figures)


def bands(start: int, end: int, ruled: frozenset[int]) -> list[list[int]]:
    """Lines ``start`` to ``end`` (exclusive), parted behind those that a rule closes."""
    found: list[list[int]] = [[]]
    for index in range(start, end):
        found[-1].append(index)
        if index in ruled and index < end - 1:
            found.append([])
    return found


def grouped(
    lines: Sequence[Line],
    rows: Sequence[Sequence[Item]],
    anchors: Sequence[bool],
    figures: frozenset[int],
    ruled: frozenset[int],
    offset: int,
) -> list[list[int]]:
    """Indices of lines (from ``offset``) that make one row each."""
    parted = [[i - offset for i in band] for band in bands(offset, offset + len(lines), ruled)]
    pitch, end = _pitch(lines, anchors), room(rows)
    groups: list[list[int]] = []
    for band in parted:
        carried = sum(1 for i in band if anchors[i])
        if len(parted) > 2 and carried <= 1 and (figures or carried):
            groups.extend(_opened(band, lines, rows, pitch, end))
        else:
            groups.extend(_rows_of(band, lines, rows, anchors, figures, pitch, end))
    return [[i + offset for i in group] for group in groups]


def _opened(
    band: Sequence[int],
    lines: Sequence[Line],
    rows: Sequence[Sequence[Item]],
    pitch: float,
    end: float,
) -> list[list[int]]:
    """The lines between two rules as one row, names of groups above and below by themselves.

    Such a name stands a whole row above the next; the rest of a broken name comes closer.
    """
    groups: list[list[int]] = [[band[0]]]
    for first, second in pairwise(band):
        upper, lower = rows[first], rows[second]
        [step] = steps([lines[first], lines[second]])
        broken = upper[0].text.endswith("-") or lower[0].text[0].islower()
        opens = len(groups[-1]) == 1 and is_stub(upper) and not lower[0].first
        far = opens and not broken and step >= _A_ROW * pitch
        if far or ((is_stub(upper) or is_stub(lower)) and are_two(upper, lower, end)):
            groups.append([])
        groups[-1].append(second)
    return groups


def _pitch(lines: Sequence[Line], anchors: Sequence[bool]) -> float:
    """The usual distance between rows of one line, in points."""
    found = steps(lines)
    between = [s for i, s in enumerate(found) if anchors[i] and anchors[i + 1]]
    return median(between or found or [0.0])


def _rows_of(
    band: Sequence[int],
    lines: Sequence[Line],
    rows: Sequence[Sequence[Item]],
    anchors: Sequence[bool],
    figures: frozenset[int],
    pitch: float,
    end: float,
) -> list[list[int]]:
    apart = steps([lines[i] for i in band])
    parting = _parting(apart) if not figures else None
    groups: list[list[int]] = []
    pending: list[int] = []
    for place, index in enumerate(band):
        above = apart[place - 1] if place else float("inf")
        below = apart[place] if place < len(apart) else float("inf")
        if parting is not None:
            joins = above < parting
        elif anchors[index]:
            joins = place > 0 and interlaced(lines[band[place - 1]], lines[index])
        elif is_group_label(rows[index], figures) and min(above, below) >= _WHOLE * pitch:
            joins = False
        else:
            after = rows[band[place + 1]] if place + 1 < len(band) else None
            way = _way(rows[index], _first(groups, rows), after, above, below, pitch)
            if is_stub(rows[index]) and way != "alone":
                before = rows[band[place - 1]] if place else ()
                pair = (rows[index], after or ()) if way == "down" else (before, rows[index])
                way = "alone" if are_two(*pair, end) else way
            if way == "down":
                pending.append(index)
                continue
            joins = way == "up"
        if joins and groups and not pending and not _clash(rows, groups[-1], index):
            groups[-1].append(index)
        else:
            groups.append([*pending, index])
            pending = []
    if pending:
        groups.append(pending)
    return groups


def _clash(rows: Sequence[Sequence[Item]], group: Sequence[int], index: int) -> bool:
    """True where both have a figure in one column: two figures are never one cell."""
    held = {item.first for i in group for item in rows[i] if is_number(item.text)}
    return any(item.first in held and is_number(item.text) for item in rows[index])


def _first(groups: Sequence[Sequence[int]], rows: Sequence[Sequence[Item]]) -> str:
    """What the first column of the row above ends in."""
    texts = [rows[i][0].text for i in groups[-1] if rows[i][0].first == 0] if groups else []
    return texts[-1] if texts else ""


def _parting(apart: Sequence[float]) -> float | None:
    """The distance from which lines are parted, where there are two kinds; None otherwise."""
    if len(apart) < 2 or max(apart) < _TWO_STEPS * min(apart):
        return None
    ordered = sorted(apart)
    widest = max(range(len(ordered) - 1), key=lambda i: ordered[i + 1] - ordered[i])
    return (ordered[widest] + ordered[widest + 1]) / 2


def _way_of_cells(
    row: Sequence[Item], after: Sequence[Item] | None, above: float, below: float
) -> str:
    """Where a line of cells without label and figures belongs; a status may break over lines.

    ``ikke`` goes on with what stands above it, if that is on the page before: a status given
    to the wrong row would be turned into its opposite.
    """
    if all(item.text[0].islower() for item in row):
        return "up"
    under = {item.first: item.text for item in after or ()}
    if all(under.get(item.first, "")[:1].islower() for item in row):
        return "down"
    return "up" if above <= below + 1 else "down"


def _way(
    row: Sequence[Item],
    above_text: str,
    after: Sequence[Item] | None,
    above: float,
    below: float,
    pitch: float,
) -> str:
    """Where a line without figures belongs: ``up``, ``down`` or ``alone``."""
    if not is_stub(row):
        return _way_of_cells(row, after, above, below)
    text = row[0].text
    if above < _CLOSER * min(below, pitch):
        return "up"
    if below < _CLOSER * min(above, pitch) or (after and after[0].first > 0 and below <= pitch):
        return "down"
    if text[0].islower() or above_text.endswith(("-", ",", "(")) or text[0] == ")":
        return "up"
    if text.endswith("-") or (after and after[0].first == 0 and after[0].text[0].islower()):
        return "down"
    return "alone"
