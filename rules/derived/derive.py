"""Which municipalities a condition holds for, by the note's own figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalize.model import Municipality, Period
from rules.case import Case
from rules.grammar.conditions import Beside, Condition, Level
from rules.grammar.counts import ALL, Amount, Count
from rules.model import Verdict

_AT = 3  # municipalities of 98 whose actual level is the expected one to the person


@dataclass(frozen=True, slots=True)
class Derived:
    """Those a condition holds for, those it may hold for, and how many the note is silent on.

    ``unsure`` are in the note, but a figure is missing or must be looked at first.
    """

    members: tuple[Municipality, ...]
    unsure: tuple[Municipality, ...]
    silent: int

    @property
    def low(self) -> int:
        """At least so many."""
        return len(self.members)

    @property
    def high(self) -> int:
        """At most so many."""
        return len(self.members) + len(self.unsure) + self.silent


@dataclass(frozen=True, slots=True)
class Universe:
    """The municipalities of one table, and how many of its rows have a name nobody could read."""

    codes: frozenset[str]
    unread: int


def derive(
    case: Case,
    condition: Condition,
    period: Period | None,
    base: Condition | None = None,
    within: Universe | None = None,
) -> Derived:
    """Everyone the condition holds for, among those the base holds for where there is one.

    ``within`` leaves out those who are not in it, and everyone the note is silent on.
    """
    members, unsure = [], []
    known = case.figures.municipalities(period)
    truths = case.truths(condition, period)
    among = None if base is None else case.truths(base, period)
    for code, municipality in known.items():
        if within is not None and code not in within.codes:
            continue
        truth = truths[code]
        if among is not None and truth is not False:
            included = among[code]
            truth = False if included is False else (None if included is None else truth)
        if truth:
            members.append(municipality)
        elif truth is None:
            unsure.append(municipality)
    silent = (
        max(0, ALL - len(known))
        if within is None
        else within.unread + len(within.codes - known.keys())
    )
    return Derived(tuple(members), tuple(unsure), silent)


def weigh(count: Count, derived: Derived, whole: int = ALL) -> Verdict:
    """A stated count against what was derived: settled only when every possible count agrees.

    ``whole`` is how many a share in words is a share of.
    """
    possible = {count.fits(number, whole) for number in range(derived.low, derived.high + 1)}
    if possible == {True}:
        return Verdict.CONSISTENT
    return Verdict.CONTRADICTED if possible == {False} else Verdict.UNVERIFIABLE


def weigh_levels(count: Count, derived: Derived, whole: int, said: Condition) -> Verdict:
    """A count against what was derived; of those not above the expected few are just at it."""
    below = isinstance(said, Level) and said.side is Beside.BELOW
    if below and count.amount is Amount.EXACT and count.number < derived.high - _AT:
        return Verdict.CONTRADICTED
    return weigh(count, derived, whole)


def best(verdicts: Iterable[tuple[Verdict, Derived]]) -> tuple[Verdict, Derived]:
    """The reading that speaks most for the note: consistent before open before contradicted."""
    order = (Verdict.CONSISTENT, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONTRADICTED)
    return min(verdicts, key=lambda pair: order.index(pair[0]))


def without(municipalities: Sequence[Municipality], codes: Iterable[str]) -> list[Municipality]:
    """Those whose code is none of ``codes``."""
    left_out = set(codes)
    return [one for one in municipalities if one.code not in left_out]
