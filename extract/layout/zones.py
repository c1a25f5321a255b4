"""Where on a page the gutters make a table, and where they only part prose or a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.layout.captions import caption_number
from extract.layout.columns import heads_all, items, tight_headings
from extract.layout.figures import is_figure
from extract.layout.gutters import Gutter, crossings
from extract.layout.lines import Line, bounds, box_of, interlaced
from extract.layout.parting import parts_columns
from extract.layout.rules import Rule
from extract.layout.running import is_apart, is_running
from extract.model import Box

_REST = 3  # words of a broken name's rest
_HEAD = 8  # lines of a heading, at most
_NEXT = 1.3  # line heights of white between a heading and its table
_STEP = 1.2  # times the white between rows, where that is more
_FOOT = 1.5  # times the white between rows, or a line, that a foot of the page stands below
_RULE = 0.6  # part of the zone's width that the rule above or below it covers


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines ``first`` to ``last`` (inclusive) that share gutters, from left to right."""

    first: int
    last: int
    gutters: tuple[Gutter, ...]

    @property
    def cuts(self) -> list[float]:
        """Where the columns part, x in points."""
        return [gutter.middle for gutter in self.gutters]


def zones(lines: Sequence[Line], gutters: Sequence[Gutter], flat: Sequence[Rule]) -> list[Zone]:
    """The zones that hold tables, from the top down, none overlapping another."""
    groups: list[list[Gutter]] = []
    for gutter in sorted(gutters, key=lambda g: (g.first, g.last)):
        joined = [group for group in groups if any(_together(gutter, other) for other in group)]
        for group in joined:
            groups.remove(group)
        groups.append([gutter, *(g for group in joined for g in group)])
    found: list[Zone] = []
    for group in sorted(groups, key=lambda group: min(g.first for g in group)):
        zone = _zone(lines, group)
        if zone is None or not parts_columns(lines[zone.first : zone.last + 1], zone.cuts):
            continue
        zone = _without_foot(lines, zone, flat)
        zone = _extended(lines, zone, flat, found[-1].last + 1 if found else 0)
        if found and _heads(lines, found[-1], zone):
            zone = replace(zone, first=found.pop().first)
        if not found or found[-1].last < zone.first:
            found.append(zone)
    return found


def _heads(lines: Sequence[Line], upper: Zone, lower: Zone) -> bool:
    """True where the upper zone is but the headings of the lower: close above, no figures."""
    apart = lines[lower.first].box.top - lines[upper.last].box.bottom
    if upper.last + 1 != lower.first or apart > _NEXT * lines[lower.first].height:
        return False
    return upper.last - upper.first < _HEAD and not any(
        is_figure(item.text)
        for line in lines[upper.first : upper.last + 1]
        for item in items(line, upper.cuts)[1:]
    )


def _together(a: Gutter, b: Gutter) -> bool:
    shared = min(a.last, b.last) - max(a.first, b.first) + 1
    return shared >= 0.5 * (min(a.last - a.first, b.last - b.first) + 1)


def _zone(lines: Sequence[Line], group: Sequence[Gutter]) -> Zone | None:
    """The lines and gutters that hold together; gutters of a few lines only drop out."""
    first, last = min(g.first for g in group), max(g.last for g in group)
    body = lines[first : last + 1]
    kept = tuple(
        g
        for g in sorted(group, key=lambda g: g.x0)
        if len(g.support) >= 0.2 * len(body) or crossings(body, g.middle) <= 0.1 * len(body)
    )
    if not kept:
        return None
    first, last = min(g.first for g in kept), max(g.last for g in kept)
    zone = Zone(first, last, kept)
    while first < last and is_running(lines[first]) and not heads_all(lines[first], zone.cuts):
        first += 1
    while last > first and is_running(lines[last]) and not heads_all(lines[last], zone.cuts):
        last -= 1
    captions = [i for i in range(first, min(first + _HEAD, last)) if _is_caption(lines[i])]
    return replace(zone, first=captions[-1] + 1 if captions else first, last=last)


