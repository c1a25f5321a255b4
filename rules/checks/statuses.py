"""A stated status against the figures of the same municipality, in the tables."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.model import Measure
from rules.case import Case
from rules.derived.figures import GOALS, POLAR, Figure
from rules.derived.goals import reckoned, rounded_alike
from rules.law.book import Rules
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import GOAL, fulfilled, number
from rules.wording.report import doubtful, settled, table_finding


def check(case: Case) -> Iterable[Finding]:
    """A finding where a status cell and the figures disagree, one for all those that agree."""
    agreed: list[Figure] = []
    differing: list[Finding] = []
    for figure in case.figures.every:
        goal = next((goal for goal in GOALS if figure.measure in POLAR.get(goal, (goal,))), None)
        if figure.fulfilled is None or goal is None:
            continue
        code = figure.municipality.code
        derived = reckoned(case.figures, case.rules, code, goal, figure.period)
        if derived is None or derived.met is None:
            continue
        if fulfilled(derived.met) == figure.fulfilled:
            agreed.append(figure)
        else:
            differing.append(_differs(case, figure, goal, derived.figures))
    yield from settled(ClaimKind.STATUS, differing, len(agreed), "Angivne statusser og tal")
    if agreed:
        first = agreed[0]
        yield table_finding(
            ClaimKind.STATUS,
            Verdict.CONSISTENT,
            f"{len(agreed)} angivne statusser følger af tallene",
            stated=str(len(agreed)),
            derived=str(len(agreed)),
            period=first.period,
            page=first.page,
        )


def _at_limit(figures: tuple[Figure, ...], rules: Rules | None) -> bool:
    """True for a share printed as the limit: who set the status saw 29,96 where 30,0 is printed."""
    share = figures[0]
    if rules is None or len(figures) != 1 or share.number is None:
        return False
    goal, half = rules.goal(share.measure), 0.5 * 10.0**-share.decimals
    return goal.met_within(share.number, half, received=share.received) is None


def _differs(case: Case, figure: Figure, goal: Measure, figures: tuple[Figure, ...]) -> Finding:
    shown = " og ".join(
        f"{one.measure} {number(one.number or 0.0, one.decimals)}" for one in figures
    )
    rules = case.rules_of(figure.period)
    hidden = rounded_alike(figures) or _at_limit(figures, rules)
    against = Verdict.UNVERIFIABLE if hidden else Verdict.CONTRADICTED
    verdict, doubt = doubtful(against, figure, *figures)
    stated = figure.fulfilled.value if figure.fulfilled else ""
    return table_finding(
        ClaimKind.STATUS,
        verdict,
        f"{figure.municipality.name} står med {GOAL[goal]} som {stated.replace('_', ' ')}, "
        f"men tallene"
        f" ({shown}) siger det modsatte{doubt}",
        stated=stated,
        derived="ikke_opfyldt" if stated == "opfyldt" else "opfyldt",
        municipality=figure.municipality,
        measure=goal.value,
        period=figure.period,
        page=figure.page,
        rule=rules.rule_id if rules else "",
    )
