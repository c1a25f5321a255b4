"""RapidFuzz with a cutoff is given the best cutoff there is, and no better."""

from __future__ import annotations

import pytest
from rapidfuzz import fuzz

from benchmarks.names import cut, guesses

GUESSED = [(99.0, True), (90.0, True), (80.0, False), (80.0, True), (70.0, True), (60.0, False)]


@pytest.mark.parametrize(
    ("wrong", "counts"),
    [(0, (2, 4, 0)), (1, (4, 1, 1)), (2, (4, 0, 2)), (9, (4, 0, 2))],
)
def test_cutoff(wrong: int, counts: tuple[int, int, int]) -> None:
    found = cut(GUESSED, wrong)
    assert (found["right"], found["undecided"], found["wrong"]) == counts


def test_guesses_follow_the_scorer() -> None:
    pairs = [("Brgndby", "Brøndby"), ("Are", "Ærø")]
    assert [right for _, right in guesses(fuzz.ratio, pairs)] == [True, False]
