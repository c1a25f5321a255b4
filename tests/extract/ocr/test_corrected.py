"""The words of a page as all its readers have them."""

from __future__ import annotations

from extract.model import Box, Page, Reading, Word
from extract.ocr.corrected import corrected


def word(text: str, x0: float, x1: float) -> Word:
    return Word(text, Box(x0, 10, x1, 20))


def read(*texts: str) -> tuple[Reading, ...]:
    names = ("tesseract", "rapid", "rapid@2")
    return tuple(Reading(name, text, 0.9) for name, text in zip(names, texts, strict=False))


NAME, BITS = word("Lemvig", 10, 40), (word("gs", 50, 54), word("|", 60, 62))
PAGE = Page(3, 100.0, 100.0, words=(NAME, *BITS))
PLACE = tuple(one.box for one in BITS if one.box)


def test_bits_of_a_figure_become_the_figure_in_the_place_of_all() -> None:
    whole = read("gs |", "1,1", "1,1")
    found = corrected(PAGE, {(3, PLACE): whole})
    assert found.page.words == (NAME, word("1,1", 50, 62))
    assert found.readings == {(3, (Box(50, 10, 62, 20),)): whole}


def test_as_many_words_keep_their_places() -> None:
    found = corrected(PAGE, {(3, PLACE): read("gs |", "9,5 %", "9,5 %")})
    assert found.page.words == (NAME, word("9,5", 50, 54), word("%", 60, 62))
    assert list(found.readings) == [(3, PLACE)]


def test_a_line_that_came_apart_otherwise_stays_as_it_is() -> None:
    found = corrected(PAGE, {(3, PLACE): read("gs |", "1 1 1", "1 1 1")})
    assert found.page == PAGE
    assert list(found.readings) == [(3, PLACE)]


def test_a_word_that_a_table_cut_anew_is_left_to_the_table() -> None:
    part = (Box(50, 10, 52, 20),)
    found = corrected(PAGE, {(3, part): read("g", "9", "9")})
    assert found.page == PAGE
    assert list(found.readings) == [(3, part)]
