"""Headings of so many words that their lines read like prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

HEADS = [
    (208, ["Antal", "færger"]),
    (268, ["Antal", "gæster"]),
    (326, ["Til", "øerne"]),
    (398, ["Andel, der har", "sejlet mere end", "fire gange", "hver uge"]),
    (480, ["Andel, der hverken", "har sejlet selv", "eller med færge"]),
]


@pytest.mark.parametrize("rows", [2, 3, 5])
def test_a_line_that_leaves_out_the_names_is_no_prose(
    rows: int, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    """A table cut by the page after its first rows was not found at all."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(62, 150, "Tabel 2: Havnenes mål i sommer og vinter, gennemsnit af to år")
        canvas.drawString(62, 132, "Havn")
        for middle, texts in HEADS:
            for step, text in enumerate(texts):
                canvas.drawCentredString(middle, 120 - 11 * step, text)
        for index in range(rows):
            canvas.drawString(
                62, 72 - 12 * index, ["Skagen", "Gedser", "Rødby", "Bogø", "Ebeltoft"][index]
            )
            for place, (middle, _) in enumerate(HEADS):
                canvas.drawRightString(middle + 16, 72 - 12 * index, f"{index}{place},7")

    [table] = drawn(draw).tables
    assert [cell.text for cell in table.rows[-rows]][:3] == ["Skagen", "00,7", "01,7"]
    assert len(table.body) == rows
    assert table.headings[-1][4].text.endswith("sejlet mere end fire gange hver uge")
