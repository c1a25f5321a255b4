"""Steps of the recovery phase: who comes in, who is extended, who leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Municipality, Period
from rules.case import Case
from rules.derived.phase import Outcome, entered, extended, leaves
from rules.grammar.conditions import InPhase, Step, atoms
from rules.grammar.dates import date_of
from rules.grammar.entered import entered_in
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.names_of import about
from rules.sentences.prose import Utterance
from rules.stated.dated import years
from rules.wording.danish import names

_AGAIN = re.compile(
    r"\b(?:andet|tredje|fjerde|#[2-9]\.?)\s+år\s+(?:i\s+træk|på\s+stribe)\b"
    r"|\b(?:fortsat|stadig(?:væk)?|fremdeles)\s+(?:\w+\s+)?(?:omfattet|i|under)\b"
)
_DECIDED = 4  # April, when the yearly statement is made on the year before
_STEPS = {Step.COVERED: entered, Step.EXTENDED: extended, Step.LEAVES: leaves}


@dataclass(frozen=True, slots=True)
class Stepped:
    """One municipality said to take, or not to take, a step."""

    municipality: Municipality
    part: InPhase
    other_period: bool
    told_after: bool = False  # with a bare year, which may be that of the decision
    again: bool = False  # "for andet år i træk", "fortsat": in it before, and still


def read(case: Case) -> Iterable[Claim]:
    """Every step of the phase said of named municipalities or of ``kommunen``."""
    for utterance in case.utterances:
        for statement in utterance.statements:
            who = about(statement, utterance)
            if not who or not statement.readings:
                continue
            for part in atoms(statement.readings[0]):
                if not isinstance(part, InPhase):
                    continue
                dated = part.step is Step.COVERED  # entry was decided in the month named
                period = case.period_of(statement) if dated else _decided_on(case, utterance)
                for municipality in who:
                    yield claim(
                        ClaimKind.PHASE,
                        utterance,
                        Stepped(
                            municipality,
                            part,
                            statement.other_period,
                            dated and entered_in(statement.clause) is not None,
                            dated and part.yes and bool(_AGAIN.search(utterance.tagged)),
                        ),
                        stated=part.step.value if part.yes else f"not_{part.step}",
                        municipalities=(municipality,),
                        period=period,
                    )


def _decided_on(case: Case, utterance: Utterance) -> Period | None:
    """The period an extension or an exit is decided on: the last of those its sentence names."""
    named = [Period.of_year(year) for year in years(utterance.tagged)]
    known = [period for period in named if case.has(period)]
    month = date_of(utterance.tagged)
    if not known and month is not None and month.month == _DECIDED:
        before = Period.of_year(month.year - 1)
        known = [before] if case.has(before) else []
    return max(known) if known else find_period(utterance.sentence.text) or case.main


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Hold the step against the figures at the statement and at entry."""
    stepped = about.detail
    if not isinstance(stepped, Stepped):
        return
    one, part = stepped.municipality, stepped.part
    if part.before:
        return  # recalled, and not what this statement decides
    period = _measured(case, about.period)
    outcome = _STEPS[part.step](case, one.code, period)
    if stepped.told_after and outcome.holds is not part.yes:
        outcome = _year_before(case, one.code, period, outcome)
    if stepped.again and outcome.holds is False:
        outcome = leaves(
            case, one.code, period
        ).turned  # who is in it leaves by the focus goals alone
    elif outcome.holds is None and period != case.main and part.step is Step.COVERED:
        return  # history the note only recalls
    if not part.yes:
        outcome = outcome.turned
    what = {
        Step.COVERED: "bliver omfattet af genopretningsfasen",
        Step.EXTENDED: "får forlænget genopretningsfasen",
        Step.LEAVES: "ophører i skærpet tilsyn",
    }[part.step]
    text = f"Notatet skriver, at {names((one,))} {'' if part.yes else 'ikke '}{what}; {outcome.why}"
    rules = case.rules_of(period)
    yield finding(
        about,
        Verdict.UNVERIFIABLE
        if stepped.other_period and outcome.holds is False and not stepped.again
        else _verdict(outcome),
        text,
        derived=_derived(outcome, about.stated),
        municipality=one,
        rule=rules.rule_id if rules else "",
    )


def _year_before(case: Case, code: str, period: Period | None, outcome: Outcome) -> Outcome:
    """The entry by the figures of the year before; open where they do not show it either.

    A note may recall an entry by figures that were put right since.
    """
    if outcome.holds is None or period is None or not period.is_year:
        return outcome
    before = entered(case, code, Period.of_year(period.start.year - 1))
    why = f"{outcome.why}, men afgørelsen kan hvile på tallene for året før"
    return before if before.holds else Outcome(None, why)


def _verdict(outcome: Outcome) -> Verdict:
    if outcome.holds is None:
        return Verdict.UNVERIFIABLE
    return Verdict.CONSISTENT if outcome.holds else Verdict.CONTRADICTED


def _derived(outcome: Outcome, stated: str) -> str:
    if outcome.holds is None:
        return ""
    if outcome.holds:
        return stated
    return stated.removeprefix("not_") if stated.startswith("not_") else f"not_{stated}"


def _measured(case: Case, period: Period | None) -> Period | None:
    """A decision year without figures is measured on the year before."""
    if period is None or case.has(period) or not period.is_year:
        return period
    before = Period.of_year(period.start.year - 1)
    return before if case.has(before) else period


KIND = Kind("phase", read, check)
