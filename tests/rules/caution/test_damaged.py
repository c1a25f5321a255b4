"""Sentences whose words are still spoilt accuse nobody."""

from __future__ import annotations

import pytest

from rules.caution.damaged import spoilt_words, weighed
from rules.model import Claim, ClaimKind, Finding, Verdict


@pytest.mark.parametrize(
    "word", ["h6jeste", "Fan6", "1ever", "SjaelIand", "dcr", "andelcn", "tllbud", "gennemsnlttet"]
)
def test_spoilt_words_are_seen(word: str) -> None:
    assert spoilt_words(f"Den {word} er 17,5 pct. i 2024.") == (word,)


def test_words_numbers_and_marks_of_a_clean_text_are_not() -> None:
    text = (
        "Jf. § 22 a, sag 25/1187, L 66 og tabel 2: 19,98 pct. af de l8 millioner, a-dagpenge, alt."
    )
    assert spoilt_words(text) == ()


def test_a_contradiction_in_a_spoilt_sentence_is_for_a_person() -> None:
    text = "K6ge har 26,2 pct. uden tilbud."
    found = Finding("", ClaimKind.CROSS_TABLE, Verdict.CONTRADICTED, "Notatet skriver 26,2.")
    told = weighed(found, Claim("c", ClaimKind.CROSS_TABLE, text))
    assert told.verdict is Verdict.UNVERIFIABLE
    assert "»K6ge«" in told.explanation
    clean = Claim("c", ClaimKind.CROSS_TABLE, text.replace("6ge", "øge"))
    assert weighed(found, clean) == found
