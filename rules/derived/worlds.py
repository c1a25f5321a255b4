"""Conditions held against each other: whether they divide all municipalities between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

from normalize.model import Measure
from rules.derived.goals import inspires
from rules.grammar.conditions import And, Beside, Condition, Level, Not, Share
from rules.law.comparison import Comparison

_GOALS = (Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD)


@dataclass(frozen=True, slots=True)
class _World:
    """A municipality that meets some of the goals and has some shares; no history is known."""

    met: frozenset[Measure]
    side: Beside | None
    shares: Mapping[Measure, float]

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

    def compares(self, measure: Measure, comparison: Comparison, limit: float, /) -> bool | None:
        return comparison.holds(self.shares[measure], limit)

    def beside_expected(self) -> Beside | None:
        return self.side


def divide(conditions: Collection[Condition]) -> bool:
    """Whether just one of the conditions holds, whatever the goals met, the levels and the shares.

    Of shares it is asked between the limits: whose a share on a limit is, few sentences tell.
    """
    return all(
        [one.holds(world) for one in conditions].count(True) == 1
        and None not in [one.holds(world) for one in conditions]
        for world in _worlds(conditions)
    )


def _worlds(conditions: Collection[Condition]) -> Iterator[_World]:
    parts = [part for one in conditions for part in _parts(one)]
    limits: dict[Measure, set[float]] = {}
    for part in parts:
        if isinstance(part, Share):
            limits.setdefault(part.measure, set()).add(part.limit)
    sided = any(isinstance(part, Level) for part in parts)
    for met in product((False, True), repeat=len(_GOALS)):
        goals = frozenset(goal for goal, has in zip(_GOALS, met, strict=True) if has)
        for shares in product(*(_between(limits[one]) for one in limits)):
            for side in _sides(Measure.RESULTATMAAL in goals) if sided else (None,):
                yield _World(goals, side, dict(zip(limits, shares, strict=True)))


def _sides(met: bool) -> tuple[Beside, ...]:
    return (Beside.BELOW, Beside.AT) if met else (Beside.ABOVE,)


def _between(limits: Iterable[float]) -> list[float]:
    """A share on each side of each limit."""
    ends = sorted((-1.0, *limits, 101.0))
    return [(low + high) / 2 for low, high in pairwise(ends)]


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, And):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield from _parts(condition.part) if isinstance(condition, Not) else (condition,)
