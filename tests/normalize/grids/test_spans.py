"""Names and the cells that reach over them."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from extract.model import Table
from normalize import notes
from normalize.model import Status
from tests.normalize.conftest import MakeDocument, MakeTable

HEADS = ["Landsdel", "Kommune", "Faktisk", "Forventet"]
FIRST = [["Fyn", "Assens", "70", "71"], ["", "Nyborg", "80", "81"], ["", "Solrød", "90", "91"]]


def _merged(table: Table, spans: Mapping[tuple[int, int], tuple[int, int]]) -> Table:
    """The table with cells (row, column) that reach over so many rows and columns."""
    rows = [list(row) for row in table.rows]
    for (row, column), (down, across) in spans.items():
        for r in range(row, row + down):
            for c in range(column, column + across):
                rows[r][c] = replace(rows[r][c], covered=True)
        anchor = table.rows[row][column]
        rows[row][column] = replace(anchor, row_span=down, column_span=across)
    return replace(table, rows=tuple(map(tuple, rows)))


@pytest.mark.parametrize(
    ("last", "span", "name"),
    [
        (["", "", "50", "51"], {(3, 1): (2, 1)}, "Solrød"),  # one name cell over two rows
        (["Bornholm", "", "50", "51"], {(4, 0): (1, 2)}, "Bornholm"),
        (["I alt", "", "50", "51"], {(4, 0): (1, 2)}, None),
        (["Hele landet", "", "50", "51"], {(4, 0): (1, 2)}, None),
        (["Sydsjælland", "", "50", "51"], {(4, 0): (1, 2)}, None),
        (["", "", "50", "51"], {(4, 0): (1, 2)}, None),
        (["", "", "50", "51"], {(1, 0): (4, 1)}, None),  # only the landsdel goes on
    ],
)
def test_a_name_goes_on_in_its_own_cell_alone(
    make_table: MakeTable,
    make_document: MakeDocument,
    last: list[str],
    span: dict[tuple[int, int], tuple[int, int]],
    name: str | None,
) -> None:
    table = _merged(make_table([HEADS, *FIRST, last], caption="Tabel 1. Tal for 2024"), span)
    values = notes.note(make_document("Notat", tables=[table])).values
    found = {v.municipality.name if v.municipality else None for v in values if v.row == 4}
    assert found == {name}


@pytest.mark.parametrize(
    ("last", "name"),
    [
        (["", "", "2023", "50"], "Solrød"),
        (["Hele landet", "", "2023", "50"], None),
        (["Lolland-Falster", "", "2023", "50"], None),
    ],
)
def test_no_name_goes_on_past_other_words(
    make_table: MakeTable, make_document: MakeDocument, last: list[str], name: str | None
) -> None:
    heads = ["Landsdel", "Kommune", "År", "Faktisk antal fuldtidspersoner"]
    rows = [["", n, "2022", "60"] for n in ("Assens", "Nyborg", "Køge", "Solrød")]
    table = make_table([heads, *rows, last])
    values = notes.note(make_document("Notat", tables=[table])).values
    (value,) = (one for one in values if one.row == len(rows) + 1)
    assert (value.municipality.name if value.municipality else None) == name
    assert name is None or value.status is Status.OK


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (["", "Køge", "", ""], Status.REVIEW),
        (["", "Køge", "", "51"], Status.OK),
        (["", "Køge", "-", ""], Status.OK),  # somebody wrote that there is none
    ],
)
def test_a_row_without_any_figure_is_for_a_person(
    make_table: MakeTable, make_document: MakeDocument, row: list[str], status: Status
) -> None:
    table = make_table([HEADS, *FIRST, row], caption="Tabel 1. Tal for 2024")
    values = notes.note(make_document("Notat", tables=[table])).values
    assert {value.status for value in values if value.row == 4} == {status}
