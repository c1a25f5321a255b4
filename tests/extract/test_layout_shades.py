"""Tables in which colour says how it goes: some columns shaded, the names not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[list[list[str]]]]
HEADS = ["Kommune", "Samtaler", "Tilbud"]
BODY = [[f"By nummer {'abcdefghij'[n]}", f"1{n},4", f"3{n},8"] for n in range(10)]
GREEN, RED = (0.8, 1, 0.8), (1, 0.8, 0.8)


@pytest.mark.parametrize("gap", [0, 2])
def test_names_beside_shaded_figures_are_in_the_table(
    drawn: Drawn, texts: Texts, gap: float
) -> None:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate([HEADS, *BODY]):
            y = A4[1] - 90 - 15 * number
            for column, text in enumerate(row):
                x = (60, 200, 280)[column]
                if column and number:
                    canvas.setFillColorRGB(*(GREEN if (number + column) % 3 else RED))
                    canvas.rect(x, y - 4, 80 - gap, 15 - gap, 0, 1)
                canvas.setFillColorRGB(0, 0, 0)
                canvas.setFont("Helvetica", 9)
                if column:
                    canvas.drawRightString(x + 70, y, text)
                else:
                    canvas.drawString(x, y, text)

    assert texts(drawn(draw)) == [[HEADS, *BODY]]
