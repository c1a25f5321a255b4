"""Measures down the rows: beside a name, under a name, under the name of a benefit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Table
from normalize.grids.sheets import read_sheet
from normalize.grids.stacked import dealt_out
from normalize.model import Header, Period, Value
from normalize.values import Setting, values
from tests.normalize.conftest import MakeDocument, MakeTable

HEADS = ["Kommune", "Nøgletal", "2022", "2023"]
ODENSE = [
    ["Odense", "Faktisk antal", "1.200", "1.100"],
    ["", "Forventet antal", "1.300", "1.250"],
    ["", "Uden tilbud, pct.", "12,5", "13,5"],
]
VEJLE = [
    ["Vejle", "Faktisk antal", "700", "710"],
    ["", "Forventet antal", "690", "705"],
    ["", "Uden tilbud, pct.", "31,5", "29,5"],
]


def _found(table: Table, make_document: MakeDocument) -> dict[tuple[str, str, str, str], Value]:
    """Values by name, measure, group and period."""
    setting = Setting(Header(period=Period.of_year(2022)))
    return {
        (v.municipality.name, v.measure, v.group.value, str(v.period)): v
        for v in values(make_document(tables=[table]), setting)
        if v.municipality
    }


def _merged(rows: list[list[str]], table: Table) -> Table:
    """The table with each name over all the rows that have none of their own."""
    body = list(table.rows)
    for index, row in enumerate(rows, 1):
        if not row[0]:
            body[index] = (replace(body[index][0], covered=True), *body[index][1:])
        else:
            body[index] = (replace(body[index][0], row_span=3), *body[index][1:])
    return replace(table, rows=tuple(body))


@pytest.mark.parametrize("form", ["merged", "empty", "repeated", "opened"])
def test_one_row_a_measure(form: str, make_table: MakeTable, make_document: MakeDocument) -> None:
    """The name over its rows, on the first of them, on each, or on a line above them."""
    rows = [*ODENSE, *VEJLE]
    if form == "repeated":
        rows = [
            [name, *row[1:]]
            for name, rows in (("Odense", ODENSE), ("Vejle", VEJLE))
            for row in rows
        ]
    if form == "opened":
        rows = [
            line
            for name, rows in (("Odense", ODENSE), ("Vejle", VEJLE))
            for line in ([name, "", ""], *(row[1:] for row in rows))
        ]
    table = make_table([HEADS[-len(rows[0]) :], *rows])
    found = _found(_merged(rows, table) if form == "merged" else table, make_document)
    assert len(found) == 12
    last = found["Vejle", "tilbud", "alle", "2023"]
    assert (last.number, last.status.value) == (29.5, "ok")
    assert (last.row, last.column) == ((8, 3) if form == "opened" else (6, 4))
    assert found["Odense", "forventet", "alle", "2022"].number == 1300


def test_names_in_the_wrong_rows_are_not_dealt_out(make_table: MakeTable) -> None:
    """A block of rows with two names, or one row short: whose figures are they?"""
    mixed = [*ODENSE, ["Vejle", *VEJLE[0][1:]], ["Varde", *VEJLE[1][1:]], VEJLE[2]]
    for rows in (mixed, [*ODENSE, *VEJLE[:2]]):
        table = make_table([HEADS, *rows])
        assert dealt_out(table) is table


def test_columns_of_measures_of_their_own_are_not_dealt_out(make_table: MakeTable) -> None:
    table = make_table([["Kommune", "Nøgletal", "Samtaler", "Tilbud"], *ODENSE, *VEJLE])
    assert dealt_out(table) is table
    assert not read_sheet(table, "", damaged=False).dealt


def test_benefits_that_open_the_rows_of_a_single_municipality(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [
        ["A-dagpenge", "", ""],
        ["Faktisk antal", "120", "110"],
        ["Forventet antal", "130", "125"],
        ["Sygedagpenge", "", ""],
        ["Faktisk antal", "70", "71"],
        ["Forventet antal", "69", "75"],
    ]
    table = make_table([["Ydelse", "2022", "2023"], *rows])
    setting = Setting(Header())
    found = {
        (v.measure, v.group.value, str(v.period)): (v.number, v.row, v.column)
        for v in values(make_document(tables=[table]), setting)
    }
    assert len(found) == 8
    assert found["forventet", "sygedagpenge", "2023"] == (75, 6, 3)
    assert found["faktisk", "a-dagpenge", "2022"] == (120, 2, 2)
