"""Readings brought to their cells."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from extract.image.prepare import Sheet
from extract.model import Box, Cell, Reading, Table, Word
from extract.ocr import cells, lines, rapid
from extract.ocr.looks import Look
from extract.ocr.reading import DOUBTED

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
    assert {one.reader: one.text for one in merged.rows[0][0].readings} == {
        "tesseract": "Lyngby-Taarbak",
        "rapid": "Lyngby-Taarbæk",
        "rapid@2": "Lyngby-Taarbæk",
    }


def test_a_second_line_that_one_reader_missed_leaves_the_cell_both_readers() -> None:
    """Of ``Opfylder`` over ``ikke`` only the crop reader was left: a person had to look."""
    first, second = (word("Opfylder", 10, 10),), (word("ikke", 10, 22),)
    cell = Cell(0, 0, "Opfylder ikke", page=2, words=first + second)
    found = {
        lines.key(2, first): tuple(readings(tesseract="Opfylder", rapid="Opfylder")),
        lines.key(2, second): tuple(readings(rapid="ikke", tesseract_eng="ikke")),
    }
    [merged] = cells.attach([table(cell)], found)
    held = {one.reader: one.text for one in merged.rows[0][0].readings}
    assert held == dict.fromkeys(["tesseract", "rapid", "tesseract:eng"], "Opfylder ikke")


def test_what_no_reader_has_of_one_line_is_nobodys_reading_of_the_cell() -> None:
    first, second = (word("Ikke", 10, 10),), (word("opfyldt", 10, 22),)
    cell = Cell(0, 0, "Ikke opfyldt", page=2, words=first + second)
    found = {
        lines.key(2, first): tuple(readings(rapid="Ikke")),
        lines.key(2, second): tuple(readings(tesseract="opfyldt", rapid="opfyldt")),
    }
    [merged] = cells.attach([table(cell)], found)
    assert [one.reader for one in merged.rows[0][0].readings] == ["rapid"]


def test_without_tesseract_an_unsure_figure_is_looked_at_a_third_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Cleaned of its dust a 3 of a fax was a 5, twice."""
    line = lines.Line((word("30,85", 10, 10),), Box(10, 10, 30, 20), False)
    unsure = (Reading("rapid", "30,85", 0.79), Reading("rapid@2", "30,85", 0.53))
    sure = tuple(replace(one, confidence=0.9) for one in unsure)
    looks = [Look(line, (2, 2, 30, 14), one) for one in (unsure, sure)]
    monkeypatch.setattr(
        rapid, "lines", lambda crops: [Reading("rapid", "30,83", 0.58) for _ in crops]
    )
    page = np.full((40, 60), 255, np.uint8)
    sheet = Sheet(page, page, page == 0, None, (), 200.0)
    third, kept = cells.uncleaned(sheet, looks)
    assert third.readings[2] == Reading("rapid@3", "30,83", 0.58)
    assert kept.readings == sure


def test_a_figure_is_not_believed_of_who_made_it_narrower_than_its_ink() -> None:
    """Of ``11,7`` the crop reader had ``11,`` at one scale, sure to 0.96."""
    texts = [f"{number},{number % 10}" for number in range(11, 99)]
    looks = []
    for number, text in enumerate(texts):
        place = Box(10, 12 * number, 40, 12 * number + 10)
        line = lines.Line((Word(text, place),), place, False)
        both = (
            Reading("rapid", text, SURE),
            Reading("rapid@2", text[:3] if number else "11,", SURE),
        )
        looks.append(Look(line, (10, 12 * number, 40, 12 * number + 10), both))
    page = np.full((1100, 60), 255, np.uint8)
    first, *others = cells.borne_out(Sheet(page, page, page == 0, None, (), 200.0), looks)
    assert [one.confidence for one in first.readings[:2]] == [SURE, DOUBTED]
    assert all(other.readings[0].confidence == SURE for other in others)


def test_a_place_on_another_page_is_another_place() -> None:
    line = (word("6,6", 10, 10),)
    cell = Cell(0, 0, "6,6", page=2, words=line)
    [same] = cells.attach([table(cell)], {lines.key(1, line): tuple(readings(rapid="6,9"))})
    assert same.rows[0][0] == cell
