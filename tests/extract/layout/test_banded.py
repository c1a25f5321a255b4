"""Tables of running text, parted by rules across and by white down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

ROWS = [
    ["Myndighed", "Opgave", "Frist"],
    [
        "Styrelsen for tal",
        "Samler indberetningerne fra alle egne af landet og retter dem, der er fejl i",
        "Hvert kvartal",
    ],
    ["Kommunerne", "Melder ind", "Den femte hverdag i måneden efter, medmindre den er fri"],
    ["Nævnet", "Tager stilling til klager over, hvordan et tal er gjort op", "Fire uger"],
]


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize("headed", [True, False])
def test_a_row_is_what_stands_between_two_rules(
    headed: bool,
    drawn: Callable[[Callable[[Canvas], None]], Document],
    texts: Callable[[Document], list[list[list[str]]]],
) -> None:
    """With a rule above the heading or without."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        y = 700.0
        for index, row in enumerate(ROWS):
            if index or headed:
                canvas.line(60, y, 500, y)
            cells = [_wrapped(text, 26) for text in row]
            for x, lines in zip((64, 200, 340), cells, strict=True):
                for step, line in enumerate(lines):
                    canvas.drawString(x, y - 12 - 11 * step, line)
            y -= 11 * max(map(len, cells)) + 6
        canvas.line(60, y, 500, y)

    document = drawn(draw)
    assert texts(document) == [ROWS]
    assert document.tables[0].heading_rows == 1


def test_pieces_of_a_wider_tables_rules_cut_no_table_out_of_it(
    drawn: Callable[[Callable[[Canvas], None]], Document],
    texts: Callable[[Document], list[list[list[str]]]],
) -> None:
    """A picture lost a bit of every third rule, between a name and its status."""
    words = ("Opfyldt", "Ikke opfyldt")
    rows = [[f"Kommune {'ABCDEFGHIJKLMNOPQR'[n]}", words[n % 2], f"{n},5 %"] for n in range(18)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for index, (name, status, figure) in enumerate(rows):
            y = 700.0 - 14 * index
            canvas.drawString(64, y, name)
            canvas.drawRightString(240, y, status)
            canvas.drawRightString(330, y, figure)
            pieces = [(60, 211), (224, 340)] if index % 3 == 0 else [(60, 340)]
            for x0, x1 in pieces:
                canvas.line(x0, y - 4, x1, y - 4)

    assert texts(drawn(draw)) == [rows]
