"""Whether a municipality meets a goal in a period, and what that rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from normalize.model import Fulfilled, Measure, Period, Unit
from rules.derived.figures import LEVELS, POLAR, Figure, Figures
from rules.law.book import FocusGoal, RuleBook, Rules
from rules.law.comparison import hidden
from rules.model import Basis


@dataclass(frozen=True, slots=True)
class State:
    """A goal met or not; ``met`` is None where nothing tells. ``figures`` are what it rests on."""

    met: bool | None = None
    trusted: bool = True
    basis: Basis = Basis.STATED
    figures: tuple[Figure, ...] = ()

    @property
    def certain(self) -> bool | None:
        """``met``, or None where a person must look at a figure first."""
        return self.met if self.trusted else None


UNKNOWN = State()


def state(
    figures: Figures, book: RuleBook, code: str, goal: Measure, period: Period | None
) -> State:
    """The state of one goal (`resultatmaal`, `samtaler` or `tilbud`) for one municipality.

    By its figures; by the status the note gives where there are none, or these are rounded alike.
    """
    derived = reckoned(figures, book, code, goal, period)
    if derived is not None and not rounded_alike(derived.figures):
        return derived
    measures = POLAR.get(goal, (goal,))
    known = [one for one in figures.find(code, measures, period) if one.fulfilled is not None]
    if not known:
        return derived or UNKNOWN
    met = [one.fulfilled is Fulfilled.OPFYLDT for one in known]
    return State(met[0], _settled(known, met), Basis.STATED, (known[0],))


def reckoned(
    figures: Figures, book: RuleBook, code: str, goal: Measure, period: Period | None
) -> State | None:
    """The state that the figures alone give; None where there are none or they tell nothing."""
    if goal is Measure.RESULTATMAAL:
        return _from_levels(figures, code, period)
    return _from_share(figures, book, code, goal, period)


def rounded_alike(figures: Sequence[Figure]) -> bool:
    """True for two shares printed alike: rounded, they do not tell which one is the greater."""
    shares = all(one.unit is Unit.PCT for one in figures)
    return shares and len(figures) > 1 and len({one.number for one in figures}) == 1


def _from_levels(figures: Figures, code: str, period: Period | None) -> State | None:
    """The result goal is met when the actual level is not above the expected one."""
    pairs = figures.joined(code, LEVELS, period)
    if not pairs:
        return None
    actual, expected = pair = pairs[0]
    if actual.number is None or expected.number is None:
        return None
    trusted = actual.trusted and expected.trusted
    return State(actual.number <= expected.number, trusted, Basis.VALUE, pair)


def _from_share(
    figures: Figures, book: RuleBook, code: str, goal: Measure, period: Period | None
) -> State | None:
    goals = book.goals(goal, period)
    found = ((one, _agreed(one, goals)) for one in figures.find(code, POLAR[goal], period))
    pairs = [(one, met) for one, met in found if met is not None]
    if not pairs:
        return None
    known, met = [one for one, _ in pairs], [met for _, met in pairs]
    return State(met[0], _settled(known, met), Basis.VALUE, (known[0],))


def _agreed(figure: Figure, goals: Sequence[FocusGoal]) -> bool | None:
    """Whether a share meets a goal by every limit it may have; None where they differ."""
    met = {_met(figure, goal) for goal in goals}
    return met.pop() if len(met) == 1 else None


def _met(figure: Figure, goal: FocusGoal) -> bool | None:
    """Whether a share meets a goal; None where it is printed in whole per cent at the limit."""
    if figure.number is None:
        return None
    return goal.met_within(figure.number, hidden(figure.decimals), received=figure.received)


def _settled(known: list[Figure], met: list[bool]) -> bool:
    """Whether the first figure may be trusted: no other table of the note says the opposite."""
    tables = {said for one, said in zip(known, met, strict=True) if one.table and one.trusted}
    return known[0].trusted and len(tables) < 2


def covered(rules: Rules, result: bool | None, focus: dict[Measure, bool | None]) -> bool | None:
    """Falls under the recovery phase: result goal not met and a focus goal that counts not met.

    Suspended goals do not count. None where what is known does not settle it.
    """
    if result is True:
        return False
    active = [focus[goal.measure] for goal in rules.active]
    if rules.phase.covered_by_any:
        unmet = _any([None if met is None else not met for met in active])
    else:
        unmet = _all([None if met is None else not met for met in active])
    return unmet if unmet is False else _all([unmet, None if result is None else not result])


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _any(parts: list[bool | None]) -> bool | None:
    if True in parts:
        return True
    return None if None in parts else False


def inspires(result: bool | None, focus: dict[Measure, bool | None]) -> bool | None:
    """Inspirationskommune: meets the result goal and both focus goals."""
    return _all([result, *focus.values()])
