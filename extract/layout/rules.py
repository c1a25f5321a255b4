"""Rulings made whole: short, double and dashed strokes become one line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from extract.model import Ruling

_SAME = 2.0  # points between the two strokes of a double line, or a line and a field's edge
_JOIN = 3.0  # points between pieces of one line: dashes, and cells' own borders


class Rule(NamedTuple):
    """A whole line: its place across its direction (``at``) and its extent along it."""

    at: float
    start: float
    end: float


def rules(rulings: Iterable[Ruling]) -> tuple[list[Rule], list[Rule]]:
    """The horizontal and the vertical lines, each sorted by place and extent."""
    flat: list[Rule] = []
    upright: list[Rule] = []
    for line in rulings:
        if line.horizontal:
            flat.append(Rule((line.top + line.bottom) / 2, line.x0, line.x1))
        else:
            upright.append(Rule((line.x0 + line.x1) / 2, line.top, line.bottom))
    return _merged(flat), _merged(upright)


def clustered(values: Iterable[float], apart: float) -> list[float]:
    """Means of groups of values that lie no more than ``apart`` from their neighbour."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= apart:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _merged(found: list[Rule]) -> list[Rule]:
    whole: list[Rule] = []
    for group in _levels(found):
        at = sum(rule.at for rule in group) / len(group)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start <= end + _JOIN:
                end = max(end, rule.end)
            else:
                whole.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        whole.append(Rule(at, start, end))
    return whole


def _levels(found: list[Rule]) -> list[list[Rule]]:
    """Strokes on one level, each level sorted by extent."""
    groups: list[list[Rule]] = []
    for rule in sorted(found):
        if groups and rule.at - groups[-1][0].at <= _SAME:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [sorted(group, key=lambda rule: rule.start) for group in groups]
