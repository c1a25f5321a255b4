"""Rows that open a group of rows with nothing but its name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
PARTS = {
    "Nord": ["Astrup", "Bystrup"],
    "Syd": ["Costrup", "Dostrup", "Elstrup"],
    "Øst": ["Fostrup"],
}
EDGES = (50.0, 160.0, 230.0, 300.0)
ROW = 14.0
BODY = [text for part, names in PARTS.items() for text in (part, *names)]


def cells(canvas: Canvas) -> float:
    """Draw heading, names and figures; the place of the line below the heading."""
    canvas.setFont("Helvetica", 8)
    top = 700.0
    for left, text in zip(EDGES, ("Kommune", "Forventet", "Faktisk"), strict=False):
        canvas.drawString(left + 3, top + 4, text)
    for n, name in enumerate(BODY, 1):
        canvas.drawString(EDGES[0] + 3, top - ROW * n + 4, name)
        for k, right in enumerate(EDGES[2:]):
            if name not in PARTS:
                canvas.drawRightString(right - 3, top - ROW * n + 4, f"1{n}{k}")
    return top


def ruled_rows(canvas: Canvas) -> None:
    """Draw a line below every row but those that open a group."""
    top = cells(canvas)
    canvas.line(EDGES[0], top + ROW, EDGES[-1], top + ROW)
    for n, name in enumerate(["", *BODY]):
        if name not in PARTS:
            canvas.line(EDGES[0], top - ROW * n, EDGES[-1], top - ROW * n)


def boxed_rows(canvas: Canvas) -> None:
    """Draw a box around every cell but those of the heading and of rows that open a group."""
    top = cells(canvas)
    for n, name in enumerate(BODY, 1):
        for left, right in pairwise(EDGES):
            if name not in PARTS:
                canvas.rect(left, top - ROW * n, right - left, ROW)


@pytest.mark.parametrize("draw", [ruled_rows, boxed_rows])
def test_the_name_of_a_group_is_a_row(draw: Callable[[Canvas], None], drawn: Drawn) -> None:
    """Joined to the first name below it, that one has no figures."""
    [table] = drawn(draw).tables
    assert [cell.text for cell in table.rows[0]] == ["Kommune", "Forventet", "Faktisk"]
    assert [row[0].text for row in table.body] == BODY


def test_a_page_that_begins_with_the_name_of_a_group_goes_on(drawn: Drawn) -> None:
    """Its rows have no headings of their own; as a table by themselves they measured nothing."""

    def draw(canvas: Canvas) -> None:
        for page in range(2):
            canvas.setFont("Helvetica", 8)
            heads = ("Kommune", "Forventet", "Faktisk") if not page else ("Vest- og Sydsjælland",)
            for left, text in zip(EDGES, heads, strict=False):
                canvas.drawString(left + 3, 704, text)
            for n in range(page, 45):
                for left, right in pairwise(EDGES):
                    canvas.rect(left, 700 - ROW * n, right - left, ROW)
            for n in range(1, 45):
                canvas.drawString(EDGES[0] + 3, 704 - ROW * n, f"By {page}{n}")
                for k, right in enumerate(EDGES[2:]):
                    canvas.drawRightString(right - 3, 704 - ROW * n, f"1{n}{k}")
            canvas.showPage()

    [table] = drawn(draw).tables
    assert len(table.body) == 88


def test_headings_stand_open_above_a_drawn_body(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        for left, text in zip(EDGES, ("Kommune", "Forventet", "Faktisk"), strict=False):
            canvas.drawString(left + 3, 702, text)
        for n in range(1, 12):
            for left, right in pairwise(EDGES):
                canvas.rect(left, 700 - ROW * n, right - left, ROW)
            canvas.drawString(EDGES[0] + 3, 704 - ROW * n, f"{'ABCDEFGHIJKL'[n]}strup")
            for k, right in enumerate(EDGES[2:]):
                canvas.drawRightString(right - 3, 704 - ROW * n, f"1{n}{k}")

    [table] = drawn(draw).tables
    assert [cell.text for cell in table.rows[0]] == ["Kommune", "Forventet", "Faktisk"]
    assert (table.heading_rows, len(table.body)) == (1, 11)
