"""The sheet of a page: its colours stand where its words stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extract.image import colour, turn
from extract.image.prepare import prepare
from extract.image.render import Picture
from extract.model import Box

Printed = Callable[..., Any]


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_a_red_word_is_red_at_any_resolution(printed: Printed, dpi: int) -> None:
    page = printed([(40, 40, "31,9%")], ink=(200, 20, 20), dpi=dpi, paper=(200, 100))
    sheet = prepare(Picture(page, dpi), 0, 0.0)
    seen = sheet.coloured(sheet.pixels(Box(40, 40, 72, 52)))
    assert seen is not None
    ink = colour.of_ink(seen)
    assert ink is not None and ink.endswith("0000")


def test_a_grey_page_has_no_colours(printed: Printed) -> None:
    sheet = prepare(Picture(printed([(40, 40, "31,9%")], dpi=150, paper=(200, 100)), 150), 0, 0.0)
    assert sheet.coloured((0, 0, 100, 50)) is None


@pytest.mark.parametrize(("found", "turned"), [(-0.05, 0.0), (0.075, 0.075)])
def test_a_page_that_is_level_enough_is_not_turned(
    printed: Printed, monkeypatch: pytest.MonkeyPatch, found: float, turned: float
) -> None:
    monkeypatch.setattr(turn, "skew", lambda *_: found)
    page = Picture(printed([(40, 40, "31,9%")], dpi=150, paper=(200, 100)), 150)
    assert prepare(page, 0).angle == turned
