"""What a stamp leaves between two columns, and units set wide of their figures."""

from __future__ import annotations

import pytest

from extract.layout.grid import Grid, Slot, cell_text
from extract.layout.scraps import swept
from extract.model import Box, Word

ROWS = 30


def slot(row: int, column: int, text: str, confidence: float = 0.95, span: int = 1) -> Slot:
    box = Box(60.0 * column, 12.0 * row, 60.0 * column + 30, 12.0 * row + 9)
    return Slot(row, column, (Word(text, box, confidence=confidence),), column_span=span)


def grid(columns: int, *extra: Slot, skip: int = -1) -> Grid:
    """A name and figures in every row, ``skip`` left free for what is given besides."""
    slots = [
        slot(row, column, "Odense" if column == 0 else f"{row},{column}")
        for row in range(1, ROWS)
        for column in range(columns)
        if column != skip
    ]
    return Grid(ROWS, columns, (*slots, *extra), Box(0, 0, 60.0 * columns, 12.0 * ROWS))


@pytest.mark.parametrize(
    ("rows", "confidence", "columns"),
    [((7, 8), 0.3, 3), ((7, 8), 0.95, 4), (range(1, 9), 0.3, 4)],
)
def test_a_stamp_founds_no_column(rows: tuple[int, ...], confidence: float, columns: int) -> None:
    stamp = [slot(row, 2, "MODT", confidence) for row in rows]
    found = swept(grid(4, *stamp, skip=2))
    assert found.columns == columns
    if columns == 3:
        assert found.texts()[7] == ["Odense", "7,1 MODT", "7,3"]
        assert found.texts()[9] == ["Odense", "9,1", "9,3"]


def test_units_join_their_figures_and_headings_theirs() -> None:
    units = [slot(row, 2, "pct.") for row in range(1, ROWS)]
    heads = [slot(0, 0, "Kommune"), slot(0, 1, "Uden"), slot(0, 2, "tilbud")]
    found = swept(grid(4, *units, *heads, skip=2))
    assert found.texts()[:2] == [["Kommune", "Uden tilbud", ""], ["Odense", "1,1 pct.", "1,3"]]


def test_a_cell_over_both_columns_stays_whole() -> None:
    units = [slot(row, 2, "%") for row in range(1, ROWS)]
    found = swept(grid(4, *units, slot(0, 1, "Samtaler", span=3), skip=2))
    [head] = [one for one in found.slots if one.row == 0]
    assert (found.columns, head.column, head.column_span) == (3, 1, 2)
    assert cell_text(head.words) == "Samtaler"


def test_a_column_of_figures_stays() -> None:
    assert swept(grid(4)) == grid(4)
