"""White print on a dark field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from extract.image import fields, flatten

Printed = Callable[..., Any]

DPI = 200


def test_a_dark_heading_becomes_its_negative(printed: Printed) -> None:
    page = flatten.grey(printed([(40, 60, "Albertslund")]))
    head = flatten.grey(printed([(40, 30, "Kommune")], ink=(255, 255, 255), ground=(40, 60, 120)))
    top, bottom = round(25 * DPI / 72), round(48 * DPI / 72)
    page[top:bottom, 60:1000] = head[top:bottom, 60:1000]
    flat = flatten.flatten(fields.relit(page, DPI), DPI)
    inside = flat[top + 8 : bottom - 8, 70:990]
    assert np.median(inside) > 240
    assert inside.min() < 60
    below = flat[bottom + 5 :]
    assert (below < 128).any()


@pytest.mark.parametrize("dpi", [150, 200, 300])
@pytest.mark.parametrize("left", [60, 61, 62])
def test_nothing_is_left_of_its_edges(dpi: int, left: int) -> None:
    """A strip of paper turned dark ran through the last heading: its column had none."""
    page = np.full((dpi, 4 * dpi), 240, np.uint8)
    page[60 : 60 + dpi // 3, left : left + 3 * dpi] = 90
    assert fields.relit(page, dpi).min() > fields.PALER_EDGE * 240


def test_bold_print_is_no_field(printed: Printed) -> None:
    words = [(20, 30, "RESULTATMAAL"), (20, 60, "FOKUSMAAL")]
    page = flatten.grey(printed(words, size=24))
    assert (fields.relit(page, DPI) == page).all()


@pytest.mark.parametrize("dpi", [150, 200])
def test_the_last_word_of_a_field_may_fill_its_end(printed: Printed, dpi: int) -> None:
    """White letters a point from the edge stayed white on black: the last column had no heading."""
    words = [(30, 30, "Ydelse"), (195, 30, "Uden tilbud")]
    head = flatten.grey(printed(words, ink=(255, 255, 255), ground=(40, 60, 120), dpi=dpi, size=9))
    plain = flatten.grey(printed(words, dpi=dpi, size=9))
    right = int(np.flatnonzero((plain < 128).any(axis=0))[-1]) + dpi // 40
    top, bottom, left = round(29 * dpi / 72), round(42 * dpi / 72), round(25 * dpi / 72)
    page = np.full_like(head, 255)
    page[top:bottom, left:right] = head[top:bottom, left:right]
    lit = fields.relit(page, dpi)
    assert ((lit < 128) != (plain < 128)).mean() < 0.002
