"""Columns that are not believed for what their headings say."""

from dataclasses import replace

import pytest

from extract.model import Source
from normalize.headings.columns import read_columns
from normalize.headings.doubts import MIXED, UNREAD
from tests.normalize.conftest import MakeTable


@pytest.mark.parametrize(
    ("heading", "doubted"),
    [
        ("Faktisk antal Forskel (antal)", True),
        ("FaktiskDifference (personer) (personer)", True),
        ("Afvigelse Faktisk antal personer", True),
        ("Forskel (antal)", False),
        ("Forskel mellem faktisk og forventet antal", False),
        ("Afvigelse fra forventet, personer", False),
        ("Difference: faktisk minus forventet", False),
    ],
)
def test_a_heading_of_two_columns_is_ambiguous(
    make_table: MakeTable, heading: str, doubted: bool
) -> None:
    names = ["Odense", "Vejle", "Varde", "Køge"]
    rows = [[name, f"{n}10", f"{n}3"] for n, name in enumerate(names, 1)]
    table = make_table([["Kommune", "Forventet antal", heading], *rows])
    expected, difference = read_columns(table, "", damaged=False).values
    assert difference.measure == "difference"
    assert ("heading:ambiguous" in difference.doubts) == doubted
    assert not expected.doubts


@pytest.mark.parametrize(
    ("heading", "cells", "measure"),
    [
        ("Placering 2024", ["Følges", "", "Ny", ""], None),
        ("Placering Dialog", ["", "", "Følges tæt", ""], None),
        ("Resultatmål Bemærkning", ["Ny", "", "", "Følges"], None),
        ("Samtaler, pct. Fase", ["Følges", "Ny", "Ny", ""], None),
        ("Faktisk antal", ["Udgår", "Udgår", "Ny", "Ny"], None),
        ("Placering 2024", ["4", "", "i.a.", "97"], "placering"),
        ("Placering 2024", ["-", "..", "i.a.", "-"], "placering"),
        ("Resultatmål", ["Opfyldt", "", "Ikke opfyldt", ""], "resultatmaal"),
        ("Resultatmål", ["Grøn", "Rød", "Grøn", "Grøn"], "resultatmaal"),  # for a person to read
    ],
)
def test_a_column_of_remarks_measures_nothing(
    make_table: MakeTable, heading: str, cells: list[str], measure: str | None
) -> None:
    names = ["Odense", "Vejle", "Varde", "Køge"]
    rows = [[name, cell, "12,5"] for name, cell in zip(names, cells, strict=True)]
    table = make_table([["Kommune", heading, "Tilbud, pct."], *rows])
    found = {
        column.place: column.measure for column in read_columns(table, "", damaged=False).values
    }
    assert found.pop(2) == "tilbud"
    assert found.get(1) == measure


def test_shares_among_statuses_are_of_another_table(make_table: MakeTable) -> None:
    """Two tables read as one: the second's statuses stood under a share of the first."""
    rows = [["Kommune", "Fokusmål (samtaler)"], ["Assens", "77,5%"], ["Billund", "81,0%"]]
    rows += [[name, "Opfyldt"] for name in ("Egedal", "Fanø", "Faxe", "Greve", "Odder", "Vejle")]
    [mixed] = read_columns(make_table(rows), "", damaged=False).values
    assert (mixed.statuses, MIXED in mixed.doubts) == (True, True)
    [plain] = read_columns(make_table([rows[0], *rows[2:]]), "", damaged=False).values
    assert MIXED not in plain.doubts


@pytest.mark.parametrize(
    ("head", "cells", "doubted"),
    [
        ("forventet pct.point", ["+0,3", "-0,2", "1,0"], True),  # of "Faktisk minus forventet"
        ("Forventet", ["+0,3", "-0,2", "1,0"], True),
        ("Faktisk", ["12", "-40", "7"], True),
        ("Forventet, pct.", ["10,3", "9,2", "11,0"], False),
        ("Forskel", ["+0,3", "-0,2", "1,0"], False),
    ],
)
def test_a_level_with_signs_is_no_level(
    head: str, cells: list[str], doubted: bool, make_table: MakeTable
) -> None:
    rows = [[name, cell] for name, cell in zip(("Odense", "Vejle", "Assens"), cells, strict=True)]
    [column] = read_columns(make_table([["Kommune", head], *rows]), "", damaged=False).values
    assert ("heading:ambiguous" in column.doubts) is doubted


