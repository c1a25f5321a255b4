"""What a count of municipalities may be, by the goals its words speak of.

Of whom it holds is said in endless ways (``sætter flueben``, ``kniber det``), of what in few: the
goals. So a count may be of everyone who meets those goals, of those who miss them, or of those who
meet some and miss the others, as far as the words that are understood leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from normalize.headings.periods import find_period
from normalize.model import Measure
from rules.case import FOCUS, Case
from rules.fit.moves import movers
from rules.fit.place import Place
from rules.fit.quantities import Quantity
from rules.fit.reading import Reading
from rules.fit.universes import universes
from rules.grammar.conditions import (
    And,
    Condition,
    Focus,
    Goal,
    InPhase,
    Share,
    Step,
    both,
)
from rules.grammar.shares import topic
from rules.law.comparison import Comparison
from rules.model import ClaimKind
from rules.sentences.prose import Utterance
from rules.wording.danish import describe, kommuner

_THREE = (Measure.RESULTATMAAL, *FOCUS)
_SPOKEN = {
    Measure.RESULTATMAAL: re.compile(r"resultatm|<R>|vent(?:et|ede|e)\b|forsørg|rammevilkår"),
    Measure.SAMTALER: re.compile(r"samtale|<S>"),
    Measure.TILBUD: re.compile(r"tilbud|<T>|aktiver"),
}
_FOCUS = re.compile(r"fokusm|<F|begge\s+(?:m[åa]l|grænser|krav)|to\s+(?:m[åa]l|krav)")
_EVERY = re.compile(
    r"(?:alle|samtlige|#3|tre)\s+(?:#3\s+|tre\s+)?(?:m[åa]l|krav|felter|punkter|kriterier|mål)|det\s+hele|<inspires>"
    r"|inspirationskommun|(?:ingen|intet|ikke\s+ét)\s+m[åa]l|over\s+hele\s+linjen"
)
_PHASE = re.compile(r"genopretning|tilsyn|\bfasen\b|<covered>|omfatte")
_A_GOAL = re.compile(r"m[åa]l(?:et|ene)?\b|samtale|tilbud")
_NEGATIVE = re.compile(
    r"<not>|\b(?:ikke|ingen|hverken|uden|mangle\w*|miss\w*|glip\w*|svigt\w*|dump\w*|kniber|halter|problem\w*"
    r"|volder|oversk?rid\w*|over|flere|for\s+(?:få|mange|høj\w*|lav\w*)|rammer\s+ved\s+siden)\b"
)
_LIMIT = re.compile(r"#(\d+(?:,\d+)?)\s*pct(?!\s*point)")


def counts(place: Place) -> Iterator[Reading]:
    """Every count of municipalities a figure may be; of the nearest set, what its words favour."""
    case, one, clause = place.case, place.utterance, place.clause
    told = find_period(one.sentence.text)
    period = told if told is not None and case.has(told) else case.main
    negative = _NEGATIVE.search(clause) is not None
    for nearest, codes in enumerate(universes(case, one, clause)):
        yield from movers(case, clause, place.shares(), codes)
        for condition, said in _conditions(case, one, place.quantity, clause):
            truths = case.truths(condition, period)
            known = [truths.get(code) for code in codes]
            if None in known:
                continue
            number = sum(holds is True for holds in known)
            what = f"antallet af kommuner, der {describe(condition)}"
            if len(codes) < len(case.figures.municipalities(period)):
                what += f" (blandt {kommuner(len(codes))})"
            likely = not nearest and (said or _is_met(condition) is not negative)
            yield Reading(number, 0, what, ClaimKind.COUNT, period=period, likely=likely)


def _is_met(condition: Condition) -> bool | None:
    """Whether all a condition tells of is met, or missed; None of a mixture."""
    if isinstance(condition, Goal):
        return condition.met
    if isinstance(condition, InPhase):
        return condition.yes
    if isinstance(condition, Focus):
        ends = {(len(condition.of), len(condition.of)): True, (0, 0): False}
        return ends.get((condition.low, condition.high))
    if isinstance(condition, And):
        parts = {_is_met(part) for part in condition.parts}
        return parts.pop() if len(parts) == 1 else None
    return None


def _conditions(
    case: Case, one: Utterance, quantity: Quantity, clause: str
) -> Iterator[tuple[Condition, bool]]:
    """What may be said of those counted, and whether it was; else all that its goals allow."""
    told = [s for s in one.statements if s.count and s.count.number == quantity.number]
    said = tuple(reading for statement in told for reading in statement.readings)
    if said:
        yield from ((condition, len(set(said)) == 1) for condition in said)
        return
    limits = _LIMIT.findall(clause)
    every = _limited(one, clause, limits) if limits else _open(_texts(case, one, clause))
    yield from ((condition, False) for condition in dict.fromkeys(every))


def _texts(case: Case, one: Utterance, clause: str) -> str:
    """The nearest text that speaks of a goal: clause, sentence, those before it, heading."""
    before = [
        each.tagged
        for each in reversed(case.utterances[: one.index])
        if each.sentence.paragraph == one.sentence.paragraph
    ]
    return next((text for text in (clause, one.tagged, *before, one.heading) if _tells(text)), "")


def _tells(text: str) -> bool:
    words = (*_SPOKEN.values(), _FOCUS, _EVERY, _PHASE)
    return any(word.search(text) for word in words)


def _open(text: str) -> Iterator[Condition]:
    """Every condition on the goals a text speaks of."""
    if _PHASE.search(text) and not _A_GOAL.search(text):
        yield InPhase(Step.COVERED)
        yield InPhase(Step.COVERED, yes=False)
        return
    if _EVERY.search(text):
        for number in range(len(_THREE) + 1):
            yield Focus(number, number, _THREE)
        return
    goals = [goal for goal, words in _SPOKEN.items() if words.search(text)]
    if _FOCUS.search(text) and not any(goal in FOCUS for goal in goals):
        alone = [Focus(low, high) for low, high in ((2, 2), (0, 0), (1, 1), (0, 1), (1, 2))]
        result = [Goal(one, met) for one in goals for met in (True, False)]
        yield from (And(pair) for pair in product(result, alone)) if result else alone
        return
    for met in product((True, False), repeat=len(goals)):
        condition: Condition | None = None
        for goal, holds in zip(goals, met, strict=True):
            condition = both(condition, Goal(goal, holds))
        if condition is not None:
            yield condition


def _limited(one: Utterance, clause: str, limits: list[str]) -> Iterator[Condition]:
    """Shares on either side of a percentage the clause names."""
    told = topic(clause) or topic(one.tagged)
    measures = {"talks": (Measure.SAMTALER,), "offers": (Measure.TILBUD,)}.get(told or "", FOCUS)
    for measure, limit, comparison in product(measures, limits, Comparison):
        yield Share(measure, comparison, float(limit.replace(",", ".")))
