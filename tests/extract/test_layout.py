"""Tables of every drawing style, over pages, side by side, and what is no table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

from extract.model import Document, Role

Rows = list[list[str]]
Build = Callable[..., Document]
Story = Callable[..., list[Any]]
Texts = Callable[[Document], list[Rows]]
Drawn = Callable[[Callable[[Canvas], None]], Document]


@pytest.mark.parametrize("align", ["LEFT", "RIGHT", "CENTER"])
@pytest.mark.parametrize(
    "style", ["ruled", "half", "booktabs", "open", "zebra", "box", "dashed", "double"]
)
def test_every_cell_of_every_style(
    style: str, align: str, rows: Rows, build: Build, story: Story, texts: Texts
) -> None:
    document = build(story(rows, style, align))
    assert texts(document) == [rows]
    [table] = document.tables
    assert (table.heading_rows, table.number, table.page) == (1, 4, 1)
    assert [note.split(":")[0] for note in table.notes] == ["Anm.", "Kilde"]


@pytest.mark.parametrize("style", ["ruled", "half", "open", "zebra"])
@pytest.mark.parametrize("again", [0, 1])
def test_a_table_goes_on_over_pages(
    style: str, again: int, rows: Rows, build: Build, story: Story, texts: Texts
) -> None:
    long = [rows[0], *([f"{r[0]} {n}", *r[1:]] for n in range(12) for r in rows[1:])]
    document = build(story(long, style, repeatRows=again))
    assert texts(document) == [long]
    assert (document.tables[0].page, document.tables[0].last_page) == (1, 3)


@pytest.mark.parametrize("style", ["ruled", "open", "booktabs"])
def test_blocks_side_by_side_are_one_record_a_row(
    style: str, rows: Rows, build: Build, story: Story, texts: Texts
) -> None:
    folded = [rows[i] + rows[i + 4 if i else 0] for i in range(5)]
    assert texts(build(story(folded, style))) == [rows]


@pytest.mark.parametrize("style", ["ruled", "open"])
def test_headings_over_groups_of_columns(
    style: str, build: Build, story: Story, texts: Texts
) -> None:
    head = [["Kommune", "2023", "", "2024", ""], ["", "Samtaler", "Tilbud", "Samtaler", "Tilbud"]]
    body = [[f"By {i}", f"{i},1", f"{i},2", f"{i},3", f"{i},4"] for i in range(10, 18)]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("SPAN", (0, 0), (0, 1))]
    document = build(story([*head, *body], style, "CENTER", commands=spans))
    assert texts(document) == [[*head, *body]]
    [table] = document.tables
    assert table.heading_rows == 2
    assert [cell.column_span for cell in table.rows[0]][1::2] == [2, 2]


def test_names_and_headings_broken_over_lines(build: Build, story: Story, texts: Texts) -> None:
    rows = [
        ["Kommune", "Resultat-\nmål", "Andel med færre\nend\n4\nsamtaler"],
        ["Lyngby-\nTaarbæk", "Opfyldt", "10,7"],
        ["Ringkøbing-\nSkjern", "Ikke\nopfyldt", "3,7"],
        ["Solrød", "Opfyldt", "17,4"],
        ["Ishøj", "Opfyldt", "17,6"],
    ]
    want = [
        ["Kommune", "Resultatmål", "Andel med færre end 4 samtaler"],
        ["Lyngby-Taarbæk", "Opfyldt", "10,7"],
        ["Ringkøbing-Skjern", "Ikke opfyldt", "3,7"],
        ["Solrød", "Opfyldt", "17,4"],
        ["Ishøj", "Opfyldt", "17,6"],
    ]
    for style in ("ruled", "half"):
        assert texts(build(story(rows, style, commands=[("VALIGN", (0, 0), (-1, -1), "TOP")]))) == [
            want
        ]


def test_figures_are_never_run_together(build: Build, story: Story, texts: Texts) -> None:
    """A case found on a word processor's file: ``2001`` persons was taken for a year."""
    rows = [["Kommune", "Forskel", "Antal"], ["Roskilde", "-41,04", "1318"]]
    rows += [["Rudersdal", "", "2001"], ["Rødovre", "-23,80", "1345"], ["Samsø", "1,20", "1999"]]
    assert texts(build(story(rows, "open"))) == [rows]


def test_grouped_thousands_stay_one_cell(build: Build, story: Story, texts: Texts) -> None:
    rows = [["Kommune", "Faktisk", "Forventet"], ["Norddjurs", "2 320", "2 380"]]
    rows += [["Odder", "1 020", "980"], ["Skive", "12 004", "11 950"], ["Struer", "870", "1 001"]]
    assert texts(build(story(rows, "open"))) == [rows]