@pytest.mark.parametrize(
    ("heading", "cells", "doubted"),
    [
        ("Tilbud", ["v", "x", "1", "", "1", "", "v", "", "4"], True),
        ("Tilbud", ["28,1", "30,2", "x", "31,0", "29,9", "", "27,5", "33,1", "30,0"], False),
        ("Tilbud", ["28,1", "-", "-", "31,0", "-", "-", "-", "-", "30,0"], False),
        ("Potentiale, mio. kr.", ["2,1", "", "", "", "", "", "", "", "3,0"], False),
    ],
)
def test_the_few_figures_of_a_picture_of_ticks_are_not_believed(
    make_table: MakeTable, heading: str, cells: list[str], doubted: bool
) -> None:
    """``1 pct.`` was made of a tick."""
    names = ("Assens", "Billund", "Egedal", "Fanø", "Faxe", "Greve", "Odder", "Vejle", "Vejen")
    rows = [[name, cell] for name, cell in zip(names, cells, strict=True)]
    table = make_table([["Kommune", heading], *rows])
    for source, found in ((Source.OCR, doubted), (Source.TEXT, False)):
        columns = read_columns(replace(table, source=source), "", damaged=False).values
        assert any(UNREAD in column.doubts for column in columns) == found


@pytest.mark.parametrize(
    ("heading", "doubted"),
    [
        ("Opfylder resultatmål (samtaler)", True),
        ("Resultatmal tilbud", True),
        ("Opfylder resultatmål", False),
        ("Resultat- og fokusmål: samtaler", False),
    ],
)
def test_a_heading_on_paper_that_took_a_word_of_the_next_is_not_believed(
    make_table: MakeTable, heading: str, doubted: bool
) -> None:
    rows = [[name, "Lever ikke op til", "7,9"] for name in ("Assens", "Billund", "Egedal", "Fanø")]
    table = make_table([["Kommune", heading, "Fokusmål"], *rows])
    for source, found in ((Source.OCR, doubted), (Source.TEXT, False)):
        column = read_columns(replace(table, source=source), "", damaged=False).values[0]
        assert ("heading:ambiguous" in column.doubts) == found


@pytest.mark.parametrize(
    ("head", "numbers", "measure"),
    [
        ("Nr.", ["1", "87", "2", "98"], "placering"),
        ("De bedste Nr.", ["12.", "3.", "40.", "7."], "placering"),
        ("Nr.", ["1", "2", "3", "4"], "anden:Nr."),  # of the rows
        ("Nr.", ["7", "12", "40", "41"], "anden:Nr."),  # of a longer list, in its order
        ("Nr.", ["101", "147", "151", "153"], "anden:Nr."),  # of the municipalities
        ("Nr.", ["7", "7", "7", "9"], "anden:Nr."),
        ("Sagsnr.", ["7", "3", "9", "12"], "anden:Sagsnr."),
    ],
)
def test_numbers_that_do_not_count_the_rows_are_ranks(
    head: str, numbers: list[str], measure: str, make_table: MakeTable
) -> None:
    names = ["Køge", "Odense", "Varde", "Vejle"]
    rows = [[number, name, "7,5"] for number, name in zip(numbers, names, strict=True)]
    table = make_table([[head, "Kommune", "Samtaler, pct."], *rows])
    found = {
        column.place: column.measure for column in read_columns(table, "", damaged=False).values
    }
    assert found[0] == measure


def test_a_list_in_the_order_of_its_ranks(make_table: MakeTable) -> None:
    names = ["Vejle", "Odense", "Varde", "Køge"]
    rows = [
        [number, name, "7,5"] for number, name in zip(("1", "2", "97", "98"), names, strict=True)
    ]
    table = make_table([["Nr.", "Kommune", "Samtaler, pct."], *rows])
    assert read_columns(table, "", damaged=False).values[0].measure == "placering"


def test_a_column_without_any_heading_is_doubted(make_table: MakeTable) -> None:
    rows = [["Odense", "7,5", "3"], ["Vejle", "8,5", "4"]]
    heads = ["Kommune", "", "Borgere"]
    bare, headed = read_columns(make_table([heads, *rows]), "", damaged=False).values
    assert (bare.measure, headed.measure) == ("anden:kolonne 2", "anden:Borgere")
    assert ("heading:unknown" in bare.doubts, "heading:unknown" in headed.doubts) == (True, False)
