"""What a figure is if it is reckoned from those beside it: their difference, their sum, a rest.

A note without a table still says most things twice: so many, so many expected, so many too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby, product

from rules.case import FOCUS
from rules.fit.place import Beside, Place
from rules.fit.quantities import Sort
from rules.fit.reading import Reading
from rules.model import ClaimKind
from rules.wording.danish import listed, number

_SCALES = (  # what is measured on one scale: levels, and what these differ by
    frozenset({Sort.PERSONS}),
    frozenset({Sort.SHARE, Sort.POINT}),
    frozenset({Sort.RANK, Sort.PLACES}),
)
_PRECISION = 6  # decimals; sums of printed figures are exact but for binary rounding


def of_relations(place: Place) -> Iterator[Reading]:
    """Every reading of a figure as one reckoned from those of its sentence and the next ones."""
    for scale in _SCALES:
        if not scale.intersection(place.quantity.sorts):
            continue
        near = [one for one in place.beside if scale.intersection(one.quantity.sorts)]
        levels = [one for one in near if not one.apart]
        gaps = [one for one in near if one.apart]
        if place.apart:
            for one, other in combinations(levels, 2):
                yield _reckoned(place, one.number - other.number, "forskellen mellem", one, other)
            for one, limit in product(levels if Sort.SHARE in scale else (), _limits(place)):
                yield _over(place, one.number - limit, one, limit)
            continue
        for level in levels:
            for gap in gaps:
                yield _reckoned(place, level.number + gap.number, "summen af", level, gap)
                yield _reckoned(place, level.number - gap.number, "forskellen mellem", level, gap)
        if Sort.SHARE in scale:
            for gap, limit in product(gaps, _limits(place)):
                yield _over(place, abs(limit - gap.number), gap, limit)
                yield _over(place, limit + gap.number, gap, limit)
        if Sort.PERSONS in scale:
            yield from _sums(place, levels)


def _limits(place: Place) -> tuple[float, ...]:
    """The limits of the focus goals in either polarity, per cent."""
    rules = place.case.rules_of(place.case.main)
    if rules is None:
        return ()
    told = {rules.goal(goal).limit_for(received=got)[1] for goal in FOCUS for got in (True, False)}
    return tuple(sorted(told))


def _over(place: Place, value: float, one: Beside, limit: float) -> Reading:
    """What is reckoned from a figure and a limit."""
    decimals, told = one.quantity.decimals, number(one.number, one.quantity.decimals)
    what = f"{told} holdt op imod grænsen på {limit:g} pct."
    value = abs(round(value, _PRECISION))
    return Reading(value, decimals, what, ClaimKind.SUM, gap=place.apart)


def _sums(place: Place, levels: list[Beside]) -> Iterator[Reading]:
    """The sum of the figures of one sentence, and what is left of one when others are taken."""
    for _, those in groupby(levels, key=lambda one: one.utterance):
        parts = list(those)
        if len(parts) > 1:
            yield _reckoned(place, sum(one.number for one in parts), "summen af", *parts)
            largest = max(parts, key=lambda one: one.number)
            for whole in (largest, *(one for one in levels if one not in parts)):
                taken = [one for one in parts if one is not whole]
                rest = whole.number - sum(one.number for one in taken)
                yield _reckoned(place, rest, "resten af", whole, *taken)


def _reckoned(place: Place, value: float, how: str, *those: Beside) -> Reading:
    told = listed(number(one.number, one.quantity.decimals) for one in those)
    decimals = max(one.quantity.decimals for one in those)
    value = abs(round(value, _PRECISION))
    return Reading(value, decimals, f"{how} {told}", ClaimKind.SUM, gap=place.apart)