def test_landscape_pages(rows: Rows, build: Build, story: Story, texts: Texts) -> None:
    assert texts(build(story(rows, "half"), pagesize=landscape(A4))) == [rows]


def test_several_tables_on_a_page(rows: Rows, build: Build, story: Story, texts: Texts) -> None:
    other = [["Region", "Antal"], ["Hovedstaden", "29"], ["Sjælland", "17"], ["Nordjylland", "11"]]
    document = build([*story(rows, "open"), *story(other, "ruled"), *story(rows[:5], "half")])
    assert texts(document) == [rows, other, rows[:5]]


def test_red_figures_keep_their_colour(rows: Rows, build: Build, story: Story) -> None:
    red = [("TEXTCOLOR", (2, 3), (2, 3), colors.red)]
    [table] = build(story(rows, "ruled", commands=red)).tables
    assert [word.colour for word in table.rows[3][2].words] == ["#ff0000"]
    assert [word.colour for word in table.rows[3][1].words] == ["#000000"] * 2


def test_prose_lists_forms_and_contents_are_no_tables(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        line = "De fleste kommuner har i perioden holdt"
        for index in range(30):
            canvas.drawString(50, 760 - 13 * index, f"{line} {'mange flere møder'[: index % 9]}")
            canvas.drawString(310, 760 - 13 * index, f"{line} {'end i året før det'[: index % 7]}")
        for index in range(6):
            canvas.drawString(50, 340 - 13 * index, f"{index + 1}.")
            canvas.drawString(75, 340 - 13 * index, "Et punkt, som fortæller om noget")
        for index, label in enumerate(["Til:", "Fra:", "Dato:", "Sag:"]):
            canvas.drawString(50, 240 - 13 * index, label)
            canvas.drawString(120, 240 - 13 * index, "Styrelsen for tal og tabeller")

    assert drawn(draw).tables == ()


def test_a_chart_s_labels_are_no_table(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for index in range(6):
            canvas.drawRightString(80, 300 + 30 * index, str(index * 20))
            canvas.line(85, 303 + 30 * index, 500, 303 + 30 * index)
        for index, month in enumerate(["jan", "feb", "mar", "apr", "maj"]):
            canvas.drawString(120 + 80 * index, 285, month)

    assert drawn(draw).tables == ()


def test_running_heads_and_page_numbers_interrupt_nothing(
    rows: Rows, build: Build, story: Story, texts: Texts
) -> None:
    def furnish(canvas: Canvas, document: Any) -> None:
        canvas.drawString(60, 810, "Styrelsen for tal")
        canvas.drawString(280, 25, f"Side {document.page} af 3")

    long = [rows[0], *([f"{r[0]} {n}", *r[1:]] for n in range(12) for r in rows[1:])]
    document = build(story(long, "open"), furnish=furnish)
    assert texts(document) == [long]
    edge = [p.lines[0] for p in document.paragraphs if p.role is Role.FURNITURE]
    assert sorted(edge) == ["Side 1 af 3", "Side 2 af 3", "Side 3 af 3", *["Styrelsen for tal"] * 3]


def test_captions_below_a_table(rows: Rows, build: Build) -> None:
    text = getSampleStyleSheet()["BodyText"]
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    caption = Paragraph("Tabel 7. Kommunernes tal", text)
    document = build([Paragraph("Her følger tallene.", text), Table(rows, style=ruled), caption])
    [table] = document.tables
    assert (table.number, table.caption) == (7, "Tabel 7. Kommunernes tal")


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("style", ["open", "booktabs"])
def test_a_status_broken_by_the_page_stays_with_its_row(
    style: str, again: bool, drawn_pages: Callable[..., Document], texts: Texts
) -> None:
    """A case found on a word processor's file: ``ikke`` stood at the top of the next page."""
    head = ["Kommune", "Resultatmål", "Samtaler"]
    first = [[f"By {i}", "Opfylder", f"{i},4"] for i in range(10, 20)]
    second = [["", "ikke", ""], *([f"By {i}", "Opfylder", f"{i},4"] for i in range(30, 40))]
    [rows] = texts(drawn_pages([head, *first], [head, *second][not again :], style=style))
    assert rows[10] == ["By 19", "Opfylder ikke", "19,4"]
    assert rows[11] == ["By 30", "Opfylder", "30,4"]
