"""Who meets what, who is covered: one row a municipality and measuring period."""

from __future__ import annotations

from normalize.model import Fulfilled, Measure, Municipality, Note, Period
from rules.case import build
from rules.figures import GOALS, Figures
from rules.goals import State, covered, inspires, state
from rules.law.book import RuleBook, Rules
from rules.law.book import status as status_of
from rules.model import Basis, Fulfilment


def fulfilment(note: Note, rulebook: RuleBook) -> tuple[Fulfilment, ...]:
    """What follows from the note's figures and the rules, by period and municipality code.

    A figure that a person must look at decides nothing: the goal's cell stays empty. A
    municipality and period of which no goal is known gives no row.
    """
    case = build(note, rulebook)
    return of_figures(case.figures, case.rules)


def of_figures(figures: Figures, rulebook: RuleBook) -> tuple[Fulfilment, ...]:
    """`fulfilment` for figures already collected and rules already settled."""
    rows = []
    for period in figures.periods:
        rules = rulebook.of(period)
        for _, municipality in sorted(figures.municipalities(period).items()):
            row = _row(figures, rules, municipality, period)
            if row is not None:
                rows.append(row)
    return tuple(rows)


def _row(
    figures: Figures, rules: Rules | None, municipality: Municipality, period: Period
) -> Fulfilment | None:
    states = {goal: state(figures, rules, municipality.code, goal, period) for goal in GOALS}
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
