"""Among whom a count may be: all, those of a table, those named or counted just before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rules.case import Case
from rules.grammar.counts import ALL
from rules.grammar.tagged import NAMED
from rules.sentences.prose import Utterance

_TIED = re.compile(
    r"\b(?:ud\s+)?(?:af|blandt|iblandt|hos)\s+(?:alle\s+)?(?:de\b|dem\b|disse\b|kommunerne\b|#\d)"
    r"|\b(?:heraf|hvoraf|deraf|herunder|øvrige|resterende|andre|sidste|heller|ligeledes|også|tillige|nye)\b"
)
_OF_SO_MANY = re.compile(r"\b(?:af|blandt)\s+(?:de|disse|alle)?\s*#(\d{1,2})\b")
_REST = re.compile(r"\b(?:øvrige|resterende|andre|sidste|tilbage)\b")
_REGION = re.compile(r"\b(hovedstaden|sjælland|syddanmark|midtjylland|nordjylland)s?\b", re.I)
_BEFORE = 6  # sentences: a set named farther back is named again before it is counted in
_FEW = 3  # municipalities from which names make a set to count in
_LONG = 60  # a longer table is one of all 98
_NEAREST = 3  # sets tried, the last spoken of first


def universes(case: Case, one: Utterance, clause: str) -> tuple[frozenset[str], ...]:
    """The sets a count in a clause may be made in, as codes; the likeliest first.

    Words that tie it to what was said choose those spoken of; without them all are meant, or the
    municipalities of the note's only table.
    """
    whole = _whole(case)
    if (region := _region(case, clause) or _region(case, one.tagged)) is not None:
        return (region,)
    if not _TIED.search(clause):
        return whole[:1]
    near = list(dict.fromkeys((*_named(case, one), *_counted(case, one), *whole)))
    if number := _OF_SO_MANY.search(clause):
        near = [codes for codes in near if len(codes) == int(number[1])]
    if _REST.search(clause):
        near = [more - less for more in near for less in near if less < more] or near
    return tuple(near[:_NEAREST])


def _region(case: Case, text: str) -> frozenset[str] | None:
    """Everyone in the one region a text names, where the note has them all or shows them alone."""
    named = {match.lower() for match in _REGION.findall(text)}
    if len(named) != 1:
        return None
    name = named.pop()
    known = case.figures.municipalities(case.main).values()
    return frozenset(one.code for one in known if name in one.region.lower()) or None


@lru_cache(maxsize=8)
def _whole(case: Case) -> tuple[frozenset[str], ...]:
    """Everyone where the note has them, then those of each shorter table."""
    every = frozenset(case.figures.municipalities(case.main))
    tables: dict[int, set[str]] = {}
    for figure in case.figures.every:
        if figure.table_index is not None:
            tables.setdefault(figure.table_index, set()).add(figure.municipality.code)
    short = {frozenset(codes) for codes in tables.values() if _FEW <= len(codes) <= _LONG}
    if len(every) == ALL:
        return (every, *sorted(short, key=len))
    return tuple(sorted(short, key=len)) if len(short) == 1 else ()


def _earlier(case: Case, one: Utterance) -> Iterator[Utterance]:
    """The sentences of the section before one, the nearest first."""
    start = max(0, one.index - _BEFORE)
    for earlier in reversed(case.utterances[start : one.index]):
        if earlier.sentence.section == one.sentence.section:
            yield earlier


def _named(case: Case, one: Utterance) -> Iterator[frozenset[str]]:
    for each in (one, *_earlier(case, one)):
        for names in reversed(NAMED.findall(each.tagged)):
            codes = frozenset(names.split("+"))
            if len(codes) >= _FEW:
                yield codes


def _counted(case: Case, one: Utterance) -> Iterator[frozenset[str]]:
    """Those of whom the sentences of the paragraph said something, where it is settled who."""
    for each in (one, *_earlier(case, one)):
        if each.sentence.paragraph != one.sentence.paragraph:
            return
        for statement in reversed(each.statements):
            if statement.count is not None and len(statement.readings) == 1:
                truths = case.truths(statement.readings[0], case.period_of(statement))
                codes = frozenset(code for code, holds in truths.items() if holds)
                if len(codes) == statement.count.number:
                    yield codes
