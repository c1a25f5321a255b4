"""RapidFuzz with a cutoff is given the best cutoff there is, and no better."""

from __future__ import annotations

import pytest
from rapidfuzz import fuzz

from benchmarks.names import Verdict, cut, guesses, others, score
from normalize.names.alone import match

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


def test_what_is_less_sure_is_left_undecided() -> None:
    sure = [(0.99, True), (0.96, False), (0.9, True), (-1.0, False)]
    found = [Verdict(confidence, right, ("Faxe", "Fanø")) for confidence, right in sure]
    assert score(found, 0.95) == {"right": 1, "wrong": 1, "undecided": 2}
    assert score(found, 0.97) == {"right": 1, "undecided": 3}


def test_texts_that_name_none_are_not_taken_for_a_municipality() -> None:
    """Every seventh of the words, places and persons that the benchmark tries."""
    texts = others()[::7]
    assert len(texts) > 250
    assert [text for text in texts if match(text).municipality] == []
