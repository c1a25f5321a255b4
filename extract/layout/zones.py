"""Where on a page the gutters make a table, and where they only part prose or a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extract.layout.captions import caption_number, is_label
from extract.layout.columns import heads_all, items
from extract.layout.figures import is_figure
from extract.layout.gutters import Gutter, crossings
from extract.layout.lines import Line
from extract.layout.parting import parts_columns
from extract.layout.rules import Rule
from extract.layout.running import is_running, is_stretched
from extract.layout.titles import is_title
from extract.layout.zone import HEAD, NEXT, Zone, extended, without_foot

_FEW = 0.4  # part of a table's lines that the text of a cell may run through


def zones(lines: Sequence[Line], gutters: Sequence[Gutter], flat: Sequence[Rule]) -> list[Zone]:
    """The zones that hold tables, from the top down, none overlapping another."""
    groups: list[list[Gutter]] = []
    for gutter in sorted(gutters, key=lambda g: (g.first, g.last)):
        joined = [group for group in groups if any(_together(gutter, other) for other in group)]
        for group in joined:
            groups.remove(group)
        groups.append([gutter, *(g for group in joined for g in group)])
    bare = (_zone(lines, group) for group in groups)
    parting = sorted(
        (z for z in bare if z and parts_columns(lines[z.first : z.last + 1], z.cuts)),
        key=lambda zone: zone.first,
    )
    found: list[Zone] = []
    for zone, below in zip_longest(parting, parting[1:]):
        if below is not None and _heads(lines, zone, below):
            continue
        floor = found[-1].last + 1 if found else 0
        whole = extended(lines, without_foot(lines, zone, flat), flat, floor)
        if whole.first >= floor:
            found.append(whole)
    return found


def _heads(lines: Sequence[Line], upper: Zone, lower: Zone) -> bool:
    """True where the upper zone is but the headings of the lower: close above, no figures."""
    if not 0 < lower.first - upper.first <= HEAD:
        return False
    head = lines[upper.first : max(lower.first, upper.last + 1)]
    return all(
        below.box.top - above.box.bottom <= NEXT * below.height
        for above, below in pairwise([*head, lines[lower.first]])
    ) and not any(is_figure(item.text) for line in head for item in items(line, upper.cuts)[1:])


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
    long = [line for line in lines[first : last + 1] if is_running(line)]
    cells = len(long) <= _FEW * (last - first + 1)
    while first < last and _is_prose(lines[first], zone.cuts, cells):
        first += 1
    while last > first and _is_prose(lines[last], zone.cuts, cells):
        last -= 1
    captions = [i for i in range(first, min(first + HEAD, last)) if _is_caption(lines[i])]
    first = captions[-1] + 1 if captions else first
    start = _below_titles(lines, first, last, zone.cuts, cells)
    return replace(zone, first=start, last=last)


def _below_titles(
    lines: Sequence[Line], first: int, last: int, cuts: Sequence[float], cells: bool
) -> int:
    """The first line below the prose and the titles that stand over the headings of a table."""
    start = first
    for index in range(first, min(first + HEAD, last)):
        line = lines[index]
        own = items(line, cuts)
        if any(is_figure(item.text) for item in own[1:]):
            break
        begins = own[0].first == 0  # lines of headings may lack the names' column
        if is_title(line, cuts) or (begins and _is_prose(line, cuts, cells)):
            start = index + 1
    return start


def _is_prose(line: Line, cuts: Sequence[float], cells: bool) -> bool:
    """True for running text; beside a label it is the text of a cell, where such are few."""
    labelled = cells and len(line.pieces) > 1 and len(items(line, cuts)) > 1
    of_a_cell = labelled and not is_stretched(line)
    return is_running(line) and not of_a_cell and not heads_all(line, cuts)


def _is_caption(line: Line) -> bool:
    """True for a caption, which a table begins below, however wide its word spaces are."""
    return caption_number(line.text) is not None or is_label(line.text)
