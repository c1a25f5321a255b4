"""Ink beyond what the page reader saw of a line."""

from __future__ import annotations

import numpy as np
import pytest

from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.model import Box, Word
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
