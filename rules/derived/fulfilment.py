"""Who meets what, who is covered: one row a municipality and measuring period."""

from __future__ import annotations

from normalize.model import Fulfilled, Measure, Municipality, Note, Period
from rules.case import Case, build
from rules.derived.figures import GOALS
from rules.derived.goals import State, covered, inspires
from rules.law.book import RuleBook
from rules.law.book import status as status_of
from rules.model import Basis, Fulfilment


def fulfilment(note: Note, rulebook: RuleBook) -> tuple[Fulfilment, ...]:
    """What follows from the note's figures and the rules, by period and municipality code.

    A figure that a person must look at decides nothing: the goal's cell stays empty. A
    municipality and period of which no goal is known gives no row.
    """
    return of_case(build(note, rulebook))


def of_case(case: Case) -> tuple[Fulfilment, ...]:
    """`fulfilment` of a note whose figures are collected and whose rules are settled."""
    rows = (
        _row(case, municipality, period)
        for period in case.figures.periods
        for _, municipality in sorted(case.figures.municipalities(period).items())
    )
    return tuple(row for row in rows if row is not None)


def _row(case: Case, municipality: Municipality, period: Period) -> Fulfilment | None:
    rules = case.rules_of(period)
    states = {goal: case.state(municipality.code, goal, period) for goal in GOALS}
    if all(one.met is None for one in states.values()):
        return None
    result = states[Measure.RESULTATMAAL].certain
    focus = {goal: states[goal].certain for goal in (Measure.SAMTALER, Measure.TILBUD)}
    from_values = any(one.basis is Basis.VALUE for one in states.values())
    return Fulfilment(
        period=period,
        municipality=municipality,
        resultatmaal=_cell(states[Measure.RESULTATMAAL]),
        samtaler=_cell(states[Measure.SAMTALER]),
        tilbud=_cell(states[Measure.TILBUD]),
        omfattet=None if rules is None else covered(rules, result, focus),
        inspirationskommune=inspires(result, focus),
        basis=Basis.VALUE if from_values else Basis.STATED,
        rule="" if rules is None else rules.rule_id,
    )


def _cell(goal: State) -> Fulfilled | None:
    return None if goal.certain is None else status_of(goal.certain)
