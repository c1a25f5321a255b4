"""Counts of municipalities: ``48 kommuner opfylder resultatmålet``, ``16 af de 30 …``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from normalize.model import Group, Municipality, Period
from rules.case import Case
from rules.danish import describe, kommuner, names
from rules.danish import period as in_words
from rules.derive import Derived, Universe, best, derive, weigh, without
from rules.grammar.conditions import Condition, InPhase, Step, any_atom, measure_of
from rules.grammar.counts import ALL, Amount, Count
from rules.grammar.subjects import Statement
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.tables import universe

_SHOWN = frozenset({"vist", "viste", "ovenstående", "nedenstående", "tabellens"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, what it counts and what it counts among (``known_base``: whether that is known)."""

    statement: Statement
    count: Count
    base: Condition | None
    known_base: bool
    group: Group
    within: Universe | None = None


def read(case: Case) -> Iterable[Claim]:
    """Every count of municipalities that says what is counted."""
    before: list[tuple[Count, Condition | None]] = []
    whole: tuple[Condition | None, bool] = (None, True)
    for utterance in case.utterances:
        within: Universe | None = None
        for statement in utterance.statements:
            count = statement.count
            if count is None or statement.continued:
                continue
            carried = within if count.of_before or count.rest else None
            within = universe(case, statement.clause) or carried
            if within is not None:
                count = _of_table(count, len(within.codes) + within.unread)
            base, known = _base(count, before, whole)
            if count.base is not None or count.of_before:
                whole = (base, known)
            said = statement.readings[0] if statement.readings else None
            before.append((count, _together(base, said)))
            if said is None or any_atom(said, _needs_history):
                continue
            yield claim(
                ClaimKind.COUNT,
                utterance,
                Counted(statement, count, base, known, utterance.group, within),
                stated=str(count.number),
                unit="kommuner",
                measure=measure_of(said),
                period=case.period_of(statement),
            )


def _of_table(count: Count, rows: int) -> Count:
    """``alle kommuner i tabellen`` are as many as its rows; they are a part of nothing else."""
    number = rows if count.number == ALL else count.number
    known = count.base in (None, rows)
    return replace(count, number=number, base=None if known else count.base, of_before=False)


def _together(base: Condition | None, said: Condition | None) -> Condition | None:
    from rules.grammar.conditions import both

    return both(base, said)


def _needs_history(part: Condition) -> bool:
    return isinstance(part, InPhase) and part.step is not Step.COVERED


def _base(
    count: Count,
    before: list[tuple[Count, Condition | None]],
    whole: tuple[Condition | None, bool],
) -> tuple[Condition | None, bool]:
    """What a part is a part of: ``af de 30`` the 30 spoken of before, ``af disse`` the last."""
    if count.base is not None and count.base != ALL:
        for earlier, condition in reversed(before):
            if earlier.number == count.base and condition is not None:
                return condition, True
        return None, False
    if count.rest:
        return whole
    if not count.of_before:
        return None, True
    last, condition = before[-1] if before else (count, None)
    if last.number == ALL and condition is None:
        return None, True
    if condition is None:
        condition = next((c for n, c in reversed(before) if c and n.number == last.number), None)
    return condition, condition is not None


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Hold the count against everyone the figures put under the condition."""
    counted = about.detail
    if not isinstance(counted, Counted):
        return
    count, statement = counted.count, counted.statement
    said = describe(statement.readings[0])
    stated = f"Notatet skriver, at {kommuner(count.number)} {said}"
    if count.base is not None and count.number > count.base:
        text = f"{stated}, men det er flere end de {count.base}, de er en del af"
        yield finding(about, Verdict.CONTRADICTED, text, derived=f"<={count.base}")
        return
    if not counted.known_base:
        text = f"{stated}; det fremgår ikke, hvad de er en del af"
        yield finding(about, Verdict.UNVERIFIABLE, text)
        return
    if not case.has(about.period) or statement.other_period:
        when = "perioden før" if statement.other_period else in_words(about.period)
        text = f"{stated}; notatet har ingen tal for {when} at holde det op imod"
        yield finding(about, Verdict.UNVERIFIABLE, text)
        return
    options = [
        (weigh(count, derived), derived)
        for derived in (
            derive(case, reading, about.period, counted.base, counted.within)
            for reading in statement.readings
        )
    ]
    verdict, derived = best(options)
    if verdict is Verdict.CONTRADICTED:
        derived = options[0][1]
    rules = case.rules_of(about.period)
    rule = rules.rule_id if rules else ""
    yield _found(case, about, counted, verdict, derived, stated, rule)


def _found(
    case: Case,
    about: Claim,
    counted: Counted,
    verdict: Verdict,
    derived: Derived,
    stated: str,
    rule: str,
) -> Finding:
    count, doubts = counted.count, _doubts(counted)
    number = str(derived.low)
    if verdict is Verdict.CONSISTENT:
        return finding(
            about, verdict, f"{stated}; det følger af notatets tal", derived=number, rule=rule
        )
    if verdict is Verdict.UNVERIFIABLE:
        text = f"{stated}; {_missing(derived)}"
        return finding(about, verdict, text, derived=_span(derived), rule=rule)
    reason = _already(case, count, derived, about.period)
    if reason:
        text = (
            f"{stated}; efter notatets tal og reglerne er det {derived.low}. Forskellen er"
            f" {names(reason)}, der efter notatet allerede er i genopretningsfasen"
        )
        return finding(about, Verdict.EXPLAINED, text, derived=number, rule=rule)
    if doubts:
        text = (
            f"{stated}; tallene giver {_span(derived)}, men ordene »{' '.join(doubts)}« kan gøre "
            f"en forskel"
        )
        return finding(about, Verdict.UNVERIFIABLE, text, derived=number, rule=rule)
    text = f"{stated}, men efter notatets egne tal er det {_span(derived)}"
    if derived.low <= 5:
        text += f" ({names(derived.members) or 'ingen'})"
    return finding(about, Verdict.CONTRADICTED, text, derived=number, rule=rule)


def _doubts(counted: Counted) -> tuple[str, ...]:
    doubts = counted.statement.doubts
    if counted.within is not None:
        doubts = tuple(word for word in doubts if word not in _SHOWN)
    if counted.group is not Group.ALLE:
        doubts = (*doubts, counted.group.value)
    return doubts if counted.count.amount is not Amount.ABOUT else (*doubts, "cirka")


def _span(derived: Derived) -> str:
    low, high = derived.low, derived.high
    return str(low) if low == high else f"{low}-{high}"


def _missing(derived: Derived) -> str:
    parts = []
    if derived.silent:
        parts.append(f"notatet har ingen tal for {kommuner(derived.silent)}")
    if derived.unsure:
        who = names(derived.unsure) if len(derived.unsure) <= 5 else kommuner(len(derived.unsure))
        parts.append(f"tallene for {who} mangler eller skal ses efter")
    return (
        f"{' og '.join(parts) or 'det kan ikke afgøres'}, så det ligger mellem {derived.low} og "
        f"{derived.high}"
    )


def _already(
    case: Case, count: Count, derived: Derived, period: Period | None
) -> list[Municipality]:
    """Those who account for the difference because they were in the phase before."""
    if not all(case.standing(one.code, period).covered() for one in derived.members):
        return []  # the count is of something else than those the phase is for
    left = without(derived.members, case.earlier)
    gone = [one for one in derived.members if one.code in case.earlier]
    explains = gone and not derived.unsure and not derived.silent and count.fits(len(left))
    return gone if explains else []


KIND = Kind("count", read, check)
