"""Parts and totals: ``61 kommuner opfylder målet, mens 38 ikke gør`` is 99 of 98."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from normalize.model import Period
from rules.case import Case
from rules.danish import kommuner, listed, number
from rules.figures import RECEIVED
from rules.grammar.conditions import Condition, Focus, Goal, Inspires, Not, Share, measure_of
from rules.grammar.counts import ALL, Amount, Count
from rules.grammar.statements import Statement
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.prose import Utterance

_SINGLE = re.compile(
    r"^(?:og |mens |samt )?en (?:enkelt )?kommune (?:har|er|får|fik|ønsker|afventer|mangler)\b"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A total and the parts said, or meant (``evident``), to make it up."""

    total: int
    parts: tuple[int, ...]
    evident: bool
    complement: bool = False  # the whole is not stated: all municipalities


@dataclass(frozen=True, slots=True)
class _Part:
    utterance: Utterance
    statement: Statement
    count: Count
    period: Period | None


def read(case: Case) -> Iterable[Claim]:
    """Complements to 98 anywhere, rests in a sentence, partitions in a paragraph."""
    parts = [
        _Part(utterance, statement, statement.count, case.period_of(statement))
        for utterance in case.utterances
        for statement in utterance.statements
        if statement.count is not None and utterance.table is None
    ]
    yield from _complements(case, parts)
    yield from _rests(parts)
    yield from _partitions(case)


def _claim(part: _Part, detail: Parts) -> Claim:
    return claim(
        ClaimKind.SUM,
        part.utterance,
        detail,
        stated=str(sum(detail.parts) if detail.complement else detail.total),
        unit="kommuner",
        measure=measure_of(part.statement.readings[0]) if detail.complement else "",
        period=part.period,
    )


def _complements(case: Case, parts: list[_Part]) -> Iterable[Claim]:
    """Those who meet a goal and those who do not, each counted among all."""
    plain = [
        part
        for part in parts
        if part.count.amount is Amount.EXACT
        and part.count.base in (None, ALL)
        and not part.count.of_before
        and not part.statement.doubts
        and not part.statement.other_period
        and len(part.statement.readings) == 1
    ]
    seen: set[Condition] = set()
    for place, one in enumerate(plain):
        condition = _plain(case, one)
        opposite = _opposite(condition)
        if opposite is None or condition in seen:
            continue
        for other in plain[place + 1 :]:
            if _plain(case, other) == opposite and other.period == one.period:
                seen |= {condition, opposite}
                third = _third(parts, one, other)
                numbers = (one.count.number, other.count.number, *third)
                yield _claim(other, Parts(ALL, numbers, evident=True, complement=True))
                break


def _plain(case: Case, part: _Part) -> Condition:
    """What is said, a share held against the goal's own limit taken as the goal itself."""
    condition, rules = part.statement.readings[0], case.rules_of(part.period)
    if not isinstance(condition, Share) or rules is None:
        return condition
    goal = rules.goal(condition.measure)
    comparison, limit = goal.limit_for(received=condition.measure in RECEIVED)
    if condition.limit != limit:
        return condition
    if condition.comparison in (comparison, comparison.opposite):
        return Goal(goal.measure, condition.comparison is comparison)
    return condition


def _third(parts: list[_Part], one: _Part, other: _Part) -> tuple[int, ...]:
    """Counts in the same sentences that say something the grammar does not know, such as
    ``to kommuner mangler data``: they are part of the whole too."""
    sentences = {one.utterance.index, other.utterance.index}
    return tuple(
        part.count.number
        for part in parts
        if part.utterance.index in sentences and not part.statement.readings
    )


def _opposite(condition: Condition) -> Condition | None:
    if isinstance(condition, Goal):
        return Goal(condition.measure, not condition.met)
    if isinstance(condition, Inspires):
        return Inspires(not condition.yes)
    if isinstance(condition, Focus) and (condition.low, condition.high) == (2, 2):
        return Focus(0, 1)
    return condition.part if isinstance(condition, Not) else None


def _rests(parts: list[_Part]) -> Iterable[Claim]:
    """``Af de 30 … 16 …, mens de resterende 14 …``: the rest makes up the whole."""
    for _, group in groupby(parts, key=lambda part: part.utterance.index):
        said = list(group)
        rest = next((part for part in said if part.count.rest), None)
        if rest is None:
            continue
        before = said[: said.index(rest)]
        bases = {part.count.base for part in before if part.count.base} or {
            part.count.number for part in before[:1] if before[1:] and before[0].count.definite
        }
        if len(bases) != 1:
            continue
        total = bases.pop()
        numbers = [part.count.number for part in before if part.count.number != total]
        if numbers:
            yield _claim(rest, Parts(total, (*numbers, rest.count.number), evident=True))


def _partitions(case: Case) -> Iterable[Claim]:
    """A paragraph that speaks of ``de 16 kommuner`` and then counts them off."""
    for _, group in groupby(case.utterances, key=lambda one: one.sentence.paragraph):
        total: int | None = None
        found: list[_Part] = []
        for utterance in group:
            parts = _counted(case, utterance)
            for part in parts:
                if part.count.definite and part.count.number > 1 and not part.count.rest:
                    if total is None:
                        total = part.count.number
                elif not part.statement.readings and part.count.amount is Amount.EXACT:
                    found.append(part)
        if total is None or len(found) < 2 or any(part.count.base for part in found):
            continue
        evident = any(part.count.rest or part.count.of_before for part in found)
        if sum(part.count.number for part in found) == total or evident or len(found) > 2:
            numbers = tuple(part.count.number for part in found)
            yield _claim(found[-1], Parts(total, numbers, evident))


def _counted(case: Case, utterance: Utterance) -> list[_Part]:
    parts = [
        _Part(utterance, one, one.count, case.period_of(one))
        for one in utterance.statements
        if one.count is not None
    ]
    if not parts and _SINGLE.search(utterance.symbols):
        statement = Statement(utterance.symbols, count=Count(1))
        parts.append(_Part(utterance, statement, Count(1), case.main))
    return parts


def check(case: Case, about: Claim) -> Iterable[Finding]:  # noqa: ARG001 - one form for all kinds
    """Add the parts up."""
    said = about.detail
    if not isinstance(said, Parts):
        return
    total = sum(said.parts)
    sum_text = " + ".join(number(part) for part in said.parts)
    text = f"Delene {listed(number(part) for part in said.parts)} giver {sum_text} = {total}"
    derived = str(said.total if said.complement else total)
    if total == said.total:
        yield finding(about, Verdict.CONSISTENT, f"{text}, som der skal være", derived=derived)
    elif said.evident:
        text += f", men der skal være {kommuner(said.total)}"
        yield finding(about, Verdict.CONTRADICTED, text, derived=derived)
    else:
        text += f" af {kommuner(said.total)}; notatet siger ikke, om delene skal dække dem alle"
        yield finding(about, Verdict.UNVERIFIABLE, text, derived=derived)


KIND = Kind("parts", read, check)
