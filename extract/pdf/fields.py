"""Filled fields of a page, and those of their edges that a person sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_TOUCH = 1.0  # points: fields of one colour this close show no edge between them
_LIMIT = 1500  # fields of one colour whose edges are compared: maps have more, tables fewer


class Stroke(NamedTuple):
    """A straight piece of a line, in points."""

    x0: float
    y0: float
    x1: float
    y1: float


class Field(NamedTuple):
    """A filled rectangle and its colour as red, green and blue (0-255)."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: tuple[int, int, int]


def visible_edges(fields: Iterable[Field]) -> list[Stroke]:
    """The edges of the fields, save where a field of the same colour lies on both sides.

    Word processors fill a shaded cell line by line; the seams between are no rulings.
    """
    groups: dict[tuple[int, int, int], list[Field]] = {}
    for field in dict.fromkeys(fields):
        groups.setdefault(field.colour, []).append(field)
    found: list[Stroke] = []
    for group in groups.values():
        if len(group) > _LIMIT:
            continue
        for field in group:
            found.extend(_edges(field, group))
    return found


def _edges(field: Field, group: list[Field]) -> Iterator[Stroke]:
    x0, y0, x1, y1, _ = field
    near = [
        f
        for f in group
        if f is not field
        and f.x0 <= x1 + _TOUCH
        and f.x1 >= x0 - _TOUCH
        and f.y0 <= y1 + _TOUCH
        and f.y1 >= y0 - _TOUCH
    ]
    for y, out in ((y0, -_TOUCH), (y1, _TOUCH)):
        beyond = [(f.x0, f.x1) for f in near if f.y0 - 0.1 <= y + out <= f.y1 + 0.1]
        for a, b in _without(x0, x1, beyond):
            yield Stroke(a, y, b, y)
    for x, out in ((x0, -_TOUCH), (x1, _TOUCH)):
        beyond = [(f.y0, f.y1) for f in near if f.x0 - 0.1 <= x + out <= f.x1 + 0.1]
        for a, b in _without(y0, y1, beyond):
            yield Stroke(x, a, x, b)


def _without(
    start: float, end: float, taken: Iterable[tuple[float, float]]
) -> Iterator[tuple[float, float]]:
    """What is left of an extent, pieces of more than a point."""
    at = start
    for a, b in sorted(taken):
        if min(a, end) - at > _TOUCH:
            yield at, min(a, end)
        at = max(at, b)
    if end - at > _TOUCH:
        yield at, end
