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
