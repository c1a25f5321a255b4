"""Headings on a dark ground with white rulings, over rows without upright lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

XS = (50, 150, 215, 280, 345, 410, 480)
ROWS = [
    ["Skagen", "1,5", "2,5", "3,5", "4,5", "Ny plan"],
    ["Gedser", "10,5", "20,5", "30,5", "40,5", ""],
    ["Rødby", "1,0", "2,0", "3,0", "4,0", "Følges op"],
    ["Nakskov", "9,9", "8,8", "7,7", "6,6", "Ny plan"],
]


def _field(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A cell of the heading: dark, ruled in white."""
    canvas.setFillGray(0.2)
    canvas.setStrokeGray(1)
    canvas.rect(x0, y0, x1 - x0, y1 - y0, fill=1)
    canvas.setFillGray(1)


def _body(canvas: Canvas, top: float, group: str) -> None:
    canvas.setFillGray(0)
    canvas.setStrokeGray(0.6)
    rows = ([[group]] if group else []) + ROWS
    for index, row in enumerate(rows):
        y = top - 12 - 13 * index
        canvas.setFont("Helvetica-Bold" if len(row) == 1 else "Helvetica", 9)
        for place, text in enumerate(row):
            if 0 < place < 5:
                canvas.drawRightString(XS[place + 1] - 3, y, text)
            else:
                canvas.drawString(XS[place] + 3, y, text)
        canvas.line(XS[0], y - 3, XS[-1], y - 3)


@pytest.mark.parametrize("group", ["", "Mod nord"])
@pytest.mark.parametrize("last", ["Bemærkning", "Fase"])
def test_spanning_heads_on_a_dark_ground(
    group: str, last: str, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        for (a, b), lines in {
            (1, 3): ["Andel af byerne, der", "har en havn"],
            (3, 5): ["Uden havn"],
        }.items():
            _field(canvas, XS[a], 715, XS[b], 745)
            for step, text in enumerate(lines):
                canvas.drawCentredString((XS[a] + XS[b]) / 2, 733 - 11 * step, text)
        for place, text in ((0, "By"), (5, last)):
            _field(canvas, XS[place], 700, XS[place + 1], 745)
            canvas.drawString(XS[place] + 3, 704, text)
        for place, text in zip(range(1, 5), ("2022", "2023", "2022", "2023"), strict=True):
            _field(canvas, XS[place], 700, XS[place + 1], 715)
            canvas.drawRightString(XS[place + 1] - 3, 704, text)
        _body(canvas, 700, group)

    [table] = drawn(draw).tables
    assert table.heading_rows == 2
    top, years = [[cell.text for cell in row] for row in table.headings]
    assert top == ["By", "Andel af byerne, der har en havn", "", "Uden havn", "", last]
    assert years == ["", "2022", "2023", "2022", "2023", ""]
    assert [[cell.text for cell in row] for row in table.body if row[1].text] == ROWS


def test_one_row_of_wrapped_heads_on_a_dark_ground(
    drawn: Callable[[Callable[[Canvas], None]], Document],
) -> None:
    heads = [["By"], ["Med", "havn"], ["Uden", "havn"], ["Med bro"], ["Uden", "bro"], ["Status"]]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        for place, texts in enumerate(heads):
            _field(canvas, XS[place], 700, XS[place + 1], 730)
            for step, text in enumerate(reversed(texts)):
                canvas.drawString(XS[place] + 3, 704 + 11 * step, text)
        _body(canvas, 700, "Mod syd")

    [table] = drawn(draw).tables
    assert [cell.text for cell in table.headings[0]] == [" ".join(texts) for texts in heads]
    assert [[cell.text for cell in row] for row in table.body if row[1].text] == ROWS


def test_a_drawn_head_of_other_columns_is_none(
    drawn: Callable[[Callable[[Canvas], None]], Document],
) -> None:
    """It is read with the words around it instead, and nothing is lost."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        edges = (50, 120, 300, 480)
        for place, text in enumerate(("By", "Med havn", "Uden havn")):
            _field(canvas, edges[place], 700, edges[place + 1], 715)
            canvas.drawString(edges[place] + 3, 704, text)
        _body(canvas, 700, "")

    found = drawn(draw)
    texts = [cell.text for table in found.tables for row in table.rows for cell in row]
    texts += [line for paragraph in found.paragraphs for line in paragraph.lines]
    assert {"Skagen", "40,5", "6,6"} <= set(texts)
    assert "Uden havn" in " ".join(texts)
