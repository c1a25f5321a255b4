"""How far a share is from the goal's limit: ``0,4 procentpoint fra grænsen``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Measure, Municipality, Period, Unit
from rules.case import Case
from rules.derived.figures import POLAR, Figure
from rules.grammar.shares import share_of, speaks
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.stated.margins import margin
from rules.wording.danish import GOAL, bare, number

_PRINTED = re.compile(
    r"(?:\w*(?:grænse|krav|m[åa]l)\w*\s+på|\bde)\s+#(\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
)


@dataclass(frozen=True, slots=True)
class Margin:
    """A distance in percentage points as printed, of one municipality's share to its limit."""

    municipality: Municipality
    measure: Measure
    size: str


def read(case: Case) -> Iterable[Claim]:
    """Distances to the limit of the share a paragraph speaks of."""
    carried: Measure | None = case.sole_share
    paragraph = -1
    for one in case.utterances:
        if one.sentence.paragraph != paragraph:
            paragraph, carried = one.sentence.paragraph, case.sole_share
        if speaks(one.tagged):
            carried = share_of(one.tagged, received=case.received or False)
        else:
            carried = carried or _by_limit(case, one.tagged)
        size = margin(one.tagged)
        if size is None or carried is None or one.subject is None:
            continue
        yield claim(
            ClaimKind.DIFFERENCE,
            one,
            Margin(one.subject, carried, size),
            stated=size.replace(",", "."),
            unit=Unit.PCT_POINT.value,
            municipalities=(one.subject,),
            measure=carried.removesuffix("_modtaget"),
            period=find_period(one.sentence.text) or case.main,
        )


def _by_limit(case: Case, tagged: str) -> Measure | None:
    """The goal whose limit the sentence prints: ``fra grænsen på 30 pct.``"""
    rules, match = case.book.of(case.main), _PRINTED.search(tagged)
    if rules is None or match is None:
        return None
    limit = float(match[1].replace(",", "."))
    goals = [
        goal.measure
        for goal in (rules.samtaler, rules.tilbud)
        if limit in (goal.limit_for(received=False)[1], goal.limit_for(received=True)[1])
    ]
    return goals[0] if len(goals) == 1 else None


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The distance against the municipality's figure and the limit of the year."""
    said = about.detail
    if not isinstance(said, Margin):
        return
    goal = next(goal for goal, both in POLAR.items() if said.measure in both)
    text = (
        f"Notatet skriver, at {said.municipality.name} er {said.size} procentpoint fra grænsen for "
        f"{GOAL[goal]}"
    )
    figure = _figure(case, said.municipality, goal, about.period)
    goals = case.rules.goals(goal, about.period)
    if figure is None or figure.number is None or not goals:
        why = "notatet har ikke det tal, der skal til"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=said.municipality)
        return
    limits = {one.limit_for(received=figure.received)[1] for one in goals}
    size, decimals = float(said.size.replace(",", ".")), figure.decimals
    gap, limit = min(
        ((abs(figure.number - one), one) for one in limits), key=lambda pair: abs(pair[0] - size)
    )
    unit = 10.0 ** -len(said.size.partition(",")[2])
    off = abs(gap - size)
    verdict = Verdict.CONSISTENT if off < 1e-6 else Verdict.CONTRADICTED
    if 1e-6 <= off <= unit + 1e-6 or (off >= 1e-6 and not figure.trusted):
        verdict = Verdict.UNVERIFIABLE  # the share is rounded, or must be looked at first
    joined = "men" if verdict is Verdict.CONTRADICTED else "og"
    rules = case.rules_of(about.period)
    yield finding(
        about,
        verdict,
        f"{text}, {joined} tallet er {number(figure.number, decimals)} pct. og grænsen "
        f"{number(limit, 0 if limit.is_integer() else 1)}, altså {number(gap, decimals)}",
        derived=bare(gap, decimals),
        municipality=said.municipality,
        rule=rules.rule_id if rules else "",
    )


def _figure(case: Case, who: Municipality, goal: Measure, period: Period | None) -> Figure | None:
    found = case.figures.find(who.code, POLAR[goal], period)
    return next((one for one in found if one.number is not None), None)


KIND = Kind("margin", read, check)
