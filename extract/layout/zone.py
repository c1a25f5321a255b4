"""A run of lines that share gutters, and how far the table they make reaches up and down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extract.layout.columns import Item, heads_all, in_line, items
from extract.layout.gutters import Gutter
from extract.layout.lines import Line, bounds, box_of, interlaced
from extract.layout.prose import PAGE_NUMBER
from extract.layout.rules import Rule
from extract.layout.running import is_apart, is_running
from extract.layout.spanning import repeats
from extract.layout.tight import begun_by_capitals, tight_headings
from extract.layout.titles import DEEP, OUT, is_closed, is_title, is_unit
from extract.model import Box

_STOP = re.compile(r"[^\W\d_]{5,}[.:;!?]$")  # ends a sentence, not ``pct.`` or ``mio.``
_REST = 3  # words of a broken name's rest
HEAD = 8  # lines of a heading, at most
NEXT = 1.3  # line heights of white between a heading and its table
_STEP = 1.2  # times the white between rows, where that is more
_FOOT = 1.5  # times the white between rows, or a line, that a foot of the page stands below
_RULE = 0.6  # part of the zone's width that the rule above or below it covers
_ALIGNED = 1.5  # points by which names of one column begin apart


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


def _wraps_on(upper: Line, line: Line, zone: Zone) -> bool:
    """True where the line goes on with a word or phrase broken at the end of a cell above."""
    if line.box.top - upper.box.bottom > 0.6 * line.height or len(line.words) > _REST:
        return False
    above = {item.first: item for item in items(upper, zone.cuts)}
    return all(
        (ends := above.get(rest.first)) is not None
        and rest.last <= max(ends.last, rest.first)
        and (ends.text.endswith("-") or rest.text[0].islower())
        for rest in items(line, zone.cuts)
    )


def _wide(flat: Sequence[Rule], box: Box) -> list[Rule]:
    """The rules that run over most of the width of a table."""
    wide = _RULE * (box.x1 - box.x0)
    return [rule for rule in flat if min(rule.end, box.x1) - max(rule.start, box.x0) >= wide]


def _step(lines: Sequence[Line], zone: Zone) -> float:
    """Points of white between two lines, in the middle."""
    white = [b.box.top - a.box.bottom for a, b in pairwise(lines[zone.first : zone.last + 1])]
    return sorted(white)[len(white) // 2] if white else 0.0


def without_foot(lines: Sequence[Line], zone: Zone, flat: Sequence[Rule]) -> Zone:
    """The zone without a foot of the page: apart, hardly filled, below a rule or numbered."""
    body = lines[zone.first : zone.last + 1]
    above, below = body[-2].box, body[-1].box
    wide = _wide(flat, bounds(line.box for line in body))
    closed = any(above.bottom <= rule.at <= below.top for rule in wide)
    apart = below.top - above.bottom > _FOOT * max(_step(lines, zone), body[-1].height)
    filled = 2 * len(items(body[-1], zone.cuts)) > len(zone.gutters) + 1
    texts = [piece.text for piece in body[-1].pieces]
    foot = closed or any(text[0].isalpha() and PAGE_NUMBER.match(text) for text in texts)
    return replace(zone, last=zone.last - 1) if foot and apart and not filled else zone


def extended(lines: Sequence[Line], zone: Zone, flat: Sequence[Rule], floor: int) -> Zone:
    """The zone with its headings, no higher than line ``floor``, and the lines it goes on with."""
    box = bounds(line.box for line in lines[zone.first : zone.last + 1])
    over = _wide(flat, box)
    for index in range(zone.first, min(zone.first + DEEP, zone.last)):
        if len(lines[index].pieces) > 1:
            break
        if is_closed(lines, index, zone.last, box, over):
            zone = replace(zone, first=index + 1)
    first = _highest(lines, zone, box, over, floor)
    last = _lowest(lines, zone, over)
    if last == zone.last:
        last = _last_name(lines, zone)
    return replace(zone, first=first, last=last)


def _highest(lines: Sequence[Line], zone: Zone, box: Box, over: Sequence[Rule], floor: int) -> int:
    """The first line of the headings; ``over`` are the wide rules, which show the table's width."""
    first, step = zone.first, _step(lines, zone)
    start = min((box.x0, *(rule.start for rule in over)))
    end = max((box.x1, *(rule.end for rule in over)))
    for index in range(zone.first - 1, max(floor - 1, zone.first - 1 - HEAD), -1):
        line = lines[index]
        whole = heads_all(line, zone.cuts)
        each = tight_headings(line, zone.cuts) or (items(line, zone.cuts) if whole else None)
        left, right = line.box.x0, line.box.x1
        if each:  # the outer of a heading for each column may stand out to the sides
            left, right = box_of(each[0].words[-1]).x1, box_of(each[-1].words[0]).x0
        if is_apart(line) or is_title(line, zone.cuts) or left < start - OUT or right > end + OUT:
            break
        alone = not each and len(line.pieces) == 1
        if alone and (
            is_closed(lines, index, zone.last, box, over) or is_unit(lines, index, start, end)
        ):
            break
        under = any(line.box.top - 3 * line.height <= r.at <= line.box.top + 2 for r in over)
        if under or interlaced(line, lines[index + 1]):
            first = index
        elif lines[index + 1].box.top - line.box.bottom > max(NEXT * line.height, _STEP * step):
            break
        elif (
            each
            or _names_groups(line, lines[index + 1 : zone.first + DEEP], zone.cuts)
            or _begins_each(line, lines[index + 1], zone.cuts)
            or ((len(line.pieces) > 1 or line.box.x0 > zone.gutters[0].x0) and not is_running(line))
        ):
            first = index
        if first == index:
            start, end = min(start, line.box.x0), max(end, line.box.x1)
    return first


