"""Criteria the note states, against the rule book of the year."""

from __future__ import annotations

from collections.abc import Iterable

from rules.case import Case
from rules.criteria import Stated, stated
from rules.kind import Kind, claim, finding
from rules.law.book import Certainty, Rules
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import COMPARED, GOAL, bare


def read(case: Case) -> Iterable[Claim]:
    """Every limit and number of hours the note lays down."""
    for one in stated(case.note, case.main):
        utterance = case.utterances[one.sentence]
        text = (
            str(one.hours)
            if one.limit is None
            else bare(one.limit, 0 if one.limit.is_integer() else 1)
        )
        yield claim(
            ClaimKind.THRESHOLD,
            utterance,
            one,
            stated=text,
            unit="timer" if one.limit is None else "pct",
            measure=one.measure.value,
            period=case.main,
        )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Same limit, another limit, or nothing certain to hold it against."""
    one = about.detail
    rules = case.book.years.get(one.year) if isinstance(one, Stated) else None
    if rules is None or not isinstance(one, Stated):
        return
    rules = rules.book or rules
    goal = rules.goal(one.measure)
    verdict = compare(one, rules)
    source = goal.provision.source
    if one.limit is None:
        text = f"Notatet kræver {one.hours} timer"
        derived = "" if goal.hours is None else str(goal.hours)
        book = (
            "regelbogen har ingen timer"
            if goal.hours is None
            else f"regelbogen for {one.year} har {goal.hours} timer"
        )
    else:
        comparison, limit = goal.limit_for(received=one.received)
        text = (
            f"Notatet sætter grænsen for {GOAL[one.measure]} til {COMPARED[one.comparison]} "
            f"{about.stated} pct."
        )
        derived = bare(limit, 0 if limit.is_integer() else 1)
        book = f"regelbogen for {one.year} siger {COMPARED[comparison]} {derived} pct."
    joined = "og" if verdict is Verdict.CONSISTENT else "men"
    text = f"{text}, {joined} {book} (kilde: {source})"
    if verdict is Verdict.UNVERIFIABLE and goal.provision.certainty is not Certainty.READ:
        text += "; regelbogens regel er ikke læst i en kilde, så det er ikke afgjort"
    yield finding(about, verdict, text, derived=derived, rule=rules.rule_id)


def compare(one: Stated, rules: Rules) -> Verdict:
    """A stated criterion against the rule book's.

    A book entry that was read contradicts; one that was inferred or assumed cannot.
    """
    goal = rules.goal(one.measure)
    certain = goal.provision.certainty is Certainty.READ
    if one.limit is None:
        if goal.hours is None:
            return Verdict.UNVERIFIABLE
        same = one.hours == goal.hours
    else:
        comparison, limit = goal.limit_for(received=one.received)
        same = one.limit == limit
        if same and one.comparison is not comparison:
            return Verdict.UNVERIFIABLE
    if same:
        return Verdict.CONSISTENT
    return Verdict.CONTRADICTED if certain else Verdict.UNVERIFIABLE


KIND = Kind("threshold", read, check)
