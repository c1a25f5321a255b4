"""Names set out in points are taken into the sentence that announces them."""

from __future__ import annotations

import pytest

from normalize.model import Sentence
from normalize.names.mentions import mentions
from rules.sentences.bullets import gathered


def said(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, text, 1, line, line) for line, text in enumerate(texts))


def test_points_become_one_list() -> None:
    intro, rest = gathered(said("Tre er med:", "Greve", "Køge Kommune", "Varde;", "De er med."))
    assert intro.text == "Tre er med: Greve, Køge Kommune og Varde."
    names = [intro.text[one.start : one.end] for one in mentions(intro)]
    assert names == ["Greve", "Køge", "Varde"]
    assert rest.text == "De er med."


def test_a_name_that_was_not_read_keeps_its_place_and_a_heading_below_does_not_join() -> None:
    intro, rest = gathered(said("Tre er med:", "Greve", "Qxzbo", "Varde", "Baggrund"))
    assert intro.text == "Tre er med: Greve, Qxzbo og Varde."
    assert rest.text == "Baggrund"


@pytest.mark.parametrize(
    "texts",
    [
        ("Tre er med.", "Greve", "Køge", "Varde"),
        ("Det gælder:", "Greve opfylder målet", "Køge gør ikke"),
        ("Sådan er det:", "Greve"),
    ],
)
def test_other_sentences_stay_as_they_are(texts: tuple[str, ...]) -> None:
    assert gathered(said(*texts)) == said(*texts)
