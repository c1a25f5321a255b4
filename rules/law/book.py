"""The rule book: limits, comparisons and the phase by measuring year, each with its source.

The years stand as YAML under ``rules/law/rulebook/``, one file each, checked against `YEAR_SPEC`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import yaml

from normalize.model import Fulfilled, Measure, Period
from rules.errors import RuleBookError
from rules.law.comparison import PRECISION, Comparison
from rules.law.schema import problems
from rules.law.year_spec import YEAR_SPEC

BOOK = Path(__file__).parent / "rulebook"
NOTE_ITSELF = "notatet selv"  # the source of a rule that the note tells
# Safe both; the one in C reads the book in 4 ms, that in Python, which is always there, in 25.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Certainty(StrEnum):
    """How a rule is known."""

    READ = "read"
    INFERRED = "inferred"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Provision:
    """Where a rule is written, in our own words, and how sure it is."""

    source: str
    wording: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class FocusGoal:
    """A limit on a share in percent; ``received`` tells which share the limit is put on."""

    measure: Measure
    limit: float
    comparison: Comparison
    received: bool
    suspended: bool
    hours: int | None
    provision: Provision

    @property
    def as_told(self) -> FocusGoal:
        """The same goal, read in the note itself."""
        own = Provision(NOTE_ITSELF, self.provision.wording, Certainty.READ)
        return replace(self, provision=own)

    @property
    def known(self) -> bool:
        """False for a suspended goal whose limit no source was read for: it decides nothing."""
        return not self.suspended or self.provision.certainty is Certainty.READ

    def met(self, share: float, *, received: bool) -> bool:
        """Whether a share in percent meets the goal; ``received`` is the share's own polarity."""
        return self.comparison.holds(self._same(share, received), self.limit)

    def met_within(self, share: float, reach: float, *, received: bool) -> bool | None:
        """The same for all within ``reach`` of the share; None where only some of it meets it."""
        return self.comparison.holds_within(self._same(share, received), self.limit, reach)

    def _same(self, share: float, received: bool) -> float:
        return share if received == self.received else 100.0 - share

    def limit_for(self, *, received: bool) -> tuple[Comparison, float]:
        """Comparison and limit (percent) as they read on the share of the given polarity."""
        if received == self.received:
            return self.comparison, self.limit
        return self.comparison.mirrored, round(100.0 - self.limit, PRECISION)


@dataclass(frozen=True, slots=True)
class Phase:
    """Who falls under the recovery phase, who leaves, who is extended, who inspires.

    ``covered_by_any``: one unmet focus goal is enough beside the result goal. ``progress`` is the
    share of the required progress that gives an extension of ``months`` months.
    """

    covered_by_any: bool
    covered: Provision
    leaves_with_result: bool
    leaves: Provision
    progress: float
    months: int
    extended: Provision
    inspiration: Provision


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one measuring year; ``decision`` is the month of the statement, ``YYYY-MM``."""

    year: int
    decision: str
    average: str
    result: Provision
    samtaler: FocusGoal
    tilbud: FocusGoal
    phase: Phase
    stated: tuple[str, ...] = ()  # the criteria that the note itself states and that win here
    book: Rules | None = None  # the rules before the note's own won, where they did

    @property
    def rule_id(self) -> str:
        """The id that findings and fulfilment carry."""
        return f"{self.year}+note" if self.stated else str(self.year)

    def goal(self, measure: Measure) -> FocusGoal:
        """The focus goal a measure of either polarity belongs to."""
        talks = measure in (Measure.SAMTALER, Measure.SAMTALER_MODTAGET)
        return self.samtaler if talks else self.tilbud

    @property
    def active(self) -> tuple[FocusGoal, ...]:
        """The focus goals that count this year."""
        return tuple(goal for goal in (self.samtaler, self.tilbud) if not goal.suspended)

    def sure_of(self, goal: FocusGoal) -> Rules:
        """The same rules where the note confirms a focus goal the book only infers."""
        before = self.book or self
        if goal.measure is Measure.SAMTALER:
            return replace(self, samtaler=goal, book=before)
        return replace(self, tilbud=goal, book=before)

    def with_goal(self, goal: FocusGoal, stated: str) -> Rules:
        """The same rules with one focus goal as the note states it."""
        return replace(self.sure_of(goal), stated=(*self.stated, stated))


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules by measuring year; ``undated`` is for figures of a year nobody tells.

    ``unknown`` are the rules of which one may hold where no year tells which, and ``told`` whether
    the note itself mentions limits that pick them out.
    """

    years: Mapping[int, Rules]
    undated: Rules | None = None
    unknown: tuple[Rules, ...] = ()
    told: bool = False

    def of(self, period: Period | None) -> Rules | None:
        """The rules a period is measured by, None where the book has none."""
        return self.undated if period is None else self.years.get(measuring_year(period))

    def goals(self, measure: Measure, period: Period | None) -> tuple[FocusGoal, ...]:
        """The goal a measure is held against in a period, else those of which one may be it.

        None of a year that the book has no rules for, unless the note mentions some year's.
        """
        known = self.of(period)
        if known is not None and known.goal(measure).known:
            return (known.goal(measure),)
        open_ = period is None or self.told or known is not None
        return tuple(dict.fromkeys(one.goal(measure) for one in self.unknown)) if open_ else ()

    @property
    def limits(self) -> frozenset[float]:
        """Every limit of any year, in percent, on shares of either polarity."""
        return frozenset(
            goal.limit_for(received=received)[1]
            for rules in self.years.values()
            for goal in (rules.samtaler, rules.tilbud)
            for received in (False, True)
        )

    def of_no_year(self, *, received: bool) -> RuleBook:
        """The same book with the rules that all years share whose goals are put on such a share.

        Shares of those who did not get talks or offers were published under one pair of limits
        all years, so what they meet does not hang on the year. None where the years differ.
        """
        possible = [one for one in self.years.values() if one.samtaler.received == received]
        same = {(_limits(one), one.phase.covered_by_any) for one in possible}
        return replace(self, undated=max(possible, key=_year) if len(same) == 1 else None)


