"""What the caption says of a column, and what it does not."""

from __future__ import annotations

import pytest

from normalize.headrow import column_headings
from normalize.model import Measure
from tests.normalize.conftest import MakeTable

CAPTION = "Tabel 1. Forventet ydelsesgrad i 2024"


@pytest.mark.parametrize(
    ("heads", "measure"),
    [
        (["Kommune", "2023"], Measure.FORVENTET),
        (["Kommune", "Andel i pct."], Measure.FORVENTET),
        # A bit of a ruling, read as a digit, took the ranks beside it for expected figures.
        (["Kommune", "1"], None),
        (["Kommune", "Forventet i pct.", "2024"], None),
    ],
)
def test_a_caption_names_the_measure_of_a_bare_heading(
    heads: list[str], measure: Measure | None, make_table: MakeTable
) -> None:
    rows = [["Odense", "7,7", "8,1"], ["Vejle", "5,0", "6,2"]]
    table = make_table([heads, *(row[: len(heads)] for row in rows)], caption=CAPTION)
    assert column_headings(table)[-1].measure is measure
