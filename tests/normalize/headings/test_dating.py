"""When a column was measured, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Role, Source
from normalize import notes
from normalize.headings.columns import read_columns
from normalize.headings.dating import AHEAD, BESIDE, BROKEN, SEVERAL, UNSTATED, when
from normalize.model import Header, Period
from tests.normalize.conftest import MakeDocument, MakeTable

YEAR = {year: Period.of_year(year) for year in (2022, 2023, 2024)}


@pytest.mark.parametrize(
    ("heads", "caption", "note", "text", "found"),
    [
        (["Samtaler"], "", Header(period=YEAR[2023]), "", [("2023",)]),
        (["Samtaler"], "", Header(period=YEAR[2022], open_period=True), "", [("2022", SEVERAL)]),
        (
            ["Samtaler"],
            "Målt i 2023",
            Header(period=YEAR[2022], open_period=True),
            "",
            [("2023",)],
        ),
        (
            ["Samtaler"],
            "Kommuner, der i 2023 kommer under tilsyn",
            Header(period=YEAR[2022], rests_on=YEAR[2022]),
            "",
            [("2023", SEVERAL)],
        ),
        (["Samtaler"], "Nye i 2025", Header(period=YEAR[2024]), "", [("2024",)]),
        (["Samtaler"], "Udgået i april 2025", Header(period=YEAR[2024]), "", [("2024",)]),
        (["Samtaler"], "Nye i 2025", Header(period=YEAR[2022]), "", [("2022", SEVERAL)]),
        (["Samtaler"], "Nye i 2025 efter tal for 2023", Header(), "", [("2023",)]),
        (["Samtaler"], "", Header(), "I 2023 faldt andelen.", [("None", UNSTATED)]),
        (["Samtaler"], "", Header(), "Andelen faldt.", [("None", UNSTATED)]),
        (
            ["Tilbud", "Samtaler 2023"],
            "",
            Header(period=YEAR[2022]),
            "",
            [("2022", BESIDE), ("2023",)],
        ),
        (["Tilbud", "Samtaler 2022"], "", Header(period=YEAR[2022]), "", [("2022",), ("2022",)]),
        (["Samtaler 2024"], "", Header("", "2024-05-02"), "", [("2024", AHEAD)]),
        (["Forventet 2024"], "", Header("", "2024-05-02"), "", [("2024",)]),
        (["Samtaler 2024"], "", Header("", "2014-05-02"), "", [("2024",)]),  # a date misread
        (["Samtaler juni 2023"], "", Header(period=YEAR[2022]), "", [("2022",)]),
        (["Tilbud, 2022 –"], "", Header(), "", [("2022", BROKEN)]),
    ],
)
def test_a_column_is_dated_by_the_nearest_that_says_when(
    heads: list[str],
    caption: str,
    note: Header,
    text: str,
    found: list[tuple[str, ...]],
    make_table: MakeTable,
) -> None:
    rows = [["Odense", "7,7", "8,1"], ["Vejle", "5,0", "6,2"], ["Assens", "6,1", "7,2"]]
    cut = [row[: 1 + len(heads)] for row in rows]
    table = make_table([["Kommune", *heads], *cut], caption=caption)
    columns = read_columns(table, text, damaged=False).values
    dates = [when(column, columns, table, note) for column in columns]
    assert [(str(date.period), *date.doubts) for date in dates] == found


def test_a_scanned_year_beside_spans_may_be_the_rest_of_one(make_table: MakeTable) -> None:
    heads = ["Kommune", "Samtaler juli 2020 - juni 2021", "Tilbud 2021"]
    table = make_table([heads, ["Odense", "7,7", "8,1"], ["Vejle", "5,0", "6,2"]])
    for source, doubts in ((Source.TEXT, ()), (Source.OCR, (BROKEN,))):
        scan = replace(table, source=source)
        columns = read_columns(scan, "", damaged=False).values
        assert when(columns[1], columns, scan, Header()).doubts == doubts


@pytest.mark.parametrize(
    ("paragraphs", "period", "is_open"),
    [
        (["Skærpet tilsyn i 2024", "Dato: 8. april 2024", "Tallene er fra 2023."], "2023", False),
        (["Kommunerne under tilsyn 2024", "Udpegningen hviler på tal for 2023."], "2023", True),
        (["Tilsyn fra 2024", "Dato: 8. april 2024", "Den hviler på tal for 2022."], "2022", True),
        (["Kommunernes indsats i 2023", "Udpegningen bygger på tal for 2023."], "2023", False),
        (["Fokusmål i 2022 og 2023", "Her er tallene."], "2022", True),
    ],
)
def test_a_title_may_say_when_one_decided(
    paragraphs: list[str],
    period: str,
    is_open: bool,
    make_document: MakeDocument,
    make_table: MakeTable,
) -> None:
    caption = "Tabel 1. Kommuner i 2023" if "Dato" in paragraphs[1] else ""
    table = make_table([["Kommune", "Samtaler"], ["Odense", "35,3"]], caption=caption)
    title, *rest = paragraphs
    document = make_document((Role.HEADING, title), *rest, tables=[table])
    header = notes.note(document).header
    assert (str(header.period), header.open_period) == (period, is_open)
