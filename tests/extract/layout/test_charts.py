"""Bars with their values written on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.layout.charts import charts, is_chart
from extract.layout.rules import Rule
from extract.model import Box, Document

VALUES = [
    [42.1, 61.3, 55.0],
    [38.4, 12.7, 70.2],
    [29.9, 48.8, 64.6],
    [51.5, 33.1, 20.8],
    [25.2, 57.4, 9.6],
]


@pytest.mark.parametrize("lying", [True, False])
def test_a_chart_with_its_values_is_no_table(
    lying: bool, drawn: Callable[[Callable[[Canvas], None]], Document]
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 7)
        for group, values in enumerate(VALUES):
            canvas.drawString(60, 500 + 40 * group, f"Uge {group}")
            for index, value in enumerate(values):
                canvas.setFillGray(0.3 + 0.2 * index)
                if lying:
                    x = 100 + sum(values[:index]) * 2
                    canvas.rect(x, 500 + 40 * group, value * 2, 12, stroke=0, fill=1)
                    canvas.setFillGray(0)
                    canvas.drawCentredString(x + value, 503 + 40 * group, str(value))
                else:
                    x = 100 + 90 * group + 26 * index
                    canvas.rect(x, 300, 22, value * 2, stroke=0, fill=1)
                    canvas.setFillGray(0)
                    canvas.drawCentredString(x + 11, 303 + value * 2, str(value))

    assert drawn(draw).tables == ()


def test_a_table_below_a_chart_is_read(
    drawn: Callable[[Callable[[Canvas], None]], Document],
    texts: Callable[[Document], list[list[list[str]]]],
) -> None:
    rows = [["Egn", "Antal", "Andel"], ["Øst", "12", "3,4 %"], ["Vest", "9", "2,2 %"]]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        for index, value in enumerate((40, 75, 22, 90, 61, 12)):
            canvas.rect(110 + 60 * index, 400, 30, value, stroke=0, fill=1)
            canvas.drawCentredString(125 + 60 * index, 404 + value, str(value))
        for row, cells in enumerate(rows):
            for x, text in zip((60, 250, 400), cells, strict=True):
                canvas.drawString(x, 360 - 12 * row, text)

    assert texts(drawn(draw)) == [rows]


def test_the_lines_of_a_stepped_heading_are_no_bars() -> None:
    flat = [Rule(at, 0.0, 300.0) for at in (0.0, 20.0, 40.0, 200.0)]
    upright = [Rule(at, top, 200.0) for at, top in ((0, 0), (100, 20), (200, 40), (300, 0))]
    assert not charts(flat, upright)
    assert not is_chart(Box(0, 0, 300, 200), upright, [])
