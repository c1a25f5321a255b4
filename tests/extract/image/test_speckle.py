"""Dust goes, commas stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from extract.image import flatten, speckle

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]


def test_salt_is_removed_and_every_comma_kept(printed: Printed) -> None:
    words = [(20 + 60 * column, 20 + 14 * row, "9,1") for row in range(15) for column in range(6)]
    page = flatten.flatten(flatten.grey(printed(words, size=7.5, dpi=150)), 150)
    salted = page.copy()
    spots = np.random.default_rng(3).random(page.shape) < 0.003
    far = np.ones(page.shape, bool)
    for y, x in zip(*np.nonzero(page < 200), strict=True):
        far[max(0, y - 4) : y + 5, max(0, x - 4) : x + 5] = False
    salted[spots & far] = 0
    assert (speckle.remove(salted, 150) == page)[page < 200].all()
    left = np.count_nonzero(speckle.remove(salted, 150)[far] < 128)
    assert left < 0.02 * np.count_nonzero(salted[far] < 128)


def test_a_clean_page_is_not_touched(printed: Printed, listed: Words) -> None:
    page = flatten.grey(printed(listed))
    assert speckle.remove(page, 200) is page


def test_a_minus_of_a_fax_and_the_joints_of_a_digit_stay() -> None:
    """Four pixels and two, as large as dust: eaten, they left 0,82 of -0,82 and a 5 of a 3."""
    page = np.full((1000, 800), 255, np.uint8)
    page[np.random.default_rng(5).random(page.shape) < 0.002] = 0
    page[90:130, 90:150] = 255
    page[100:116, 110:112] = 0  # a stem
    page[108, 104:108] = 0  # a minus, as near as it stands
    page[107:109, 113] = 0  # a joint
    clean = speckle.remove(page, 200)
    assert (clean[90:130, 90:150] == page[90:130, 90:150]).all()
    assert np.count_nonzero(clean < 128) < 0.1 * np.count_nonzero(page < 128)
