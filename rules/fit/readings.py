"""What a figure of a sentence may be: every figure of the note that its words do not rule out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Municipality, Period, Unit
from normalize.names.municipalities import by_code
from rules.case import FOCUS
from rules.derived.figures import POLAR, RECEIVED, Figure
from rules.derived.spread import spread
from rules.fit.counts import counts
from rules.fit.place import Place
from rules.fit.quantities import Sort
from rules.fit.reading import Reading
from rules.grammar.shares import speaks
from rules.model import ClaimKind
from rules.wording.danish import NAMED, number

_LEVELS = (Measure.FAKTISK, Measure.FORVENTET)
_COLUMN = 3  # municipalities from which a mean or an end is one of a column
_EXACT = 6  # decimals of a mean, which is never printed in full
_MEAN = re.compile(r"gennemsnit|\bsnit|middel")
_END = re.compile(
    r"(?:høj|lav|stør|mind|bed|dårlig|ring|vær|flot)e?st|\b(?:top|bund|øverst|nederst|spænd)"
)
_CHANGE = re.compile(
    r"\b(?:fald\w*|st[ei]g\w*|nedgang\w*|fremgang\w*|tilbagegang\w*|forbedr\w*|forværr\w*|nedbragt|vokset"
    r"|reducer\w*|siden|udvikl\w*|ændr\w*|flyttet|opnået|nået)\b"
)
_TO_LIMIT = re.compile(
    r"\b(?:grænse\w*|kr[aæ]v\w*|påkræve\w*|m[åa]let|mangle\w*|over|under|for\s+(?:meget|høj\w*|lav\w*))\b"
)
_PRECISION = 6  # decimals; sums of printed figures are exact but for binary rounding


def readings(place: Place, code: str) -> Iterator[Reading]:
    """Every reading of a figure as one of a municipality's."""
    for sort in place.quantity.sorts:
        if sort in _READERS:
            yield from _READERS[sort](place, by_code(code))


def of_all(place: Place) -> Iterator[Reading]:
    """Every reading of a figure as a count of municipalities, or as a column's mean or end.

    The words must say that it is a mean or an end.
    """
    if Sort.KOMMUNER in place.quantity.sorts:
        yield from counts(place)
    mean, end = (words.search(place.utterance.tagged) for words in (_MEAN, _END))
    if Sort.SHARE not in place.quantity.sorts or not (mean or end):
        return
    case = place.case
    for measure in place.shares():
        for period in case.figures.periods:
            found = spread(case, measure, period, within=True)
            if len(found.shares) < _COLUMN:
                continue
            what = f"{NAMED[measure]} for {len(found.shares)} kommuner"
            if mean:
                yield _of_column(found.mean, _EXACT, f"gennemsnittet af {what}", measure, period)
            if end:
                ends = (min(found.shares.values()), max(found.shares.values()))
                for value, word in zip(ends, ("laveste", "højeste"), strict=True):
                    yield _of_column(value, 2, f"den {word} af {what}", measure, period)


def _of_column(
    value: float, decimals: int, what: str, measure: Measure, period: Period | None
) -> Reading:
    return Reading(value, decimals, what, ClaimKind.AGGREGATE, measure, None, period)


def _figures(
    place: Place, who: Municipality, measures: tuple[Measure, ...], group: Group, unit: Unit
) -> Iterator[Figure]:
    """The figures of the tables, and of the sentences before, of every period that may be meant."""
    case, text = place.case, place.utterance.sentence.text
    told = find_period(text)
    every = {None, *case.figures.periods}
    for period in {told} if told is not None and told in every else every:
        for one in case.figures.find(who.code, measures, period, group):
            if one.number is not None and one.unit is unit and one.table_index is not None:
                yield one
    for fact in case.facts:
        one = fact.figure
        if (
            fact.utterance < place.utterance.index
            and (one.municipality.code, one.group, one.unit) == (who.code, group, unit)
            and one.measure in measures
        ):
            yield one


def _shares(place: Place, who: Municipality) -> Iterator[Reading]:
    wanted = place.shares()
    for one in _figures(place, who, _polar(wanted), Group.ALLE, Unit.PCT):
        for measure in wanted:
            if _goal(measure) is _goal(one.measure):
                yield _printed(one, _as(one, measure), measure)
    if not speaks(place.clause):
        for group in place.groups():
            for one in _figures(place, who, (Measure.DIFFERENCE,), group, Unit.PCT):
                yield _difference(one)


