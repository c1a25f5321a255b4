"""Goals that the figures of the prose settle, for notes that print no table of them.

A figure is taken for a goal's by the nearest words that speak of one, which is enough to confirm
what the note says of the goal, and not to accuse it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Period
from rules.case import FOCUS, Case, Standing
from rules.claims.status import Said
from rules.derived.figures import RECEIVED
from rules.derived.goals import covered, inspires
from rules.fit.place import Place
from rules.fit.quantities import Sort
from rules.grammar.conditions import Beside, Goal
from rules.kind import finding
from rules.law.comparison import Comparison
from rules.model import Claim, Finding, Verdict
from rules.wording.danish import describe

_OTHER = re.compile(
    r"\b(?:mod|året\s+(?:før|for)|sidste\s+år|fra|tidligere|dengang|\w*gennemsnit\w*|lands\w*|hvis|skal"
    r"|måned\w*|kvartal\w*)\b"
)
_EXPECTED = re.compile(r"vent(?:et|ede|e)?\b|rammevilkår|skulle\s+have")
_BESIDE = 30  # characters before a figure in which a word says that it is what was expected
_HALF = 50.0  # per cent; a majority is to get talks and offers

Told = Mapping[tuple[str, Measure, Period | None], bool]


def told(case: Case, places: Iterable[Place]) -> Told:
    """Code, goal and period → whether it is met; not where two figures say two things."""
    found: dict[tuple[str, Measure, Period | None], set[bool]] = {}
    levels: dict[int, list[Place]] = {}
    for place in places:
        period = find_period(place.utterance.sentence.text) or case.main
        if place.quantity.sorts[0] is Sort.PERSONS and not place.apart:
            levels.setdefault(place.utterance.index, []).append(place)
        for goal, met in _by_share(place, period):
            found.setdefault((place.owners[0], goal, period), set()).add(met)
    for those in levels.values():
        one = those[0]
        period = find_period(one.utterance.sentence.text) or case.main
        for met in _by_levels(those):
            found.setdefault((one.owners[0], Measure.RESULTATMAAL, period), set()).add(met)
    return {key: met.pop() for key, met in found.items() if len(met) == 1}


def _by_share(place: Place, period: Period | None) -> Iterator[tuple[Measure, bool]]:
    rules, quantity = place.case.rules_of(period), place.quantity
    law = not quantity.decimals and quantity.number in place.case.rules.limits
    if rules is None or quantity.sorts[0] is not Sort.SHARE or law or len(place.owners) != 1:
        return
    measures = place.shares()
    goals = [goal for goal in FOCUS if any(one.startswith(goal) for one in measures)]
    if len(goals) != 1 or _OTHER.search(place.clause):
        return
    got = measures[0] in RECEIVED if len(measures) == 1 else quantity.number > _HALF
    yield goals[0], rules.goal(goals[0]).met(quantity.number, received=got)


def _by_levels(those: list[Place]) -> Iterator[bool]:
    """Whether the one actual level of a sentence is at most the one that was expected."""
    expected = [place for place in those if _EXPECTED.search(_lead(place))]
    actual = [place for place in those if place not in expected]
    plain = len(expected) == len(actual) == 1 and those[0].utterance.group is Group.ALLE
    if plain and those[0].owners == those[1].owners and len(those[0].owners) == 1:
        yield actual[0].quantity.number <= expected[0].quantity.number


def _lead(place: Place) -> str:
    start = place.quantity.start
    return place.utterance.tagged[max(0, start - _BESIDE) : start].rpartition("#")[2]


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a municipality by all the note says; ``spoken``: by its statements too."""

    standing: Standing
    told: Told
    spoken: bool

    def meets(self, goal: Measure) -> bool | None:
        """Meets a goal, by tables, else by the figures of the prose."""
        one = self.standing
        known = one.meets(goal)
        if known is None:
            known = self.told.get((one.code, goal, one.period))
        if known is None and self.spoken:
            known = one.case.said(one.code, goal, one.period)
        return known

    def covered(self) -> bool | None:
        """Falls under the recovery phase by the rules of the period."""
        rules = self.standing.case.rules_of(self.standing.period)
        focus = {goal: self.meets(goal) for goal in FOCUS}
        return covered(rules, self.meets(Measure.RESULTATMAAL), focus) if rules else None

    def in_phase(self) -> bool:
        """The note says that it was in the phase before."""
        return self.standing.in_phase()

    def inspires(self) -> bool | None:
        """Meets all three goals."""
        focus = {goal: self.meets(goal) for goal in FOCUS}
        return inspires(self.meets(Measure.RESULTATMAAL), focus)

    def compares(self, measure: Measure, comparison: Comparison, limit: float, /) -> bool | None:
        """How a share stands to a limit, by the tables."""
        return self.standing.compares(measure, comparison, limit)

    def beside_expected(self) -> Beside | None:
        """On which side of its expected level the actual one lies, by the tables."""
        return self.standing.beside_expected()


def confirmed(case: Case, known: Told, about: Claim | None, one: Finding) -> Finding:
    """A finding; an open one of a goal confirmed where the figures of the prose settle it."""
    if about is None or one.verdict is not Verdict.UNVERIFIABLE:
        return one
    said = about.detail
    if not isinstance(said, Said) or said.other_period:
        return one
    standing = case.standing(said.municipality.code, about.period)
    plain = all(isinstance(reading, Goal) for reading in said.readings)
    facts = Heard(standing, known, spoken=not plain)
    if not any(reading.holds(facts) for reading in said.readings):
        return one
    text = f"Notatet skriver, at {said.municipality.name} {describe(said.readings[0])}"
    why = "og det passer med de tal og udsagn, notatet selv giver"
    return finding(
        about,
        Verdict.CONSISTENT,
        f"{text}, {why}",
        derived=about.stated,
        municipality=said.municipality,
        rule=one.rule,
    )
