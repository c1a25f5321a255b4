"""Counts said of a noun, as the counts they are."""

from __future__ import annotations

import pytest

from rules.grammar.lexicon import symbols


@pytest.mark.parametrize(
    ("tagged", "count"),
    [
        (
            "det samlede antal kommuner, der opfylder resultatmålet, er #48.",
            "#48 kommuner der <M> <R>.",
        ),
        ("antal kommuner, der opfylder resultatmålet: #48", "#48 kommuner der <M> <R>"),
        ("det rigtige antal er #17 omfattede kommuner.", "#17 kommuner der er <covered> ."),
        ("dermed er antallet af omfattede kommuner #17.", "dermed #17 kommuner der er <covered> ."),
    ],
)
def test_the_number_comes_first(tagged: str, count: str) -> None:
    assert symbols(tagged).replace(" .", ".") == count.replace(" .", ".")


@pytest.mark.parametrize(
    "tagged",
    [
        "antallet af kommuner, der opfylder resultatmålet, var #48 i #2023.",
        "antallet af nye kommuner, der er omfattet, er #4.",
        "antallet af kommuner, der opfylder resultatmålet, er #48 pct højere.",
    ],
)
def test_other_times_and_other_numbers_stay(tagged: str) -> None:
    assert not symbols(tagged).startswith("#")
