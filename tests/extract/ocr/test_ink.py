"""Ink that readers passed over: a minus worn down to a dot, a digit in bits."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from extract.image import runs
from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.image.rulings import Line
from extract.model import Reading
from extract.ocr import ink

BOX = (60, 20, 144, 45)  # round "12,5" as drawn here


def sheet(*, minus: int = 0, cut: bool = False) -> Sheet:
    """A page with ``12,5``, a minus of so many pixels before it, its 2 in two parts."""
    page: Pixels = np.full((70, 220), 255, np.uint8)
    cv2.putText(page, "12,5", (60, 44), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3)
    page[32:35, 54 - minus : 54] = 0
    if cut:
        page[34:37, 82:105] = 255
    doubt = np.zeros(page.shape, np.bool_)
    return Sheet(page, page, doubt, None, (), 200.0)


def told(sheet: Sheet, *texts: str) -> str:
    readings = [Reading("tesseract", text, 0.9) for text in texts]
    return "".join(reading.text for reading in ink.witness(sheet, BOX, readings))


@pytest.mark.parametrize(("minus", "seen"), [(0, ""), (8, "-"), (2, "-")])
def test_a_sign_no_reader_saw(minus: int, seen: str) -> None:
    assert told(sheet(minus=minus), "12,5", "12,5") == seen


def test_characters_in_bits() -> None:
    assert told(sheet(cut=True), "12,5") == "?"
    assert told(sheet(cut=True, minus=8), "12,5") == "-?"


def test_a_sign_that_was_read_is_no_news_and_words_have_none() -> None:
    assert told(sheet(minus=8), "12,5", "-12,5") == ""
    assert told(sheet(cut=True, minus=8), "Opfyldt") == ""


WHOLE = runs.tight(sheet().clean, (40, 10, 200, 65))


def test_a_figure_in_white_is_clear() -> None:
    assert ink.clear(sheet(), WHOLE)


@pytest.mark.parametrize(
    "line", [((20, 60), (140, 12)), ((50, 10), (58, 66)), ((60, 18), (144, 18))]
)
def test_a_figure_with_a_line_through_or_beside_it_is_not(
    line: tuple[tuple[int, int], tuple[int, int]],
) -> None:
    """What a stamp covers, no reader sees."""
    page = sheet()
    cv2.line(page.clean, *line, 0, 3)
    assert not ink.clear(page, WHOLE)


def test_a_figure_that_is_known_may_stand_close_beside_it() -> None:
    """``Opfylder`` in a narrow column stood nearer to the figure beside it than its own height."""
    page = sheet()
    cv2.putText(page.clean, "7", (WHOLE[2] + 8, 44), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3)
    other = runs.tight(page.clean, (WHOLE[2] + 2, 10, 220, 65))
    assert not ink.clear(page, WHOLE)
    assert ink.clear(page, WHOLE, [WHOLE, other])
    cv2.line(page.clean, (50, 10), (58, 66), 0, 3)
    assert not ink.clear(page, WHOLE, [WHOLE, other])


def test_where_a_line_was_taken_out_that_was_no_ruling_nothing_is_clear() -> None:
    page = sheet()
    page.doubt[30:34, 50:58] = True
    assert not ink.clear(page, WHOLE)


@pytest.mark.parametrize(
    ("line", "struck"),
    [
        (Line(0, 31, 220, 34), True),  # through its middle: a stamp's
        (Line(0, 46, 220, 49), False),  # below it, as rulings stand
        (Line(90, 0, 93, 70), True),
        (Line(150, 0, 153, 70), False),
    ],
)
def test_a_figure_that_a_line_was_taken_out_of_is_in_bits(line: Line, struck: bool) -> None:
    """Of ``14,8`` both readers had ``14,0``: a stamp's frame had taken the waist of its 8."""
    page = replace(sheet(), lines=(line,))
    readings = [Reading("tesseract", "12,5", 0.9)]
    assert bool(ink.witness(page, BOX, readings)) == struck
    assert ink.clear(page, WHOLE) != struck


def test_a_speck_of_a_fax_beside_a_figure_does_not_cover_it() -> None:
    page = sheet()
    page.clean[30:32, WHOLE[2] + 4 : WHOLE[2] + 6] = 0
    assert ink.clear(page, WHOLE)
