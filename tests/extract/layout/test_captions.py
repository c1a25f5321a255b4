"""Captions that call their table something else than a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.layout.captions import is_label
from extract.model import Document

CITIES = ["Skagen", "Gedser", "Rødby", "Nakskov", "Korsør"]


@pytest.mark.parametrize(
    "text",
    ["Skema 2. Antal i 2024", "Oversigt B: Byer", "Opgørelse IV – Havne", "Bilag nr. 3. Færger"],
)
def test_a_word_with_a_number_or_letter_is_a_label(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "Skema 2 viser antallet i 2024.",
        "I 2024. Derefter faldt det",
        "Notat 12 om havne",
        "Uge 3. kvartal",
        "skema 2. Antal",
        "Mere end 2. Pladser",
    ],
)
def test_no_labels(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize("between", ["", "Her følger, hvor mange færger der gik fra de fem byer."])
@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    "captions", [("Skema 1. Antal 2022", "Skema 2. Hvor mange som gik i 2024")]
)
def test_a_label_ends_one_table_and_begins_the_next(
    captions: tuple[str, str],
    ruled: bool,
    between: str,
    drawn: Callable[[Callable[[Canvas], None]], Document],
) -> None:
    """It was the last row of the first, or a heading of the second, whose year was lost."""

    def draw(canvas: Canvas) -> None:
        y = 740.0
        for number, caption in enumerate(captions):
            canvas.setFont("Helvetica", 9)
            if number and between:
                canvas.drawString(60, y, between)
                y -= 16
            canvas.drawString(60, y, caption)
            y -= 18
            rights = (200 + 30 * number, 280 + 10 * number)
            if ruled:
                canvas.line(58, y + 10, rights[-1] + 2, y + 10)
            for index, text in enumerate(["Havn", *CITIES]):
                canvas.drawString(60, y, text)
                for place, right in enumerate(rights):
                    figure = f"{index}{place},5" if index else ("Ankomst", "Afgang")[place]
                    canvas.drawRightString(right, y, figure)
                y -= 12
            if ruled:
                canvas.line(58, y + 9, rights[-1] + 2, y + 9)
            y -= 5

    tables = drawn(draw).tables
    assert [table.caption for table in tables] == list(captions)
    assert [[row[0].text for row in table.rows] for table in tables] == [["Havn", *CITIES]] * 2


def test_a_caption_of_a_bare_number(drawn: Callable[[Callable[[Canvas], None]], Document]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 740, "2. Ankomster i 2023")
        for index, text in enumerate(["Havn", *CITIES]):
            canvas.drawString(60, 722 - 12 * index, text)
            canvas.drawRightString(200, 722 - 12 * index, f"{index},5" if index else "Antal")

    [table] = drawn(draw).tables
    assert table.caption == "2. Ankomster i 2023"


def test_the_only_heading_above_a_table_is_its_caption_however_far(
    drawn: Callable[[Callable[[Canvas], None]], Document],
) -> None:
    """As on a slide, where the title says what is measured and the columns only when."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 22)
        canvas.drawCentredString(300, 760, "Ankomster fra øerne")
        canvas.setFont("Helvetica", 9)
        for index, text in enumerate(["Havn", *CITIES]):
            canvas.drawString(150, 690 - 12 * index, text)
            for place, right in enumerate((300, 380)):
                figure = f"{index}{place},5" if index else f"202{place}"
                canvas.drawRightString(right, 690 - 12 * index, figure)

    [table] = drawn(draw).tables
    assert table.caption == "Ankomster fra øerne"
