"""Plus and minus alone in their cells are found; specks and letters are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from extract.image import flatten, runs, signs

Printed = Callable[..., Any]

DPI = 200
ROWS = range(6)
NAMES = [(30, 30 + 16 * row, "Frederikssund") for row in ROWS]


def found(page: Any) -> list[tuple[int, int, int, int]]:
    grey = flatten.grey(page)
    return signs.find(grey, DPI, runs.find(grey, DPI))


def test_signs_below_each_other_are_found_as_high_as_their_row(printed: Printed) -> None:
    marks = [(200, 30 + 16 * row, "+" if row % 2 else "-") for row in ROWS]
    page = printed([*NAMES, *marks])
    boxes = found(page)
    rows = sorted(runs.find(flatten.grey(printed(NAMES)), DPI), key=lambda box: box[1])
    assert [(box[1], box[3]) for box in sorted(boxes, key=lambda box: box[1])] == [
        (row[1], row[3]) for row in rows
    ]


def test_specks_and_letters_are_no_signs(printed: Printed) -> None:
    page = printed(NAMES)
    rng = np.random.default_rng(3)
    for x, y in zip(rng.integers(420, 1000, 40), rng.integers(60, 400, 40), strict=True):
        page[y : y + 2, x : x + 2] = 0
    assert found(page) == []
    assert found(printed([*NAMES, *((200, 30 + 16 * row, "Nej") for row in ROWS)])) == []
