"""Statuses printed as plus and minus."""

import pytest

from extract.model import Cell, Reading, Source
from normalize.signs import Signs, find_signs


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
