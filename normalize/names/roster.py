"""The names of a whole table decoded together.

A row the matcher leaves open alone is held against what its neighbours leave for it: in a table
that stands in a known order, its place among them (`names.ordered`), in any other the names
that no row has yet. Nothing is forced: rows that are no municipality stay unnamed, and a row with
two candidates stays open.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from normalize.model import Municipality, Status
from normalize.names import ordered
from normalize.names.alone import (
    CERTAIN,
    OTHER,
    SEVERAL,
    NameMatch,
    candidates,
    cost,
    match,
    null_cost,
    posterior,
)
from normalize.names.municipalities import by_name, municipalities
from normalize.names.printed import bare

_FEWEST = 3  # rows named beyond doubt before a table says anything about the others
_UNIQUE = 0.95  # share of the named rows that must be different for one row a municipality
# Nats for a row of a name column being a municipality, as almost every row there is.
_IN_TABLE = -3.0
# Share of the walks that a row's place needs.
_CERTAIN_IN_ORDER = 0.98
# Where more of the names are left out, and fewer of the rows are legible, whole runs of rows may
# have slipped by one: one page of 98 that had 40 legible gave 5 wrong names when 60 were drawn.
_DENSE, _CLEAR = 0.05, 0.6
# Nats over the best of the compared names, of any name that was too unlike to be compared; of a
# name that stands out of order; of any name in a cell without letters.
_UNLIKE, _OUT_OF_ORDER, _UNREAD = 11.0, 12.0, 1.0
# Doubt left alone below which a repaired name stands where the order of the table says otherwise.
# Of 1,307 misreadings that sure none was wrong; the surest wrong one left 0.003
# (benchmarks/readings/misreadings.tsv).
_BEYOND_ORDER = 1e-6
_NO_NAME = {"name:none", SEVERAL}
_PERHAPS = 0.05  # share from which another place's name may be a misread municipality
_LIKELY = 0.5  # a guess below this is no guess
_NEAR = 6.0  # nats of a reading that may well be of that name


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
    sure = {row: found.municipality for row, found in enumerate(alone) if found.municipality}
    if len(sure) >= _FEWEST and not all(row and row.status is Status.OK for row in named):
        order, anchors = ordered.order_of(sure)
        if order:
            return _by_order(alone, order, anchors)
        _reopen_doubles(alone, named)
        _decode_rest(alone, named)
    return tuple(row or _open(found) for row, found in zip(named, alone, strict=True))


def _by_order(
    alone: Sequence[NameMatch], order: Sequence[Municipality], anchors: Mapping[int, int]
) -> tuple[Named, ...]:
    """The rows of a table in a known order; ``anchors`` are those that showed it."""
    spelled = {
        found.municipality.name for found in alone if found.municipality and not found.repaired
    }
    others = sum(found.reason == OTHER for found in alone)
    in_table = math.log((len(alone) - others + 0.5) / (others + 0.5))
    rows = [
        _evidence(found, order, row in anchors, spelled, in_table)
        for row, found in enumerate(alone)
    ]
    skip = ordered.skipped(anchors)
    clear = skip <= _DENSE or len(anchors) >= _CLEAR * len(alone)
    return tuple(
        _placed(found, order, shares, clear)
        for found, shares in zip(alone, ordered.shares(rows, skip), strict=True)
    )


def _evidence(
    found: NameMatch,
    order: Sequence[Municipality],
    anchor: bool,
    spelled: Set[str],
    in_table: float,
) -> ordered.Row:
    """What the letters of one row say, of every place in the order.

    ``spelled``: names that other rows have for certain; ``in_table``: log odds of a row of this
    table naming one.
    """
    if found.municipality is not None and not found.repaired:
        here = 0.0 if anchor else math.inf
        costs = [here if one == found.municipality else math.inf for one in order]
        return ordered.Row(costs, math.inf if anchor else 0.0)
    if found.reason in _NO_NAME:
        return ordered.Row([_UNREAD] * len(order), 0.0)
    name, beside = bare(found.given)
    known = candidates(name, beside)
    unlike = min(known.values()) + _UNLIKE
    elsewhere = min((known[one] for one in known.keys() - spelled), default=unlike)
    another = 0.0 if found.reason == OTHER else null_cost(name, beside)
    none = min(another + in_table, elsewhere + _OUT_OF_ORDER)
    return ordered.Row([min(known.get(one.name, unlike), unlike) for one in order], none)


def _placed(
    found: NameMatch, order: Sequence[Municipality], shares: Sequence[float], clear: bool
) -> Named:
    """What a row names, given the share of the walks on each place.

    ``clear``: the place alone may name it, though its letters speak for another.
    """
    settled = _settled(found)
    share = max(shares)
    if found.reason in _NO_NAME or (found.municipality and not found.repaired):
        return settled or _open(found)
    if settled and found.reason == OTHER and share < _PERHAPS:
        return settled
    likely = order[list(shares).index(share)]
    if share >= _CERTAIN_IN_ORDER and (clear or likely == found.likely):
        reason = found.reason if likely == found.municipality else "order:row"
        return Named(likely, Status.REPAIRED, (reason,), share)
    if settled and settled.municipality and settled.confidence >= 1.0 - _BEYOND_ORDER:
        return settled
    guess = likely if share >= _LIKELY else None
    return Named(guess, Status.REVIEW, ("name:undecided",), share if guess else 0.0)


def _reopen_doubles(alone: Sequence[NameMatch], named: list[Named | None]) -> None:
    """Repaired names that another row has or wants lose their decision, in rows one to one."""
    counted = Counter(row.municipality.code for row in named if row and row.municipality)
    if len(counted) < _UNIQUE * counted.total() and counted.total() - len(counted) > 1:
        return
    for found, row in zip(alone, named, strict=True):
        if row is None and found.likely and found.distance <= _NEAR:
            counted[found.likely.code] += 1
    for place, row in enumerate(named):
        if row and row.municipality and row.reason and counted[row.municipality.code] > 1:
            named[place] = None


def _settled(found: NameMatch) -> Named | None:
    if found.municipality is not None:
        status = Status.REPAIRED if found.reason else Status.OK
        reason = (found.reason,) if found.reason else ()
        return Named(found.municipality, status, reason, found.confidence)
    if found.reason == OTHER:
        return Named(None, Status.OK, (found.reason,), 1.0)
    return None


def _open(found: NameMatch) -> Named:
    guess = found.likely if found.confidence >= _LIKELY else None
    return Named(guess, Status.REVIEW, (found.reason,), found.confidence if guess else 0.0)


def _decode_rest(alone: Sequence[NameMatch], named: list[Named | None]) -> None:
    """Decide open rows one at a time, surest first, until no other can be decided."""
    while True:
        best: tuple[float, int, Municipality] | None = None
        chosen = _wishes(alone, named)
        wanted = Counter(municipality.code for _, municipality in chosen.values())
        for row, (confidence, municipality) in chosen.items():
            alone_in_wish = wanted[municipality.code] == 1
            if alone_in_wish and confidence >= CERTAIN and (not best or confidence > best[0]):
                best = (confidence, row, municipality)
        if best is None:
            break
        confidence, row, municipality = best
        named[row] = Named(municipality, Status.REPAIRED, ("name:table",), confidence)
    for row, (confidence, municipality) in chosen.items():
        guess = municipality if wanted[municipality.code] == 1 and confidence >= _LIKELY else None
        likelihood = confidence if guess else 0.0
        named[row] = Named(guess, Status.REVIEW, ("name:undecided",), likelihood)


def _wishes(
    alone: Sequence[NameMatch], named: Sequence[Named | None]
) -> dict[int, tuple[float, Municipality]]:
    """For each open row the best of the names left for it, with its confidence."""
    taken = [row.municipality.code for row in named if row and row.municipality]
    unique = len(set(taken)) >= _UNIQUE * len(taken)
    left = [one for one in municipalities() if not (unique and one.code in taken)]
    return {
        row: _best(found.given, left)
        for row, (found, settled) in enumerate(zip(alone, named, strict=True))
        if left and found.reason not in _NO_NAME
        if settled is None or settled.status is Status.REVIEW
    }


def _best(given: str, left: Sequence[Municipality]) -> tuple[float, Municipality]:
    name, beside = bare(given)
    costs = {municipality.name: cost(name, municipality.name, beside) for municipality in left}
    prior = _IN_TABLE + math.log(len(left))
    shares = posterior(costs, null=null_cost(name, beside), prior=prior)
    best = max(shares, key=lambda candidate: shares[candidate])
    return shares[best], by_name(best) or left[0]
