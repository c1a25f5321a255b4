"""Heads and feet of pages on their side, beside the text instead of over and under it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document


@pytest.mark.parametrize("turn", [90, -90])
def test_turned_lines_beside_a_table_are_no_column_of_it(
    turn: int, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for index, text in enumerate(["By", "Skagen", "Gedser", "Rødby", "Nakskov"]):
            canvas.drawString(80, 700 - 12 * index, text)
            for place, x in enumerate((250, 330)):
                canvas.drawRightString(x, 700 - 12 * index, f"{index}{place},5" if index else "Uge")
        for x, y, text in ((40, 664, "7"), (400, 700, "Kontoret")):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(turn)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    [table] = drawn(draw).tables
    assert [len([cell for cell in row if cell.text]) for row in table.rows] == [3] * 5
    assert [row[0].text for row in table.body] == ["Skagen", "Gedser", "Rødby", "Nakskov"]
