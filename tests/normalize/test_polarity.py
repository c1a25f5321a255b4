"""Whether a share is of those who got talks or offers, or of those who did not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalize.headings.columns import read_columns
from normalize.headings.heading import read_heading
from normalize.model import Measure
from tests.normalize.conftest import MakeTable

DOUBT = "heading:polarity"


@pytest.mark.parametrize(
    ("heads", "notes", "measures"),
    [
        (
            ["Samtaler1)", "Tilbud 2)"],
            ["1) Har modtaget mindst fire. 2) Har ikke modtaget et tilbud."],
            ["samtaler_modtaget", "tilbud"],
        ),
        (
            ["Samtaler 1)", "Tilbud 2)"],
            ["1) Andel, der ikke har fået fire samtaler.", "2) Andel, der har fået et tilbud."],
            ["samtaler", "tilbud_modtaget"],
        ),
        (
            ["Samtaler", "Tilbud"],
            ["Samtaler: andel, der har haft fire. Tilbud: andelen, som mangler et."],
            ["samtaler_modtaget", "tilbud"],
        ),
        (["Samtaler", "Tilbud"], [], ["samtaler " + DOUBT, "tilbud " + DOUBT]),
    ],
)
def test_footnotes_say_it_of_their_own_column(
    heads: list[str], notes: Sequence[str], measures: list[str], make_table: MakeTable
) -> None:
    rows = [["Odense", "57,7", "58,1"], ["Vejle", "55,0", "56,2"], ["Assens", "56,1", "57,2"]]
    table = make_table([["Kommune", *heads], *rows], notes=tuple(notes))
    columns = read_columns(table, "", damaged=False).values
    assert [" ".join([column.measure, *column.doubts]) for column in columns] == measures


@pytest.mark.parametrize(
    ("heading", "figure", "doubted"),
    [
        ("Modtaget samtaler, pct.", "7,7", True),
        ("Uden tilbud, pct.", "87,7", True),
        ("Modtaget samtaler, pct.", "87,7", False),
        ("Uden tilbud, pct.", "37,7", False),
    ],
)
def test_figures_may_speak_against_the_words_of_a_heading(
    heading: str, figure: str, doubted: bool, make_table: MakeTable
) -> None:
    names = ["Odense", "Vejle", "Assens", "Faxe", "Greve"]
    table = make_table([["Kommune", heading], *([name, figure] for name in names)])
    [column] = read_columns(table, "", damaged=False).values
    assert (DOUBT in column.doubts) is doubted
    [column] = read_columns(
        make_table([["Kommune", heading], ["Odense", figure]]), "", damaged=False
    ).values
    assert DOUBT not in column.doubts


@pytest.mark.parametrize(
    ("text", "measure", "is_open"),
    [
        ("Andel med under re samtaler", Measure.SAMTALER, True),  # ``fire`` lost its ligature
        ("Andel med under fire samtaler", Measure.SAMTALER, False),
        ("Færre end 4", Measure.SAMTALER, False),
        ("Andel med fire samtaler", Measure.SAMTALER_MODTAGET, False),
    ],
)
def test_a_heading_not_wholly_read_turns_no_share(
    text: str, measure: Measure, is_open: bool
) -> None:
    heading = read_heading([text])
    assert (heading.measure, heading.open_polarity) == (measure, is_open)


@pytest.mark.parametrize(
    ("heads", "measures", "doubted"),
    [
        (
            ["Mindst 4 samtaler", "Tilbud eller 100 timer"],
            ["samtaler_modtaget", "tilbud_modtaget"],
            False,
        ),
        (["Fire samtaler", "Mindst ét tilbud"], ["samtaler_modtaget", "tilbud_modtaget"], False),
        (["Samtaler", "Tilbud"], ["samtaler", "tilbud"], True),  # neither says it
        (["Mindst 4 samtaler", "Uden tilbud"], ["samtaler_modtaget", "tilbud"], True),  # in figures
    ],
)
def test_a_bare_heading_beside_one_of_those_who_got_it(
    heads: list[str], measures: list[str], doubted: bool, make_table: MakeTable
) -> None:
    """The figures lie between the ends that speak for themselves: 60 to 74 per cent."""
    cells = [
        ("62,5", "70,1"),
        ("71,0", "64,4"),
        ("66,6", "72,9"),
        ("60,2", "61,0"),
        ("73,3", "69,9"),
    ]
    names = ["Odense", "Vejle", "Varde", "Køge", "Assens"]
    rows = [[name, *pair] for name, pair in zip(names, cells, strict=True)]
    columns = read_columns(make_table([["Kommune", *heads], *rows]), "", damaged=False).values
    assert [column.measure for column in columns] == measures
    assert any(DOUBT in column.doubts for column in columns) is doubted
