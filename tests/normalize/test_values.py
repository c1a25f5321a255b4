"""Tables → values, through all the steps between."""

from dataclasses import replace
from pathlib import Path

import pytest

import extract
from extract.model import Document, Role, Source
from normalize import notes
from normalize.model import Fulfilled, Group, Measure, Status, Unit, Value
from normalize.names.municipalities import municipalities
from tests.normalize.conftest import MakeDocument, MakeTable

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
HEADS = ["Kommune", "Resultatmål", "Samtaler", "Tilbud"]


def _values(document: Document) -> list[Value]:
    return list(notes.note(document).values)


def _short(value: Value) -> tuple[str, str, float | str | None]:
    name = value.municipality.name if value.municipality else ""
    return name, value.measure, value.fulfilled or value.number


def test_each_cell_that_carries_a_measure_is_one_value(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    table = make_table(
        [HEADS, ["Odense", "Opfyldt", "7,7 %", "35,3 %"], ["Vejle", "Ikke opfyldt", "5,0 %", "-"]],
        caption="Tabel 4. Målene i 2024",
        number=4,
        colours={(1, 3): "#c00000", (2, 1): "#1f3864"},
    )
    values = _values(make_document("Notat for 2024", tables=[table]))
    assert [_short(value) for value in values] == [
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
    values = _values(make_document("Notat for 2024", tables=[table]))
    by_row = {row: [value for value in values if value.row == row] for row in (2, 3, 4)}
    assert all(v.municipality is None and v.status is Status.REVIEW for v in by_row[2])
    assert [value.status for value in by_row[3]] == [Status.OK, Status.REVIEW, Status.REVIEW]
    assert "range" in by_row[3][2].reason
    assert [_short(value) for value in by_row[4]] == [("", "samtaler", 8.8), ("", "tilbud", 28.1)]


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
    values = _values(make_document("Notat for 2024", tables=[table]))
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
    got = _values(make_document("Notat for 2024", tables=[make_table(rows)]))
    assert {value.measure for value in got} == {Measure.SAMTALER_MODTAGET.value}
    open_ = [["Kommune", "Tilbud"], ["Odense", "48,3"], ["Vejle", "52,1"]]
    text = "Andelen, som har modtaget mindst ét tilbud, står i tabellen."
    assert _values(make_document(text, tables=[make_table(open_)]))[0].measure == "tilbud_modtaget"
    only_missers = [["Kommune", "Tilbud"], ["Odense", "43,3"], ["Vejle", "38,1"]]
    text = "Kravet er, at borgeren har modtaget mindst ét tilbud."
    assert _values(make_document(text, tables=[make_table(only_missers)]))[0].measure == "tilbud"
    text = "Andelen, som ikke har modtaget et tilbud, står i tabellen."
    assert _values(make_document(text, tables=[make_table(open_)]))[0].measure == "tilbud"


def test_a_turned_table_and_one_without_names(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    turned = make_table(
        [["", "Odense", "Vejle"], ["Samtaler", "7,7", "5,0"], ["Tilbud", "35,3", "30,1"]]
    )
    values = _values(make_document("Notat for 2024", tables=[turned]))
    assert [(_short(value), value.row, value.column) for value in values] == [
        (("Odense", "samtaler", 7.7), 1, 2),
        (("Vejle", "samtaler", 5.0), 1, 3),
        (("Odense", "tilbud", 35.3), 2, 2),
        (("Vejle", "tilbud", 30.1), 2, 3),
    ]
    own = make_table([["", "2022", "2023"], ["Samtaler", "7,7", "5,0"], ["Tilbud", "35,3", "30,1"]])
    values = _values(
        make_document((Role.HEADING, "Status på tilsynet i Odense Kommune"), tables=[own])
    )
    assert [(_short(value), str(value.period)) for value in values] == [
        (("Odense", "samtaler", 7.7), "2022"),
        (("Odense", "samtaler", 5.0), "2023"),
        (("Odense", "tilbud", 35.3), "2022"),
        (("Odense", "tilbud", 30.1), "2023"),
    ]
    assert {value.reason for value in values} == {("name:note",)}


@pytest.mark.parametrize(
    ("title", "source", "name", "status"),
    [
        ("Status på tilsynet i Odense Kommune", Source.TEXT, "Odense", Status.REPAIRED),
        ("Status på tilsynet i Odense Kommune", Source.OCR, "Odense", Status.REVIEW),
        ("Status på tilsynet", Source.TEXT, "", Status.OK),
    ],
)
def test_rows_without_names_beside_a_table_of_others(
    make_table: MakeTable,
    make_document: MakeDocument,
    title: str,
    source: Source,
    name: str,
    status: Status,
) -> None:
    others = make_table([["Kommune", "Samtaler"], ["Vejle", "5,0"], ["Varde", "6,0"]])
    own = make_table([["År", "Samtaler"], ["2023", "7,7"], ["2024", "7,1"]], source=source)
    prose = "I Odense får de fleste samtaler."
    values = _values(make_document((Role.HEADING, title), prose, tables=[others, own]))[2:]
    assert {value.municipality.name if value.municipality else "" for value in values} == {name}
    if source is Source.TEXT:
        assert {value.status for value in values} == {status}
    else:
        assert Status.REPAIRED not in {value.status for value in values}


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
    values = _values(document)
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
    dump = _values(make_document(prose, tables=[make_table(rows)]))
    assert {value.status for value in dump} == {Status.REVIEW}
    clean = _values(
        make_document("Målene er nået på alle områder i 2024. " * 9, tables=[make_table(rows)])
    )
    assert {value.status for value in clean} == {Status.OK}


def test_two_columns_alike_are_believed_neither(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [["Kommune", "Samtaler", "Samtaler"], ["Odense", "7,7", "8,1"], ["Vejle", "5,0", "4,9"]]
    values = _values(make_document("Notat for 2024", tables=[make_table(rows)]))
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


def test_every_municipality_is_found_in_a_table_of_all(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [["Kommune", "Samtaler"]]
    rows += [[m.name, f"{n % 19},{n % 10}"] for n, m in enumerate(municipalities())]
    values = _values(make_document("Notat for 2024", tables=[make_table(rows)]))
    assert [value.municipality for value in values] == list(municipalities())
    assert {value.status for value in values} == {Status.OK}


def test_a_status_beside_a_name_that_ran_into_it_is_doubted(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    """The name took the "Ikke" of the next cell with it, and the goal looks met."""
    names = [municipality.name for municipality in municipalities()]
    rows = [[name, "Ikke opfyldt", "9,1"] for name in names]
    rows[names.index("Egedal")] = ["EgedalIkke", "opfyldt", "7,7"]
    heads = ["Kommune", "Resultatmål", "Uden fire samtaler, pct."]
    values = _values(make_document("Notat for 2024", tables=[make_table([heads, *rows])]))
    found = {_short(value)[:2]: value.status for value in values}
    assert found["Egedal", "resultatmaal"] is Status.REVIEW
    assert found["Egedal", "samtaler"] is not Status.REVIEW
    assert found["Dragør", "resultatmaal"] is Status.OK


def test_a_cell_that_the_name_runs_over_is_for_a_person(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    heads = ["Kommune", "Samtaler, pct.", "Tilbud, pct."]
    rows = [heads, ["Odense", "7,7", "9,0"], ["Vejle", "", "8,0"], ["Region Nord", "", ""]]
    table = make_table(rows)
    covered = tuple(
        tuple(replace(cell, covered=row > 1 and cell.column > 0 and not cell.text) for cell in line)
        for row, line in enumerate(table.rows)
    )
    values = _values(make_document("Notat for 2024", tables=[replace(table, rows=covered)]))
    found = {_short(value): value.status for value in values}
    assert found["Vejle", "samtaler", None] is Status.REVIEW
    assert found["Vejle", "tilbud", 8.0] is Status.OK
    assert len(found) == 4  # none of the region, which runs over the whole row


@pytest.mark.parametrize(
    ("source", "status"), [(Source.OCR, Status.REVIEW), (Source.TEXT, Status.OK)]
)
def test_a_picture_s_status_cell_where_nothing_was_read_is_not_empty_for_certain(
    make_table: MakeTable, make_document: MakeDocument, source: Source, status: Status
) -> None:
    rows = [HEADS[:2], *([name, "Opfyldt"] for name in ("Odense", "Vejle", "Varde")), ["Ærø", ""]]
    cells = [[tuple([text] * 2) for text in row] for row in rows]
    values = _values(make_document("Notat for 2024", tables=[make_table(cells, source=source)]))
    assert [value.status for value in values if value.fulfilled is None] == [status]


def test_a_group_that_has_the_name_of_its_only_municipality_is_no_row_of_it(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    """Bornholm is a landsdel too: its empty row was handed over beside the full one."""
    rows = [["Fyn", "", ""], ["Odense", "77", "35"], ["Bornholm", "", ""], ["Bornholm", "14", "16"]]
    table = make_table([["Kommune", "Forventet", "Faktisk"], *rows], caption="Tabel 1. Tal i 2024")
    found = [_short(value) for value in _values(make_document("Notat for 2024", tables=[table]))]
    assert [one for one in found if one[0] == "Bornholm"] == [
        ("Bornholm", "forventet", 14.0),
        ("Bornholm", "faktisk", 16.0),
    ]


@pytest.mark.parametrize(
    ("caption", "source", "status", "reason"),
    [
        ("Tabel 1. Odsherred Kommune: antal", Source.OCR, Status.REPAIRED, ("name:caption",)),
        ("Tabel 1. Antal i Odsherred Kommune", Source.TEXT, Status.REPAIRED, ("name:caption",)),
        ("Tabel 1. Odsherred og Vejle", Source.OCR, Status.REVIEW, ("name:none",)),
        ("Tabel 1. Antal", Source.OCR, Status.REVIEW, ("name:none",)),
    ],
)
def test_a_table_of_years_is_of_the_municipality_in_its_caption(
    make_table: MakeTable,
    make_document: MakeDocument,
    caption: str,
    source: Source,
    status: Status,
    reason: tuple[str, ...],
) -> None:
    """Its figures were nobody's, though caption and prose said whose they are."""
    rows = [["\u00c5r", "Faktisk antal"], ["2022", "4.046"], ["2023", "4.017"]]
    table = replace(make_table(rows, caption=caption), source=source)
    values = _values(make_document("Notat om tallene for 2023.", tables=[table]))
    assert {value.reason[:1] for value in values} == {reason}
    assert all(value.municipality is not None for value in values) == (reason != ("name:none",))
    if source is Source.TEXT:
        assert {value.status for value in values} == {status}


def test_the_corner_of_a_table_names_whose_figures_they_are(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    """A year over a column is its period, whatever the note is about."""
    rows = [
        ["Odense Kommune", "2022", "2023", "Krav"],
        ["Færre end fire samtaler, pct.", "10,4", "8,3", "under 20"],
        ["Uden tilbud, pct.", "41,0", "38,0", "under 30"],
    ]
    prose = "I 2023 var det bedre i Vejle og Varde end i Køge."
    found = _values(make_document(prose, tables=[make_table(rows)]))
    told = [v for v in found if v.status is not Status.REVIEW]
    assert {(v.municipality.name, str(v.period)) for v in told if v.municipality} == {
        ("Odense", "2022"),
        ("Odense", "2023"),
    }
    assert len(told) == 4


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
    values = _values(make_document("Notat for 2024", tables=[make_table(rows)]))
    status = {v.municipality.name: v.status for v in values[::2] if v.municipality}
    assert status["Favrskov"] is Status.REVIEW
    assert status["Greve"] is Status.OK