def _points(place: Place, who: Municipality) -> Iterator[Reading]:
    """Distances of a share from its limit, and from its own share at another time."""
    changed, limited = (words.search(place.clause) for words in (_CHANGE, _TO_LIMIT))
    for goal in {_goal(measure) for measure in place.shares()}:
        found = list(_figures(place, who, POLAR[goal], Group.ALLE, Unit.PCT))
        for one in found if limited or not changed else ():
            rules = place.case.rules_of(one.period)
            if rules is not None:
                limit = rules.goal(goal).limit_for(received=one.received)[1]
                yield _apart(one, (one.number or 0.0) - limit, f"afstanden til {limit:g} pct.")
        for one, other in combinations(found, 2) if changed or not limited else ():
            if one.period != other.period:
                yield _apart(one, _as(other, one.measure) - (one.number or 0.0), "ændringen")


def _persons(place: Place, who: Municipality) -> Iterator[Reading]:
    for group in place.groups():
        every = (*_LEVELS, Measure.DIFFERENCE)
        found = list(_figures(place, who, every, group, Unit.PERSONS))
        for one in found:
            level = one.measure in _LEVELS
            yield _printed(one, one.number or 0.0, one.measure) if level else _difference(one)
        for actual, expected in combinations(found, 2):
            if {actual.measure, expected.measure} == set(
                _LEVELS
            ) and actual.period == expected.period:
                gap = (actual.number or 0.0) - (expected.number or 0.0)
                sign = 1 if actual.measure is Measure.FAKTISK else -1
                told = "forskellen mellem faktisk og forventet"
                yield _apart(actual, sign * gap, told, below=sign * gap < 0)


def _ranks(place: Place, who: Municipality) -> Iterator[Reading]:
    for group in place.groups():
        for one in _figures(place, who, (Measure.PLACERING,), group, Unit.RANK):
            yield _printed(one, one.number or 0.0, one.measure)
    for rank in place.case.ranks:
        if rank.utterance.index < place.utterance.index and rank.municipality.code == who.code:
            what = f"placeringen i linje {rank.utterance.sentence.line}"
            yield Reading(rank.rank, 0, what, ClaimKind.RANK, Measure.PLACERING, who)


def _places(place: Place, who: Municipality) -> Iterator[Reading]:
    for group in place.groups():
        found = list(_figures(place, who, (Measure.PLACERING,), group, Unit.RANK))
        for one, other in combinations(found, 2):
            moved = (other.number or 0.0) - (one.number or 0.0)
            below = _rises(one, other, moved)
            what = "ændringen i placering"
            yield _apart(one, moved, what, ClaimKind.RANK_CHANGE, below=below)


def _rises(one: Figure, other: Figure, moved: float) -> bool | None:
    """Whether a move from one rank to another is one towards the top; None where undated."""
    if one.period is None or other.period is None or one.period == other.period:
        return None
    return (moved < 0) is (one.period < other.period)


_READERS: Mapping[Sort, Callable[[Place, Municipality], Iterator[Reading]]] = {
    Sort.SHARE: _shares,
    Sort.POINT: _points,
    Sort.PERSONS: _persons,
    Sort.RANK: _ranks,
    Sort.PLACES: _places,
}


def _goal(measure: Measure) -> Measure:
    return next((goal for goal in FOCUS if measure in POLAR[goal]), measure)


def _polar(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The shares in both polarities, as a table may print the other."""
    return tuple(dict.fromkeys(both for one in measures for both in POLAR[_goal(one)]))


def _as(one: Figure, measure: Measure) -> float:
    """A share in the polarity of a measure, percent."""
    value = one.number or 0.0
    return value if one.received is (measure in RECEIVED) else round(100.0 - value, _PRECISION)


def _printed(one: Figure, value: float, measure: Measure) -> Reading:
    where = f" (tabel {one.table})" if one.table else ""
    what = f"{NAMED[measure]} i {one.municipality.name}{where}"
    kind = ClaimKind.RANK if measure is Measure.PLACERING else ClaimKind.CROSS_TABLE
    return Reading(value, one.decimals, what, kind, measure, one.municipality, one.period)


def _difference(one: Figure) -> Reading:
    """A difference that a table prints."""
    gap = one.number or 0.0
    return replace(_printed(one, abs(gap), one.measure), gap=True, below=gap < 0)


def _apart(
    one: Figure,
    gap: float,
    what: str,
    kind: ClaimKind = ClaimKind.DIFFERENCE,
    *,
    below: bool | None = None,
) -> Reading:
    """A difference between two figures of one municipality."""
    value = abs(round(gap, _PRECISION))
    who = one.municipality
    whole = f"{what} for {who.name} ({number(value, one.decimals)})"
    return Reading(value, one.decimals, whole, kind, one.measure, who, one.period, True, below)
