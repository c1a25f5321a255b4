"""Rows of a table in a known order: the walks, held against all walks written out."""

from __future__ import annotations

import math
from itertools import pairwise, product

import pytest

from normalize.names import ordered
from normalize.names.municipalities import by_name, danish_key, municipalities
from normalize.names.ordered import Row, order_of, shares, skipped


def _slow(rows: list[Row], skip: float) -> list[list[float]]:
    """Every walk one by one: what `shares` does at once."""
    places = len(rows[0].costs)
    ends = max(skip, ordered._SKIPPED_AT_ENDS)
    weights: dict[tuple[int | None, ...], float] = {}
    for walk in product([None, *range(places)], repeat=len(rows)):
        named = [place for place in walk if place is not None]
        if named != sorted(set(named)):
            continue
        weight = math.prod(
            math.exp(-(row.other if place is None else row.costs[place]))
            for row, place in zip(rows, walk, strict=True)
        )
        for before, after in pairwise(named):
            weight *= (1 - skip) * skip ** (after - before - 1)
        last = named[-1] + 1 if named else 0
        weight *= ends ** (named[0] if named else 0)
        weights[walk] = weight * ordered._SKIPPED_AT_ENDS ** (places - last)
    total = sum(weights.values())
    return [
        [
            sum(w for walk, w in weights.items() if walk[row] == place) / total
            for place in range(places)
        ]
        for row in range(len(rows))
    ]


@pytest.mark.parametrize("skip", [0.01, 0.4, 0.9])
def test_shares_are_those_of_all_walks(skip: float) -> None:
    rows = [
        Row([1.0, 2.0, 9.0, 4.0], 3.0),
        Row([5.0, 2.5, 2.0, 6.0], 2.0),
        Row([math.inf, 4.0, 1.0, 1.5], math.inf),
    ]
    for found, expected in zip(shares(rows, skip), _slow(rows, skip), strict=True):
        assert found == pytest.approx(expected)


def test_no_rows_have_no_shares() -> None:
    assert shares([], 0.5) == []


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("by", ["danish", "letters", "code"])
def test_a_table_stands_in_one_of_the_usual_orders(by: str, way: int) -> None:
    rows = list(municipalities())
    if by == "letters":
        rows.sort(key=lambda one: danish_key(one.name, one_letter=False))
    if by == "code":
        rows.sort(key=lambda one: one.code)
    rows = rows[::way]
    order, places = order_of(dict(enumerate(rows)))
    assert list(order) == rows
    assert places == {place: place for place in range(98)}


def test_a_table_by_rank_stands_in_none() -> None:
    names = ("Vejle", "Odense", "Køge", "Aalborg", "Greve", "Samsø")
    rows = {row: found for row, name in enumerate(names) if (found := by_name(name))}
    assert order_of(rows) == ((), {})


def test_what_a_table_leaves_out() -> None:
    assert skipped({0: 0, 9: 9}) == pytest.approx(0.05)
    assert skipped({0: 0, 1: 30, 2: 60, 3: 97}) > 0.9
    assert skipped({}) == pytest.approx(0.5)
