"""Columns whose heading was lost: a person is asked, nothing is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.model import Document, Kind, Source, Table
from normalize.grids.sheets import read_sheet
from normalize.headings.proposals import REASON, proposed
from normalize.model import Header, Status
from normalize.values import Setting, values
from tests.normalize.conftest import MakeTable

NAMES = ("Assens", "Billund", "Faxe", "Odense")
LOW, HIGH = ("7,3", "14,6", "13,3", "9,1"), ("24,2", "30,8", "31,6", "28,3")
PEOPLE = ("40.102", "26.608", "36.513", "205.978")
GOALS = ("Opfyldt", "Ikke opfyldt", "Opfyldt", "Opfyldt")
TALKS, OFFERS = "Færre end fire samtaler, pct.", "Uden tilbud, pct."

Scan = Callable[..., Table]


@pytest.fixture
def scan(make_table: MakeTable) -> Scan:
    """A scanned table of names and columns; two readers read the cells, one the headings."""

    def make(heads: list[str], *columns: tuple[str, ...]) -> Table:
        cells = [[(text, text) for text in row] for row in zip(NAMES, *columns, strict=True)]
        top = [["Kommune", *heads]] if heads else []
        return make_table([*top, *cells], headings=len(top), source=Source.OCR)

    return make


def measures(*tables: Table) -> list[list[str]]:
    sheets = proposed([read_sheet(table, "", damaged=False) for table in tables])
    return [
        [column.measure + "?" * (REASON in column.doubts) for column in sheet.columns.values]
        for sheet in sheets
    ]


@pytest.mark.parametrize(
    ("heads", "columns", "found"),
    [
        ([TALKS, "Fokuma"], (LOW, HIGH), ["samtaler", "tilbud?"]),
        (["Fod", OFFERS], (LOW, HIGH), ["samtaler?", "tilbud"]),
        # Inhabitants are no share, and a change says what it is.
        ([TALKS, "lndbyg"], (LOW, PEOPLE), ["samtaler", "anden:lndbyg"]),
        ([TALKS, "Udvikling"], (LOW, HIGH), ["samtaler", "anden:Udvikling"]),
        # Two lost columns may be either of two things.
        ([TALKS, "Fod", "Fokuma"], (LOW, HIGH, HIGH), ["samtaler", "anden:Fod", "anden:Fokuma"]),
        (
            ["Resultatmål", "Sal", "Tilbud"],
            (GOALS, GOALS, GOALS),
            ["resultatmaal", "samtaler?", "tilbud"],
        ),
        (
            ["Faktisk, pct.", "Fod", "Forskel, pct.point"],
            (LOW, HIGH, LOW),
            ["faktisk", "forventet?", "difference"],
        ),
    ],
)
def test_the_one_measure_that_is_left_is_proposed(
    heads: list[str], columns: tuple[tuple[str, ...], ...], found: list[str], scan: Scan
) -> None:
    assert measures(scan(heads, *columns)) == [found]


def test_a_table_of_the_same_form_lends_its_headings(scan: Scan) -> None:
    """The next page of a table, or its second block, that came out as a table of its own."""
    whole, bare = scan([TALKS, OFFERS, "Potentiale"], LOW, HIGH, HIGH), scan([], LOW, HIGH, HIGH)
    assert measures(whole, bare)[1] == ["samtaler?", "tilbud?", "potentiale?"]
    assert measures(bare, whole)[0] == ["samtaler?", "tilbud?", "potentiale?"]


def test_a_table_of_another_form_lends_nothing(scan: Scan) -> None:
    bare = scan([], LOW, PEOPLE)
    assert measures(scan([TALKS, OFFERS], LOW, HIGH), bare)[1] == measures(bare)[0]


def test_what_a_text_layer_says_is_not_replaced(scan: Scan) -> None:
    table = replace(scan([TALKS, "Fokuma"], LOW, HIGH), source=Source.TEXT)
    assert measures(table) == [["samtaler", "anden:Fokuma"]]


def test_every_cell_of_a_proposed_column_is_for_a_person(scan: Scan) -> None:
    table = scan([TALKS, "Fokuma"], LOW, HIGH)
    document = Document("notat.pdf", Kind.PDF, "0" * 64, (), (), (table,))
    found = [v for v in values(document, Setting(Header())) if v.measure == "tilbud"]
    assert [v.number for v in found] == [24.2, 30.8, 31.6, 28.3]
    assert all(v.status is Status.REVIEW and REASON in v.reason for v in found)
