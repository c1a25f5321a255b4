"""Shares at the edge of a limit: 19,98 is under 20 although one decimal would print 20,0."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.model import Measure
from rules.case import Case
from rules.derived.figures import POLAR
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import bare, fulfilled, number, percent
from rules.wording.report import table_finding


def check(case: Case) -> Iterable[Finding]:
    """Every share that one decimal would print as the limit itself."""
    seen: set[tuple[object, ...]] = set()
    for figure in case.figures.every:
        rules = case.rules_of(figure.period)
        goal = next((goal for goal, both in POLAR.items() if figure.measure in both), None)
        if rules is None or goal is None or figure.number is None:
            continue
        comparison, limit = rules.goal(goal).limit_for(received=figure.received)
        key = (figure.municipality.code, goal, figure.period, figure.number)
        if round(figure.number, 1) != limit or key in seen or not figure.decimals:
            continue
        seen.add(key)
        met = rules.goal(goal).met(figure.number, received=figure.received)
        share = number(figure.number, figure.decimals)
        text = (
            f"{figure.municipality.name} har {share} pct., og kravet er"
            f" {percent(comparison, limit)};"
            f" sammenlignet uden afrunding er målet {'' if met else 'ikke '}opfyldt"
        )
        yield table_finding(
            ClaimKind.BOUNDARY,
            Verdict.CONSISTENT if figure.trusted else Verdict.UNVERIFIABLE,
            text if figure.trusted else f"{text}, men tallet skal ses efter",
            stated=bare(figure.number, figure.decimals),
            derived=fulfilled(met),
            municipality=figure.municipality,
            measure=Measure(goal).value,
            period=figure.period,
            page=figure.page,
            rule=rules.rule_id,
        )
