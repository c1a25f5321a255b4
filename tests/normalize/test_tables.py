"""Tables put right before they are read: tidy, slipped rows, colours, sure headings."""

from dataclasses import replace

import pytest

from extract.model import Box, Cell, Source, Table
from normalize.figures.colour import is_red
from normalize.grids.alignment import raised, roomy, slipped, strayed, torn
from normalize.grids.tidy import tidy
from normalize.headings.columns import read_columns
from normalize.headings.row import column_headings, is_sure
from tests.normalize.conftest import MakeTable


def test_figures_beside_their_heading_move_under_it(make_table: MakeTable) -> None:
    table = make_table([["Kommune", "Samtaler", "", "Tilbud"], ["Odense", "", "7,7", "35,3"]])
    assert [cell.text for cell in tidy(table).body[0]] == ["Odense", "7,7", "", "35,3"]


def test_columns_that_are_filled_in_one_row_stay_apart(make_table: MakeTable) -> None:
    rows = [["Kommune", "Samtaler", ""], ["Odense", "7,7", "x"], ["Vejle", "5,0", ""]]
    assert tidy(make_table(rows)) == make_table(rows)


def test_the_rest_of_a_row_goes_back_to_it(make_table: MakeTable) -> None:
    rows = [
        ["Kommune", "Resultatmål", "Samtaler", "Tilbud"],
        ["Morsø", "Opfylder", "8,8", "15,6"],
        ["", "ikke", "", ""],
    ]
    assert [cell.text for cell in tidy(make_table(rows)).body[0]][1] == "Opfylder ikke"
    figures = [*rows[:2], ["", "", "7,7", ""]]
    assert tidy(make_table(figures)) == make_table(figures)


def test_a_heading_that_goes_on_below(make_table: MakeTable) -> None:
    rows = [["Kommune", "Mål", "Mål"], ["", "samtaler", "tilbud"], ["Odense", "7,7", "35,3"]]
    assert tidy(make_table(rows)).heading_rows == 2


def test_a_heading_over_a_block_of_columns_counts_for_all_of_it(make_table: MakeTable) -> None:
    row = ["Kommune", "2023 Samtaler", "Tilbud", "2024 Samtaler", "Tilbud"]
    headings = column_headings(make_table([row, ["Odense", "1", "2", "3", "4"]]))
    assert [str(heading.period) for heading in headings[1:]] == ["2023", "2023", "2024", "2024"]


@pytest.mark.parametrize(
    ("caption", "heading", "measure", "period"),
    [
        ("Tabel 1. Udvikling i andelen uden fire samtaler", "2023", "samtaler", "2023"),
        ("Tabel 1. Andel med mindst ét tilbud, 2024", "Andel (pct.)", "tilbud_modtaget", "2024"),
        ("Resultatmål", "Opfyldt", "resultatmaal", "None"),
        ("Andel uden samtaler, pct.", "Antal", None, "None"),
        ("Samtaler og tilbud", "2023", None, "2023"),
        ("Andel uden samtaler", "Sagsbehandlere 2023", None, "2023"),
    ],
)
def test_a_heading_of_a_year_alone_takes_the_measure_of_the_caption(
    make_table: MakeTable, caption: str, heading: str, measure: str | None, period: str
) -> None:
    table = replace(make_table([["Kommune", heading], ["Odense", "7,7"]]), caption=caption)
    found = column_headings(table)[1]
    assert (found.measure and found.measure.value, str(found.period)) == (measure, period)


def test_the_caption_heads_a_table_of_names_and_one_column_without_headings(
    make_table: MakeTable,
) -> None:
    rows = [["Odense", "7,7"], ["Vejle", "8,1"]]
    bare = replace(make_table(rows), caption="Andel uden fire samtaler, 2024", heading_rows=0)
    measure = column_headings(bare)[1].measure
    assert measure is not None and measure.value == "samtaler"
    wider = replace(make_table([[*row, "1"] for row in rows]), caption=bare.caption, heading_rows=0)
    assert column_headings(wider)[1].measure is None


def test_a_scanned_column_a_row_off_its_names_is_seen(make_table: MakeTable) -> None:
    names = ["Odense", "Vejle", "Varde", "Vejen", "Viborg", "Aalborg", "Aarhus"]
    straight = make_table([["Kommune", "Tilbud"], *([name, "7,7"] for name in names)])
    assert not slipped(straight, 0, 1)
    rows = [list(row) for row in straight.rows]
    for place in range(4, 7):  # the figures of the row below stand beside each name
        rows[place][1] = straight.rows[place + 1][1]
    off = type(straight)(1, tuple(tuple(row) for row in rows), 1)
    assert slipped(off, 0, 1) == {3, 4, 5}


def test_a_status_with_room_for_a_line_that_nobody_read_is_seen(make_table: MakeTable) -> None:
    rows = [["Kommune", "Resultatmål"], *([name, "Opfylder"] for name in "ABCDE")]
    table = make_table(rows, source=Source.OCR)
    assert not roomy(table, 1)
    grid = [list(row) for row in table.rows]
    box = grid[2][1].box or Box(0, 0, 0, 0)
    grid[2][1] = replace(grid[2][1], box=box._replace(bottom=box.bottom + 8))
    assert roomy(replace(table, rows=tuple(tuple(row) for row in grid)), 1) == {1}


