"""Figures and their years where a sentence names several."""

from __future__ import annotations

import pytest

from normalize.model import Period
from rules.stated.dated import period_of, years

_TWO = "andelen var #36,8 pct i #2024 og #27,5 pct i #2025, og samtaler er på #4,0 pct"


def test_the_years_of_a_sentence() -> None:
    assert years(_TWO) == (2024, 2025)
    assert years("indtrådte i april #2025 med #2014 fuldtidspersoner mod #2020") == ()


@pytest.mark.parametrize(
    ("number", "year"),
    [
        (36.8, 2024),
        (27.5, 2025),
        (4.0, 2025),  # no year of its own: the last one named
    ],
)
def test_the_year_of_a_figure(number: float, year: int) -> None:
    assert period_of(_TWO, number, 1) == Period.of_year(year)


def test_a_clause_before() -> None:
    text = "i #2023 var #40,0 pct uden tilbud, mens #34,0 pct i #2024 var det"
    assert period_of(text, 40.0, 1) == Period.of_year(2023)
    assert period_of(text, 34.0, 1) == Period.of_year(2024)


def test_a_figure_that_stands_twice_is_of_no_year() -> None:
    assert period_of("#4,0 pct i #2023 og #4,0 pct i #2024", 4.0, 1) is None
