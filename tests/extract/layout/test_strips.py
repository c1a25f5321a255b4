"""Headings on their side: each line one strip over its column."""

from __future__ import annotations

import pytest

from extract.layout import lay_out
from extract.layout.strips import stripped
from extract.model import Box, Page, Word

SIZE = 8.0


def upwards(x0: float, bottom: float, *texts: str, way: int = 90) -> list[Word]:
    """Words that follow each other on one line, read upwards (90) or downwards (270)."""
    words = []
    for text in texts:
        long = 4.5 * len(text)
        top = bottom - long if way == 90 else bottom
        words.append(Word(text, Box(x0, top, x0 + SIZE, top + long), size=9.0, turned=way))
        bottom += (-1 if way == 90 else 1) * (long + 3.0)
    return words


def row(top: float, *cells: tuple[float, str]) -> list[Word]:
    return [Word(text, Box(x, top, x + 4.5 * len(text), top + SIZE), size=9.0) for x, text in cells]


@pytest.mark.parametrize("way", [90, 270])
def test_a_line_on_its_side_is_one_word(way: int) -> None:
    words = upwards(100, 200, "Placering", "i", "2022", way=way)
    beside = upwards(140, 200, "Samtaler", way=way)
    assert [one.text for one in stripped([*words, *beside])] == ["Placering i 2022", "Samtaler"]
    assert stripped(words, {id(word) for word in words}) == words


def test_two_columns_far_up_the_page_are_two_lines() -> None:
    words = [*upwards(100, 200, "Samtaler"), *upwards(100, 90, "Tilbud")]
    assert [one.text for one in stripped(words)] == ["Samtaler", "Tilbud"]


def test_narrow_columns_have_the_headings_on_their_side_that_stand_over_them() -> None:
    """``2022``, ``i`` and ``Placering`` were three rows, and ``Er`` part of the column before."""
    words = [*row(190, (60, "By"))]
    for x, text in ((150, "Placering i 2022"), (190, "Placering i 2023"), (222, "Er målet nået")):
        words += upwards(x, 198, *text.split())
    words += upwards(233, 198, "eller", "ej")
    for index, name in enumerate(("Assens", "Billund", "Egedal", "Fanø", "Odder", "Vejle")):
        cells = ((150, f"{10 + index}"), (190, f"{20 + index}"), (226, "Ja"))
        words += row(206 + 12 * index, (60, name), *cells)
    [table] = lay_out([Page(1, 595, 842, tuple(words))]).tables
    heads = ["By", "Placering i 2022", "Placering i 2023", "Er målet nået eller ej"]
    assert [cell.text for cell in table.rows[0]] == heads
    assert len(table.body) == 6
