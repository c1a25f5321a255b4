"""Statuses in a code that the note says out."""

from __future__ import annotations

import pytest

from normalize.headings.columns import read_columns
from normalize.headings.legend import find_legend
from normalize.model import Fulfilled, Header, Period
from normalize.values import Setting, values
from tests.normalize.conftest import MakeDocument, MakeTable


@pytest.mark.parametrize(
    ("texts", "around", "words"),
    [
        (["J", "N", "J"], "J = ja, N = nej.", ["opfyldt", "ikke opfyldt"]),
        (
            ["Opn.", "Mgl."],
            "Opn.: målet er nået; Mgl.: målet er ikke nået",
            ["opfyldt", "ikke opfyldt"],
        ),
        (["●", "○"], "● Opfyldt   ○ Ikke opfyldt", ["opfyldt", "ikke opfyldt"]),
        (
            ["Grøn", "Rød"],
            "Grøn betyder, at kommunen lever op til målet. Rød betyder, at den ikke gør, og målet "
            "er ikke opfyldt.",
            None,
        ),
        (
            ["Grøn", "Rød"],
            "Grøn angiver, at målet er nået; rød angiver, at målet ikke er nået.",
            ["opfyldt", "ikke opfyldt"],
        ),
        (["1", "0"], "1 = opfyldt og 0 = ikke opfyldt", ["opfyldt", "ikke opfyldt"]),
        (["x", "y"], "Målet er nået (x) eller ikke nået (y).", ["opfyldt", "ikke opfyldt"]),
        # What is not said of every code is said of none; figures and statuses are no codes.
        (["J", "N"], "J = ja.", None),
        (["J", "N"], "J = opfyldt, N = opfyldt", None),
        (["A", "B"], "A er en stor kommune. B når målet.", None),
        (["19,2%", "21,3%"], "Målet er ikke opfyldt (21,3%) eller opfyldt (19,2%).", None),
        (["Ja", "Nej"], "Ja = ikke opfyldt, Nej = opfyldt", None),
    ],
)
def test_codes_mean_what_the_note_says(
    texts: list[str], around: str, words: list[str] | None
) -> None:
    legend = find_legend(texts, around)
    assert (None if legend is None else list(legend.words.values())) == words


def test_a_column_in_code(make_document: MakeDocument, make_table: MakeTable) -> None:
    rows = [["Odense", "7,7", "J", "I."], ["Vejle", "25,0", "N", "I."], ["Assens", "6,1", "J", ""]]
    table = make_table(
        [["Kommune", "Under fire samtaler", "Status", "Type"], *rows],
        notes=("J: målet er nået. N: målet er ikke nået.",),
    )
    setting = Setting(Header(period=Period.of_year(2024)))
    found = [v for v in values(make_document(tables=[table]), setting) if v.column == 3]
    assert {value.measure for value in found} == {"samtaler"}
    met, missed = Fulfilled.OPFYLDT, Fulfilled.IKKE_OPFYLDT
    assert [value.fulfilled for value in found] == [met, missed, met]
    assert {(value.status.value, value.reason) for value in found} == {("ok", ())}


@pytest.mark.parametrize(
    ("heads", "cells", "measures"),
    [
        (["Samtaler, pct.", "Mål"], ["7,7", "Nået"], ["samtaler", "samtaler"]),
        (["Tilbud, pct.", "Opfyldt"], ["7,7", "Ej OK"], ["tilbud", "tilbud"]),
        (["Samtaler, pct.", "Mål"], ["7,7", "20,0"], ["samtaler", "anden:Mål"]),
        (["Mål", "Samtaler, pct."], ["Nået", "7,7"], ["anden:Mål", "samtaler"]),
        (["Placering", "Status"], ["7", "Opf."], ["placering", "anden:Status"]),
    ],
)
def test_a_status_beside_a_share_is_of_its_measure(
    heads: list[str], cells: list[str], measures: list[str], make_table: MakeTable
) -> None:
    table = make_table([["Kommune", *heads], ["Odense", *cells], ["Vejle", *cells]])
    columns = read_columns(table, "", damaged=False).values
    assert [column.measure for column in columns] == measures
