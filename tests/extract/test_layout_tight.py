"""Headings that set the widths of their columns, so that they nearly touch."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[list[list[str]]]]
HEADINGS = ["Kommune", "Faktisk antal", "Forventet antal", "Forskel", "Andel uden fire samtaler"]
BODY = [[f"By {n}", f"{n}.412", f"{n}.398", f"{n}", f"{n},5"] for n in range(11, 19)]
SIZE = 8
WORD_SPACE = 0.278 * SIZE  # of Helvetica


def table(gap: float, pitch: float, middle: bool) -> Callable[[Canvas], None]:
    """What draws the table, with ``gap`` points between its headings, rows ``pitch`` apart.

    ``middle``: the last heading is on two lines and the others are level with its middle.
    """

    def draw(canvas: Canvas) -> None:
        last = HEADINGS[-1].split(" fire ") if middle else [HEADINGS[-1]]
        y, x = A4[1] - 80, 60.0
        lefts = []
        for heading in [*HEADINGS[:-1], last[0]]:
            canvas.setFont("Helvetica-Bold", SIZE)
            shift = 0.55 * SIZE if middle and heading == last[0] else 0.0
            canvas.drawString(x, y + shift, heading)
            lefts.append(x)
            x += canvas.stringWidth(heading) + gap
        if middle:
            canvas.drawString(lefts[-1], y - 0.55 * SIZE, f"fire {last[1]}")
        canvas.setFont("Helvetica", SIZE)
        for row in BODY:
            y -= pitch
            canvas.drawString(lefts[0], y, row[0])
            for text, right in zip(row[1:], [*lefts[2:], x], strict=True):
                canvas.drawRightString(right - gap, y, text)

    return draw


@pytest.mark.parametrize("gap", [1.2 * WORD_SPACE, 2 * WORD_SPACE, 4 * WORD_SPACE])
@pytest.mark.parametrize("pitch", [12.0, 28.0])
def test_headings_a_little_farther_apart_than_words(
    drawn: Drawn, texts: Texts, gap: float, pitch: float
) -> None:
    assert texts(drawn(table(gap, pitch, middle=False))) == [[HEADINGS, *BODY]]


def test_a_heading_of_two_lines_level_by_its_middle(drawn: Drawn, texts: Texts) -> None:
    assert texts(drawn(table(5 * WORD_SPACE, 13.0, middle=True))) == [[HEADINGS, *BODY]]


def test_headings_of_one_word_each(drawn: Drawn, texts: Texts) -> None:
    """With as many words as columns there is no narrower space to hold theirs against."""
    heads = ["Kommune", "Resultatmål", "Samtaler", "Tilbud"]
    body = [[f"By {n}", "Nej", f"{n},1", f"{n},5"] for n in range(11, 19)]

    def draw(canvas: Canvas) -> None:
        lefts = [60.0]
        for heading in heads[:-1]:
            lefts.append(lefts[-1] + canvas.stringWidth(heading, "Helvetica", SIZE) + WORD_SPACE)
        canvas.setFont("Helvetica", SIZE)
        for index, row in enumerate([heads, *body]):
            for x, text in zip(lefts, row, strict=True):
                canvas.drawString(x, 700 - 13 * index, text)

    assert texts(drawn(draw)) == [[heads, *body]]


def test_rows_numbered_below_no_heading(drawn: Drawn, texts: Texts) -> None:
    """Tight headings over all columns but the first, which read like a line of prose."""
    heads = ["Kommune", "Andel uden fire samtaler, pct.", "Andel uden fire tilbud, pct."]
    body = [[f"{n}", f"By nummer {n}", f"1{n},4", f"2{n},6"] for n in range(1, 10)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        ends = [90.0]
        for heading in heads:
            canvas.drawString(ends[-1], A4[1] - 80, heading)
            ends.append(ends[-1] + canvas.stringWidth(heading) + 3 * WORD_SPACE)
        for number, row in enumerate(body, 1):
            y = A4[1] - 80 - 13 * number
            canvas.drawString(60, y, row[0])
            canvas.drawString(90, y, row[1])
            for right, text in zip(ends[2:], row[2:], strict=True):
                canvas.drawRightString(right - 3 * WORD_SPACE, y, text)

    assert texts(drawn(draw)) == [[["", *heads], *body]]


def test_marks_of_footnotes_make_no_heading_of_a_row(drawn: Drawn, texts: Texts) -> None:
    heads = ["Kommune", "Samtaler", "Tilbud"]
    body = [
        ["By 1", "12,4\u00b2", "18,1*"],
        *([f"By {n}", f"1{n},4", f"2{n},6"] for n in range(2, 9)),
    ]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for number, row in enumerate([heads, *body]):
            y = A4[1] - 80 - 13 * number
            canvas.drawString(60, y, row[0])
            canvas.drawRightString(200, y, row[1])
            canvas.drawRightString(280, y, row[2])

    assert texts(drawn(draw)) == [[heads, *body]]


def test_a_watermark_across_the_rows_is_no_part_of_them(drawn: Drawn, texts: Texts) -> None:
    def draw(canvas: Canvas) -> None:
        table(4 * WORD_SPACE, 13.0, middle=False)(canvas)
        canvas.setFont("Helvetica", 60)
        canvas.setFillGray(0.9)
        canvas.drawString(80, A4[1] - 160, "UDKAST")

    assert texts(drawn(draw)) == [[HEADINGS, *BODY]]


def test_numbered_rows_and_phases_close_beside_figures(drawn: Drawn, texts: Texts) -> None:
    """Numbers end and words begin in line down the rows, little more than a space apart."""
    heads = ["Nr.", "Kommune", "Forskel", "Fase"]
    body = [
        [f"{n}.", f"By nummer {n}", f"{(-1) ** n * n:+}", "Indtrådt" if n % 3 else "Ikke med"]
        for n in range(1, 13)
    ]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for number, row in enumerate([heads, *body]):
            y = A4[1] - 80 - 12 * number
            canvas.drawRightString(80, y, row[0])
            canvas.drawString(80 + 0.55 * SIZE, y, row[1])
            canvas.drawRightString(200, y, row[2])
            canvas.drawString(200 + 0.5 * SIZE, y, row[3])

    assert texts(drawn(draw)) == [[heads, *body]]
