"""Headings centred over several columns without a rule between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
COLUMNS = (200, 270, 340, 410, 480)


def _page(upper: dict[float, str], lower: list[str]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 700, "Landsdel")
        for x, text in upper.items():
            canvas.drawCentredString(x, 712, text)
        for x, text in zip(COLUMNS, lower, strict=True):
            canvas.drawCentredString(x, 700, text)
        for row, name in enumerate(["Øst", "Vest", "Syd", "Nord"]):
            canvas.drawString(60, 680 - 12 * row, name)
            for index, x in enumerate(COLUMNS):
                canvas.drawCentredString(x, 680 - 12 * row, f"{index + 2}{row},4")

    return draw


YEARS = ["2019", "2020", "2021", "2022", "2023"]


@pytest.mark.parametrize(
    ("upper", "lower", "spans"),
    [
        ({235: "Endelige", 410: "Foreløbige"}, YEARS, [("Endelige", 2), ("Foreløbige", 3)]),
        ({235: "Mænd"}, ["Unge", "Ældre", "Børn", "Andre", "Alle"], [("Mænd", 2)]),
        ({270: "Antal"}, ["Unge", "forløb", "Børn", "Andre", "Alle"], [("Antal forløb", 1)]),
    ],
)
def test_what_a_heading_covers(
    upper: dict[float, str], lower: list[str], spans: list[tuple[str, int]], drawn: Drawn
) -> None:
    """Over two it stands between them; over one it goes on in the line below."""
    [table] = drawn(_page(upper, lower)).tables
    found = {c.text: c.column_span for row in table.headings for c in row if c.text}
    assert table.width == 6
    assert [(text, found.get(text)) for text, _ in spans] == spans
