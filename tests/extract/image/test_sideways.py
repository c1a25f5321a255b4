"""Lines of print on their side, found by their ink."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from extract.image import flatten, runs, sideways

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]

DPI = 200
HEADINGS = [(30, 30, "Andel uden tilbud"), (30, 48, "Lever op til resultatmål")]


def test_lines_on_their_side_are_found_each_by_itself(printed: Printed, listed: Words) -> None:
    upright = flatten.grey(printed(listed))
    turned = np.rot90(flatten.grey(printed(HEADINGS)))
    page = np.full((upright.shape[0] + turned.shape[0], upright.shape[1]), 255, np.uint8)
    page[: turned.shape[0], : turned.shape[1]] = turned
    page[turned.shape[0] :] = upright
    lines = sorted(runs.find(flatten.grey(printed(HEADINGS)), DPI))
    found = sideways.find(page, DPI, [])
    assert len(found) == len(lines) == 2
    for x0, top, x1, bottom in found:
        assert bottom <= turned.shape[0]
        assert bottom - top > 4 * (x1 - x0)


def test_columns_of_a_table_are_no_lines_on_their_side(printed: Printed, listed: Words) -> None:
    page = flatten.grey(printed(listed))
    assert sideways.find(page, DPI, runs.find(page, DPI)) == []
