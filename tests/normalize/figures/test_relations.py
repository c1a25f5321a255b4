"""A difference and the two figures it is taken between are weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from normalize.figures.cells import Content
from normalize.figures.evidence import Guess
from normalize.figures.numbers import Figure, Form
from normalize.figures.relations import BROKEN, Contents, related
from normalize.headings.column import Column
from normalize.headings.heading import Heading
from normalize.model import Measure, Status, Unit

Shares = dict[float, float]
PLACES = {Measure.DIFFERENCE: 3, Measure.FAKTISK: 2, Measure.FORVENTET: 1}
COLUMNS = [
    Column(place, Heading("", measure), Form(None, 0, strict=True), False, 0)
    for measure, place in PLACES.items()
]


def content(shares: Shares) -> Content:
    """An open cell with these guesses; one guess alone is beyond doubt."""
    guesses = tuple(Guess(Figure(number), share) for number, share in shares.items())
    best = guesses[0]
    if len(guesses) == 1:
        return Content(Status.OK, (), best.share, best.figure.number, guesses=guesses)
    reason = ("readers:disagree",)
    return Content(Status.REVIEW, reason, best.share, best.figure.number, guesses=guesses)


def sure(number: float) -> Shares:
    return {number: 0.9999}


def table(rows: Sequence[tuple[Shares, Shares, Shares]]) -> Contents:
    """Rows of expected, actual and difference, below seven where expected - actual holds."""
    known = [(100.0 + 3 * n, 90.0 + 5 * n) for n in range(7)]
    whole = [*((sure(e), sure(a), sure(e - a)) for e, a in known), *rows]
    return {
        (row, place): content(shares)
        for row, cells in enumerate(whole)
        for place, shares in enumerate(cells, 1)
    }


@pytest.mark.parametrize(
    ("row", "place", "number", "status"),
    [
        # Two readers alike lost the minus.
        ((sure(50), sure(105), {55.0: 0.994, -55.0: 0.005}), 3, -55.0, Status.REVIEW),
        ((sure(50), sure(105), {-55.0: 0.9, 755.0: 0.09}), 3, -55.0, Status.REPAIRED),
        ((sure(50), sure(105), {755.0: 0.5, -55.0: 0.49}), 3, -55.0, Status.REPAIRED),
        ((sure(50), sure(105), {755.0: 0.9, -55.0: 0.09}), 3, -55.0, Status.REVIEW),
        ((sure(50), {105.0: 0.6, 185.0: 0.4}, sure(-55)), 2, 105.0, Status.REPAIRED),
        # Nobody read what would fit.
        ((sure(50), sure(105), {755.0: 0.6, 56.0: 0.39}), 3, 755.0, Status.REVIEW),
        # Both lost the same digit: two ways that fit.
        (({50.0: 0.5, 150.0: 0.5}, {105.0: 0.5, 205.0: 0.5}, sure(-55)), 2, 105.0, Status.REVIEW),
        # The note's own error, read by two readers alike, is for the audit.
        ((sure(50), sure(105), sure(-54)), 3, -54.0, Status.OK),
    ],
)
def test_a_row_is_read_as_a_whole(
    row: tuple[Shares, Shares, Shares], place: int, number: float, status: Status
) -> None:
    found = related(table([row]), COLUMNS)[7, place]
    assert (found.number, found.status) == (number, status)


def test_a_table_that_shows_no_relation_lends_none() -> None:
    contents = dict(table([(sure(50), sure(105), {-55.0: 0.9, 755.0: 0.09})]))
    for row in range(3):
        contents[row, 3] = content(sure(1000.0 + row))
    assert related(contents, COLUMNS) == contents


def _columns(units: Sequence[Unit]) -> list[Column]:
    """Expected, actual and difference, each in its unit."""
    return [
        replace(column, heading=replace(column.heading, unit=units[column.place - 1]))
        for column in COLUMNS
    ]


P, S, SP = Unit.PERSONS, Unit.PCT, Unit.PCT_POINT
LEVELS = [(100.0 + 7 * n, 90.0 + 5 * n) for n in range(8)]


@pytest.mark.parametrize(
    ("rows", "units", "believed"),
    [
        ([(e, a, a - e) for e, a in LEVELS], (P, P, P), True),
        ([(e, a, abs(a - e)) for e, a in LEVELS], (P, P, P), True),
        ([(e, a, round(100 * (a - e) / e)) for e, a in LEVELS], (P, P, P), True),
        ([(e, a, a - e + 40 * (n < 5)) for n, (e, a) in enumerate(LEVELS)], (P, P, P), True),
        ([(e, a - e, a) for e, a in LEVELS], (P, P, P), False),  # two columns exchanged
        ([(a - e, a, e + 3) for e, a in LEVELS], (P, P, P), False),
        ([(e, a, 40 + 3 * n) for n, (e, a) in enumerate(LEVELS)], (S, S, SP), False),
        ([(e, a, 40 + 3 * n) for n, (e, a) in enumerate(LEVELS)], (S, S, P), True),  # no relation
        ([(e, a, 40 + 3 * n) for n, (e, a) in enumerate(LEVELS[:4])], (P, P, P), True),  # too few
    ],
)
def test_columns_that_break_their_relation_in_every_row_are_misnamed(
    rows: Sequence[tuple[float, float, float]], units: Sequence[Unit], believed: bool
) -> None:
    contents = {
        (row, place): content(sure(number))
        for row, numbers in enumerate(rows)
        for place, number in enumerate(numbers, 1)
    }
    found = related(contents, _columns(units))
    assert all((cell.status is Status.OK) == believed for cell in found.values())
    assert all((BROKEN in cell.reason) != believed for cell in found.values())
