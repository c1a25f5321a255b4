"""Whose the rows of a table are, through all the steps between."""

from dataclasses import replace

import pytest

from extract.model import Role, Source
from normalize.model import Status
from normalize.names.municipalities import municipalities
from tests.normalize.conftest import MakeDocument, MakeTable, read_values, short


def test_a_turned_table_and_one_without_names(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    turned = make_table(
        [["", "Odense", "Vejle"], ["Samtaler", "7,7", "5,0"], ["Tilbud", "35,3", "30,1"]]
    )
    values = read_values(make_document("Notat for 2024", tables=[turned]))
    assert [(short(value), value.row, value.column) for value in values] == [
        (("Odense", "samtaler", 7.7), 1, 2),
        (("Vejle", "samtaler", 5.0), 1, 3),
        (("Odense", "tilbud", 35.3), 2, 2),
        (("Vejle", "tilbud", 30.1), 2, 3),
    ]
    own = make_table([["", "2022", "2023"], ["Samtaler", "7,7", "5,0"], ["Tilbud", "35,3", "30,1"]])
    values = read_values(
        make_document((Role.HEADING, "Status på tilsynet i Odense Kommune"), tables=[own])
    )
    assert [(short(value), str(value.period)) for value in values] == [
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
    values = read_values(make_document((Role.HEADING, title), prose, tables=[others, own]))[2:]
    assert {value.municipality.name if value.municipality else "" for value in values} == {name}
    if source is Source.TEXT:
        assert {value.status for value in values} == {status}
    else:
        assert Status.REPAIRED not in {value.status for value in values}


def test_every_municipality_is_found_in_a_table_of_all(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [["Kommune", "Samtaler"]]
    rows += [[m.name, f"{n % 19},{n % 10}"] for n, m in enumerate(municipalities())]
    values = read_values(make_document("Notat for 2024", tables=[make_table(rows)]))
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
    values = read_values(make_document("Notat for 2024", tables=[make_table([heads, *rows])]))
    found = {short(value)[:2]: value.status for value in values}
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
    values = read_values(make_document("Notat for 2024", tables=[replace(table, rows=covered)]))
    found = {short(value): value.status for value in values}
    assert found["Vejle", "samtaler", None] is Status.REVIEW
    assert found["Vejle", "tilbud", 8.0] is Status.OK
    assert len(found) == 4  # none of the region, which runs over the whole row


def test_a_group_that_has_the_name_of_its_only_municipality_is_no_row_of_it(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    """Bornholm is a landsdel too: its empty row was handed over beside the full one."""
    rows = [["Fyn", "", ""], ["Odense", "77", "35"], ["Bornholm", "", ""], ["Bornholm", "14", "16"]]
    table = make_table([["Kommune", "Forventet", "Faktisk"], *rows], caption="Tabel 1. Tal i 2024")
    found = [short(value) for value in read_values(make_document("Notat for 2024", tables=[table]))]
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
    values = read_values(make_document("Notat om tallene for 2023.", tables=[table]))
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
    found = read_values(make_document(prose, tables=[make_table(rows)]))
    told = [v for v in found if v.status is not Status.REVIEW]
    assert {(v.municipality.name, str(v.period)) for v in told if v.municipality} == {
        ("Odense", "2022"),
        ("Odense", "2023"),
    }
    assert len(told) == 4


def test_a_caption_of_two_municipalities_is_not_for_the_one_of_the_note(
    make_table: MakeTable, make_document: MakeDocument
) -> None:
    """Its years, of nobody knows which of the two, were handed over as Odense's."""
    rows = [
        ["År", "Samtaler, pct.", "Tilbud, pct."],
        ["2022", "7,7", "35,3"],
        ["2023", "7,1", "30,1"],
    ]
    table = make_table(rows, caption="Tabel 2. Odense og Vejle side om side")
    title = (Role.HEADING, "Status på tilsynet i Odense Kommune")
    values = read_values(make_document(title, tables=[table]))
    assert {value.status for value in values} == {Status.REVIEW}
