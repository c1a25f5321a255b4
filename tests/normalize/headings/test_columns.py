"""Columns that are not believed for what their headings say."""

import pytest

from normalize.headings.columns import read_columns
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
