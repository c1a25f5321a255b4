"""Shares that stand beside the word for them."""

from __future__ import annotations

import pytest

from normalize.model import Measure
from rules.stated.labels import labelled

_BOTH = [(Measure.SAMTALER, 12.4), (Measure.TILBUD, 33.0)]


@pytest.mark.parametrize(
    "text",
    [
        "samtaler er på #12,4 pct og tilbud på #33,0 pct",
        "#12,4 pct på samtaler og #33,0 pct på tilbud",
        "samtaler (#12,4 pct) og tilbud (#33,0 pct)",
        "andelene uden samtaler og uden tilbud er hhv. #12,4 og #33,0 pct",
        "begge fokusmål er <M> (#12,4 og #33,0 pct)",
    ],
)
def test_both(text: str) -> None:
    assert sorted((told.measure, told.number) for told in labelled(text, None)) == _BOTH


def test_in_the_order_of_the_words() -> None:
    text = "andelen uden tilbud og andelen uden fire samtaler er henholdsvis #33,0 og #12,4 pct"
    assert sorted((told.measure, told.number) for told in labelled(text, None)) == _BOTH


def test_a_large_share_is_of_those_who_got_it() -> None:
    (told,) = labelled("tilbud ligger på #81,4 pct", None)
    assert told.measure is Measure.TILBUD_MODTAGET


@pytest.mark.parametrize(
    "text",
    [
        "kravet til tilbud er #30 pct",
        "tilbudsmålet er #30 pct",
        "ambitionen er #10 pct på samtaler",
        "tilbud er faldet med #3,2 pctpoint",
    ],
)
def test_a_limit_or_a_change_is_no_share(text: str) -> None:
    assert not list(labelled(text, None))
