"""Parts and totals: ``61 kommuner opfylder målet, mens 38 ikke gør`` is 99 of 98."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from normalize.model import Period
from rules.case import Case
from rules.derived.figures import RECEIVED
from rules.derived.worlds import divide
from rules.grammar.conditions import Condition, Goal, Share, loosely, measure_of
from rules.grammar.counts import ALL, Amount, Count
from rules.grammar.subjects import Statement
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.counted import counted
from rules.sentences.prose import Utterance
from rules.wording.danish import kommuner, listed, number

_PAST = re.compile(r"\b(?:var|havde|blev|lå|opfyldte|nåede|klarede|levede)\b")


@dataclass(frozen=True, slots=True)
class Parts:
    """A total and the parts said, or meant (``evident``), to make it up."""

    total: int
    parts: tuple[int, ...]
    evident: bool
    complement: bool = False  # the whole is not stated: all municipalities


@dataclass(frozen=True, slots=True)
class Part:
    """A counted part where it stands, and the period it is about."""

    utterance: Utterance
    statement: Statement
    count: Count
    period: Period | None
    whole: int = ALL  # how many it is counted among where nothing else is said
    among: bool = False  # counted among some that are spoken of before


def read(case: Case) -> Iterable[Claim]:
    """Complements to 98 anywhere and rests in a sentence."""
    rows = {
        (one.utterance.index, one.statement): len(one.within.codes) + one.within.unread
        for one in counted(case)
        if one.within is not None
    }
    among = {  # counted among others than all, known or not
        (one.utterance.index, one.statement)
        for one in counted(case)
        if one.base is not None or not one.known_base
    }
    parts = [
        Part(
            utterance,
            statement,
            statement.count,
            case.period_of(statement),
            rows.get((utterance.index, statement), ALL),
            among=(utterance.index, statement) in among,
        )
        for utterance in case.utterances
        for statement in utterance.statements
        if statement.count is not None and utterance.table is None
    ]
    yield from _complements(case, parts)
    yield from _rests(parts)


def claim_of(part: Part, detail: Parts) -> Claim:
    """The claim that the parts make up the total, at the place of the last part."""
    return claim(
        ClaimKind.SUM,
        part.utterance,
        detail,
        stated=str(sum(detail.parts) if detail.complement else detail.total),
        unit="kommuner",
        measure=measure_of(part.statement.readings[0]) if detail.complement else "",
        period=part.period,
    )


def _complements(case: Case, parts: list[Part]) -> Iterable[Claim]:
    """Those who meet a goal and those who do not, each counted among all."""
    plain = [
        part
        for part in parts
        if part.count.amount is Amount.EXACT
        and not part.count.besides
        and not (part.count.rest and part.among)
        and part.count.base in (None, part.whole)
        and (not part.count.of_before or _of_all(parts, part))
        and not part.statement.doubts
        and not part.statement.other_period
        and len(loosely(part.statement.readings)) == 1
    ]
    seen: set[Condition] = set()
    for place, one in enumerate(plain):
        condition = _plain(case, one)
        if condition in seen:
            continue
        index = one.utterance.index
        for other in sorted(plain[place + 1 :], key=lambda part: part.utterance.index != index):
            opposite = _plain(case, other)
            near = _near(one, other)
            same = near and other.period == one.period and other.whole == one.whole
            if same and divide((condition, opposite)):
                third = _third(parts, one, other)
                if third and other.utterance.index != index:
                    continue  # which of two sentences the third count is of is not told
                seen |= {condition, opposite}
                numbers = (one.count.number, other.count.number, *third)
                yield claim_of(other, Parts(one.whole, numbers, evident=True, complement=True))
                break
    for _, group in groupby(plain, key=lambda part: part.utterance.index):
        said = list(group)
        alike = len({part.whole for part in said}) == 1
        if len(said) > 2 and alike and divide([_plain(case, part) for part in said]):
            whole = next((p.count.number for p in parts if _announces(p, said[0])), said[0].whole)
            numbers = tuple(part.count.number for part in said)
            yield claim_of(said[-1], Parts(whole, numbers, evident=True))


def _near(one: Part, other: Part) -> bool:
    """Whether two parts stand in one paragraph, or in two of a section that follow each other.

    Farther apart the one may be of all and the other of some.
    """
    first, second = one.utterance.sentence, other.utterance.sentence
    apart = abs(first.paragraph - second.paragraph)
    named = not (one.count.elliptic or other.count.elliptic)
    then, now = (bool(_PAST.search(each.utterance.tagged)) for each in (one, other))
    if now and not then:  # "94 opfylder målet. Kun én opfyldte det ikke": at another time
        return False
    return apart == 0 or (apart == 1 and named and first.section == second.section)


def _of_all(parts: list[Part], part: Part) -> bool:
    """``Af de 98 kommuner når 58 …``: the count before, of which nothing is said, is of all."""
    own = [other for other in parts if other.utterance.index == part.utterance.index]
    return own[0].count.number == ALL and not own[0].statement.readings


def _announces(part: Part, first: Part) -> bool:
    """``De 98 kommuner fordeler sig således``: a count of which nothing is said, before parts."""
    same = part.utterance.index == first.utterance.index
    return same and part.count.definite and not part.statement.readings


def _plain(case: Case, part: Part) -> Condition:
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


def _third(parts: list[Part], one: Part, other: Part) -> tuple[int, ...]:
    """Counts in the same sentences that say something the grammar does not know, such as
    ``to kommuner mangler data``: they are part of the whole too."""
    sentences = {one.utterance.index, other.utterance.index}
    return tuple(
        part.count.number
        for part in parts
        if part.utterance.index in sentences
        and not part.statement.readings
        and part.count.number not in (ALL, part.whole, one.whole)
    )


def _rests(parts: list[Part]) -> Iterable[Claim]:
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
            yield claim_of(rest, Parts(total, (*numbers, rest.count.number), evident=True))


def check(_: Case, about: Claim) -> Iterable[Finding]:
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
