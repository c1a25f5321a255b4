"""Readings brought to their cells."""

from __future__ import annotations

import pytest

from extract.model import Box, Cell, Reading, Table, Word
from extract.ocr import cells, lines

SURE = 0.95


def readings(**texts: str) -> list[Reading]:
    return [Reading(name.replace("_", ":"), text, SURE) for name, text in texts.items()]


def word(text: str, x0: float, top: float) -> Word:
    return Word(text, Box(x0, top, x0 + 20, top + 10))


def table(cell: Cell) -> Table:
    return Table(1, rows=((cell,),), page=2)


def test_readings_of_lines_are_joined_as_the_words_are() -> None:
    first, second = (word("Lyngby-", 10, 10),), (word("Taarbak", 10, 22),)
    cell = Cell(0, 0, "Lyngby-Taarbak", page=2, words=first + second)
    found = {
        lines.key(2, first): tuple(readings(tesseract="Lyngby-", rapid="Lyngby-")),
        lines.key(2, second): (
            *readings(tesseract="Taarbak", rapid="Taarbæk"),
            Reading("rapid@2", "Taarbæk", SURE),
        ),
    }
    [merged] = cells.attach([table(cell)], found)
    [one, other] = merged.rows[0][0].readings
    assert (one.reader, one.text) == ("tesseract", "Lyngby-Taarbak")
    assert (other.reader, other.text) == ("rapid", "Lyngby-Taarbæk")


@pytest.mark.parametrize(
    ("text", "wide", "named", "narrowed"),
    [
        ("21,7", 60, False, 0.53),  # at 20 pixels a line, 30 columns a character
        ("Ikke opfyldt", 90, False, 1.0),  # a narrow face: 14 columns a character as it is
        ("21,7", 160, False, 0.5),  # the page reader missed what goes on: no less than half
        ("Vejle", 100, True, 1.0),
        ("", 60, False, 1.0),
    ],
)
def test_a_line_is_narrowed_to_what_its_characters_need(
    text: str, wide: int, named: bool, narrowed: float
) -> None:
    line = lines.Line((Word(text, Box(0, 0, 1, 1)),), Box(0, 0, 1, 1), named)
    look = cells.Look(line, (100, 100, 100 + wide, 120), ())
    assert cells.squeeze(look) == pytest.approx(narrowed, abs=0.05)


def test_a_place_on_another_page_is_another_place() -> None:
    line = (word("6,6", 10, 10),)
    cell = Cell(0, 0, "6,6", page=2, words=line)
    [same] = cells.attach([table(cell)], {lines.key(1, line): tuple(readings(rapid="6,9"))})
    assert same.rows[0][0] == cell
