"""What is said of one municipality: ``Greve opfylder begge fokusmål``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalize.model import Group, Measure, Municipality
from rules.case import FOCUS, Case
from rules.caution.misread import dissolved
from rules.derived.goals import State
from rules.grammar.conditions import (
    And,
    Condition,
    Focus,
    Goal,
    InPhase,
    Inspires,
    Not,
    Share,
    atoms,
)
from rules.grammar.doubts import narrows, of_one
from rules.kind import Kind, claim, finding
from rules.law.book import FocusGoal, Rules
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.names_of import about
from rules.wording.danish import GOAL, SHARE, describe, fulfilled, number, percent, shown


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of one municipality, in every reading it has."""

    municipality: Municipality
    readings: tuple[Condition, ...]
    doubts: tuple[str, ...]
    other_period: bool


def read(case: Case) -> Iterable[Claim]:
    """Every statement on named municipalities or on ``kommunen``, goal by goal."""
    for utterance in case.utterances:
        for statement in utterance.statements:
            if statement.count is not None or statement.only or not statement.readings:
                continue
            who = about(statement, utterance)
            unsure = of_one(statement.doubts)
            if utterance.group is not Group.ALLE:
                unsure = (*unsure, utterance.group.value)
            if statement.anaphor == "implied" and narrows(utterance.tagged):
                unsure = (*unsure, "en del af borgerne")
            for municipality in who:
                for measure, readings in _split(statement.readings):
                    yield claim(
                        ClaimKind.STATUS,
                        utterance,
                        Said(municipality, readings, unsure, statement.other_period),
                        stated=_word(readings[0]),
                        municipalities=(municipality,),
                        measure=measure,
                        period=case.period_of(statement),
                    )


def _split(readings: tuple[Condition, ...]) -> Iterable[tuple[str, tuple[Condition, ...]]]:
    """A conjunction goal by goal, the focus goals one by one where all or none are meant."""
    for place, part in enumerate(atoms(readings[0])):
        others = tuple(
            dict.fromkeys(
                atoms(reading)[place] for reading in readings if len(atoms(reading)) > place
            )
        )
        if isinstance(part, InPhase | And):
            continue  # steps of the phase have a kind of their own
        if (
            isinstance(part, Focus)
            and part.low == part.high
            and part.low in (0, len(part.of))
            and len(others) == 1
        ):
            for measure in part.of:
                yield measure.value, (Goal(measure, part.low > 0),)
        else:
            about = part.measure.value if isinstance(part, Goal | Share) else ""
            yield about.removesuffix("_modtaget"), others


def _word(condition: Condition) -> str:
    if isinstance(condition, Goal):
        return fulfilled(condition.met)
    if isinstance(condition, Inspires):
        return "ja" if condition.yes else "nej"
    if isinstance(condition, Focus):
        return f"{condition.low}-{condition.high}"
    if isinstance(condition, Share):
        return f"{condition.comparison} {condition.limit:g}"
    return "nej" if isinstance(condition, Not) else ""


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Hold the statement against the figures and the rules of the year."""
    said = about.detail
    if not isinstance(said, Said):
        return
    standing = case.standing(said.municipality.code, about.period)
    truths = [reading.holds(standing) for reading in said.readings]
    rules = case.rules_of(about.period)
    text = f"Notatet skriver, at {said.municipality.name} {describe(said.readings[0])}"
    evidence, derived = _evidence(case, said, about)
    if True in truths:
        verdict = Verdict.CONSISTENT
        text += f", og det følger af notatets tal{f': {evidence}' if evidence else ''}"
        derived = derived or about.stated
    elif None in truths or said.other_period:
        verdict = Verdict.UNVERIFIABLE
        text += "; notatet har ikke de tal, der skal til for at afgøre det"
    elif said.doubts:
        verdict = Verdict.UNVERIFIABLE
        text += (
            f"; {evidence or 'notatets tal siger det modsatte'}, men ordene "
            f"»{' '.join(said.doubts)}« kan gøre en forskel"
        )
    else:
        verdict = Verdict.CONTRADICTED
        text += f", men {evidence or 'notatets egne tal siger det modsatte'}"
    misread = _misread(case, said, about, rules) if verdict is Verdict.CONTRADICTED else ""
    yield finding(
        about,
        verdict,
        f"{text}{misread}",
        derived=derived,
        municipality=said.municipality,
        rule=rules.rule_id if rules else "",
        fragile=bool(misread),
    )


def _misread(case: Case, said: Said, about: Claim, rules: Rules | None) -> str:
    """What to add where another reading of the one share the verdict rests on would dissolve it."""
    first = said.readings[0]
    if not isinstance(first, Goal) or rules is None or first.measure is Measure.RESULTATMAAL:
        return ""
    known = case.state(said.municipality.code, first.measure, about.period)
    if len(known.figures) != 1:
        return ""
    figure, goal = known.figures[0], rules.goal(first.measure)
    return dissolved(figure, lambda value: goal.met(value, received=figure.received) is first.met)


def _evidence(case: Case, said: Said, about: Claim) -> tuple[str, str]:
    """The figures the verdict rests on, in words, and the derived status."""
    first = said.readings[0]
    goals: tuple[Measure, ...] = ()
    if isinstance(first, Goal):
        goals = (first.measure,)
    elif isinstance(first, Share):
        share = case.standing(said.municipality.code, about.period).share(first.measure)
        return (
            (f"{SHARE[first.measure]} er {number(share, 2).rstrip('0').rstrip(',')} pct.", "")
            if share is not None
            else ("", "")
        )
    elif isinstance(first, Focus):
        goals = first.of
    elif isinstance(first, Inspires):
        goals = (Measure.RESULTATMAAL, *FOCUS)
    words, derived = [], ""
    for goal in goals:
        known = case.state(said.municipality.code, goal, about.period)
        if known.met is None:
            continue
        words.append(_figures(goal, known, case.rules.goals(goal, about.period)))
        derived = fulfilled(known.met)
    if not isinstance(first, Goal):
        standing = case.standing(said.municipality.code, about.period)
        known_truth = first.holds(standing)
        derived = {True: _word(first), False: "nej" if _word(first) == "ja" else "ja", None: ""}[
            known_truth
        ]
    return "; ".join(words), derived


def _figures(goal: Measure, known: State, goals: Sequence[FocusGoal]) -> str:
    """The figures of one goal in words: ``andelen uden tilbud er 35,3 pct. (tabel 1, side 2)``."""
    met = "er opfyldt" if known.met else "er ikke opfyldt"
    figures = known.figures
    if len(figures) == 1 and figures[0].number is not None and goals:
        received = figures[0].received
        limits = {percent(*one.limit_for(received=received)) for one in goals}
        share = f"{SHARE[figures[0].measure]} er {shown(figures[0])}"
        return f"{share}, og kravet er {' eller '.join(sorted(limits))}"
    if len(figures) == 1:
        where = shown(figures[0]).partition(" (")[2]
        return f"{GOAL[goal]} {met}{f' ({where}' if where else ''}"
    return f"{GOAL[goal]} {met}, da {' og '.join(shown(figure) for figure in figures)}"


KIND = Kind("status", read, check)