def _is_caption(line: Line) -> bool:
    """True for a caption, which a table begins below, however wide its word spaces are."""
    return caption_number(line.text) is not None


def _wraps_on(upper: Line, line: Line, zone: Zone) -> bool:
    """True where the line goes on with a word or phrase broken at the end of a cell above."""
    if line.box.top - upper.box.bottom > 0.6 * line.height or len(line.words) > _REST:
        return False
    ends = {item.first: item.text for item in items(upper, zone.cuts)}
    rest = [item for item in items(line, zone.cuts) if item.first == item.last]
    return len(rest) == len(items(line, zone.cuts)) and all(
        ends.get(i.first, "").endswith("-") or (i.first in ends and i.text[0].islower())
        for i in rest
    )


def _wide(flat: Sequence[Rule], box: Box) -> list[float]:
    """Where rules run over most of the width of a table."""
    wide = _RULE * (box.x1 - box.x0)
    return [rule.at for rule in flat if min(rule.end, box.x1) - max(rule.start, box.x0) >= wide]


def _step(lines: Sequence[Line], zone: Zone) -> float:
    """Points of white between two lines, in the middle."""
    white = [b.box.top - a.box.bottom for a, b in pairwise(lines[zone.first : zone.last + 1])]
    return sorted(white)[len(white) // 2] if white else 0.0


def _without_foot(lines: Sequence[Line], zone: Zone, flat: Sequence[Rule]) -> Zone:
    """The zone without a foot of the page: apart from the rule that closes it, hardly filled."""
    body = lines[zone.first : zone.last + 1]
    above, foot = body[-2].box, body[-1].box
    closed = any(above.bottom <= at <= foot.top for at in _wide(flat, bounds(b.box for b in body)))
    apart = foot.top - above.bottom > _FOOT * max(_step(lines, zone), body[-1].height)
    filled = 2 * len(items(body[-1], zone.cuts)) > len(zone.gutters) + 1
    return replace(zone, last=zone.last - 1) if closed and apart and not filled else zone


def _extended(lines: Sequence[Line], zone: Zone, flat: Sequence[Rule], floor: int) -> Zone:
    """The zone with its heading lines and the lines that rules above and below enclose."""
    box = bounds(line.box for line in lines[zone.first : zone.last + 1])
    over, step = _wide(flat, box), _step(lines, zone)
    first, last = zone.first, zone.last
    for index in range(zone.first - 1, max(floor - 1, zone.first - 1 - _HEAD), -1):
        line = lines[index]
        tight = tight_headings(line, zone.cuts)
        left, right = line.box.x0, line.box.x1
        if tight:  # the outer of tight headings may stand out to the sides
            left, right = box_of(tight[0].words[-1]).x1, box_of(tight[-1].words[0]).x0
        if is_apart(line) or left < box.x0 - 12 or right > box.x1 + 12:
            break
        under = any(line.box.top - 3 * line.height <= at <= line.box.top + 2 for at in over)
        if under or interlaced(line, lines[index + 1]):
            first = index
        elif lines[index + 1].box.top - line.box.bottom > max(_NEXT * line.height, _STEP * step):
            break
        elif (
            tight
            or heads_all(line, zone.cuts)
            or ((len(line.pieces) > 1 or line.box.x0 > zone.gutters[0].x0) and not is_running(line))
        ):
            first = index
    for index in range(zone.last + 1, min(len(lines), zone.last + 5)):
        line = lines[index]
        if is_apart(line) or line.box.top - lines[index - 1].box.bottom > 2 * line.height:
            break
        under = any(line.box.bottom - 2 <= at <= line.box.bottom + line.height for at in over)
        beside = interlaced(lines[index - 1], line) or _wraps_on(lines[index - 1], line, zone)
        if under or (index == last + 1 and beside):
            last = index
    return replace(zone, first=first, last=last)
