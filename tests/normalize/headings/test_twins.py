"""Two blocks side by side: a heading that was lost over one stands over the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Reading, Source
from normalize.headings.columns import read_columns
from tests.normalize.conftest import MakeTable

ROWS = [
    ["Assens", "7,3", "24,2", "Odense", "9,1", "28,3"],
    ["Billund", "14,6", "30,8", "Vejle", "8,0", "25,6"],
    ["Faxe", "13,3", "31,6", "Aarhus", "3,4", "11,3"],
]
HEADS = ["Kommune", "Færre end fire samtaler", "Uden tilbud"]


@pytest.mark.parametrize(
    ("second", "source", "measures"),
    [
        (["Kommune", "Fod", "Uden tilbud"], Source.OCR, ["samtaler", "tilbud"] * 2),
        (["Kammune", "Færre end fire samtaler", ""], Source.OCR, ["samtaler", "tilbud"] * 2),
        # Nothing shows that the blocks are twins.
        (["Kommune", "Fod", "Fokuma"], Source.OCR, ["samtaler", "tilbud", "anden:Fod"]),
        (
            ["Kommune", "Fod", "Uden tilbud 2021"],
            Source.OCR,
            ["samtaler", "tilbud", "anden:Fod", "tilbud"],
        ),
        (
            ["Kommune", "Kontanthjælp", "Uden tilbud"],
            Source.OCR,
            ["samtaler", "tilbud", "anden:Kont"],
        ),
        # What a text layer says is what stands there.
        (
            ["Kommune", "Indbyggere", "Uden tilbud"],
            Source.TEXT,
            ["samtaler", "tilbud", "anden:Indbyggere", "tilbud"],
        ),
    ],
)
def test_a_lost_heading_is_lent(
    second: list[str], source: Source, measures: list[str], make_table: MakeTable
) -> None:
    table = replace(make_table([[*HEADS, *second], *ROWS]), source=source)
    columns = read_columns(table, "", damaged=False).values
    assert all(column.measure.startswith(m) for column, m in zip(columns, measures, strict=False))


def test_a_heading_that_two_readers_read_alike_is_not_lost(make_table: MakeTable) -> None:
    heads = [*HEADS, "Kommune", "Indbyggere", "Uden tilbud"]
    table = replace(make_table([heads, *ROWS]), source=Source.OCR)
    alike = (Reading("tesseract", heads[4], 0.9), Reading("rapid", heads[4], 0.9))
    top = tuple(replace(c, readings=alike if c.column == 4 else ()) for c in table.rows[0])
    columns = read_columns(replace(table, rows=(top, *table.rows[1:])), "", damaged=False).values
    assert columns[2].measure == "anden:Indbyggere"
