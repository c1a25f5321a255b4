"""What can be said of a municipality, and whether it holds: true, false or not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from normalize.model import Measure
from rules.law.comparison import Comparison


class Facts(Protocol):
    """What is known of one municipality in one period; None where it is not known."""

    def meets(self, goal: Measure) -> bool | None:
        """Meets a goal (`resultatmaal`, `samtaler` or `tilbud`)."""

    def covered(self) -> bool | None:
        """Falls under the recovery phase by the rules."""

    def in_phase(self) -> bool:
        """The note says that it was in the recovery phase before."""

    def inspires(self) -> bool | None:
        """Meets all three goals."""

    def compares(self, measure: Measure, comparison: Comparison, limit: float, /) -> bool | None:
        """Whether a share stands so to a limit, both in percent and of one polarity."""

    def beside_expected(self) -> Beside | None:
        """On which side of the expected level the actual one lies."""


class Beside(StrEnum):
    """The actual level beside the expected one."""

    BELOW = "below"
    AT = "at"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Goal:
    """Meets, or does not meet, one goal."""

    measure: Measure
    met: bool = True

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth."""
        known = facts.meets(self.measure)
        return None if known is None else known is self.met


@dataclass(frozen=True, slots=True)
class Focus:
    """Meets at least ``low`` and at most ``high`` of the focus goals, or of the goals ``of``."""

    low: int
    high: int
    of: tuple[Measure, ...] = (Measure.SAMTALER, Measure.TILBUD)

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth."""
        known = [facts.meets(measure) for measure in self.of]
        least = known.count(True)
        most = least + known.count(None)
        if self.low <= least and most <= self.high:
            return True
        return False if most < self.low or least > self.high else None


class Step(StrEnum):
    """Steps of the recovery phase."""

    COVERED = "covered"
    EXTENDED = "extended"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class InPhase:
    """Takes a step of the recovery phase; ``new``: only those that were not in it before.

    ``before``: in it already, which is no step that this statement decides.
    """

    step: Step
    yes: bool = True
    new: bool = False
    before: bool = False

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth; extension and exit need history and are not decided here."""
        if self.step is not Step.COVERED or self.before:
            return None
        known = facts.covered()
        if self.new and facts.in_phase():
            known = False
        return None if known is None else known is self.yes


@dataclass(frozen=True, slots=True)
class Inspires:
    """Is an inspirationskommune."""

    yes: bool = True

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth."""
        known = facts.inspires()
        return None if known is None else known is self.yes


@dataclass(frozen=True, slots=True)
class Share:
    """A share stands to a limit in percent."""

    measure: Measure
    comparison: Comparison
    limit: float

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth."""
        return facts.compares(self.measure, self.comparison, self.limit)


@dataclass(frozen=True, slots=True)
class Level:
    """Has fewer, just as many or more than expected."""

    side: Beside

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth; the result goal alone tells those above from all others."""
        known = facts.beside_expected()
        if known is not None:
            return known is self.side
        met = facts.meets(Measure.RESULTATMAAL)
        if self.side is Beside.ABOVE:
            return None if met is None else not met
        return False if met is False else None


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth."""
        known = [part.holds(facts) for part in self.parts]
        if False in known:
            return False
        return None if None in known else True


@dataclass(frozen=True, slots=True)
class Not:
    """Not the part."""

    part: Condition

    def holds(self, facts: Facts) -> bool | None:
        """Three-valued truth."""
        known = self.part.holds(facts)
        return None if known is None else not known


Condition: TypeAlias = Goal | Focus | InPhase | Inspires | Share | Level | And | Not


def both(first: Condition | None, second: Condition | None) -> Condition | None:
    """The two together; either may be missing."""
    if first is None or second is None:
        return first or second
    parts: list[Condition] = []
    for one in (first, second):
        parts.extend(one.parts if isinstance(one, And) else (one,))
    once = tuple(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else And(once)


def atoms(condition: Condition) -> tuple[Condition, ...]:
    """The parts of a conjunction; anything else is its own only part."""
    return condition.parts if isinstance(condition, And) else (condition,)


def possible(condition: Condition | None) -> bool:
    """False where a goal would have to be met and missed at once: then a text was misread."""
    if condition is None:
        return False
    goals = [part for part in atoms(condition) if isinstance(part, Goal)]
    return len({part.measure for part in goals}) == len(set(goals))


def any_atom(condition: Condition | None, test: Callable[[Condition], bool]) -> bool:
    """Whether one of the parts passes the test."""
    return condition is not None and any(test(part) for part in atoms(condition))


def loosely(readings: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Readings without those that tell fewer than expected from no more, where others are left.

    Who has fewer than expected meets the result goal; only in a count it matters who is just at it.
    """
    left = tuple(one for one in readings if not any_atom(one, lambda part: isinstance(part, Level)))
    return left or readings


def measure_of(condition: Condition) -> str:
    """The one goal a condition is about, empty where it is about several or none."""
    found = {
        part.measure
        for part in atoms(condition.part if isinstance(condition, Not) else condition)
        if isinstance(part, Goal | Share)
    }
    several = any(not isinstance(part, Goal | Share) for part in atoms(condition))
    if len(found) != 1 or several:
        return ""
    measure = found.pop().value
    return measure.removesuffix("_modtaget")
