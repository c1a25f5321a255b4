"""Conditions held against each other: whether they divide all municipalities between them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product

from normalize.model import Measure
from rules.derived.goals import inspires
from rules.grammar.conditions import Condition

_GOALS = (Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD)


@dataclass(frozen=True, slots=True)
class _World:
    """A municipality that meets some of the goals; no share is known, nor any history."""

    met: frozenset[Measure]

    def meets(self, goal: Measure) -> bool | None:
        return goal in self.met

    def covered(self) -> bool | None:
        return None

    def in_phase(self) -> bool:
        return False

    def inspires(self) -> bool | None:
        return inspires(
            Measure.RESULTATMAAL in self.met, {goal: goal in self.met for goal in _GOALS[1:]}
        )

    def compares(self, *_share: object) -> bool | None:
        return None


def _worlds() -> Iterator[_World]:
    for choice in product((False, True), repeat=len(_GOALS)):
        yield _World(frozenset(goal for goal, met in zip(_GOALS, choice, strict=True) if met))


def divide(conditions: Collection[Condition]) -> bool:
    """Whether just one of the conditions holds, whichever of the three goals are met."""
    return all(
        [one.holds(world) for one in conditions].count(True) == 1
        and None not in [one.holds(world) for one in conditions]
        for world in _worlds()
    )
