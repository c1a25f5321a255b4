"""Columns that are not believed for what their headings say."""

import pytest

from normalize.headings.columns import MIXED, read_columns
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