def _names_groups(line: Line, below: Sequence[Line], cuts: Sequence[float]) -> bool:
    """True for a heading over each group of columns whose own headings come again below."""
    if any(_STOP.search(word.text) for word in line.words):
        return False
    lower = [items(one, cuts) for one in below]
    parts = [Item(0, 0, words) for words in begun_by_capitals(line.words)]
    named = parts[sum(parts[0].span) / 2 < cuts[0] :]  # the labels may have a heading too
    return any(_over_each(named, row) for row in lower)


def _over_each(parts: Sequence[Item], lower: Sequence[Item]) -> bool:
    """True for parts that have their middles each over a group of headings that comes again."""
    groups = repeats(lower, [(item.first, item.last) for item in lower])
    below = [[i.span for i in lower if first <= i.first <= last] for first, last in groups]
    return len(parts) == len(groups) > 0 and all(
        min(a for a, _ in spans) <= sum(part.span) / 2 <= max(b for _, b in spans)
        for part, spans in zip(parts, below, strict=True)
    )


def _begins_each(line: Line, below: Line, cuts: Sequence[float]) -> bool:
    """True for the first lines of headings that nearly touch, each in line with the next below.

    Also for that of one heading, which goes on in lower case.
    """
    lower = items(below, cuts)
    whole = Item(0, 0, line.words)
    if any(in_line(whole, item) and item.text[0].islower() for item in lower if item.first):
        return line.box.x0 > cuts[0]
    parts = [Item(0, 0, words) for words in begun_by_capitals(line.words)]
    own = [next((i.first for i in lower if in_line(part, i)), -1) for part in parts]
    return len(parts) > 1 and -1 not in own and own == sorted(set(own))


def _lowest(lines: Sequence[Line], zone: Zone, over: Sequence[Rule]) -> int:
    """The last line that a rule encloses, or that goes on with the one above it."""
    last = zone.last
    for index in range(zone.last + 1, min(len(lines), zone.last + 5)):
        line = lines[index]
        prose = is_apart(line) or is_running(line) or is_title(line, zone.cuts)
        if prose or line.box.top - lines[index - 1].box.bottom > 2 * line.height:
            break
        under = any(line.box.bottom - 2 <= r.at <= line.box.bottom + line.height for r in over)
        beside = interlaced(lines[index - 1], line) or _wraps_on(lines[index - 1], line, zone)
        if under or (index == last + 1 and beside):
            last = index
    return last


def _last_name(lines: Sequence[Line], zone: Zone) -> int:
    """The last line of a list of names, where others in the zone have nothing beside them too."""
    rows = [items(line, zone.cuts) for line in lines[zone.first : zone.last + 1]]
    lefts = [row[0].span[0] for row in rows[1:] if row and row[0].first == 0]
    last, step = zone.last, _step(lines, zone)
    if not lefts or not any(_is_name(row) for row in rows[1:]):
        return last
    for index in range(zone.last + 1, len(lines)):
        row, line = items(lines[index], zone.cuts), lines[index]
        near = line.box.top - lines[last].box.bottom <= _STEP * max(step, 1.0)
        aligned = abs(line.box.x0 - median(lefts)) <= _ALIGNED
        if not (_is_name(row) and near and aligned) or is_apart(line) or is_running(line):
            break
        last = index
    return last


def _is_name(row: Sequence[Item]) -> bool:
    """Nothing but a name in the first column."""
    return len(row) == 1 and row[0].last == 0
