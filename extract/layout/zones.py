"""Where on a page the gutters make a table, and where they only part prose or a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.gutters import Gutter
from extract.layout.lines import Line

_MARK = re.compile(r"^(?:[•·▪◦‣–—\-*o§]|\(?\w{1,3}[.):]|\d{1,2}(?:\.\d{1,2})*\.?)$")
_FIGURE = re.compile(r"\d")
_LONG = 4  # words: a cell of figures or names is shorter, a line of prose longer


@dataclass(frozen=True, slots=True)
class Zone:
    """Lines ``first`` to ``last`` (inclusive) that share the gutters ``cuts`` (x in points)."""

    first: int
    last: int
    gutters: tuple[Gutter, ...]


def zones(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Zone]:
    """The zones that hold tables, from the top down, none overlapping another."""
    groups: list[list[Gutter]] = []
    for gutter in sorted(gutters, key=lambda g: (g.first, g.last)):
        for group in groups:
            if any(_together(gutter, other) for other in group):
                group.append(gutter)
                break
        else:
            groups.append([gutter])
    found: list[Zone] = []
    for group in groups:
        zone = _zone(group)
        if zone is not None and _is_table(lines, zone):
            if found and found[-1].last >= zone.first:
                continue
            found.append(zone)
    return found


def _together(a: Gutter, b: Gutter) -> bool:
    shared = min(a.last, b.last) - max(a.first, b.first) + 1
    return shared >= 0.5 * (min(a.last - a.first, b.last - b.first) + 1)


def _zone(group: Sequence[Gutter]) -> Zone | None:
    first, last = min(g.first for g in group), max(g.last for g in group)
    count = last - first + 1
    kept = tuple(
        g for g in sorted(group, key=lambda g: g.x0) if len(g.support) >= max(2, 0.2 * count)
    )
    if not kept:
        return None
    return Zone(min(g.first for g in kept), max(g.last for g in kept), kept)


def _is_table(lines: Sequence[Line], zone: Zone) -> bool:
    body = lines[zone.first : zone.last + 1]
    rows = [_cells(line, zone) for line in body]
    full = [row for row in rows if sum(1 for cell in row if cell) >= 2]
    if len(full) < (3 if len(zone.gutters) == 1 else 2):
        return False
    if _is_list(full) or _is_prose(full):
        return False
    return not _is_form(full)


def _cells(line: Line, zone: Zone) -> list[str]:
    cells = [""] * (len(zone.gutters) + 1)
    for piece in line.pieces:
        for word in piece.words:
            if word.box is None:
                continue
            x = (word.box.x0 + word.box.x1) / 2
            column = sum(1 for g in zone.gutters if x > g.middle)
            cells[column] = f"{cells[column]} {word.text}".strip()
    return cells


def _is_list(rows: Sequence[Sequence[str]]) -> bool:
    """Bullets or numbers before running text."""
    marked = sum(1 for row in rows if _MARK.match(row[0]) and len(row[-1].split()) > 1)
    return len(rows[0]) == 2 and marked >= 0.7 * len(rows)


def _is_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Running text in columns: nearly every line of every column is long and has few figures."""
    texts = [cell for row in rows for cell in row if cell]
    long = sum(1 for cell in texts if len(cell.split()) >= _LONG)
    return long >= 0.7 * len(texts)


def _is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Labels with a colon before what is filled in, as in the head of a letter."""
    labels = sum(1 for row in rows if row[0].endswith(":"))
    return len(rows[0]) == 2 and labels >= 0.6 * len(rows)
