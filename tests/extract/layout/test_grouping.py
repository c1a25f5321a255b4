"""Labels of groups, centred over the figures they are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document


@pytest.mark.parametrize("middle", [280, 380])
def test_a_centred_label_is_a_row_of_its_own(
    middle: float, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    """Centred over the whole table or over its figures."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        lines = ["Alder", "MÆND", "Under 30", "30-49", "KVINDER", "Under 30", "30-49"]
        for index, text in enumerate(lines):
            y = 700 - 12 * index
            if text.isupper():
                canvas.drawCentredString(middle, y, text)
                continue
            canvas.drawString(60, y, text)
            for step, x in enumerate((300, 400, 500)):
                figure = f"{10 * index + step},5" if index else f"Uge {step}"
                canvas.drawRightString(x, y, figure)

    [table] = drawn(draw).tables
    rows = [[cell.text for cell in row if cell.text] for row in table.body]
    assert rows[0] == ["MÆND"]
    assert rows[3] == ["KVINDER"]
    assert [len(row) for row in rows] == [1, 4, 4, 1, 4, 4]
