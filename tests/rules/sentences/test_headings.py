"""What stands above each sentence."""

from __future__ import annotations

from normalize.model import Sentence
from rules.sentences.headings import headings


def _sentence(text: str, paragraph: int, section: str = "") -> Sentence:
    return Sentence(text, text, None, None, paragraph, section)


def test_a_short_line_of_its_own_is_a_heading_until_the_next() -> None:
    lines = (
        _sentence("Indledning til notatet.", 0),
        _sentence("Spor 1: Samtaler", 1),
        _sentence("97 kommuner ligger under grænsen.", 2),
        _sentence("Samsø gør ikke.", 2),
        _sentence("b) Tilbud", 3),
        _sentence("53 kommuner ligger under grænsen.", 4),
    )
    assert headings(lines) == (
        *("", "Spor 1: Samtaler", "Spor 1: Samtaler", "Spor 1: Samtaler"),
        *("b) Tilbud", "b) Tilbud"),
    )


def test_a_section_takes_the_place_of_a_line() -> None:
    lines = (
        _sentence("Samtaler", 0, "Resultater"),
        _sentence("97 kommuner ligger under grænsen.", 1, "Resultater"),
        _sentence("53 kommuner ligger under grænsen.", 2, "Tilbud"),
    )
    assert headings(lines) == ("Samtaler", "Samtaler", "Tilbud")


def test_a_long_line_or_one_of_several_is_no_heading() -> None:
    lines = (
        _sentence("Samtaler", 0),
        _sentence("Det er den del af indsatsen der går bedst for kommunerne", 0),
        _sentence("Ni ud af ti borgere har fået samtaler i den periode der måles på her", 1),
    )
    assert headings(lines) == ("", "", "")
