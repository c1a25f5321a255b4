"""Headings letter by letter: words made whole that a scan, or a narrow column, damaged."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from normalize.headings.glossary import in_full
from normalize.prose.lexicon import mend, repair_word

_WORD = re.compile(r"[^\W\d_]+")
# Known with one letter lost, doubled or wrong, also where words run together
# (``0konomiskpotentile``). No two of them are within three letters of each other.
_STEMS = (
    *("resultatmål", "potentiale", "difference", "forventet", "placering", "afvigelse"),
    *("faktisk", "samtale", "tilbud", "dagpenge", "kontanthjælp"),
)


def restored(text: str) -> str:
    """The text with every word of `_STEMS` made whole that a letter is wrong in."""
    folded = text.casefold()
    for stem in _STEMS:
        sizes = (len(stem), len(stem) - 1, len(stem) + 1)
        parts = (folded[at : at + size] for size in sizes for at in range(len(folded) - size + 1))
        near = next((part for part in parts if Levenshtein.distance(part, stem) <= 1), stem)
        folded = folded.replace(near, stem)
    return folded


def repaired(text: str) -> str:
    """The text in lower case, abbreviations written out and damaged words repaired."""
    plain = mend(in_full(text))
    return _WORD.sub(lambda word: _negation(repair_word(word[0])), plain).casefold()


def _negation(word: str) -> str:
    """``ikke`` for a word one letter off it: lost, it would turn a share round."""
    near = 3 <= len(word) <= 5 and Levenshtein.distance(word.casefold(), "ikke") == 1
    return "ikke" if near else word
