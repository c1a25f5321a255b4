"""Lines on their side are read in the direction they have; bits of them are no words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from extract.image.crops import PixelBox
from extract.image.prepare import prepare
from extract.image.render import Picture
from extract.ocr import rapid, sideways
from extract.ocr.reader import Seen

Printed = Callable[..., Any]
pytestmark = pytest.mark.skipif(not rapid.available(), reason="needs the reader of crops")


@pytest.mark.parametrize(("turns", "way"), [(1, 90), (3, 270)])
def test_a_turned_heading_is_read_the_way_it_stands(printed: Printed, turns: int, way: int) -> None:
    page = np.ascontiguousarray(np.rot90(printed([(30, 30, "Andel uden tilbud")]), turns))
    sheet = prepare(Picture(page, 200), 0, 0.0)
    words = sideways.words(sheet, [])
    assert [word.text for word in words] == ["Andel", "uden", "tilbud"]
    assert {word.turned for word in words} == {way}
    boxes = [word.box for word in words if word.box]
    assert all(box.bottom - box.top > box.x1 - box.x0 for box in boxes)
    tops = [box.top for box in boxes]
    assert tops == sorted(tops, reverse=way == 90)


def test_a_column_of_marks_on_its_side_is_no_line(printed: Printed) -> None:
    page = printed([(30, 30 + 9 * row, "-" if row % 3 else "1") for row in range(20)])
    assert sideways.words(prepare(Picture(page, 200), 0, 0.0), []) == []


def test_bits_of_a_turned_line_are_left_out_and_words_beside_it_kept(printed: Printed) -> None:
    page = np.ascontiguousarray(np.rot90(printed([(30, 30, "Andel uden tilbud")])))
    sheet = prepare(Picture(page, 200), 0, 0.0)
    aside = sideways.words(sheet, [])
    x0, top, x1, bottom = sheet.pixels(next(word.box for word in aside if word.box))
    bit = Seen("de", x0 - 4, top, x1 + 4, min(bottom, top + 20), 0.6)
    word = Seen("Kommune", x1 + 30, top, x1 + 120, bottom, 0.9)
    assert sideways.beside(sheet, [bit, word], aside) == [word]


def test_columns_of_figures_and_short_words_are_not_turned(
    printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(30, 30 + 9 * row, f"{10 + row}") for row in range(9)]
    rows += [(90, 30 + 9 * row, "Ja") for row in range(9)]
    sheet = prepare(Picture(printed(rows), 200), 0, 0.0)
    scale = 200 / 72
    seen = [
        Seen(text, round(x * scale) - 2, round((y - 9) * scale), round((x + 14) * scale),
             round((y + 2) * scale), 0.95)
        for x, y, text in rows
    ]  # fmt: skip
    turned: list[PixelBox] = []

    def spied(_: object, boxes: Sequence[PixelBox]) -> list[Seen]:
        turned.extend(boxes)
        return []

    monkeypatch.setattr(rapid, "words_in", spied)
    sideways.words(sheet, [one._replace(confidence=0.3) for one in seen])
    assert turned
    turned.clear()
    assert sideways.words(sheet, seen) == []
    assert not turned


def test_a_short_second_line_beside_the_first_is_read_with_it(printed: Printed) -> None:
    """``Mindst fire`` over ``pct.``: three letters alone are no line on its side."""
    lines = [(30, 30, "Mindst et tilbud"), (30, 43, "pct.")]
    page = np.ascontiguousarray(np.rot90(printed(lines)))
    sheet = prepare(Picture(page, 200), 0, 0.0)
    assert [word.text for word in sideways.words(sheet, [])][-1] == "pct."
    alone = np.ascontiguousarray(np.rot90(printed(lines[1:])))
    assert sideways.words(prepare(Picture(alone, 200), 0, 0.0), []) == []
