"""Damaged Danish words → the word of the domain they were, by a closed word list.

Only what OCR does to letters is undone (`prose.confusion`): a letter too many, a lost one or
any other exchange stays, so no ending and no negation can be repaired into another. Words on the
list are never changed. Digits stay, but in a word that is on the list once they are letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from normalize.prose.confusion import DELETION, distance

# Nats a repair may cost for each letter of the word. The dearest wanted repair in the tuning texts
# costs 0.32 ("iveerksat"); at 0.5 ordinary words outside the list begin to be drawn in.
_PER_LETTER = 0.36
_MARGIN = 0.6  # nats to the next word of the list
_CLEAN_LENGTH = 7  # letters from which also a text with its æ, ø and å is repaired
_DAMAGED_LENGTH = 2
_REACH = 4  # edits on the shape: a doubled letter for one costs one, for two words of 20 it is 3

# What an English model makes of å and ø gives Danish words too; in these notes it is always this.
_SMALL = {
    "pa": "på",
    "mal": "mål",
    "fa": "få",
    "sa": "så",
    "ar": "år",
    "ogsa": "også",
    "nar": "når",
    "gar": "går",
    "star": "står",
    "gor": "gør",
    "ger": "gør",
    "bor": "bør",
    "méa": "må",
    "mé": "må",
    "pé": "på",
    "ér": "år",
    "fér": "får",
    "nér": "når",
}
_PIECE = re.compile(r"([^\W\d_]+)")
_ENDING = 3  # letters
_NO_ENDING = re.compile(r"[cfhjqwxzéàáä]")  # letters that no Danish ending has
_DANISH = re.compile(r"[æøå]", re.IGNORECASE)
# In a clean text words without æ, ø and å are repaired to these alone: of 84,000 Danish base forms
# none is drawn in, to any word of the list 13 are ("medtaget" to "modtaget").
_CORE = re.compile(r"kommun|opfyld|samtale|genopret|tilsyn|procent")
_DIGITS = ("l", "i")  # what a 1 in a word may be
_LETTERS = re.compile(r"[^\W\d_]")
# Danish running text has 2.4 to 3.4 of its letters in æ, ø and å per hundred; an English model
# leaves under 0.2.
_DAMAGED_SHARE = 0.008
_TELLING = 200  # letters below which a text may well have none of them


def is_damaged(text: str) -> bool:
    """True for a Danish text that has lost its æ, ø and å."""
    letters = len(_LETTERS.findall(text))
    return letters >= _TELLING and len(_DANISH.findall(text)) < _DAMAGED_SHARE * letters


def is_known(word: str) -> bool:
    """True for a word of the list, whatever its case."""
    return word.casefold() in _words()


@lru_cache(maxsize=50_000)
def repair_word(word: str, *, damaged: bool = True) -> str:
    """The word a damaged one was, its capital kept; the word itself where none is certain.

    ``damaged`` says that the text around has lost its Danish letters: then short words are
    repaired too. In a clean text only long ones are.
    """
    folded = word.casefold()
    if folded in _words() or any(not letter.isalpha() for letter in folded):
        return word
    if damaged and folded in _SMALL:
        return _like(word, _SMALL[folded])
    length = _DAMAGED_LENGTH if damaged else _CLEAN_LENGTH
    if len(folded) < max(length, 4):
        return word
    ranked = sorted((distance(folded, known), known) for known in _near(folded))
    if not ranked:
        return word
    cost, best = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else float("inf")
    if cost > min(_PER_LETTER * len(best), DELETION - 0.1) or second - cost < _MARGIN:
        return word
    wanted = damaged or _DANISH.search(best) or _CORE.match(best)
    if _other_ending(folded, best) or not wanted:
        return word
    return _like(word, best)


def undigited(word: str) -> str:
    """The word of the list a word with digits was (``1ever``, ``fokusma1et``); else itself."""
    for one in _DIGITS:
        letters = word.translate(str.maketrans("0158", f"o{one}sb"))
        if letters.isalpha() and is_known(repaired := repair_word(letters)):
            return repaired
    return word


def mend(text: str) -> str:
    """The text with words made whole that a narrow column broke: ``Fokusm ål (samtale r)``.

    Neighbours are joined where together they are a known word and apart they are not both.
    """
    pieces = _PIECE.split(text)
    place = 1
    while place + 2 < len(pieces):
        left, between, right = pieces[place : place + 3]
        whole = repair_word(left + right)
        apart = is_known(left) and is_known(right)
        if between.isspace() and is_known(whole) and not apart:
            pieces[place : place + 3] = [left + right]
        else:
            place += 2
    return "".join(pieces)


def _other_ending(folded: str, best: str) -> bool:
    """True where two words differ in nothing but an ending: both are words, as far as we know."""
    if len(folded) != len(best):
        return False
    changed = [place for place, letter in enumerate(best) if letter != folded[place]]
    at_end = all(place >= len(best) - _ENDING for place in changed)
    plain = not any(_DANISH.match(best[place]) for place in changed)
    return at_end and plain and _NO_ENDING.search(folded[-_ENDING:]) is None


def _like(word: str, repaired: str) -> str:
    """``repaired`` in the case of ``word``."""
    if word.isupper() and len(word) > 1:
        return repaired.upper()
    return repaired[0].upper() + repaired[1:] if word[0].isupper() else repaired


def _near(folded: str) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extract(
        folded, _words(), scorer=Levenshtein.distance, score_cutoff=_REACH, limit=8, processor=None
    )
    return [known for _, _, known in found]


@cache
def _words() -> Mapping[str, str]:
    text = (files("normalize") / "data" / "ordliste.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {word: word for line in lines for word in line.casefold().split()}
