"""Words across a page that are no part of its text."""

from __future__ import annotations

import pytest

from extract.layout.watermark import watermarks
from extract.model import Box, Source, Word


def row(number: int, source: Source = Source.OCR) -> list[Word]:
    top = 100.0 + 14 * number
    texts = ((60, "Vejle"), (300, "12,5"), (400, "11,8"))
    return [Word(text, Box(x0, top, x0 + 25, top + 8), source=source) for x0, text in texts]


PAGE = [word for number in range(6) for word in row(number)]


@pytest.mark.parametrize(
    ("stamp", "aside"),
    [
        (Word("MODTAGET", Box(320, 110, 380, 140), source=Source.OCR), True),
        (Word("MODTAGET", Box(320, 110, 380, 140)), False),  # print, which lies over no word
        (Word("NOTAT", Box(60, 40, 160, 66), source=Source.OCR), False),  # above the text
        (Word("Samtaler", Box(320, 100, 330, 140), source=Source.OCR, turned=90), False),
        (Word("Vejle", Box(120, 112, 150, 124), source=Source.OCR), False),
    ],
)
def test_a_stamp_beside_several_lines_of_a_picture_is_set_aside(stamp: Word, aside: bool) -> None:
    """``AGET`` between two columns of figures ran their headings together, and one was lost."""
    assert watermarks([*PAGE, stamp]) == (frozenset([len(PAGE)]) if aside else frozenset())
