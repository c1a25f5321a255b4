"""Drawn lines that hold no table, beside drawn tables that look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]


def _plot(canvas: Canvas, lift: float) -> None:
    """A frame with level lines, points with names in it and figures left of it."""
    canvas.rect(110, 500, 320, 150)
    for n in range(1, 5):
        canvas.line(110, 500 + 30 * n, 430, 500 + 30 * n)
    for n in range(6):
        canvas.drawRightString(104, 500 + 30 * n - 3 + lift, f"{5 * n},0")
    for x, y, name in ((150, 608, "Vig"), (190, 577, "Ry"), (300, 548, "Sæby"), (350, 515, "Ans")):
        canvas.drawString(x, y, name)


def _form(canvas: Canvas) -> None:
    """Fields with a number and a label each, three rows of two."""
    for n, label in enumerate(("Navn", "Fødselsdag", "Adresse", "Telefon", "Stilling", "Dato")):
        x, y = 80 + 200 * (n % 2), 600 - 40 * (n // 2)
        canvas.rect(x, y, 200, 40)
        canvas.drawString(x + 3, y + 30, f"{n + 1}. {label}")


def _organisation(canvas: Canvas) -> None:
    """A box over two others, with lines between them."""
    for x, y, label in ((220, 640, "Direktion"), (100, 560, "Jura"), (340, 560, "Drift")):
        canvas.rect(x, y, 100, 36)
        canvas.drawString(x + 10, y + 14, label)
    canvas.line(270, 640, 270, 618)
    canvas.line(150, 618, 390, 618)
    canvas.line(150, 618, 150, 596)
    canvas.line(390, 618, 390, 596)


@pytest.mark.parametrize("draw", [lambda canvas: _plot(canvas, 0), _form, _organisation])
def test_drawn_lines_without_a_table(draw: Callable[[Canvas], None], drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        draw(canvas)

    assert drawn(page).tables == ()


def test_rows_with_numbers_before_their_labels_are_a_table(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        rows = [("Opgave", "Frist"), *((f"{n}. Opgave {n}", f"{n}. maj") for n in range(1, 6))]
        for n, row in enumerate(rows):
            for place, text in enumerate(row):
                canvas.rect(80 + 160 * place, 640 - 18 * n, 160, 18)
                canvas.drawString(84 + 160 * place, 645 - 18 * n, text)

    (table,) = drawn(page).tables
    assert len(table.rows) == 6


def test_column_rules_alone_part_no_rows(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        rows = [
            ("Anlæg", "Bevis", "Svar fra"),
            ("Havne", "Årlig opgørelse", "Byrådet"),
            ("Broer", "Syn på stedet, med", "Ingen"),
            ("", "en tegning af broen", ""),
            ("Sluser", "Brev", "Ejeren"),
            ("Veje", "Måling", "Ejeren"),
        ]
        for n, row in enumerate(rows):
            for place, text in enumerate(row):
                canvas.drawString(84 + 130 * place, 645 - 11 * n - 6 * (n > 0), text)
        for y in (656, 641, 580):
            canvas.line(80, y, 470, y)
        for x in (80, 210, 340, 470):
            canvas.line(x, 656, x, 580)

    (table,) = drawn(page).tables
    assert [[cell.text for cell in row] for row in table.rows[1:]] == [
        ["Havne", "Årlig opgørelse", "Byrådet"],
        ["Broer", "Syn på stedet, med en tegning af broen", "Ingen"],
        ["Sluser", "Brev", "Ejeren"],
        ["Veje", "Måling", "Ejeren"],
    ]


def test_text_beside_labels_is_a_table_under_its_rules(drawn: Drawn) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        rows = [
            ("Ord", "Betydning"),
            ("Tilsyn", "En myndighed ser til, at andre holder deres opgaver på sporet"),
            ("Fase", "Et tidsrum"),
            ("Mål", "Det, som alle kommuner hvert år skal nå, og som opgøres i april"),
            ("Loft", "En grænse opad"),
        ]
        for n, row in enumerate(rows):
            for x, text in zip((80, 150), row, strict=True):
                canvas.drawString(x, 645 - 13 * n, text)
        for y in (656, 641, 588):
            canvas.line(78, y, 480, y)

    (table,) = drawn(page).tables
    assert [row[0].text for row in table.rows] == ["Ord", "Tilsyn", "Fase", "Mål", "Loft"]
    assert table.width == 2
