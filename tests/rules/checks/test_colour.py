"""Red cells against the figures in them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.model import Source
from normalize.model import Note
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

Make = Callable[..., Note]
RED = [("Greve", "33,1!"), ("Køge", "40,2!"), ("Lejre", "36,5!"), ("Solrød", "31,7!")]
LEGEND = "Tal med rødt viser, at målet ikke er nået."


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("12,5!", "rødt, men tallet opfylder"),
        ("36,5", "sort, men tallet opfylder ikke"),
        ("30", ""),  # may be 29,6
        ("30!", ""),
        ("30,0", ""),  # may be 29,96
        ("31", "sort, men tallet opfylder ikke"),
        ("29,8", ""),
    ],
)
def test_a_cell_whose_colour_says_otherwise(note: Make, cell: str, told: str) -> None:
    table = (("tilbud",), [*RED, ("Odense", cell)])
    found = [one for one in audit(note(LEGEND, table), load()) if one.kind is ClaimKind.COLOUR]
    wrong = [one for one in found if one.verdict is Verdict.CONTRADICTED]
    assert [told in one.explanation for one in wrong] == [True] * bool(told)


def test_figures_in_black_beside_red_statuses_are_not_held_against_the_colour(note: Make) -> None:
    statuses = [("Greve", "nej!", "33,1"), ("Køge", "nej!", "40,2"), ("Lejre", "nej!", "36,5")]
    table = (("resultatmaal", "tilbud"), [*statuses, ("Odense", "ja", "38,0")])
    found = [one for one in audit(note(LEGEND, table), load()) if one.kind is ClaimKind.COLOUR]
    assert {one.verdict for one in found} == {Verdict.CONSISTENT}


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [("36,5", Verdict.UNVERIFIABLE), ("12,5!", Verdict.CONTRADICTED)],
)
def test_red_may_fade_in_a_picture_but_black_never_reddens(
    note: Make, cell: str, verdict: Verdict
) -> None:
    made = note(LEGEND, (("tilbud",), [*RED, ("Odense", cell)]))
    values = tuple(replace(value, source=Source.OCR) for value in made.values)
    found = audit(replace(made, values=values), load())
    [one] = [
        one
        for one in found
        if one.kind is ClaimKind.COLOUR and one.verdict is not Verdict.CONSISTENT
    ]
    assert (one.verdict, one.municipality and one.municipality.name) == (verdict, "Odense")
