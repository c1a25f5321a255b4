"""Small words that lost their æ, ø or å, put right where no other word is spelled so.

What is a domain word the normalizer has repaired; these are the words the patterns turn on.
``for`` may be ``før`` and ``nar`` ``når`` or ``nær``: words that are spelled like others stay.
"""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

_WORDS = (Path(__file__).parent / "spoilt_words.txt").read_text("utf-8").split()
_SPOILT = {
    "æ": ("ae", "a", "z", "e"),
    "ø": ("oe", "o", "g", "e", "6"),
    "å": ("aa", "a", "é", "4"),
}
# Spelled like words of their own, or like each other: "for", "nar" (når, nær), "far", "hejst".
_TAKEN = frozenset({"nar", "far", "gar", "vare", "var", "tat", "na", "faa", "for", "hejst", "er"})


def _variants(word: str) -> set[str]:
    letters = [(letter, *_SPOILT.get(letter, ())) for letter in word]
    return {"".join(choice) for choice in product(*letters)} - {word} - _TAKEN


_MENDED = {variant: word for word in _WORDS for variant in _variants(word)}
_WORD = re.compile(r"(?<![#@\w?+\[-])[a-zæøåé46]+(?![\w-])")
_NAR = re.compile(r"\bnar(?=\s+(?:under|over|højst|mindst|færre|mindre|andelen)\b)")


def mend(tagged: str) -> str:
    """The tagged text with the small words put right."""
    tagged = _WORD.sub(lambda match: _MENDED.get(match[0], match[0]), tagged)
    return _NAR.sub("når", tagged) if "nar" in tagged else tagged
