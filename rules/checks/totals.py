"""Totals: the three benefit groups make up the whole, actual less expected the difference.

Source: STAR's questions and answers of 2020: for all benefits under one, the actual, expected and
potential are each the sum of the three groups. Printed figures are rounded, so a sum may miss its
total by half a unit of the last decimal for each figure in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalize.model import Group, Measure, Unit
from rules.case import Case
from rules.derived.figures import Figure
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import bare, number
from rules.wording.report import doubtful, table_finding

_ROUNDED = re.compile(r"\bafrund")
PARTS = (Group.A_DAGPENGE, Group.KONTANTHJAELP, Group.SYGEDAGPENGE)
_LEVELS = (Measure.FAKTISK, Measure.FORVENTET, Measure.DIFFERENCE)
SUMMED = (Measure.FAKTISK, Measure.FORVENTET, Measure.POTENTIALE)
_ALL = (Group.ALLE, *PARTS)


def slack(*figures: Figure, unit: float = 1.0) -> float:
    """How far rounded figures may be off together; ``unit``: what whole numbers are rounded to."""
    return (
        sum(0.5 * (10.0**-figure.decimals if figure.decimals else unit) for figure in figures)
        + 1e-9
    )


def _unit(case: Case, figures: Iterable[Figure]) -> float:
    """What whole numbers are rounded to: tens or hundreds where the note speaks of rounding and
    every one of them is so many."""
    if not any(_ROUNDED.search(one.tagged) for one in case.utterances):
        return 1.0
    numbers = [figure.number or 0.0 for figure in figures]
    return next((unit for unit in (100.0, 10.0) if not any(n % unit for n in numbers)), 1.0)


def check(case: Case) -> Iterable[Finding]:
    """Sums of groups and differences of levels, for every municipality that has them."""
    summed = {figure.municipality.code for figure in case.figures.every if figure.measure in SUMMED}
    if not summed:
        return
    for period in [*case.figures.periods, None]:
        for code in (one for one in case.figures.municipalities(period) if one in summed):
            for measure in SUMMED:
                wholes = case.figures.joined(code, [(measure, one) for one in _ALL], period)
                yield from (_sum(case, figures) for figures in wholes)
            for group in Group:
                levels = case.figures.joined(code, [(one, group) for one in _LEVELS], period)
                yield from (_difference(case, figures) for figures in levels)


def _sum(case: Case, figures: tuple[Figure, ...]) -> Finding:
    total, *parts = figures
    derived = sum(part.number or 0.0 for part in parts)
    decimals = max(figure.decimals for figure in figures)
    off = abs((total.number or 0.0) - derived)
    same = off <= slack(*figures, unit=_unit(case, figures))
    verdict = Verdict.CONSISTENT if same else Verdict.CONTRADICTED
    if total.joins is Unit.PCT and not same:  # shares of three different wholes
        verdict = Verdict.UNVERIFIABLE
    verdict, doubt = doubtful(verdict, *figures)
    text = (
        f"{total.municipality.name} ({total.measure}): i alt"
        f" {number(total.number or 0.0, total.decimals)}, og de tre områder giver"
        f" {number(derived, decimals)}{doubt}"
    )
    if same and off > 1e-9:
        text += ", hvilket afrunding kan forklare"
    return table_finding(
        ClaimKind.SUM,
        verdict,
        text,
        stated=bare(total.number or 0.0, total.decimals),
        derived=bare(derived, decimals),
        municipality=total.municipality,
        measure=total.measure,
        period=total.period,
        page=total.page,
    )


def _difference(case: Case, figures: tuple[Figure, ...]) -> Finding:
    actual, expected, stated = figures
    derived = (actual.number or 0.0) - (expected.number or 0.0)
    # Some tables print actual less expected, some the reverse, some without a sign.
    off = abs(abs(stated.number or 0.0) - abs(derived))
    same = off <= slack(*figures, unit=_unit(case, figures))
    verdict = Verdict.CONSISTENT if same else Verdict.CONTRADICTED
    if stated.unit is Unit.PCT and not same:
        verdict = Verdict.UNVERIFIABLE  # a difference in percent of the expected level
    verdict, doubt = doubtful(verdict, *figures)
    decimals = max(actual.decimals, expected.decimals)
    return table_finding(
        ClaimKind.DIFFERENCE,
        verdict,
        f"{actual.municipality.name}: faktisk {number(actual.number or 0.0, actual.decimals)} "
        f"mod forventet"
        f" {number(expected.number or 0.0, expected.decimals)} giver {number(derived, decimals)}, "
        f"og der står"
        f" {number(stated.number or 0.0, stated.decimals)}{doubt}",
        stated=bare(stated.number or 0.0, stated.decimals),
        derived=bare(derived, decimals),
        municipality=actual.municipality,
        measure=Measure.DIFFERENCE,
        period=actual.period,
        page=actual.page,
    )