def _year(rules: Rules) -> int:
    return rules.year


def _limits(rules: Rules) -> tuple[object, ...]:
    return tuple(
        (goal.known, goal.comparison, goal.limit, goal.suspended)
        for goal in (rules.samtaler, rules.tilbud)
    )


@lru_cache(maxsize=256)
def measuring_year(period: Period) -> int:
    """The year most of the period lies in; the later of two halves.

    July 2020 to June 2021 decides in April 2022, as the calendar year 2021 does.
    """
    months: dict[int, int] = {}
    year, month = period.start
    while (year, month) <= period.end:
        months[year] = months.get(year, 0) + 1
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return max(months, key=lambda y: (months[y], y), default=period.end.year)


def load(path: Path | str | None = None) -> RuleBook:
    """The rule book that comes with the program; a file of one year adds to it or overrides it.

    Raises:
        RuleBookError: a file cannot be read, is no YAML, or a key is missing, unknown or wrong.
    """
    years = dict(_shipped().years)
    if path is not None:
        rules = read_year(Path(path))
        years[rules.year] = rules
    return RuleBook(years)


@cache
def _shipped() -> RuleBook:
    rules = (read_year(path) for path in sorted(BOOK.glob("*.yaml")))
    return RuleBook({year.year: year for year in rules})


def read_year(path: Path) -> Rules:
    """One measuring year from its YAML file.

    Raises:
        RuleBookError: as in `load`; the first problem found is the one named.
    """
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleBookError(path, "(file)", f"cannot be read: {error}") from error
    except yaml.YAMLError as error:
        raise RuleBookError(path, "(file)", f"is not YAML: {error}") from error
    for key, problem in problems(data, YEAR_SPEC):
        raise RuleBookError(path, key, problem)
    goals, phase = data["goals"], data["phase"]
    return Rules(
        year=data["year"],
        decision=data["decision"],
        average=data["average"],
        result=_provision(goals["resultatmaal"]),
        samtaler=_focus(Measure.SAMTALER, goals["samtaler"]),
        tilbud=_focus(Measure.TILBUD, goals["tilbud"]),
        phase=Phase(
            covered_by_any=phase["covered"]["focus"] == "any",
            covered=_provision(phase["covered"]),
            leaves_with_result=phase["leaves"]["resultatmaal"],
            leaves=_provision(phase["leaves"]),
            progress=float(phase["extended"]["progress"]),
            months=phase["extended"]["months"],
            extended=_provision(phase["extended"]),
            inspiration=_provision(phase["inspiration"]),
        ),
    )


def _provision(entry: Mapping[str, str]) -> Provision:
    return Provision(
        entry["source"].strip(), entry["wording"].strip(), Certainty(entry["certainty"])
    )


def _focus(measure: Measure, entry: Mapping[str, object]) -> FocusGoal:
    hours = entry.get("hours")
    return FocusGoal(
        measure=measure,
        limit=float(str(entry["limit"])),
        comparison=Comparison(str(entry["comparison"])),
        received=entry["share"] == "modtaget",
        suspended=bool(entry["suspended"]),
        hours=hours if isinstance(hours, int) else None,
        provision=_provision({key: str(value) for key, value in entry.items()}),
    )


def status(met: bool) -> Fulfilled:
    """A goal met or not as the status the tables use."""
    return Fulfilled.OPFYLDT if met else Fulfilled.IKKE_OPFYLDT
