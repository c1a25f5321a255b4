"""What the caption says of a column, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Reading, Source
from normalize.grids.tidy import tidy
from normalize.headings.columns import read_columns
from normalize.headings.row import column_headings
from normalize.model import Group, Measure
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


@pytest.mark.parametrize(
    ("periods", "more"),
    [
        (["2022", "2023"], 1),
        (["Juli 2020 - juni 2021", "Juli 2021 - juni 2022"], 1),
        (["2.022", "2.023"], 0),
    ],
)
def test_a_row_of_periods_is_a_heading(
    periods: list[str], more: int, make_table: MakeTable
) -> None:
    """Taken for figures, it left the columns of 2023 to the year of the note."""
    heads = ["", "Under fire samtaler", ""]
    table = make_table([heads, ["Kommune", *periods], ["Odense", "7,7", "8,1"]])
    assert tidy(table).heading_rows == table.heading_rows + more


@pytest.mark.parametrize("heads", [["Kommune", "Samtaler"], ["Kommune", "Samtaler 2023"]])
def test_a_scanned_caption_of_two_years_dates_no_column(
    heads: list[str], make_table: MakeTable
) -> None:
    rows = [["Odense", "7,7"], ["Vejle", "5,0"], ["Assens", "6,1"]]
    table = make_table([heads, *rows], caption="Tabel 1. Fokusmål i 2022 og 2023")
    scanned = replace(table, source=Source.OCR)
    [column] = read_columns(scanned, "", damaged=False).values
    assert ("period:several" in column.doubts) == (heads[1] == "Samtaler")


def test_words_parted_between_the_years_below_them_are_whole(make_table: MakeTable) -> None:
    heads = [
        "Kommune",
        "Under fire samtaler, 2022",
        "andel 2023",
        "Uden aktivt 2022",
        "tilbud 2023",
    ]
    table = make_table([heads, ["Odense", "7,7", "8,1", "30,2", "31,1"]])
    found = [(one.measure, str(one.period)) for one in column_headings(table)[1:]]
    assert found == [
        (Measure.SAMTALER, "2022"),
        (Measure.SAMTALER, "2023"),
        (Measure.TILBUD, "2022"),
        (Measure.TILBUD, "2023"),
    ]


def test_a_heading_broken_beside_a_ruling_is_read_without_it(make_table: MakeTable) -> None:
    """``Resultatmål`` lost its end to the next line and got the stroke beside it."""
    broken = "Resultatm I ål opfyldt?"
    table = make_table([["Kommune", broken, "Tilbud"], ["Odense", "Ja", "8,1"]])
    read = (Reading("rapid", broken, 0.5), Reading("tesseract", broken.replace("I", "|"), 0.9))
    cell = replace(table.rows[0][1], readings=read)
    scanned = replace(table, rows=((table.rows[0][0], cell, table.rows[0][2]), table.rows[1]))
    assert column_headings(scanned)[1].measure is Measure.RESULTATMAAL


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("Resultatmål Samtaler", ["Resultatmål", "Samtaler"]),
        ("Faktisk minus forventet", ["Faktisk minus forventet", ""]),
        ("Antal samtaler", ["Antal samtaler", ""]),
    ],
)
def test_two_headings_run_together_are_parted(
    heading: str, parts: list[str], make_table: MakeTable
) -> None:
    rows = [["Odense", "7,7", "8,1", "9,0"], ["Vejle", "5,0", "6,2", "9,1"]]
    table = make_table([["Kommune", heading, "", "Tilbud"], *rows])
    scanned = tidy(replace(table, source=Source.OCR))
    assert [cell.text for cell in scanned.rows[0][1:3]] == parts
    assert tidy(table).rows[0][1].text == heading


def test_a_month_cut_off_its_span_goes_home(make_table: MakeTable) -> None:
    heads = [
        ["Kommune", "Mindst fire samtaler Juli 2020 - Juli", "2021 -"],
        ["", "juni 2021", "juni 2022"],
    ]
    table = make_table([*heads, ["Odense", "87,7", "88,1"]], headings=2)
    found = [str(one.period) for one in column_headings(table)[1:]]
    assert found == ["2020-07/2021-06", "2021-07/2022-06"]


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        (["Faktisk", "Forventet 2023", "Forskel"], ["2023", "2023", "2023"]),
        (["Forventet 2022", "Faktisk 2023", "Forskel"], ["2022", "2023", "None"]),
        (["Faktisk", "Forventet", "Samtaler 2023"], ["None", "None", "2023"]),
    ],
)
def test_a_difference_is_of_the_time_of_both(
    heads: list[str], periods: list[str], make_table: MakeTable
) -> None:
    table = make_table([["Kommune", *heads], ["Odense", "7,7", "8,1", "0,4"]])
    assert [str(one.period) for one in column_headings(table)[1:]] == periods


@pytest.mark.parametrize(
    "periods",
    [
        ("juli 2020 – juni 2021", "juli 2021 – juni 2022"),
        ("2. halvår 2020 - 1. halvår 2021", "2. halvår 2021 - 1. halvår 2022"),
        ("1. kvartal 2021", "2. kvartal 2021"),
    ],
)
def test_words_over_the_first_of_several_periods_are_over_them_all(
    periods: tuple[str, str], make_table: MakeTable
) -> None:
    first, second = periods
    heads = [
        "Kommune",
        f"Mindst fire samtaler {first}",
        second,
        f"Mindst ét tilbud {first}",
        second,
    ]
    table = make_table([heads, ["Odense", "87,7", "88,1", "80,2", "81,1"]])
    found = [(one.measure, one.period) for one in column_headings(table)[1:]]
    assert [measure for measure, _ in found] == [
        *[Measure.SAMTALER_MODTAGET] * 2,
        *[Measure.TILBUD_MODTAGET] * 2,
    ]
    assert found[0][1] == found[2][1] != found[1][1] == found[3][1]


@pytest.mark.parametrize(
    ("heading", "columns"),
    [("", ["2", "3"]), ("Nr.", ["1", "2", "3"]), ("Placering", ["1", "2", "3"])],
)
def test_numbers_of_the_rows_measure_nothing(
    heading: str, columns: list[str], make_table: MakeTable
) -> None:
    rows = [["1.", "Odense", "7,7", "1"], ["2.", "Vejle", "5,0", "3"], ["3.", "Faxe", "6,1", "2"]]
    table = make_table([[heading, "Kommune", "Tilbud", "Placering"], *rows])
    found = read_columns(table, "", damaged=False).values
    names = {0: "1", 2: "2", 3: "3"}
    assert [names[column.place] for column in found] == columns


@pytest.mark.parametrize(
    ("over", "cell", "below", "periods"),
    [
        ("Under fire samtaler", "2023 2024", ("", ""), ("2023", "2024")),
        (
            "Samtaler",
            "under fire juli 2020 til juni juli 2021 til juni",
            ("2021", "2022"),
            ("2020-07/2021-06", "2021-07/2022-06"),
        ),
    ],
)
def test_periods_in_one_cell_are_dealt_out_to_its_columns(
    over: str,
    cell: str,
    below: tuple[str, str],
    periods: tuple[str, str],
    make_table: MakeTable,
) -> None:
    heads = [["Kommune", over, ""], ["", cell, ""], ["", *below]]
    table = make_table([*heads, ["Odense", "7,7", "8,1"]], headings=3)
    rows = [list(row) for row in table.rows]
    for row in rows[:2]:
        row[1], row[2] = replace(row[1], column_span=2), replace(row[2], covered=True)
    table = replace(table, rows=tuple(map(tuple, rows)))
    found = [(one.measure, str(one.period)) for one in column_headings(table)[1:]]
    assert found == [(Measure.SAMTALER, period) for period in periods]


@pytest.mark.parametrize(
    ("row", "more"),
    [
        (["Kommune", "Fakt.", "Forv."], 1),
        (["Kommuner", "Faktisk", "Forventet"], 1),
        (["Kommune", "7,7", "8,1"], 0),
        (["Kommune A", "Fakt.", "Forv."], 0),
    ],
)
def test_the_row_that_names_the_column_of_names_is_a_heading(
    row: list[str], more: int, make_table: MakeTable
) -> None:
    table = make_table([["", "I 2023", ""], row, ["Odense", "7,7", "8,1"], ["Vejle", "5", "6"]])
    assert tidy(table).heading_rows == table.heading_rows + more


@pytest.mark.parametrize(
    ("caption", "heads", "group"),
    [
        ("Sygedagpenge mv., 2022", ["Forventet", "Faktisk"], Group.SYGEDAGPENGE),
        ("Tabel 2. Antal på kontanthjælp", ["Forventet", "Faktisk"], Group.KONTANTHJAELP),
        ("Tabel 2. A-dagpenge og sygedagpenge", ["Forventet", "Faktisk"], Group.ALLE),
        ("Tabel 2. Alle ydelser, herunder kontanthjælp", ["Forventet", "Faktisk"], Group.ALLE),
    ],
)
def test_a_caption_names_the_group_of_its_table(
    caption: str, heads: list[str], group: Group, make_table: MakeTable
) -> None:
    """Three sheets of a workbook gave three figures for one municipality and one measure."""
    table = make_table([["Kommune", *heads], ["Odense", "7", "8"]], caption=caption)
    assert [heading.group for heading in column_headings(table)[1:]] == [group, group]


@pytest.mark.parametrize(
    ("heading", "figures", "doubted"),
    [
        ("Modtaget tilbud", ["28,0", "31,5", "22,1", "35,4", "29,9"], True),
        ("Uden tilbud", ["68,0", "71,5", "62,1", "75,4", "69,9"], True),
        ("Modtaget tilbud", ["68,0", "71,5", "62,1", "75,4", "69,9"], False),
    ],
)
def test_figures_speak_against_the_polarity_of_their_heading(
    heading: str, figures: list[str], doubted: bool, make_table: MakeTable
) -> None:
    names = ["Odense", "Vejle", "Assens", "Kolding", "Varde"]
    body = [[name, figure] for name, figure in zip(names, figures, strict=True)]
    [column] = read_columns(
        tidy(make_table([["Kommune", heading], *body])), "", damaged=False
    ).values
    assert column.heading.open_polarity is doubted


@pytest.mark.parametrize("text", ["Samtai er", "Fokus måi - samtai er", "Resu ltatmå1", "Fakt isk"])
def test_a_word_that_a_narrow_column_broke_is_whole_in_a_picture(
    make_table: MakeTable, text: str
) -> None:
    """Both readers saw ``Samtai er``, and nine figures were those of another thing for certain."""
    table = make_table([["Kommune", text], ["Odder", "9,1"]])
    head = replace(table.rows[0][1], readings=(Reading("rapid", text, 0.9),))
    scanned = replace(table, source=Source.OCR, rows=((table.rows[0][0], head), *table.rows[1:]))
    assert column_headings(scanned)[1].measure is not None
