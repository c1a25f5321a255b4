"""Headings set flush right over figures set flush right, and the foot of a framed page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[list[list[str]]]]
LEFT, RIGHTS = 36.0, (215.0, 256.0, 298.0, 340.0, 382.0)
HEADS = (
    ["Ydelse", ""],
    ["I alt"],
    ["Mænd"],
    ["Kvinder"],
    ["Region", "Hovedstaden", "Nord"],
    ["Øvrige", "Danmark"],
)
BODY = [[f"Gruppe {n}", *(f"{n}{k}.4{k}0" for k in range(1, 6))] for n in range(21, 33)]


def table(canvas: Canvas) -> None:
    """Draw the headings, each line flush right and all ending level, and the rows below."""
    canvas.setFont("Helvetica", 6)
    top = A4[1] - 100
    for x, lines in zip((None, *RIGHTS), HEADS, strict=True):
        for up, text in enumerate(reversed(lines)):
            if x is None:
                canvas.drawString(LEFT, top + 7 * up, text)
            else:
                canvas.drawRightString(x, top + 7 * up, text)
    for n, row in enumerate(BODY, 1):
        y = top - 11 * n
        canvas.drawString(LEFT, y, row[0])
        for x, text in zip(RIGHTS, row[1:], strict=True):
            canvas.drawRightString(x, y, text)


def test_a_heading_of_several_lines_is_over_its_own_column(drawn: Drawn, texts: Texts) -> None:
    [found] = texts(drawn(table))
    over = [row[4] for row in found[: -len(BODY)]]
    assert " ".join(dict.fromkeys(filter(None, over))) == "Region Hovedstaden Nord"
    assert found[-len(BODY) :] == BODY
    assert not any("Hovedstaden" in text for row in found for text in (*row[:4], row[5]))


@pytest.mark.parametrize("framed", [True, False])
def test_the_foot_of_the_page_is_no_row(drawn: Drawn, texts: Texts, framed: bool) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        end = A4[1] - 100 - 11 * len(BODY)
        if framed:
            canvas.rect(LEFT - 5, end - 6, RIGHTS[-1] - LEFT + 10, A4[1] - 60 - end)
        canvas.drawString(LEFT, end - 26, "Styrelsen")
        canvas.drawRightString(RIGHTS[-1], end - 26, "Side 4")

    [found] = texts(drawn(draw))
    assert found[-1] == BODY[-1]


BLOCK = (100.0, 142.0, 184.0)  # right ends of three narrow columns of a block


@pytest.mark.parametrize("mark", ["1)", "*"])
def test_a_mark_wrapped_below_its_heading_stays_in_its_column(
    drawn: Drawn, texts: Texts, mark: str
) -> None:
    """It stands nearer to the heading beside it than two columns do."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for left in (50.0, 300.0):
            one, two, three = (left + x for x in BLOCK)
            canvas.drawString(left, 704, "Område")
            canvas.drawRightString(one, 728, "Samtaler")
            canvas.drawRightString(one, 717, mark)
            canvas.drawRightString(two, 717, "Tilbud 2)")
            canvas.drawRightString(one, 705, "pct.")
            canvas.drawRightString(two, 705, "pct.")
            canvas.drawRightString(three, 717, "Forløb")
            for n in range(12):
                canvas.drawString(left, 690 - 13 * n, f"{'ABCDEFGHIJKL'[n]}strup")
                for right, text in zip(
                    (one, two, three), (f"8{n % 10}", f"7{n % 9}", "4"), strict=True
                ):
                    canvas.drawRightString(right, 690 - 13 * n, text)

    [found] = texts(drawn(draw))
    above = [dict.fromkeys(filter(None, column)) for column in zip(*found[:-24], strict=True)]
    assert [" ".join(texts) for texts in above] == [
        "Område",
        f"Samtaler {mark} pct.",
        "Tilbud 2) pct.",
        "Forløb",
    ]
