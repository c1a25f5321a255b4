"""A list of municipalities held against what the figures give of each."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.model import Municipality, Period
from rules.case import Case
from rules.derived.derive import Universe, derive, without
from rules.grammar.conditions import Condition
from rules.grammar.subjects import Statement
from rules.model import Verdict
from rules.sentences.tables import group_of_note
from rules.wording.danish import names
from rules.wording.report import MASS


@dataclass(frozen=True, slots=True)
class Listing:
    """Who is listed, what is to hold for them, and whether it holds for nobody else."""

    statement: Statement
    readings: tuple[Condition, ...]
    listed: tuple[Municipality, ...]
    complete: bool
    table: int | None = None
    within: Universe | None = None  # those they are the only ones among, None for all
    among: bool = False  # among some, and the note does not settle whom
    base: Condition | None = None  # what holds for those the listed are counted among


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading gives: verdict, reason, derived side, and those it goes wrong for."""

    verdict: Verdict
    why: str
    derived: str
    wrong: tuple[Municipality, ...] = ()


def _countless(listing: Listing) -> bool:
    """A table said to show some municipalities without how many: it may show others as well."""
    return listing.table is not None and listing.statement.count is None


def weigh(case: Case, listing: Listing, condition: Condition, period: Period | None) -> Outcome:
    """Everyone listed must meet the condition, and nobody else where the list is complete."""
    codes = {one.code for one in listing.listed}
    truths = {one.code: condition.holds(case.standing(one.code, period)) for one in listing.listed}
    wrong = [one for one in listing.listed if truths[one.code] is False]
    right = str(len(codes) - len(wrong))
    if wrong and _countless(listing) and len(wrong) > MASS * len(codes):
        return Outcome(Verdict.UNVERIFIABLE, "tabellen viser også andre", right)
    if wrong:
        why = f"efter notatets tal gælder det ikke {names(wrong)}"
        return Outcome(Verdict.CONTRADICTED, why, right, tuple(wrong))
    group = group_of_note(case)
    within = listing.within or (group if group and codes <= group.codes else None)
    derived = derive(case, condition, period, listing.base, within)
    others = without(derived.members, codes)
    if listing.among and others:
        why = "det fremgår ikke, hvem de er de eneste blandt"
        return Outcome(Verdict.UNVERIFIABLE, why, "")
    unread = listing.statement.names.count(None)
    if listing.complete and others and unread >= len(others):
        verdict = Verdict.CONSISTENT if unread == len(others) else Verdict.UNVERIFIABLE
        why = f"det gælder også {names(others)}, og {unread} af listens navne er ikke læst"
        return Outcome(verdict, why, str(len(codes) + len(others)))
    if listing.complete and others:
        left = without(others, case.earlier)
        why = f"efter notatets tal gælder det også {names(others)}"
        number = str(len(codes | {one.code for one in others}))
        if left:
            return Outcome(Verdict.CONTRADICTED, why, number, tuple(left))
        why += ", der efter notatet allerede er i genopretningsfasen"
        return Outcome(Verdict.EXPLAINED, why, number)
    unknown = [one for one in listing.listed if truths[one.code] is None]
    if unknown:
        why = (
            f"tallene for {names(unknown)} mangler; ingen af dem, notatet har tal for, modsiger det"
        )
        return Outcome(Verdict.UNVERIFIABLE, why, str(derived.low))
    silent = len(derived.unsure) + derived.silent
    if listing.complete and silent:
        why = f"det gælder dem, men tallene for {silent} andre mangler"
        return Outcome(Verdict.UNVERIFIABLE, why, str(derived.low))
    return Outcome(Verdict.CONSISTENT, "det følger af notatets tal", str(len(codes)))
