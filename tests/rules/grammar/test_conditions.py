from dataclasses import dataclass, field

import pytest

from normalize.model import Measure
from rules.grammar.conditions import (
    And,
    Beside,
    Condition,
    Focus,
    Goal,
    InPhase,
    Level,
    Not,
    Share,
    Step,
    both,
    measure_of,
)
from rules.law.comparison import Comparison

R, S, T = Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD


@dataclass
class Known:
    """Facts as a test sets them."""

    goals: dict[Measure, bool | None] = field(default_factory=dict)
    is_covered: bool | None = None
    before: bool = False
    side: Beside | None = None

    def meets(self, goal: Measure) -> bool | None:
        return self.goals.get(goal)

    def covered(self) -> bool | None:
        return self.is_covered

    def in_phase(self) -> bool:
        return self.before

    def inspires(self) -> bool | None:
        return None

    def compares(self, measure: Measure, comparison: Comparison, limit: float) -> bool | None:
        return comparison.holds(12.5, limit) if measure is S else None

    def beside_expected(self) -> Beside | None:
        return self.side


@pytest.mark.parametrize(
    ("condition", "goals", "truth"),
    [
        (Goal(R), {R: True}, True),
        (Goal(R, False), {R: True}, False),
        (Goal(R), {}, None),
        (Focus(0, 1), {S: False}, True),
        (Focus(2, 2), {S: False}, False),
        (Focus(2, 2), {S: True}, None),
        (Focus(1, 1), {S: True, T: False}, True),
        (Focus(1, 2), {S: True}, True),
        (And((Goal(R), Goal(S))), {R: False}, False),
        (And((Goal(R), Goal(S))), {R: True}, None),
        (Not(Goal(R)), {R: False}, True),
        (Level(Beside.ABOVE), {R: False}, True),
        (Level(Beside.ABOVE), {R: True}, False),
        (Level(Beside.BELOW), {R: False}, False),
        (Level(Beside.BELOW), {R: True}, None),
        (Level(Beside.AT), {R: True}, None),
        (Share(S, Comparison.LESS, 20), {}, True),
        (Share(T, Comparison.LESS, 20), {}, None),
        (InPhase(Step.LEAVES), {}, None),
    ],
)
def test_three_valued_truth(
    condition: Condition, goals: dict[Measure, bool | None], truth: bool | None
) -> None:
    assert condition.holds(Known(goals)) is truth


def test_the_newly_covered_leave_out_those_who_were_there() -> None:
    assert InPhase(Step.COVERED).holds(Known(is_covered=True, before=True)) is True
    assert InPhase(Step.COVERED, new=True).holds(Known(is_covered=True, before=True)) is False


def test_both_keeps_each_part_once() -> None:
    assert both(Goal(R), Goal(R)) == Goal(R)
    assert both(And((Goal(R), Goal(S))), Goal(T)) == And((Goal(R), Goal(S), Goal(T)))
    assert both(None, Goal(R)) == Goal(R)


def test_a_condition_on_one_goal_has_its_measure() -> None:
    assert measure_of(Goal(T, False)) == "tilbud"
    assert measure_of(Share(Measure.SAMTALER_MODTAGET, Comparison.MORE, 80)) == "samtaler"
    assert measure_of(And((Goal(R), Goal(T)))) == ""
    assert measure_of(And((Goal(R), Focus(0, 1)))) == ""
