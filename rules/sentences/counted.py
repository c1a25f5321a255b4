"""Counts of municipalities in the prose, with what each is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from rules.case import Case
from rules.derived.derive import Universe
from rules.grammar.conditions import Condition, Goal, InPhase, Not, Step, both
from rules.grammar.counts import ALL, Count
from rules.grammar.subjects import Statement
from rules.sentences.groups import spoken_of
from rules.sentences.prose import Utterance
from rules.sentences.tables import group_of_note, short_table, shown_there, sole_universe, universe

# "af de 18 omfattede kommuner", "blandt kommuner i genopretningsfasen": who they are is said
_OF_COVERED = re.compile(
    r"\b(?:af|blandt)\s+(?:alle\s+|samtlige\s+)?(?:de\s+)?(?:#\d+\s+)?"
    r"(?:(?:omfattede|<covered>)\s+kommuner\b|kommuner\s+(?:i\s+)?<covered>)"
)
_OPPOSITE = re.compile(
    r"\bdet\s+modsatte\b|^tilbage\s+(?:er|var)\s+(?:der\s+)?(?:\w+\s+)?#\d+\s*\.?$"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, what it counts and what it counts among (``known_base``: whether that is known)."""

    utterance: Utterance
    statement: Statement
    count: Count
    base: Condition | None
    known_base: bool
    within: Universe | None = None
    loose: bool = False  # "fire af dem" in a sentence of its own: of those before, or of them all


@lru_cache(maxsize=2)  # several kinds of claims ask, of the note and of it by the book
def counted(case: Case) -> tuple[Counted, ...]:
    """Every count of municipalities in order, also one of which nothing is said."""
    return tuple(_counted(case))


def _counted(case: Case) -> Iterable[Counted]:
    before: list[tuple[Count, Condition | None]] = []
    listed: dict[int, tuple[Universe, Condition | None]] = {}  # counts made among a few
    whole: tuple[Condition | None, bool] = (None, True)
    group, small = group_of_note(case), short_table(case)
    alone = sole_universe(case)
    shown: Universe | None = None  # "tabel 1 viser de seks kommuner …", of whom the next are some
    within: Universe | None = None
    paragraph, spoke = None, -1
    for utterance in case.utterances:
        if utterance.sentence.paragraph != paragraph:
            paragraph, within = utterance.sentence.paragraph, None
        for one in utterance.statements:
            count = one.count
            if one.anaphor == "those" and one.readings:
                before.append((Count(0, elliptic=True), one.readings[0]))
            if count is None or one.continued:
                continue
            statement = _turned(one, before)
            carried: Universe | None = (
                within if count.of_before or count.rest or count.sibling else None
            )
            counted_before = any(
                earlier.number == count.base and earlier.base is None and said is not None
                for earlier, said in before
            )
            find = universe if counted_before else partial(spoken_of, near=utterance)
            within = find(case, clause=statement.clause, group=group) or carried
            if within is None and count.of_before and before:
                within = shown or _as_many(small, before[-1][0].number)
            elif not (count.of_before or count.rest or count.sibling):
                shown = shown_there(case, statement.table, count.number)
            if within is None and alone is not None and count.base is None and not count.of_before:
                within = alone
            some = bool(before) and before[-1][1] is not None and within is carried
            if within is not None:
                count = _of_table(count, len(within.codes) + within.unread, of_before=some)
            elif count.elliptic and count.number == ALL:
                continue  # "alle" of whom, nobody has said
            base, known = _base(count, before, whole)
            if within is None and count.base in listed:
                within, base = listed[count.base]
                known = base is not None
            if base is None and _OF_COVERED.search(statement.clause):
                base, known, statement = InPhase(Step.COVERED), True, _without_adjective(statement)
            if count.base is not None or count.of_before:
                whole = (base, known)
            elif not (count.rest or count.sibling):
                whole = (None, True)  # "de øvrige" after it are of them all
            said = statement.readings[0] if statement.readings else None
            before.append((count, both(base, said)))
            loose = within is not None and count.of_before and spoke != utterance.index
            spoke = utterance.index
            if within is not None:
                listed[count.number] = (within, both(base, said))
            yield Counted(utterance, statement, count, base, known, within, loose)


def _turned(statement: Statement, before: list[tuple[Count, Condition | None]]) -> Statement:
    """``For de øvrige 50 gælder det modsatte``: what was said before, turned round."""
    last = before[-1][1] if before else None
    if statement.readings or last is None or not _OPPOSITE.search(statement.clause):
        return statement
    other = replace(last, met=not last.met) if isinstance(last, Goal) else Not(last)
    doubts = tuple(word for word in statement.doubts if word not in ("modsatte", "tilbage"))
    return replace(statement, readings=(other,), doubts=doubts)


def _without_adjective(statement: Statement) -> Statement:
    """``omfattede`` says whom they are of, and leaves no doubt."""
    doubts = tuple(word for word in statement.doubts if word != "omfattede")
    return replace(statement, doubts=doubts)


def _as_many(small: Universe | None, number: int) -> Universe | None:
    """The municipalities of the note's short table where they are as many as were just counted."""
    rows = len(small.codes) + small.unread if small is not None else 0
    return small if rows == number else None


def _of_table(count: Count, rows: int, *, of_before: bool) -> Count:
    """``alle kommuner i tabellen`` are as many as its rows.

    They are a part of nothing else, but of those ``of_before`` where it was said who these are.
    """
    number = rows if count.number == ALL else count.number
    base = None if count.base in (None, rows) else count.base
    return replace(count, number=number, base=base, of_before=count.of_before and of_before)


def _base(
    count: Count,
    before: list[tuple[Count, Condition | None]],
    whole: tuple[Condition | None, bool],
) -> tuple[Condition | None, bool]:
    """What a part is a part of: ``af de 30`` the 30 spoken of before, ``af disse`` the last."""
    if count.base is not None and count.base != ALL:
        for earlier, condition in reversed(before):
            if earlier.number == count.base and not earlier.part and condition is not None:
                return condition, True
        return None, False
    if count.rest or count.sibling:
        return whole
    if not count.of_before:
        return None, True
    last, condition = before[-1] if before else (count, None)
    if last.number == ALL and condition is None:
        return None, True
    if condition is None:
        condition = next((c for n, c in reversed(before) if c and n.number == last.number), None)
    return condition, condition is not None
