"""Frames that are pieces of one table, which is then read as if nothing were drawn around it.

A row that opens a group has often no lines of its own and cuts the drawn table in two; shades
behind every other row are frames by themselves, and two that touch look like a frame of two rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extract.layout.lines import Line, lines
from extract.layout.ruled import edges
from extract.layout.rules import Rule
from extract.layout.running import is_apart, is_running
from extract.model import Box, Word

_ROW = 36.0  # points: rows are lower
_SHADES = 3  # behind rows of one table, at least
_SAME = 4  # points to which the places of lines are rounded
_OUT = 6.0  # points that the name of a group stands off the left side of the frames

Frame = tuple[Sequence[Rule], Sequence[Rule]]


def pieces(framed: Sequence[Frame], words: Sequence[Word]) -> set[int]:
    """Indices of the frames (horizontal and vertical rules) that are pieces of one table."""
    alike: dict[tuple[int, ...], list[tuple[Box, int]]] = defaultdict(list)
    for index, (across, down) in enumerate(framed):
        xs, ys = edges(across, down)
        alike[tuple(round(x / _SAME) for x in xs)].append(
            (Box(xs[0], ys[0], xs[-1], ys[-1]), index)
        )
    found: set[int] = set()
    for places, group in alike.items():
        if len(places) == 2 and sum(box.bottom - box.top <= _ROW for box, _ in group) >= _SHADES:
            found |= {index for _, index in group}
        elif len(places) > 2:
            for (upper, one), (lower, other) in pairwise(sorted(group, key=_from_the_top)):
                if _go_on(upper, lower, words):
                    found |= {one, other}
    return found


def _go_on(upper: Box, lower: Box, words: Sequence[Word]) -> bool:
    """True for frames with the name of a group between them, and nothing else."""
    between = lines(
        word
        for word in words
        if word.box is not None
        and upper.bottom <= (word.box.top + word.box.bottom) / 2 <= lower.top
        and upper.x0 - _OUT <= word.box.x0 <= upper.x1
    )
    return lower.top - upper.bottom <= _ROW and len(between) == 1 and _opens(between[0], lower)


def _opens(line: Line, frame: Box) -> bool:
    aside = is_apart(line) or is_running(line)
    return len(line.pieces) == 1 and abs(line.box.x0 - frame.x0) <= _OUT and not aside


def _from_the_top(one: tuple[Box, int]) -> float:
    return one[0].top
