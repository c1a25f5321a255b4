"""Tables without figures and rulings: statuses in words or signs, some rows with none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[list[list[str]]]]
HEADS = ["Kommune", "Resultatmål", "Fokusmål: samtaler", "Fokusmål: tilbud"]
NAMES = [f"By nummer {letter}" for letter in "abcdefghijklmnop"]


def table(body: list[list[str]], middle: bool) -> Callable[[Canvas], None]:
    """What draws the headings and the rows; cells centred in their columns or flush left."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for number, row in enumerate([HEADS, *body]):
            y = A4[1] - 90 - 14 * number
            canvas.drawString(60, y, row[0])
            for x, text in zip((150, 240, 350), row[1:], strict=True):
                if middle:
                    canvas.drawCentredString(x + 40, y, text)
                else:
                    canvas.drawString(x, y, text)

    return draw


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("count", [2, 16])
@pytest.mark.parametrize("words", [("Ja", "Nej"), ("Opfyldt", "Ikke opfyldt"), ("+", "-")])
def test_statuses_under_plain_headings(
    drawn: Drawn, texts: Texts, words: tuple[str, str], count: int, middle: bool
) -> None:
    body = [
        [name, *(words[(n * 5 + n // 3 + k * (n % 2)) % 3 > 0] for k in range(3))]
        for n, name in enumerate(NAMES[:count])
    ]
    document = drawn(table(body, middle))
    assert texts(document) == [[HEADS, *body]]
    assert [one.heading_rows for one in document.tables] == [1]


def test_rows_without_any_sign_stay_to_the_last(drawn: Drawn, texts: Texts) -> None:
    body = [
        [name, *("X" if (n * 7 + k * 3) % 5 < 2 and n < 13 else "" for k in range(3))]
        for n, name in enumerate(NAMES)
    ]
    body[4][1:] = ["", "", ""]
    assert texts(drawn(table(body, middle=True))) == [[HEADS, *body]]
