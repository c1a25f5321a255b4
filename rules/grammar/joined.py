"""Clause after clause joined into statements: more said, more named, or a new one."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.grammar.assertion import is_implied
from rules.grammar.conditions import Condition, both, possible
from rules.grammar.dates import period_in
from rules.grammar.doubts import doubts
from rules.grammar.predicates import Predicate
from rules.grammar.subjects import NAMES, Statement

_OUT_OF = re.compile(r"^(?:ud\s+)?(?:af|blandt)\b")
_EXAMPLE = re.compile(
    r"^(?:herunder|heriblandt|fx|f\.?\s?eks\.?|for\s+eksempel|eksempelvis|såsom|bl\.?\s?a\.?"
    r"|blandt\s+and(?:et|re))\s+(?:i\s+)?@\["
)
_THEM = re.compile(r"\ber\s+de\s+kommuner\s*$")  # "A og B er de kommuner, der …" says who itself
_SOME = re.compile(  # "det er blandt andet A og B": not all of them
    r"\b(?:blandt|bl\.?\s?a|fx|eks|eksempel|eksempelvis|såsom|herunder|heriblandt|især|navnlig|særligt)\b"
)


def taken_in(
    found: list[Statement],
    subject: Statement | None,
    said: Predicate | None,
    clause: str,
    waiting: Statement | None,
) -> list[Statement]:
    """The statements so far with one more clause: a new one, or more said or named in the last."""
    if subject is not None and found and _EXAMPLE.match(clause):
        example = replace(subject, count=None, readings=found[-1].readings, doubts=found[-1].doubts)
        return [*found, example]
    if subject is not None and _is_list(subject, clause, says=said is not None):
        if not found and waiting is not None and not subject.only:
            return [replace(waiting, names=subject.names, continued=True)]
        last = found[-1] if found else None
        waits = last and (last.count is not None or last.only or last.anaphor == "kommunerne")
        if waits and not found[-1].names:
            named = replace(found[-1], names=subject.names, clause=f"{found[-1].clause}: {clause}")
            return [*found[:-1], named]
    if subject is not None:
        found = [*found, _of_before(subject, found)]
    if said is not None and not found and subject is None and is_implied(clause):
        found = [Statement(clause, anaphor="implied")]
    if said is not None and found and subject is None and _at_another_time(found[-1], clause):
        last = found[-1]
        again = replace(last, clause=clause, readings=(), goals=(), doubts=())
        return [*found, _with(again, said.readings, said.goals, clause)]
    if said is not None and found:
        return [*found[:-1], _with(found[-1], said.readings, said.goals, clause)]
    return found


def narrowed(statement: Statement, clause: str) -> Statement:
    """``ti kommuner, der ikke når …, har klaget``: only those of them who did, which nobody knows.

    ``de 45 kommuner, der …`` are all that the clause with ``der`` holds for, whatever they do.
    """
    if statement.count is None or statement.count.definite:
        return statement
    told = tuple(dict.fromkeys((*statement.doubts, *doubts(clause))))
    return replace(statement, doubts=told)


def _at_another_time(last: Statement, clause: str) -> bool:
    """``… i 2024, men i 2025 …``: the same subject, once more."""
    then, now = (period_in(text) for text in (last.clause, clause))
    again = bool(last.readings) and last.count is None and not last.only
    return again and then is not None and now is not None and then != now


def _with(
    statement: Statement, readings: tuple[Condition, ...], goals: tuple[str, ...], clause: str
) -> Statement:
    """The statement with one more thing said of its subject."""
    if not statement.readings:
        joined: tuple[Condition | None, ...] = readings
    else:
        joined = tuple(both(old, new) for old in statement.readings for new in readings)
    return replace(
        statement,
        readings=tuple(
            one for one in joined if one is not None and (statement.count is None or possible(one))
        ),
        clause=statement.clause if clause in statement.clause else f"{statement.clause}, {clause}",
        goals=(*statement.goals, *goals),
        doubts=tuple(dict.fromkeys((*statement.doubts, *doubts(clause)))),
    )


def _of_before(subject: Statement, found: list[Statement]) -> Statement:
    """``Af de 50 kommuner, der …, opfylder 33 …, mens 17 …``: both are of the 50."""
    count = subject.count
    if not found or count is None:
        return subject
    last = found[-1].count
    part_itself = last is not None and last.of_before and bool(found[-1].readings)
    if _OUT_OF.match(found[-1].clause) and not part_itself:
        return replace(subject, count=replace(count, of_before=True))
    bare = count.elliptic and count.base is None and not count.of_before
    first = found[0].count
    of_whole = first is not None and (first.base or first.of_before)
    beside = last is not None and (last.of_before or last.sibling)
    if bare and (_OUT_OF.match(found[0].clause) or of_whole or beside):
        return replace(subject, count=replace(count, sibling=True))
    return subject


def _is_list(subject: Statement, clause: str, *, says: bool) -> bool:
    """``Det drejer sig om A, B og C``: names and nothing said of them."""
    bare = subject.names and subject.count is None and not says and not _THEM.search(clause)
    told = NAMES.sub(" ", clause)
    return bool(bare) and "#" not in clause and not (_SOME.search(told) or doubts(told))
