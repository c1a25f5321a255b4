"""Everything an audit of one note looks things up in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from normalize.model import Measure, Note, Period
from rules.criteria import criteria
from rules.derived.figures import GOALS, POLAR, Figures, table_figures
from rules.derived.goals import UNKNOWN, State, covered, inspires, rounded_alike, state
from rules.derived.main_period import main_period
from rules.derived.printed import Printed, as_shown
from rules.grammar.conditions import Beside, Condition, Focus, Goal, InPhase, Step, atoms
from rules.grammar.doubts import of_one
from rules.grammar.subjects import Statement
from rules.law.book import RuleBook, Rules, measuring_year
from rules.law.comparison import Comparison, hidden
from rules.model import Basis
from rules.sentences.names_of import about
from rules.sentences.prose import Utterance, prose
from rules.stated.facts import Fact, prose_facts, prose_figures
from rules.stated.level_pairs import Pair, level_pairs
from rules.stated.limits import mentioned, settled
from rules.stated.ranks import Rank, ranks

States: TypeAlias = Mapping[tuple[str, Measure], State]
FOCUS = (Measure.SAMTALER, Measure.TILBUD)


@dataclass(frozen=True, eq=False)  # a note is the key of what is worked out of it
class Case:
    """A note with its figures, its prose and the rules it is measured by.

    ``book`` is the rule book as shipped or given, ``rules`` the same with the note's own limits.
    """

    note: Note
    book: RuleBook
    rules: RuleBook
    figures: Figures
    utterances: tuple[Utterance, ...]
    received: bool | None  # the polarity of the shares in the tables, None where there are none
    facts: tuple[Fact, ...]  # the figures of the prose, with where they stand
    main: Period | None  # the period the note is about
    pairs: Mapping[int, Pair]  # index of an utterance → the actual and expected level it completes

    @cached_property
    def ranks(self) -> tuple[Rank, ...]:
        """Every rank the prose gives, in order."""
        return ranks(self.utterances)

    @cached_property
    def sole_share(self) -> Measure | None:
        """The one share the tables are about, None where they show several."""
        polar = {measure for both in POLAR.values() for measure in both}
        shown = {one.measure for one in self.figures.every if one.table and one.measure in polar}
        return next(iter(shown)) if len(shown) == 1 else None

    @cached_property
    def earlier(self) -> frozenset[str]:
        """Codes of those the note says were in the recovery phase before this statement."""
        found: set[str] = set()
        for utterance in self.utterances:
            for one in utterance.statements:
                if one.names and any(self._is_earlier(part, one) for part in _parts(one)):
                    found.update(code for code in one.names if code)
        return frozenset(found)

    def _is_earlier(self, part: object, statement: Statement) -> bool:
        if not isinstance(part, InPhase) or not part.yes:
            return False
        if part.step is not Step.COVERED:
            return True
        period = self.period_of(statement)
        if self.main is None or period is None:
            return not part.new
        return not part.new or measuring_year(period) < measuring_year(self.main)

    def period_of(self, statement: Statement) -> Period | None:
        """The period of the figures a statement is about; the main one where it says nothing.

        An entry dated with a month (``i april 2024``) was decided on the measuring year before.
        """
        if statement.period is not None:
            return statement.period
        dated = statement.date is not None and any(
            isinstance(p, InPhase) for p in _parts(statement)
        )
        if not dated or statement.date is None:
            return self.main
        year = statement.date.year - 1
        known = [period for period in self.figures.periods if measuring_year(period) == year]
        return known[-1] if known else Period.of_year(year)

    def has(self, period: Period | None) -> bool:
        """Whether the note gives any figure for the period."""
        return bool(self.figures.municipalities(period))

    @cached_property
    def _states(self) -> dict[Period | None, States]:
        return {}  # filled by `states`

    def states(self, period: Period | None) -> States:
        """Code and goal → whether it is met, for everyone with a figure in a period."""
        known = self._states.get(period)
        if known is None:
            known = {
                (code, goal): state(self.figures, self.rules, code, goal, period)
                for code in self.figures.municipalities(period)
                for goal in GOALS
            }
            self._states[period] = known
        return known

    def state(self, code: str, goal: Measure, period: Period | None) -> State:
        """Whether a municipality meets a goal in a period."""
        return self.states(period).get((code, goal), UNKNOWN)

    def rules_of(self, period: Period | None) -> Rules | None:
        """The rules of a period, the note's own limits included."""
        return self.rules.of(period)

    @cached_property
    def _said(self) -> Mapping[tuple[str, Measure, Period | None], set[bool]]:
        """What the prose says for certain of goals met and missed."""
        found: dict[tuple[str, Measure, Period | None], set[bool]] = {}
        for utterance in self.utterances:
            for one in utterance.statements:
                if len(one.readings) != 1 or one.count or one.only or of_one(one.doubts):
                    continue
                for part in _parts(one):
                    for goal, met in _goals(part):
                        for who in about(one, utterance):
                            key = (who.code, goal, self.period_of(one))
                            found.setdefault(key, set()).add(met)
        return found

    def said(self, code: str, goal: Measure, period: Period | None) -> bool | None:
        """Whether the prose says that a goal is met; None where it does not, or says both."""
        found = self._said.get((code, goal, period), set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _truths(self) -> dict[tuple[Condition, Period | None], Mapping[str, bool | None]]:
        return {}  # filled by `truths`: many sentences of a note say the same of everybody

    def truths(self, condition: Condition, period: Period | None) -> Mapping[str, bool | None]:
        """Code → whether a condition holds for certain, for everyone with a figure in a period."""
        known = self._truths.get((condition, period))
        if known is None:
            states = self.states(period)
            known = {
                code: condition.holds(Standing(self, code, period, states))
                for code in self.figures.municipalities(period)
            }
            self._truths[condition, period] = known
        return known

    def standing(self, code: str, period: Period | None, *, certain: bool = True) -> Standing:
        """What is known of one municipality; with ``certain`` false also what needs review."""
        return Standing(self, code, period, self.states(period), certain)


@dataclass(frozen=True, slots=True)
class Standing:
    """One municipality in one period, as conditions ask for it."""

    case: Case
    code: str
    period: Period | None
    states: States
    certain: bool = True

    def meets(self, goal: Measure) -> bool | None:
        """Meets a goal."""
        known = self.states.get((self.code, goal), UNKNOWN)
        return known.certain if self.certain else known.met

    def covered(self) -> bool | None:
        """Falls under the recovery phase by the rules of the period."""
        rules = self.case.rules_of(self.period)
        if rules is None:
            return None
        focus = {goal: self.meets(goal) for goal in FOCUS}
        return covered(rules, self.meets(Measure.RESULTATMAAL), focus)

    def in_phase(self) -> bool:
        """The note says that it was in the phase before."""
        return self.period == self.case.main and self.code in self.case.earlier

    def inspires(self) -> bool | None:
        """Meets all three goals."""
        return inspires(
            self.meets(Measure.RESULTATMAAL), {goal: self.meets(goal) for goal in FOCUS}
        )

    def share(self, measure: Measure) -> float | None:
        """A share in percent in the polarity of ``measure``."""
        found = self._share(measure)
        return None if found is None else found.number

    def compares(self, measure: Measure, comparison: Comparison, limit: float) -> bool | None:
        """How a share stands to a limit; None where rounding to whole per cent may hide it."""
        found = self._share(measure)
        if found is None:
            return None
        return comparison.holds_within(found.number, limit, hidden(found.decimals))

    def beside_expected(self) -> Beside | None:
        """On which side of its expected level the actual one lies; None without both."""
        known = self.states.get((self.code, Measure.RESULTATMAAL), UNKNOWN)
        if known.basis is not Basis.VALUE or not known.trusted or rounded_alike(known.figures):
            return None
        actual, expected = (one.number or 0.0 for one in known.figures)
        if actual == expected:
            return Beside.AT
        return Beside.BELOW if actual < expected else Beside.ABOVE

    def _share(self, measure: Measure) -> Printed | None:
        found = as_shown(self.case.figures, self.code, measure, self.period)
        return found if found and (found.trusted or not self.certain) else None


def _goals(part: object) -> tuple[tuple[Measure, bool], ...]:
    """The goals a part of a statement settles."""
    if isinstance(part, Goal):
        return ((part.measure, part.met),)
    if isinstance(part, Focus) and part.low == part.high and part.low in (0, len(part.of)):
        return tuple((goal, part.low > 0) for goal in part.of)
    return ()


def _parts(statement: Statement) -> tuple[object, ...]:
    return tuple(part for reading in statement.readings for part in atoms(reading))


def build(note: Note, book: RuleBook) -> Case:
    """The case of a note: its figures, prose and rules."""
    tables = table_figures(note)
    shares = [figure for figure in tables if figure.measure in POLAR or figure.received]
    received = bool(shares) and 2 * sum(figure.received for figure in shares) > len(shares)
    texts = [sentence.text for sentence in note.sentences] + [
        caption.text for caption in note.captions
    ]
    main = main_period(note.header, tables, texts)
    rules = criteria(note, book, main)
    if main is None and shares:
        rules = rules.of_no_year(received=received)
    if not shares and note.header.period is not None:
        goal = rules.of(note.header.period)
        received = goal is not None and goal.samtaler.received
    sole = {goal for goal, both in POLAR.items() for one in shares if one.measure in both}
    utterances = prose(note, received=received, sole=sole.pop() if len(sole) == 1 else None)
    rules = settled(rules, mentioned(utterances), (main, note.header.period))
    shown = received if shares else None
    tables = tuple(one if one.period else replace(one, period=main) for one in tables)
    pairs = level_pairs(utterances)
    facts = prose_facts(utterances, pairs, main, shown, Figures(tables).periods, rules.limits)
    figures = Figures((*tables, *prose_figures(facts)))
    return Case(note, book, rules, figures, utterances, shown, facts, main, pairs)
