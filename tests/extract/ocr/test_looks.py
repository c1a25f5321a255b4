"""What is done to a line before it is looked at."""

from __future__ import annotations

import pytest

from extract.model import Box, Reading, Word
from extract.ocr import lines, looks


@pytest.mark.parametrize(
    ("text", "wide", "named", "narrowed"),
    [
        ("21,7", 60, False, 0.53),  # at 20 pixels a line, 30 columns a character
        ("Ikke opfyldt", 90, False, 1.0),  # a narrow face: 14 columns a character as it is
        ("21,7", 160, False, 0.5),  # the page reader missed what goes on: no less than half
        ("Vejle", 100, True, 1.0),
        ("21,7%", 100, False, 0.6),  # a per cent sign is as wide as two digits and a half
        ("", 60, False, 1.0),
    ],
)
def test_a_line_is_narrowed_to_what_its_characters_need(
    text: str, wide: int, named: bool, narrowed: float
) -> None:
    line = lines.Line((Word(text, Box(0, 0, 1, 1)),), Box(0, 0, 1, 1), named)
    look = looks.Look(line, (100, 100, 100 + wide, 120), ())
    assert looks.squeeze(look) == pytest.approx(narrowed, abs=0.05)


@pytest.mark.parametrize(
    ("texts", "decimal", "open_"),
    [
        (("37%", "37%"), True, True),
        (("37%", "37%"), False, False),
        (("3,7%", "3,7%"), True, False),
        (("37%", "37%", "3,7%"), True, False),  # looked at again already
        (("37%", "31%"), False, True),
    ],
)
def test_a_figure_without_the_decimals_of_its_column_is_looked_at_again(
    texts: tuple[str, ...], decimal: bool, open_: bool
) -> None:
    """In old-style digits set tight both readers lost the comma of seven figures on a fax."""
    names = ("tesseract", "rapid", "rapid@2")
    place = Box(0, 0, 1, 1)
    line = lines.Line((Word(texts[0], place),), place, False, decimal)
    readings = tuple(Reading(*one, 0.9) for one in zip(names, texts, strict=False))
    assert looks.Look(line, (0, 0, 20, 10), readings).open == open_
