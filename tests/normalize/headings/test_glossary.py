"""Abbreviations of headings, usual ones and those that the note says out."""

from __future__ import annotations

import pytest

from normalize.headings.glossary import in_full
from normalize.headings.heading import read_heading
from normalize.headings.row import column_headings
from normalize.model import Group, Measure, Unit
from tests.normalize.conftest import MakeTable


@pytest.mark.parametrize(
    ("parts", "measure", "group"),
    [
        (["Sygedagpenge", "Forv."], Measure.FORVENTET, Group.SYGEDAGPENGE),
        (["Kontanthj.", "Fakt"], Measure.FAKTISK, Group.KONTANTHJAELP),
        (["A-dagp.", "Diff. 1)"], Measure.DIFFERENCE, Group.A_DAGPENGE),
        (["2023", "Plac."], Measure.PLACERING, Group.ALLE),
        (["RM", "2023"], Measure.RESULTATMAAL, Group.ALLE),
        (["Res,"], Measure.RESULTATMAAL, Group.ALLE),
        (["Samt. (pct.)"], Measure.SAMTALER, Group.ALLE),
        (["Areal samt by"], None, Group.ALLE),
        (["Indb. i 1.000"], None, Group.ALLE),
    ],
)
def test_usual_abbreviations(parts: list[str], measure: Measure | None, group: Group) -> None:
    heading = read_heading(parts)
    assert (heading.measure, heading.group) == (measure, group)


def test_a_word_is_no_abbreviation() -> None:
    assert in_full("Tilbud samt samtaler, resten") == "Tilbud samt samtaler, resten"


@pytest.mark.parametrize(
    ("heads", "caption", "note", "measures"),
    [
        (
            ["Sam.", "Tlb."],
            "Tabel 2. Andel med under fire samtaler (Sam., pct.) og andel uden tilbud (Tlb., pct.)",
            "",
            [Measure.SAMTALER, Measure.TILBUD],
        ),
        (
            ["FM1", "FM2"],
            "Tabel 1. Fokusmål",
            "FM1 er andelen, der har fået mindst fire samtaler; FM2 = andel uden tilbud.",
            [Measure.SAMTALER_MODTAGET, Measure.TILBUD],
        ),
        (
            ["Vent.", "Opn."],
            "",
            "Vent.: forventet antal fuldtidspersoner og Opn.: faktisk antal fuldtidspersoner.",
            [Measure.FORVENTET, Measure.FAKTISK],
        ),
        # Two things said of one abbreviation say nothing, nor does a sentence it ends.
        (
            ["K1", "K2"],
            "",
            "K1 = tilbud. K1 = samtaler. Tallene står i K2. Tilbud er dyre.",
            [None] * 2,
        ),
    ],
)
def test_the_note_says_what_a_heading_means(
    heads: list[str],
    caption: str,
    note: str,
    measures: list[Measure | None],
    make_table: MakeTable,
) -> None:
    rows = [["Kommune", *heads], ["Odense", "7,7", "8,1"]]
    for given in (
        column_headings(make_table(rows, caption=caption, notes=(note,))),
        column_headings(make_table(rows, caption=caption), note),
    ):
        assert [one.measure for one in given[1:]] == measures


@pytest.mark.parametrize(
    ("middle", "units"),
    [
        ("Fakt. fuldtidspersoner", [Unit.PERSONS] * 3),
        ("Fakt. pct.", [Unit.PCT, Unit.PCT, Unit.PCT_POINT]),
        ("Fakt.", [None] * 3),
    ],
)
def test_a_unit_said_once_is_of_all(
    middle: str, units: list[Unit | None], make_table: MakeTable
) -> None:
    table = make_table([["Kommune", "Forv.", middle, "Diff."], ["Odense", "77", "81", "4"]])
    assert [one.unit for one in column_headings(table)[1:]] == units
