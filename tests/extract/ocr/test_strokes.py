"""Plus and ``÷`` told apart by all the marks of a page."""

from __future__ import annotations

from collections import Counter

import cv2
import numpy as np
import pytest

from extract.image.crops import PixelBox
from extract.image.prepare import Sheet
from extract.ocr import strokes

MARKS = "+÷++÷+++÷÷+++÷+"


def drawn(marks: str, *, blur: float = 0.8, side: int = 13) -> tuple[Sheet, list[PixelBox]]:
    """A page of marks below each other, at 300 dpi, and their boxes."""
    page = np.full((40 * len(marks) + 40, 120), 255, np.uint8)
    boxes = []
    for row, mark in enumerate(marks):
        x, y, half = 60, 40 * row + 30, side // 2
        page[y - 1 : y + 2, x - half : x + half + 1] = 0
        if mark == "+":
            page[y - half : y + half + 1, x - 1 : x + 2] = 0
        elif mark == "÷":
            page[y - half : y - half + 3, x - 1 : x + 2] = 0
            page[y + half - 2 : y + half + 1, x - 1 : x + 2] = 0
        boxes.append((x - half - 3, y - 14, x + half + 4, y + 15))
    page = np.asarray(cv2.GaussianBlur(page, (0, 0), blur), np.uint8)
    doubt = np.zeros(page.shape, np.bool_)
    return Sheet(page, page, doubt, None, (), 300.0), boxes


def told(sheet: Sheet, boxes: list[PixelBox]) -> str:
    return "".join(one.text if one else "." for one in strokes.told(sheet, boxes))


@pytest.mark.parametrize(("blur", "side"), [(0.6, 13), (0.9, 15), (1.2, 19)])
def test_the_two_kinds_are_told_apart(blur: float, side: int) -> None:
    assert told(*drawn(MARKS, blur=blur, side=side)) == MARKS


def test_blur_that_closes_the_gaps_leaves_nothing_told() -> None:
    sheet, boxes = drawn(MARKS, blur=3.0)
    assert Counter(told(sheet, boxes)) == {".": len(MARKS)}


@pytest.mark.parametrize("marks", ["+" * 12, "÷" * 12, "+" * 11 + "÷"])
def test_one_kind_alone_is_not_told(marks: str) -> None:
    """All may be blurred alike."""
    assert Counter(told(*drawn(marks))) == {".": len(marks)}


def test_a_lone_minus_among_them_is_neither() -> None:
    assert told(*drawn(MARKS + "-")) == MARKS + "."
