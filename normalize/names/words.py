"""Texts that are no municipality: listed words, and how Danish a text is spelled."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from normalize.names.municipalities import fold, spellings

# Lists of ``data``: words of the notes; other places and table words; words that resemble a name.
DOMAIN, PLACES, LIKE = "ordliste.txt", "andre_navne.txt", "lignende_ord.tsv"
# Nats by which a name cell rarely holds the commonest word: "Sorg" may be meant, "Fang" is Fanø.
_COMMONEST = 2.0
_ANY = 15.0  # pseudo-count of a letter after any other

# Letters that OCR mixes up, as one sign each: readings are first sorted by their shape.
_SHAPE = str.maketrans(
    dict.fromkeys("øoge@6&q09cæaåäáàéz42", "o")
    | dict.fromkeys("il1|!jtf[]í", "i")
    | dict.fromkeys("nrhm", "n")
    | dict.fromkeys(" -.,'~", "")
)


def shape(text: str) -> str:
    """A text with every letter OCR mixes up as one sign, to sort readings by."""
    return text.casefold().replace("m", "nn").translate(_SHAPE)


def _words(file: str) -> Iterable[str]:
    text = (files("normalize") / "data" / file).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def other_words(file: str) -> dict[str, str]:
    """Folded words of a list that are no municipality → their shape."""
    words = (fold(word) for word in _words(file))
    return {word: shape(word) for word in words if word not in spellings()}


@cache
def _like() -> Mapping[str, tuple[float, bool]]:
    """Folded words that resemble a municipality → log of their rank, whether one is a name."""
    rows = (line.split("\t") for line in _words(LIKE))
    return {fold(word): (float(rank), word[0].isupper()) for word, rank in rows}


def word_cost(name: str, beside: bool = False) -> float:
    """Nats of a text being meant as it stands, infinite for what is no known word.

    ``beside`` the word "kommune" only names of other places are.
    """
    rank, is_name = _like().get(fold(name), (math.inf, True))
    return math.inf if beside and not is_name else _COMMONEST + rank


def near_words(given: str) -> list[str]:
    """The five other places whose shape is nearest."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    near = process.extract(
        shape(given), other_words(PLACES), scorer=Levenshtein.distance, limit=5, processor=None
    )
    return [word for _, _, word in near]


def spelling_cost(text: str) -> float:
    """Nats of a text among Danish words: each letter given the one before it, word by word."""
    return sum(map(_spelling_cost, text.split()))


def _spelling_cost(word: str) -> float:
    pairs, letters, total = _letter_pairs()
    spelled = 0.0
    for before, letter in zip(f"^{word}", f"{word}$", strict=True):
        share = (letters[letter] + 1) / (total + 60)
        follows = (pairs[before, letter] + _ANY * share) / (pairs[before, ""] + _ANY)
        spelled -= math.log(follows)
    return spelled


@cache
def _letter_pairs() -> tuple[Counter[tuple[str, str]], Counter[str], int]:
    """Letters of the word lists with the one before ("^" at the beginning), alone, in all."""
    lines = (line for file in (DOMAIN, PLACES) for line in _words(file))
    words = [word for line in lines for word in line.casefold().split()]
    pairs = Counter(pair for word in words for pair in zip(f"^{word}", f"{word}$", strict=True))
    letters = Counter(letter for _, letter in pairs.elements())
    for (before, _), n in list(pairs.items()):
        pairs[before, ""] += n
    return pairs, letters, letters.total()
