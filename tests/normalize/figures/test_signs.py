"""Statuses printed as plus and minus."""

import pytest

from extract.model import Cell, Reading, Source
from normalize.figures.signs import Signs, find_signs, sign_of


@pytest.mark.parametrize(
    ("texts", "heading", "signs"),
    [
        (["+", "-", "+"], "Resultatmål", Signs(divide=False)),
        (["+", "÷", "-"], "Resultatmål", Signs(divide=True)),
        (["-", "-", "–"], "Resultatmål", None),
        (["-", "-", "–"], "Resultatmål (+/-)", Signs(divide=False)),
        (["+", "12,5", "-"], "Resultatmål", None),
        ([], "Resultatmål (+/-)", None),
    ],
)
def test_a_column_of_signs_has_a_plus(texts: list[str], heading: str, signs: Signs | None) -> None:
    assert find_signs(texts, heading) == signs


@pytest.mark.parametrize(
    ("sign", "divide", "source", "word"),
    [
        ("+", False, Source.TEXT, "opfyldt"),
        ("−", False, Source.TEXT, "ikke opfyldt"),
        ("÷", True, Source.TEXT, "ikke opfyldt"),
        ("-", True, Source.TEXT, "-"),
        ("+", False, Source.OCR, "opfyldt"),
        ("+", True, Source.OCR, "?"),
        ("", False, Source.OCR, "?"),
        ("", False, Source.TEXT, ""),
        ("u.a.", False, Source.TEXT, "u.a."),
    ],
)
def test_a_sign_in_words(sign: str, divide: bool, source: Source, word: str) -> None:
    cell = Cell(1, 1, sign, readings=(Reading("rapid", sign, 0.9),))
    told = Signs(divide).in_words(cell, source)
    assert (told.text, told.readings[0].text) == (word, word)


@pytest.mark.parametrize(
    ("shape", "speck", "divide", "words"),
    [
        ("-", "•", False, ["ikke opfyldt", "ikke opfyldt"]),
        ("-", "•", True, ["?", "?"]),  # the bar of a ÷ whose dots were lost, perhaps
        ("+", "•", False, ["opfyldt", "?"]),
    ],
)
def test_a_speck_is_a_minus_where_its_ink_is_flat(
    shape: str, speck: str, divide: bool, words: list[str]
) -> None:
    read = Reading("shape", shape, 1.0), Reading("rapid", speck, 0.5)
    told = Signs(divide).in_words(Cell(1, 1, speck, readings=read), Source.OCR)
    assert [reading.text for reading in told.readings] == words


def test_specks_show_no_minus_but_where_they_are_flat() -> None:
    flat, round_ = (Cell(1, 1, "•", readings=(Reading("shape", s, 1.0),)) for s in "-+")
    assert [sign_of(flat), sign_of(round_)] == ["-", "•"]


@pytest.mark.parametrize("others", [["-"], ["•"] * 30])
def test_a_pictures_column_of_nothing_but_plus_is_not_believed(others: list[str]) -> None:
    """Its minuses were ÷, which every reader took for a plus or for a speck."""
    signs = find_signs(["+"] * 40 + others, "Resultatmål")
    assert signs == Signs(divide=False, plus_only=True)
    cell = Cell(1, 1, "+", readings=(Reading("rapid", "+", 0.99),))
    assert signs.in_words(cell, Source.OCR).text == "?"
    assert signs.in_words(cell, Source.TEXT).text == "opfyldt"


@pytest.mark.parametrize(("sign", "word"), [("+", "opfyldt"), ("÷", "ikke opfyldt")])
def test_signs_told_apart_by_their_strokes(sign: str, word: str) -> None:
    """The readers take both for a plus."""
    read = Reading("rapid", "+", 0.99), Reading("tesseract:eng", "£", 0.1)
    cell = Cell(1, 1, "+", readings=(*read, Reading("parted", sign, 1.0)))
    assert sign_of(cell) == sign
    told = Signs(divide=True).in_words(cell, Source.OCR)
    assert told.text == word
    assert [one.text for one in told.readings] == [word, "£"]
