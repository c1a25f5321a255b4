"""The sign of a difference held against the status beside it: a lost minus changes sides.

The rows of a scanned table show on which side of nought the goal for results is met. A difference
on the other side than its status is a figure that a person must look at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from normalize.figures.cells import Content
from normalize.headings.column import Column
from normalize.model import Fulfilled, Measure, Status

REASON = "relation:status"
_FEWEST = 5  # rows to show a side
_HOLDS = 0.9  # share of them that must show it

Place = tuple[int, int]  # 0-based body row and column


def opposed(
    contents: Mapping[Place, Content], columns: Sequence[Column], scanned: Collection[Place]
) -> dict[Place, Content]:
    """The contents with scanned differences doubted that their status speaks against."""
    found = dict(contents)
    for difference, stated in _pairs(columns):
        sides = {
            (row, place): (cell.number < 0) == (beside.fulfilled is Fulfilled.OPFYLDT)
            for (row, place), cell in contents.items()
            if place == difference and cell.number and cell.status is not Status.REVIEW
            if (beside := contents.get((row, stated))) and beside.fulfilled is not None
            if beside.status is not Status.REVIEW
        }
        usual = 2 * sum(sides.values()) > len(sides)
        alike = sum(side is usual for side in sides.values())
        if len(sides) >= _FEWEST and alike >= _HOLDS * len(sides):
            for place, side in sides.items():
                if side is not usual and place in scanned:
                    found[place] = found[place].doubted(REASON)
    return found


def _pairs(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """The columns (0-based) of a difference and of the status of the same thing."""
    return [
        (one.place, other.place)
        for one in columns
        for other in columns
        if one.heading.measure is Measure.DIFFERENCE and other.statuses
        if other.heading.measure is Measure.RESULTATMAAL
        if (one.heading.group, one.heading.period, one.names)
        == (other.heading.group, other.heading.period, other.names)
    ]
