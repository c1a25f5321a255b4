"""Dots that lead to a figure, money signs that stand apart from theirs, and contents."""

from __future__ import annotations

from collections.abc import Callable

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
