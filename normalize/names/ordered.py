"""Names of a table that stands in a known order: each row held against its place among the others.

A hidden Markov model from left to right: the rows walk through all municipalities in the order of
the table, never back; each names the next one or skips some, or is no municipality (a sum, a note,
a row out of order). How many are skipped is seen from the rows that are spelled: in a table of all
98 nearly none, so that a row between Esbjerg and Fanø is Faaborg-Midtfyn whatever was read of it.
The share of all walks that put a row on a place is its confidence.

Forward-backward after Rabiner, *A tutorial on hidden Markov models* (Proc. IEEE 77, 1989).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from normalize.model import Municipality
from normalize.names.municipalities import danish_key, municipalities

_ORDERED = 0.9  # share of the named rows that must stand in an order for it to be the table's
_FEWEST = 3  # named rows before a table can be said to have an order
# Share of the names left out, at the least and at the most; at either end of a table more may be.
_SKIPPED = (0.01, 0.95)
_SKIPPED_AT_ENDS = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """What speaks for each place in the order, and for none of them, in nats against it."""

    costs: Sequence[float]
    other: float


def order_of(
    rows: Mapping[int, Municipality],
) -> tuple[Sequence[Municipality], Mapping[int, int]]:
    """The order that the named rows of a table stand in, and their places in it; else nothing."""
    best: tuple[Sequence[Municipality], Mapping[int, int]] = ((), {})
    for order in _orders():
        places = {municipality: place for place, municipality in enumerate(order)}
        named = [(row, places[municipality]) for row, municipality in rows.items()]
        kept = _rising([place for _, place in named])
        if len(kept) >= max(_FEWEST, _ORDERED * len(rows)) and len(kept) > len(best[1]):
            best = order, dict(named[index] for index in kept)
    return best


@cache
def _orders() -> tuple[Sequence[Municipality], ...]:
    """Danish order (aa is å, last), letter by letter, and by code; each also upside down."""
    danish = municipalities()
    letters = sorted(danish, key=lambda one: danish_key(one.name, one_letter=False))
    codes = sorted(danish, key=lambda one: one.code)
    return tuple(tuple(order)[::way] for order in (danish, letters, codes) for way in (1, -1))


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


def skipped(anchors: Mapping[int, int]) -> float:
    """Share of the names that a table leaves out, from the places of some of its rows."""
    steps = [
        (there - here - 1, below - row - 1)
        for (row, here), (below, there) in pairwise(sorted(anchors.items()))
    ]
    names = sum(names for names, _ in steps) + len(steps)
    left_out = sum(max(0, names - rows) for names, rows in steps)
    least, most = _SKIPPED
    return min(most, max(least, (left_out + 0.5) / (names + 1)))


def shares(rows: Sequence[Row], skip: float) -> list[list[float]]:
    """For each row the share (0-1) of all walks that put it on each place; the rest names none.

    Time and memory are O(rows · places).
    """
    if not rows:
        return []
    places = len(rows[0].costs)
    likely = [[math.exp(-cost) for cost in row.costs] for row in rows]
    other = [math.exp(-row.other) for row in rows]
    # State p: the last name was at place p - 1, 0 before any.
    ahead = list(_forward(likely, other, [1.0] + [0.0] * places, skip))
    end = [_SKIPPED_AT_ENDS ** (places - state) for state in range(places + 1)]
    behind = list(_backward(likely, other, end, skip))[::-1]
    found: list[list[float]] = []
    for number in range(len(rows)):
        named = _stepped(ahead[number], likely[number], skip)
        walks = [one * rest for one, rest in zip(named, behind[number], strict=True)]
        kept = zip(ahead[number], behind[number], strict=True)
        total = sum(walks) + other[number] * sum(one * rest for one, rest in kept)
        found.append([walk / total if total else 0.0 for walk in walks[1:]])
    return found


def _stepped(states: Sequence[float], likely: Sequence[float], skip: float) -> list[float]:
    """The states after a row that names one more."""
    at_start = max(skip, _SKIPPED_AT_ENDS)
    from_start, running = states[0], 0.0
    after = [0.0]
    for place, likelihood in enumerate(likely):
        if place:
            from_start *= at_start
            running = running * skip + states[place] * (1 - skip)
        after.append((from_start + running) * likelihood)
    return after


def _forward(
    likely: Sequence[Sequence[float]], other: Sequence[float], states: list[float], skip: float
) -> Iterator[list[float]]:
    """The states before each row, scaled to a sum of one."""
    for likelihoods, none in zip(likely, other, strict=True):
        yield states
        named = _stepped(states, likelihoods, skip)
        states = _scaled([one + none * state for one, state in zip(named, states, strict=True)])


def _backward(
    likely: Sequence[Sequence[float]], other: Sequence[float], states: list[float], skip: float
) -> Iterator[list[float]]:
    """What follows each state after each row, from the last row up."""
    at_start = max(skip, _SKIPPED_AT_ENDS)
    for likelihoods, none in zip(reversed(likely), reversed(other), strict=True):
        yield states
        before = [none * state for state in states]
        running = from_start = 0.0
        for place in range(len(likelihoods) - 1, -1, -1):
            reached = likelihoods[place] * states[place + 1]
            from_start = from_start * at_start + reached
            running = running * skip + reached
            if place:
                before[place] += running * (1 - skip)
        before[0] += from_start
        states = _scaled(before)


def _scaled(states: Sequence[float]) -> list[float]:
    total = sum(states)
    return [state / total for state in states] if total else list(states)
