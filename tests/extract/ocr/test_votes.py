"""What several readings of one line come to."""

from __future__ import annotations

import pytest

from extract.model import Reading
from extract.ocr import votes

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
    assert votes.agreed(found) is agree


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
    assert votes.settled(found) is enough


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
    assert votes.best(found) == text
