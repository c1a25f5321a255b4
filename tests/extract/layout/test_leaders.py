"""Dots that lead to a figure, money signs that stand apart from theirs, and contents."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.layout.leaders import joined_leaders
from extract.model import Box, Document, Word

Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[list[list[str]]]]


def test_single_dots_are_one_word() -> None:
    dots = [Word(".", Box(50 + 5 * i, 0, 52 + 5 * i, 10)) for i in range(9)]
    label, figure = Word("I alt", Box(20, 0, 45, 10)), Word("12,3", Box(140, 0, 160, 10))
    assert [w.text for w in joined_leaders([label, *dots, figure])] == ["I alt", "." * 9, "12,3"]


def test_two_dots_for_a_missing_figure_stay() -> None:
    words = [Word("..", Box(50, 0, 55, 10)), Word("12", Box(80, 0, 90, 10))]
    assert joined_leaders(words) == words


def test_a_money_sign_belongs_to_its_figure(drawn: Drawn, texts: Texts) -> None:
    rows = [("Løn", "$ 1,204", "$ 980"), ("Husleje", "310", "295"), ("I alt", "$ 1,514", "$ 1,275")]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for x, text in ((60, "Post"), (285, "Budget"), (385, "Regnskab")):
            canvas.drawString(x, 700, text)
        for index, (label, *cells) in enumerate(rows):
            canvas.drawString(60, 680 - 12 * index, label)
            for right, cell in zip((320, 420), cells, strict=True):
                if cell.startswith("$"):
                    canvas.drawString(right - 60, 680 - 12 * index, "$")
                canvas.drawRightString(right, 680 - 12 * index, cell.lstrip("$ "))

    assert texts(drawn(draw)) == [[["Post", "Budget", "Regnskab"], *map(list, rows)]]


def test_contents_are_no_table(drawn: Drawn) -> None:
    titles = ["Baggrund", "Sådan er tallene gjort op", "Landets egne", "Bilag A", "Bilag B"]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for index, title in enumerate(titles):
            canvas.drawString(60, 700 - 14 * index, title + " " + "." * (90 - len(title)))
            canvas.drawRightString(520, 700 - 14 * index, str(3 + 4 * index))

    assert drawn(draw).tables == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Greve......10,1", ["Greve", "......", "10,1"]),
        ("Greve________10,1", ["Greve", "________", "10,1"]),
        ("Greve......", ["Greve", "......"]),
        ("Greve...10,1", ["Greve...10,1"]),  # three may say that something is left out
    ],
)
def test_dots_that_touch_what_they_lead_to_are_parted_from_it(text: str, parts: list[str]) -> None:
    found = joined_leaders([Word(text, Box(50, 100, 200, 110))])
    assert [word.text for word in found] == parts
    boxes = [word.box for word in found if word.box]
    assert boxes[0].x0 == 50
    assert text[-1] in "._" or boxes[-1].x1 == pytest.approx(200)
    assert all(a.x1 <= b.x0 for a, b in pairwise(boxes))


def test_touching_dots_part_the_columns_of_a_list(
    drawn: Callable[[Callable[[Canvas], None]], Document],
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 700, "By")
        canvas.drawRightString(300, 700, "Med bro")
        canvas.drawRightString(400, 700, "Uden bro")
        for index, name in enumerate(["Skagen", "Gedser", "Nykøbing", "Bogø"], 1):
            y = 700 - 14 * index
            dots = int((240 - canvas.stringWidth(f"{name}1{index},5")) / canvas.stringWidth("."))
            canvas.drawString(60, y, f"{name}{'.' * dots}1{index},5")
            canvas.drawRightString(400, y, f"2{index},5")

    [table] = drawn(draw).tables
    assert [row[1].text for row in table.body] == ["11,5", "12,5", "13,5", "14,5"]
    assert [cell.text for cell in table.rows[0]] == ["By", "Med bro", "Uden bro"]


def test_dots_of_labels_of_one_length_are_no_column(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 9)
        for place, text in enumerate(("År", "Ansøgt", "Givet")):
            canvas.drawRightString((90, 260, 340)[place], 700, text)
        for n in range(8):
            canvas.drawString(72, 684 - 14 * n, str(1990 + n))
            for dot in range(3):
                canvas.drawString(104 + 8 * dot, 684 - 14 * n, ".")
            canvas.drawRightString(260, 684 - 14 * n, f"{41 + 7 * n}")
            canvas.drawRightString(340, 684 - 14 * n, f"{38 + 5 * n}")

    (table,) = drawn(draw).tables
    assert table.width == 3
    assert [cell.text for cell in table.rows[-1]] == ["1997 . . .", "90", "73"]
