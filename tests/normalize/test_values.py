"""Tables → values, through all the steps between."""

from pathlib import Path

import pytest

import extract
from extract.model import Source
from normalize import notes
from normalize.model import Fulfilled, Group, Measure, Status, Unit
from tests.normalize.conftest import MakeDocument, MakeTable, read_values, short

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
HEADS = ["Kommune", "Resultatmål", "Samtaler", "Tilbud"]


def test_each_cell_that_carries_a_measure_is_one_value(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    table = make_table(
        [HEADS, ["Odense", "Opfyldt", "7,7 %", "35,3 %"], ["Vejle", "Ikke opfyldt", "5,0 %", "-"]],
        caption="Tabel 4. Målene i 2024",
        number=4,
        colours={(1, 3): "#c00000", (2, 1): "#1f3864"},
    )
    values = read_values(make_document("Notat for 2024", tables=[table]))
    assert [short(value) for value in values] == [
        ("Odense", "resultatmaal", Fulfilled.OPFYLDT),
        ("Odense", "samtaler", 7.7),
        ("Odense", "tilbud", 35.3),
        ("Vejle", "resultatmaal", Fulfilled.IKKE_OPFYLDT),
        ("Vejle", "samtaler", 5.0),
        ("Vejle", "tilbud", None),
    ]
    assert {str(value.period) for value in values} == {"2024"}
    assert {value.table for value in values} == {4}
    assert [(value.row, value.column) for value in values[:4]] == [(1, 2), (1, 3), (1, 4), (2, 2)]
    assert [value.marked for value in values] == [None, None, "red", None, None, None]
    assert {value.status for value in values} == {Status.OK}
    assert values[0].unit is Unit.STATUS
    assert values[2].unit is Unit.PCT
    assert values[-1].reason == ("missing:dash",)


def test_nothing_is_dropped_and_nothing_forced(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    table = make_table(
        [
            HEADS,
            ["Odense", "Opfyldt", "7,7", "35,3"],
            ["?!", "Opfyldt", "4,1", "12,5"],
            ["Vejle", "Opfyldt", "x7", "104,2"],
            ["Hele landet", "", "8,8", "28,1"],
        ]
    )
    values = read_values(make_document("Notat for 2024", tables=[table]))
    by_row = {row: [value for value in values if value.row == row] for row in (2, 3, 4)}
    assert all(v.municipality is None and v.status is Status.REVIEW for v in by_row[2])
    assert [value.status for value in by_row[3]] == [Status.OK, Status.REVIEW, Status.REVIEW]
    assert "range" in by_row[3][2].reason
    assert [short(value) for value in by_row[4]] == [("", "samtaler", 8.8), ("", "tilbud", 28.1)]


def test_period_and_group_come_from_the_nearest_place(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    table = make_table(
        [
            ["Kommune", "A-dagpenge", "", "Samtaler (2022)", "Ledige i alt"],
            ["", "Faktisk", "Forventet", "", ""],
            ["Odense", "2.320", "2.380", "7,7", "12"],
        ],
        headings=2,
        caption="Tal for 2. halvår 2020 - 1. halvår 2021",
    )
    values = read_values(make_document("Notat for 2024", tables=[table]))
    assert [value.measure for value in values] == [
        "faktisk",
        "forventet",
        "samtaler",
        "anden:Ledige i alt",
    ]
    assert values[0].group is Group.A_DAGPENGE
    assert values[0].unit is Unit.PERSONS
    assert [str(v.period) for v in values[1:3]] == ["2020-07/2021-06", "2022"]


def test_polarity_follows_the_figures_or_the_text(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [["Kommune", "Samtaler"], ["Odense", "94,3"], ["Vejle", "88,1"]]
    got = read_values(make_document("Notat for 2024", tables=[make_table(rows)]))
    assert {value.measure for value in got} == {Measure.SAMTALER_MODTAGET.value}
    open_ = [["Kommune", "Tilbud"], ["Odense", "48,3"], ["Vejle", "52,1"]]
    text = "Andelen, som har modtaget mindst ét tilbud, står i tabellen."
    [first, _] = read_values(make_document(text, tables=[make_table(open_)]))
    assert first.measure == "tilbud_modtaget"
    only_missers = [["Kommune", "Tilbud"], ["Odense", "43,3"], ["Vejle", "38,1"]]
    text = "Kravet er, at borgeren har modtaget mindst ét tilbud."
    [first, _] = read_values(make_document(text, tables=[make_table(only_missers)]))
    assert first.measure == "tilbud"
    text = "Andelen, som ikke har modtaget et tilbud, står i tabellen."
    [first, _] = read_values(make_document(text, tables=[make_table(open_)]))
    assert first.measure == "tilbud"


def test_a_scanned_cell_needs_two_readers(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    heads = [(text, text) for text in HEADS]
    rows = [
        heads,
        [("Odense", "Odense"), ("Opfyldt", "Opfyldt"), ("7,7%", "7,7%"), ("35,3%", "35,8%")],
        [("Vejle", "Vejle"), ("Opfyldt", "Ikke opfyldt"), ("91%", "9,1%"), ("30,1%",)],
        [("Varde", "Varde"), ("Opfyldt", "Opfyldt"), ("8,1%", "8,1%"), ("28,7%", "28,7%")],
        [("Vejen", "Vejen"), ("Opfyldt", "Opfyldt"), ("8,4%", "8,4%"), ("25,7%", "25,7%")],
    ]
    document = make_document("Notat for 2024", tables=[make_table(rows, source=Source.OCR)])
    values = read_values(document)
    statuses = [value.status for value in values]
    assert statuses[:3] == [Status.OK, Status.OK, Status.REVIEW]
    assert statuses[3:6] == [Status.REVIEW, Status.REPAIRED, Status.REVIEW]
    assert set(statuses[6:]) == {Status.OK}
    assert values[4].number == 9.1
    assert "readers:disagree" in values[2].reason
    assert "readers:single" in values[5].reason


def test_whole_per_cents_of_a_dump_are_not_believed(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    prose = "Tabellen viser kommunernes maling og hvor meget de naede i det forlobne ar. " * 5
    rows = [["Kommune", "Samtaler"], ["Odense", "77%"], ["Vejle", "50%"], ["Varde", "81%"]]
    dump = read_values(make_document(prose, tables=[make_table(rows)]))
    assert {value.status for value in dump} == {Status.REVIEW}
    clean = read_values(
        make_document("Målene er nået på alle områder i 2024. " * 9, tables=[make_table(rows)])
    )
    assert {value.status for value in clean} == {Status.OK}


def test_two_columns_alike_are_believed_neither(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [["Kommune", "Samtaler", "Samtaler"], ["Odense", "7,7", "8,1"], ["Vejle", "5,0", "4,9"]]
    values = read_values(make_document("Notat for 2024", tables=[make_table(rows)]))
    assert {value.status for value in values} == {Status.REVIEW}
    assert values[0].reason == ("heading:ambiguous",)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared documents are not here")
@pytest.mark.parametrize(
    ("start", "tables", "repaired"),
    [
        (
            "000",
            {1: 51},
            {"Allerød", "Brøndby", "Brønderslev", "Dragør", "Fanø"},
        ),
        ("001", {1: 51, 2: 12, 3: 294}, set()),
    ],
)
def test_published_tables(start: str, tables: dict[int, int], repaired: set[str]) -> None:
    note = notes.note(extract.read(next(SEEDS.glob(f"{start}*"))))
    counted = {number: sum(v.table == number for v in note.values) for number in tables}
    assert counted == tables
    assert len(note.values) == sum(tables.values())
    assert all(value.status is not Status.REVIEW for value in note.values)
    found = {v.municipality.name for v in note.values if v.reason and v.municipality}
    assert found == repaired


@pytest.mark.parametrize(
    ("source", "status"), [(Source.OCR, Status.REVIEW), (Source.TEXT, Status.OK)]
)
def test_a_picture_s_status_cell_where_nothing_was_read_is_not_empty_for_certain(
    make_table: MakeTable, make_document: MakeDocument, source: Source, status: Status
) -> None:
    rows = [HEADS[:2], *([name, "Opfyldt"] for name in ("Odense", "Vejle", "Varde")), ["Ærø", ""]]
    cells = [[tuple([text] * 2) for text in row] for row in rows]
    values = read_values(make_document("Notat for 2024", tables=[make_table(cells, source=source)]))
    assert [value.status for value in values if value.fulfilled is None] == [status]


def test_a_cell_left_empty_beside_a_torn_status_is_not_believed_to_be_empty(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [
        ["Kommune", "Resultatmål", "Samtaler"],
        ["Esbjerg", "Opfylder", "13,0"],
        ["Fanø", "Opfylder Opfylder ikke", "1,7"],
        ["Favrskov", "", "15,6"],
        ["Faxe", "Opfylder", "8,3"],
        ["Greve", "Opfylder", "18,5"],
    ]
    values = read_values(make_document("Notat for 2024", tables=[make_table(rows)]))
    status = {v.municipality.name: v.status for v in values[::2] if v.municipality}
    assert status["Favrskov"] is Status.REVIEW
    assert status["Greve"] is Status.OK
