"""Readings weighed and brought to their cells."""

from __future__ import annotations

import pytest

from extract.model import Box, Cell, Reading, Table, Word
from extract.ocr import cells

SURE = 0.95


def readings(**texts: str) -> list[Reading]:
    return [Reading(name.replace("_", ":"), text, SURE) for name, text in texts.items()]


@pytest.mark.parametrize(
    ("found", "agree"),
    [
        (readings(tesseract="9,1%", rapid="9,1 %"), True),
        (readings(tesseract="91%", rapid="9,1%"), False),
        (readings(tesseract="91%", rapid="9,1%", tesseract_eng="9,1%"), True),
        ([Reading("tesseract", "9,1", SURE), Reading("tesseract:eng", "9,1", SURE)], False),
        ([Reading("rapid", "9,1", SURE), Reading("rapid@2", "9,1", SURE)], False),
        ([Reading("tesseract", "3,9", SURE), Reading("rapid", "3,9", 0.4)], False),
        (readings(tesseract="", rapid=""), False),
        ([Reading("a", "Ikke opfyldt", 0.9), Reading("b", "ikke opfyldt", 0.9)], True),
        ([Reading("a", "26,6 pct", 0.9), Reading("b", "26,6 pct.", 0.9)], True),
        ([Reading("a", "26,6", 0.9), Reading("b", "26,6.", 0.9)], False),
    ],
)
def test_two_sure_readers_must_agree(found: list[Reading], agree: bool) -> None:
    assert cells.agreed(found) is agree


@pytest.mark.parametrize(
    ("found", "enough"),
    [
        ([Reading("tesseract", "7,9", SURE), Reading("rapid", "7,9", 0.4)], False),
        ([*readings(tesseract="7,9", rapid="7,9"), Reading("rapid@2", "7,9", 0.4)], True),
        ([*readings(tesseract="7,9", rapid="79"), Reading("rapid@2", "7,9", SURE)], False),
        ([*readings(tesseract="Lever ikke", rapid="Lever 1kke", rapid_2="Lever ikke")], True),
        (readings(rapid="7,9", rapid_2="7,9"), False),
    ],
)
def test_words_are_settled_by_two_readers_and_figures_by_all(
    found: list[Reading], enough: bool
) -> None:
    assert cells.settled(found) is enough


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (readings(tesseract="91%", rapid="9,1%"), "9,1%"),  # figures: the crop reader
        (readings(tesseract="Brøndby", rapid="Brondby"), "Brøndby"),  # letters: Tesseract
        (readings(tesseract="9,1", rapid="9.1", tesseract_eng="9,1"), "9,1"),
        (readings(tesseract="", rapid="7,3"), "7,3"),
        ([], ""),
    ],
)
def test_the_best_text_is_what_most_say(found: list[Reading], text: str) -> None:
    assert cells.best(found) == text


def word(text: str, x0: float, top: float) -> Word:
    return Word(text, Box(x0, top, x0 + 20, top + 10))


def table(cell: Cell) -> Table:
    return Table(1, rows=((cell,),), page=2)


def test_readings_of_lines_are_joined_as_the_words_are() -> None:
    first, second = (word("Lyngby-", 10, 10),), (word("Taarbak", 10, 22),)
    cell = Cell(0, 0, "Lyngby-Taarbak", page=2, words=first + second)
    found = {
        cells.key(2, first): tuple(readings(tesseract="Lyngby-", rapid="Lyngby-")),
        cells.key(2, second): (
            *readings(tesseract="Taarbak", rapid="Taarbæk"),
            Reading("rapid@2", "Taarbæk", SURE),
        ),
    }
    [merged] = cells.attach([table(cell)], found)
    [one, other] = merged.rows[0][0].readings
    assert (one.reader, one.text) == ("tesseract", "Lyngby-Taarbak")
    assert (other.reader, other.text) == ("rapid", "Lyngby-Taarbæk")


def test_a_place_on_another_page_is_another_place() -> None:
    line = (word("6,6", 10, 10),)
    cell = Cell(0, 0, "6,6", page=2, words=line)
    [same] = cells.attach([table(cell)], {cells.key(1, line): tuple(readings(rapid="6,9"))})
    assert same.rows[0][0] == cell
