"""Ink beyond what the page reader saw of a line."""

from __future__ import annotations

import numpy as np
import pytest

from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.model import Box, Cell, Page, Table, Word
from extract.ocr import lines

SEEN = Box(20, 20, 100, 44)  # points, pixels as well at 72 dpi
STOP, DIGIT, MINUS = (105, 40, 109, 44), (105, 20, 118, 44), (4, 30, 14, 33)


@pytest.mark.parametrize(
    ("text", "beyond", "found"),
    [
        ("7,9 pct", STOP, False),
        ("7,9 pct.", STOP, False),
        ("7,9", STOP, True),  # a comma, and its decimals lost
        ("7,9 pct.", DIGIT, True),
        ("7,9 pct.", MINUS, True),
    ],
)
def test_a_full_stop_after_a_word_is_nothing_overlooked(
    text: str, beyond: tuple[int, int, int, int], found: bool
) -> None:
    page: Pixels = np.full((70, 160), 255, np.uint8)
    page[20:44, 20:100] = 0
    page[26:28, 100:102] = 0  # the cross stroke of a t runs over the box
    x0, top, x1, bottom = beyond
    page[top:bottom, x0:x1] = 0
    sheet = Sheet(page, page, np.zeros(page.shape, np.bool_), None, (), 72.0)
    line = lines.Line((Word(text, SEEN),), SEEN, name=False)
    assert lines.overlooked(sheet, line, (min(20, x0), 20, max(100, x1), 44)) is found


def test_the_row_that_a_page_break_left_alone_is_read_again() -> None:
    """One reader had it, and the last municipality of the table was for a person on every scan."""
    row = [Word("Vejle", Box(60, 80, 84, 88)), Word("9,5%", Box(200, 80, 220, 88))]
    prose = [Word("Notatet", Box(60, 120, 95, 128)), Word("er", Box(98, 120, 106, 128))]
    page = Page(3, 595, 842, (*row, *prose))
    assert [one.text for one in lines.lone(page, [])] == ["Vejle", "9,5%"]
    inside = Table(1, rows=(tuple(Cell(0, n, words=(one,)) for n, one in enumerate(row)),))
    assert lines.lone(page, [inside]) == []
