"""What a stamp leaves between two columns, and units set wide of their figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.layout.grid import Grid, Slot, cell_text
from extract.layout.scraps import fitted, swept
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


HEADS = ("Kommune", "Resultat", "Samtaler", "Tilbud")


@pytest.mark.parametrize(
    ("over", "scraps", "row"),
    [
        ((0, 1, 3, 4), 2, ["Odense", "7,1 MODT", "7,3", "7,4"]),  # no heading: of what is before it
        ((0, 2, 3, 4), 1, ["Odense", "MODT 7,2", "7,3", "7,4"]),  # but of no name
        ((0, 1, 2, 4), 2, ["Odense", "7,1", "MODT 7,3", "7,4"]),  # the heading of what is after it
    ],
)
def test_a_stamp_that_reads_well_founds_no_column_either(
    over: tuple[int, ...], scraps: int, row: list[str]
) -> None:
    """Its column took a heading from its neighbour, and a page had no heading that fitted it."""
    heads = [slot(0, column, text) for column, text in zip(over, HEADS, strict=True)]
    stamp = [slot(row, scraps, "MODT") for row in (7, 8)]
    found = swept(replace(grid(5, *heads, *stamp, skip=scraps), heading_rows=1))
    assert found.texts()[0] == list(HEADS)
    assert found.texts()[7] == row


def test_remarks_under_a_heading_of_their_own_stay() -> None:
    heads = [slot(0, column, text) for column, text in enumerate(HEADS)]
    remarks = [slot(row, 2, "Ny") for row in (7, 8)]
    whole = replace(grid(4, *heads, *remarks, skip=2), heading_rows=1)
    assert swept(whole) == whole


@pytest.mark.parametrize(
    ("scraps", "row"),
    [
        (3, ["Odense", "7,1", "7,2 MODT"]),  # beside the figures that it stands next to
        (1, ["Odense", "MODT 7,2", "7,3"]),  # but no name
    ],
)
def test_a_part_without_headings_has_the_columns_of_the_part_before(
    scraps: int, row: list[str]
) -> None:
    """A speck beside one row of a page was a fifth column, and its rows were lost."""
    part = grid(4, slot(7, scraps, "MODT"), skip=scraps)
    places = [column for column in range(4) if column != scraps]
    upper = [(60.0 * column, 60.0 * column + 30) for column in places]
    assert fitted(part, upper).texts()[7] == row
    assert fitted(part, [*upper, (300.0, 330.0)]) == part


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