def test_a_status_half_a_line_above_its_name_is_seen(make_table: MakeTable) -> None:
    rows = [["Kommune", "Resultatmål"], *([name, "Opfylder"] for name in "ABCDE")]
    table = make_table(rows)
    assert not raised(table, 0, 1)
    grid = [list(row) for row in table.rows]
    box = grid[4][1].box or Box(0, 0, 0, 0)
    grid[4][1] = replace(grid[4][1], box=box._replace(top=box.top - 5, bottom=box.bottom - 5))
    assert raised(replace(table, rows=tuple(tuple(row) for row in grid)), 0, 1) == {3}


def test_a_row_with_a_cell_under_another_column_or_two_in_one_is_seen(
    make_table: MakeTable,
) -> None:
    rows = [["Kommune", "Samtaler", "Tilbud"], *([name, "7,7", "35,3"] for name in "ABCDE")]
    table = make_table(rows)
    assert not strayed(table, [1, 2])
    grid = [list(row) for row in table.rows]
    grid[3][1], grid[3][2] = grid[3][2], grid[3][1]
    grid[5][1] = table.rows[5][2]
    moved = type(table)(1, tuple(tuple(row) for row in grid), 1)
    assert strayed(moved, [1, 2]) == {2, 4}
    merged = make_table([*rows, ["F", "Lever op til 14,4", "36,6"]])
    assert strayed(merged, [1, 2]) == {5}


@pytest.mark.parametrize(
    ("cells", "parted"),
    [
        (["Glostrup ikke", "opfyldt"], ["Glostrup", "ikke opfyldt"]),
        (["Glostrup Tkke", "opfyldt"], ["Glostrup", "Tkke opfyldt"]),
        (["Høje Taastrup", "Opfyldt"], ["Høje Taastrup", "Opfyldt"]),
        (["Guldborgsun d", "Opfyldt"], ["Guldborgsun d", "Opfyldt"]),
        (["Glostrup ikke", "7,7"], ["Glostrup ikke", "7,7"]),
    ],
)
def test_a_negation_in_the_cell_of_the_name_goes_to_its_status(
    make_table: MakeTable, cells: list[str], parted: list[str]
) -> None:
    table = tidy(make_table([["Kommune", "Resultatmål"], cells]))
    assert [cell.text for cell in table.body[0]] == parted


def test_a_scanned_heading_is_sure_where_two_readers_see_the_same(make_table: MakeTable) -> None:
    heads = [("Kommune", "Kommune"), ("Ledige i alt", "Ledige  i alt."), ("re", "Tilbnd")]
    table = make_table([heads, [("Odense", "Odense"), ("1", "1"), ("2", "2")]], source=Source.OCR)
    assert [is_sure(table, place) for place in (1, 2)] == [True, False]


@pytest.mark.parametrize(
    ("colour", "red"),
    [
        ("#ff0000", True),
        ("#c00000", True),
        ("#ee1c25", True),
        ("#b22222", True),
        ("#d9534f", True),
        ("#b0003a", True),  # crimson
        ("#c2185b", False),  # pink
        ("#000000", False),
        ("#3f1010", False),
        ("#ff8000", False),
        ("#0000ff", False),
        ("#808080", False),
        ("#f2c0c0", False),
        ("red", False),
        (None, False),
    ],
)
def test_red(colour: str | None, red: bool) -> None:
    assert is_red(colour) is red


def test_the_rows_beside_a_torn_status_are_doubted() -> None:
    said = ["Opfyldt", "Opfyldt", "Opfyldt Ikke", "", "opfyldt", "Opfyldt"]
    rows = tuple((Cell(i, 0, "x"), Cell(i, 1, text)) for i, text in enumerate(said))
    assert torn(Table(1, rows), 1) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("name", "status", "found"),
    [
        ("Vejle Kommune", "Opfyldt", ["Vejle Kommune", "Opfyldt"]),
        ("Vejle 1)", "Opfyldt", ["Vejle 1)", "Opfyldt"]),
        ("Vejle ikke", "opfyldt", ["Vejle", "ikke opfyldt"]),
        ("Vejle Kommune ikke", "opfyldt", ["Vejle Kommune", "ikke opfyldt"]),
    ],
)
def test_only_words_that_are_not_the_name_s_own_go_to_the_status(
    name: str, status: str, found: list[str], make_table: MakeTable
) -> None:
    table = make_table([["Kommune", "Resultatmål"], [name, status]])
    assert [cell.text for cell in tidy(table).body[0]] == found


def test_a_rank_before_the_names_of_a_block_is_of_that_block(make_table: MakeTable) -> None:
    """It stood beside the names of the block at its left, and was taken for theirs."""
    heads = ["Nr. 2023", "Kommune", "Faktisk", "Nr, 2023", "Kommune", "Faktisk"]
    rows = [["1", "Odense", "7,7", "3", "Vejle", "5,0"], ["2", "Varde", "6,1", "4", "Faxe", "4,2"]]
    columns = read_columns(make_table([heads, *rows]), "", damaged=False).values
    assert [column.names for column in columns] == [1, 1, 4, 4]


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        (["Nordfyns", "Nej", "15,7 %", ""], 1),
        (["Nordfyns", "", "15,7 %", "R9%"], 1),
        (["Nordfyns", "2021", "2022", "2023"], 2),  # the years of one municipality
        (["Kommune", "Status", "Andel", "Andel"], 2),
    ],
)
def test_a_row_that_stands_among_the_headings_is_one(
    make_table: MakeTable, row: list[str], heads: int
) -> None:
    table = make_table([["", "Resultatmål", "Samtaler", "Tilbud"], row, ["Odense", "Ja", "9", "8"]])
    assert tidy(replace(table, heading_rows=2)).heading_rows == heads
