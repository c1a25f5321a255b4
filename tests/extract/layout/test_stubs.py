"""Labels on two lines: one that was broken, or two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.layout.columns import Item
from extract.layout.stubs import are_two
from extract.model import Box, Document, Word


def label(text: str, top: float, *, bold: bool = False, x0: float = 50) -> list[Item]:
    """A line with nothing but words of five points a letter."""
    words = []
    for word in text.split():
        words.append(Word(word, Box(x0, top, x0 + 5 * len(word), top + 9), bold=bold))
        x0 += 5 * len(word) + 3
    return [Item(0, 0, tuple(words))]


@pytest.mark.parametrize(
    ("upper", "lower", "bold", "two"),
    [
        ("Landet", "Farum", False, True),  # there was room for both on one line
        ("Landet", "Farum", True, True),
        ("Landets nordvestlige egne", "Farum", True, True),
        ("Landets nordvestlige egne", "Farum", False, False),  # there was none
        ("Ringkøbing-", "Skjern", False, False),
        ("Faaborg", "med Nyborg", False, False),
        ("Bornholm (med", "Christiansø)", False, False),
    ],
)
def test_two_labels(upper: str, lower: str, bold: bool, two: bool) -> None:
    assert are_two(label(upper, 100, bold=bold), label(lower, 110), 150) is two


def test_labels_of_other_columns_say_nothing() -> None:
    assert not are_two([Item(1, 1, label("Farum", 100)[0].words)], label("Landet", 110), 150)


@pytest.mark.parametrize("step", [9.5, 10.2, 14.0])
@pytest.mark.parametrize("ruled", [False, True])
def test_the_name_of_a_group_stays_by_itself(
    step: float, ruled: bool, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    """However near it stands to the row below or above, and whichever rules are drawn."""
    labels = ["By", "*Mod nord", "Skagen", "Hirtshals", "*Mod syd", "Gedser", "Rødby", "*Mod vest"]

    def draw(canvas: Canvas) -> None:
        y = 700.0
        for index, text in enumerate(labels):
            group = text.startswith("*")
            canvas.setFont("Helvetica-Bold" if group or not index else "Helvetica", 9)
            canvas.drawString(60, y, text.lstrip("*"))
            for place, x in enumerate((200, 280)):
                if not group:
                    canvas.drawRightString(x, y, f"{index}{place},5" if index else f"Uge {place}")
            if ruled and not group:
                canvas.line(55, y - 2, 285, y - 2)
            y -= step if group else 12

    [table] = drawn(draw).tables
    assert [row[0].text for row in table.body] == [text.lstrip("*") for text in labels[1:]]


@pytest.mark.parametrize("mark", ["i.a.", "u.a.", "ikke oplyst"])
def test_a_row_without_any_figure_is_a_row(
    mark: str, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for index, text in enumerate(["By", "Skagen", "Gedser", "Rødby", "Nakskov"]):
            y = 700 - 11 * index
            canvas.drawString(60, y, text)
            for place, x in enumerate((200, 280)):
                figure = mark if text == "Gedser" else f"{index}{place},5"
                canvas.drawRightString(x, y, figure if index else f"Uge {place}")

    [table] = drawn(draw).tables
    rows = [[cell.text for cell in row] for row in table.body]
    assert rows[1] == ["Gedser", mark, mark]
    assert [row[0] for row in rows] == ["Skagen", "Gedser", "Rødby", "Nakskov"]
