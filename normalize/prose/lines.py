"""Running text put right: lines joined, words whole again, damaged words repaired."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from normalize.prose.lexicon import is_known, repair_word, undigited

_END_HYPHEN = re.compile(r"(?<![^\W_])([^\W_]+)[-\u00ad\u2010]$")
_LONGEST_WORD = 60  # letters of the part before a hyphen, at most
_SUSPENDED = re.compile(r"^(?:og|eller|samt|til|såvel|men|henholdsvis|hhv)\b")
_INNER = re.compile(r"\b([^\W\d_]{2,})-([a-zæøå]{2,})\b")
_BROKEN = re.compile(r"\b([^\W\d_]{2,})-\s+([a-zæøå]{2,})\b")
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[^\W\d_]|[@&¢])*[^\W\d_]*")
_MIXED = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*\d)\w{3,24}\b")
# "I 32 kommuner er andelen ..." as readers of pictures join it: 132 kommuner are no andel, and
# where the subject follows its verb the count in front is none.
_IN_MANY = re.compile(
    r"^1(?=\d{1,2}\s+(?:af\s+(?:de|landets)\s+(?:\d+\s+)?)?kommuner\s+"
    r"(?:er|var|ligger|lå|bliver|blev|falder|faldt|stiger|steg)\s+"
    r"(?:andelen|antallet|gennemsnittet|niveauet|resultatmålet|fokusmålet|målet)\b)"
)
_NO_PROSE = re.compile(r"://|@|www\.|\.dk\b")


def join_lines(lines: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The lines of a paragraph as one text, and for each line the offset at which it begins.

    A hyphen at a line's end goes where the next line goes on in lower case; it stays before a
    capital (``Lyngby-⏎Taarbæk``), before ``og`` (``resultat-⏎og fokusmål``) and after an
    abbreviation or a single letter (``AMK-⏎medarbejder``, ``a-⏎dagpenge``).
    """
    text = ""
    starts: list[int] = []
    for raw in lines:
        line = " ".join(raw.replace("\u00ad\n", "").split())
        hyphen = _END_HYPHEN.search(text[-_LONGEST_WORD:])
        if hyphen is None or not line:
            text += " " if text and line else ""
        elif _SUSPENDED.match(line):
            text += " "
        elif line[0].islower() and len(hyphen[1]) > 1 and not hyphen[1].isupper():
            text = text[:-1]
        starts.append(len(text))
        text += line
    return text.replace("\u00ad", ""), tuple(starts)


def repair(text: str, *, damaged: bool) -> str:
    """The text with hyphens left inside words taken out and damaged words repaired.

    ``damaged`` says that the note has lost its æ, ø and å. Figures and addresses stay.
    """
    whole = _BROKEN.sub(_joined, text)
    words = _CHUNK.sub(lambda chunk: _repair_chunk(chunk[0], damaged=damaged), whole)
    return _IN_MANY.sub("I ", words)


@lru_cache(maxsize=20_000)
def _repair_chunk(chunk: str, *, damaged: bool) -> str:
    if _NO_PROSE.search(chunk):
        return chunk
    joined = _MIXED.sub(lambda word: undigited(word[0]), _INNER.sub(_joined, chunk))
    return _WORD.sub(lambda word: repair_word(word[0], damaged=damaged), joined)


def _joined(match: re.Match[str]) -> str:
    """A hyphenated word in one, where that is a known word: ``op-høre``, ``kommu- ner``."""
    whole = match[1] + match[2]
    known = is_known(repair_word(whole)) and not is_known(match[0])
    return whole if known else match[0]
