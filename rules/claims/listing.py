"""Lists of names with what holds for them: ``er de eneste, som …``, ``De fem kommuner er …``,
and a table that is said to show them: ``Tabel 1 viser de 17 kommuner, som …``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from normalize.model import Municipality
from rules.case import Case
from rules.derived.derive import Universe
from rules.derived.listed import Listing, Outcome, weigh
from rules.grammar.conditions import Condition, InPhase, Step, any_atom, measure_of
from rules.grammar.counts import ALL
from rules.grammar.subjects import Statement
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.counted import Counted, counted
from rules.sentences.groups import of_some, spoken_of
from rules.sentences.names_of import municipalities_of
from rules.sentences.prose import Utterance
from rules.sentences.tables import group_of_note, universe
from rules.wording.danish import describe, kommuner, names


def read(case: Case) -> Iterable[Claim]:
    """Every list of names, or table of municipalities, with a condition of its own."""
    before: list[Statement] = []
    parts = {
        one.statement.clause: one
        for one in counted(case)
        if (one.count.of_before or one.count.base) and not one.loose
    }
    for utterance in case.utterances:
        for statement in utterance.statements:
            listing = _listing(case, statement, before, utterance)
            if listing is not None and (part := parts.get(statement.clause)) is not None:
                listing = _of_part(listing, part)
            before.append(statement)
            if listing is not None and not any_atom(listing.readings[0], _needs_history):
                yield claim(
                    ClaimKind.LIST,
                    utterance,
                    listing,
                    stated=str(len(listing.listed)),
                    unit="kommuner",
                    municipalities=listing.listed,
                    measure=measure_of(listing.readings[0]),
                    period=case.period_of(statement),
                )


def _of_part(listing: Listing, part: Counted) -> Listing:
    """The list of those who were counted as some of others: complete among these."""
    return replace(
        listing,
        within=listing.within or part.within,
        base=part.base,
        among=listing.among or not part.known_base,
    )


def _needs_history(part: Condition) -> bool:
    return isinstance(part, InPhase) and part.step is not Step.COVERED


def _listing(
    case: Case, statement: Statement, before: list[Statement], utterance: Utterance
) -> Listing | None:
    count, readings = statement.count, statement.readings
    if statement.names:
        several = count is not None and (len(statement.names) > 1 or count.number == 1)
        complete = statement.only or several
        if not readings and count is not None and not count.of_before:
            readings = _said_before(count.number, before)
        if not readings or not complete:
            return None
        listed = municipalities_of(statement.names)
        within = _among(case, statement, before, utterance)
        if within is not None and not within.codes >= {one.code for one in listed}:
            within = None
        among = within is None and statement.only and of_some(statement.clause)
        return Listing(statement, readings, listed, complete, within=within, among=among)
    table = utterance.table or statement.table
    if table is None or not readings or (count and universe(case, statement.clause, None)):
        return None
    if not (statement.anaphor == "shown" or (count and (count.definite or utterance.table))):
        return None
    rows = {
        value.municipality.code: value.municipality
        for value in case.note.values
        if value.table == table and value.municipality is not None
    }
    most = max(2 * count.number, count.number + 10) if count else ALL // 2
    if not 2 <= len(rows) <= most:
        return None  # a table of more than those it is said to show
    return Listing(statement, readings, tuple(rows.values()), count is not None, table)


def _among(
    case: Case, statement: Statement, before: list[Statement], utterance: Utterance
) -> Universe | None:
    """Whom an only-claim is made among: those it says, or its paragraph has just counted among."""
    count = statement.count
    if not statement.only and (count is None or not (count.base or count.of_before)):
        return None
    group = group_of_note(case)
    found = spoken_of(case, statement.clause, group, near=utterance)
    last = before[-1] if before else None
    if found is None and last is not None and last.count is not None:
        found = spoken_of(case, last.clause, group, near=utterance)
    return found


def _said_before(number: int, before: list[Statement]) -> tuple[Condition, ...]:
    """What was said of ``de 16 kommuner`` when they were counted."""
    for statement in reversed(before):
        if statement.count is not None and statement.count.number == number and statement.readings:
            count = statement.count
            part = count.base is not None or count.of_before or count.sibling
            return () if part else statement.readings
    return ()


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Everyone listed must meet the condition, and nobody else where the list is said complete."""
    listing = about.detail
    if not isinstance(listing, Listing):
        return
    count = listing.statement.count
    where = f"Tabel {listing.table} viser" if listing.table else "Notatet nævner"
    who = names(listing.listed) if len(listing.listed) <= 6 else kommuner(len(listing.listed))
    those = "den" if len(listing.listed) == 1 else "dem"
    said = f"{where} {who} som {those}, der {describe(listing.readings[0])}"
    if listing.table and count is not None and len(listing.listed) != count.number:
        text = (
            f"Tabel {listing.table} varsles med {count.number} kommuner, men har "
            f"{len(listing.listed)}"
        )
        yield finding(
            about,
            Verdict.CONTRADICTED,
            text,
            stated=str(count.number),
            derived=str(len(listing.listed)),
        )
        return
    if not case.has(about.period) or listing.statement.other_period:
        yield finding(
            about, Verdict.UNVERIFIABLE, f"{said}; notatet har ingen tal at holde det op imod"
        )
        return
    short = count is not None and len(listing.listed) != count.number
    outcomes = [weigh(case, listing, reading, about.period) for reading in listing.readings]
    order = (Verdict.CONSISTENT, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONTRADICTED)
    outcome = min(outcomes, key=lambda one: order.index(one.verdict))
    if outcome.verdict is Verdict.CONTRADICTED:
        outcome = outcomes[0]
        if short and outcome.derived == str(count.number if count else ""):
            return  # the list is short of its own announcement, which is a finding of its own
        if doubts := " ".join(listing.statement.doubts):
            why = f"{outcome.why}, men ordene »{doubts}« kan gøre en forskel"
            outcome = replace(outcome, verdict=Verdict.UNVERIFIABLE, why=why)
    rules = case.rules_of(about.period)
    yield finding(
        about,
        outcome.verdict,
        f"{said}; {outcome.why}",
        derived=outcome.derived,
        municipality=_whom(listing, outcome),
        rule=rules.rule_id if rules else "",
    )


def _whom(listing: Listing, outcome: Outcome) -> Municipality | None:
    """The one a finding is about: the only one listed, or the only one it goes wrong for."""
    one = listing.listed if len(listing.listed) == 1 else outcome.wrong
    return one[0] if len(one) == 1 else None


KIND = Kind("listing", read, check)
