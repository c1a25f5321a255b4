"""Ruling lines that a fax or a pale print broke, made whole again.

A line of a grid ends where it meets another. One that stops between two that cross its level is
broken there, not the border of a spanning cell, and goes on to the next of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.image.rulings import Line

LEVEL_INCH = 0.03  # how far the bits of one line may stand off its level
ROUNDS = 2  # a line made whole may be the one that another must go on to
LEAST = 0.5  # part of its length, between the crossing lines it reaches, that is still there
# Part of such a piece that its bits are: the border of a table went on from its last row to the
# table below it, through two lines of prose.
HELD = 0.4


class _Stroke(NamedTuple):
    """A bit of a line: its place across its direction, and where it starts and ends."""

    at: float
    start: float
    end: float


def mended(lines: Sequence[Line], dpi: float) -> list[Line]:
    """The lines (pixels) and, between two that cross theirs, the pieces that were broken."""
    found = list(lines)
    for _ in range(ROUNDS):
        found = [*lines, *_pieces(found, dpi)]
    return found


def _pieces(lines: Sequence[Line], dpi: float) -> list[Line]:
    near = LEVEL_INCH * dpi
    flat = [_Stroke((y + b) / 2, x, r) for x, y, r, b in lines if r - x >= b - y]
    upright = [_Stroke((x + r) / 2, y, b) for x, y, r, b in lines if r - x < b - y]
    across = [_whole(level) for level in _levels(flat, near)]
    down = [_whole(level) for level in _levels(upright, near)]
    closed: list[Line] = []
    for level in _levels(flat, near):
        for at, start, end in _closed(level, down, near):
            closed.append(Line(round(start), round(at), round(end), round(at) + 1))
    for level in _levels(upright, near):
        for at, start, end in _closed(level, across, near):
            closed.append(Line(round(at), round(start), round(at) + 1, round(end)))
    return closed


def _levels(strokes: Iterable[_Stroke], near: float) -> list[list[_Stroke]]:
    """The strokes by level."""
    levels: list[list[_Stroke]] = []
    for stroke in sorted(strokes):
        if levels and stroke.at - levels[-1][-1].at <= near:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    return [sorted(level, key=lambda stroke: stroke.start) for level in levels]


def _whole(level: Sequence[_Stroke]) -> _Stroke:
    """One stroke from the first bit of a level to the last."""
    at = sum(stroke.at for stroke in level) / len(level)
    return _Stroke(at, level[0].start, max(stroke.end for stroke in level))


def _closed(level: Sequence[_Stroke], others: Sequence[_Stroke], near: float) -> list[_Stroke]:
    """The pieces between crossing lines that a level's bits lie in, where enough is left of it."""
    whole = _whole(level)
    crossings = [o.at for o in others if o.start - near <= whole.at <= o.end + near]
    if len(crossings) < 2 or len(level) < 2:
        return []
    inside = [c for c in crossings if whole.start - near <= c <= whole.end + near]
    left = sum(stroke.end - stroke.start for stroke in level)
    if len(inside) < 2 or left < LEAST * (inside[-1] - inside[0]):
        return []
    pieces = []
    for start, end in pairwise(crossings):
        held = sum(max(0.0, min(end, s.end) - max(start, s.start)) for s in level)
        if held > max(near, HELD * (end - start)):
            pieces.append(_Stroke(whole.at, start, end))
    return pieces
