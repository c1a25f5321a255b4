"""The names of a whole table decoded together.

A row the matcher leaves open alone is held against the names that are left for it: those no other
row has, and, where the table stands in Danish order (aa = å, last), those that fit between its
neighbours. Nothing is forced: rows that are no municipality stay unnamed, a row with two
candidates stays open, and tables in other orders lend no order.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from normalize.model import Municipality, Status
from normalize.municipalities import by_name, municipalities, ranks
from normalize.names import CERTAIN, SEVERAL, NameMatch, bare, cost, match, null_cost, posterior

_FEWEST = 3  # rows named beyond doubt before a table says anything about the others
_ORDERED = 0.9  # share of the named rows that must stand in Danish order for it to be one
_UNIQUE = 0.95  # share of the named rows that must be different for one row a municipality
# Nats for a row of a name column being a municipality, as almost every row there is.
_IN_TABLE = -3.0
# Doubt left alone below which a repaired name stands where the order of the table says otherwise:
# tables sort aa as two letters or as one. Of 1,307 misreadings that sure none was wrong; the surest
# wrong one left 0.003 (benchmarks/readings/misreadings.tsv).
_BEYOND_ORDER = 1e-6
_NO_NAME = {"name:none", SEVERAL}
_LIKELY = 0.5  # a guess below this is no guess


@dataclass(frozen=True, slots=True)
class Named:
    """The name of one row. ``status`` is review where undecided; ``municipality`` is then a guess
    or None. A row that is known to be no municipality is ok and unnamed.
    """

    municipality: Municipality | None
    status: Status
    reason: tuple[str, ...]
    confidence: float


def decode(texts: Sequence[str]) -> tuple[Named, ...]:
    """Name the rows of one table from its name cells, top to bottom."""
    alone = [match(text) for text in texts]
    named: list[Named | None] = [_settled(found) for found in alone]
    sure = [row.municipality for row in named if row and row.municipality]
    if len(sure) >= _FEWEST:
        _reopen_doubles(named)
        _decode_rest(alone, named)
    return tuple(row or _open(found) for row, found in zip(named, alone, strict=True))


def _reopen_doubles(named: list[Named | None]) -> None:
    """Repaired names that another row has too lose their decision, where rows are one to one."""
    counted = Counter(row.municipality.code for row in named if row and row.municipality)
    if len(counted) < _UNIQUE * counted.total() and counted.total() - len(counted) > 1:
        return
    for place, row in enumerate(named):
        if row and row.municipality and row.reason and counted[row.municipality.code] > 1:
            named[place] = None


def _settled(found: NameMatch) -> Named | None:
    if found.municipality is not None:
        status = Status.REPAIRED if found.reason else Status.OK
        reason = (found.reason,) if found.reason else ()
        return Named(found.municipality, status, reason, found.confidence)
    if found.reason == "name:other":
        return Named(None, Status.OK, (found.reason,), 1.0)
    return None


def _open(found: NameMatch) -> Named:
    guess = found.likely if found.confidence >= _LIKELY else None
    return Named(guess, Status.REVIEW, (found.reason,), found.confidence if guess else 0.0)


def _decode_rest(alone: Sequence[NameMatch], named: list[Named | None]) -> None:
    """Decide open rows one at a time, surest first, until no other can be decided."""
    anchors = _anchors(named)
    if anchors:
        _reopen(alone, named, anchors)
    while True:
        best: tuple[float, int, Municipality] | None = None
        chosen = _wishes(alone, named, anchors)
        wanted = Counter(municipality.code for _, municipality in chosen.values())
        for row, (confidence, municipality) in chosen.items():
            alone_in_wish = wanted[municipality.code] == 1
            if alone_in_wish and confidence >= CERTAIN and (not best or confidence > best[0]):
                best = (confidence, row, municipality)
        if best is None:
            break
        confidence, row, municipality = best
        reason = "order:row" if anchors else "name:table"
        named[row] = Named(municipality, Status.REPAIRED, (reason,), confidence)
        if anchors:
            anchors = {**anchors, row: ranks()[municipality.code]}
    for row, (confidence, municipality) in chosen.items():
        guess = municipality if wanted[municipality.code] == 1 and confidence >= _LIKELY else None
        likelihood = confidence if guess else 0.0
        named[row] = Named(guess, Status.REVIEW, ("name:undecided",), likelihood)


def _reopen(alone: Sequence[NameMatch], named: list[Named | None], anchors: dict[int, int]) -> None:
    """Repaired names that break the order of the table lose their decision."""
    for row, found in enumerate(alone):
        if found.municipality is None or not found.reason:
            continue
        low, high = _between(row, anchors)
        if low < ranks()[found.municipality.code] < high:
            anchors[row] = ranks()[found.municipality.code]
        elif found.confidence < 1.0 - _BEYOND_ORDER:
            named[row] = None


def _anchors(named: Sequence[Named | None]) -> dict[int, int]:
    """Row → place in the Danish order, for the rows as spelled, if the table is in that order."""
    spelled = [
        (row, ranks()[name.municipality.code])
        for row, name in enumerate(named)
        if name and name.municipality and name.status is Status.OK
    ]
    kept = _rising([place for _, place in spelled])
    if len(kept) < max(_FEWEST, _ORDERED * len(spelled)):
        return {}
    return {spelled[index][0]: spelled[index][1] for index in kept}


def _rising(places: Sequence[int]) -> list[int]:
    """Indices of a longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []
    top_index: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        pile = bisect_right(tops, place - 1)
        before.append(top_index[pile - 1] if pile else None)
        tops[pile : pile + 1] = [place]
        top_index[pile : pile + 1] = [index]
    chain: list[int] = []
    last = top_index[-1] if top_index else None
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _between(row: int, anchors: dict[int, int]) -> tuple[int, int]:
    """Places in the order between which a row must stand, both exclusive."""
    low = max((place for anchor, place in anchors.items() if anchor < row), default=-1)
    high = min((place for anchor, place in anchors.items() if anchor > row), default=98)
    return low, high


def _wishes(
    alone: Sequence[NameMatch], named: Sequence[Named | None], anchors: dict[int, int]
) -> dict[int, tuple[float, Municipality]]:
    """For each open row the best of the names left for it, with its confidence."""
    taken = [row.municipality.code for row in named if row and row.municipality]
    unique = len(set(taken)) >= _UNIQUE * len(taken)
    wishes: dict[int, tuple[float, Municipality]] = {}
    for row, found in enumerate(alone):
        settled = named[row]
        if (settled and settled.status is not Status.REVIEW) or found.reason in _NO_NAME:
            continue
        low, high = _between(row, anchors) if anchors else (-1, 98)
        left = [
            municipality
            for place, municipality in enumerate(municipalities())
            if low < place < high and not (unique and municipality.code in taken)
        ]
        if left:
            wishes[row] = _best(found.given, left)
    return wishes


def _best(given: str, left: Sequence[Municipality]) -> tuple[float, Municipality]:
    name, beside = bare(given)
    costs = {municipality.name: cost(name, municipality.name, beside) for municipality in left}
    prior = _IN_TABLE + math.log(len(left))
    shares = posterior(costs, null=null_cost(name, beside), prior=prior)
    best = max(shares, key=lambda candidate: shares[candidate])
    return shares[best], by_name(best) or left[0]
