"""The heading line above a table whose columns are parted by single blanks."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

_TRIES = 5000  # ways to part a heading that are weighed; 12 words in 5 columns give 330


def parted(words: Sequence[str], columns: int) -> tuple[str, ...] | None:
    """The words of a heading in ``columns`` cells; None where they are too few.

    A cell begins with a capital or with a word that begins another cell too, and never beside
    a dash or inside brackets.
    """
    if len(words) < columns or columns < 2:
        return None
    seen = Counter(words)
    places = range(1, len(words))
    best: tuple[float, tuple[int, ...]] | None = None
    for cuts in itertools.islice(itertools.combinations(places, columns - 1), _TRIES):
        score = sum(_score(words, cut, seen) for cut in cuts)
        if best is None or score > best[0]:
            best = (score, cuts)
    if best is None:
        return None
    ends = (0, *best[1], len(words))
    cells = (" ".join(words[a:b]) for a, b in itertools.pairwise(ends))
    return tuple(cell.rstrip("~|_ ").strip() for cell in cells)


def _score(words: Sequence[str], cut: int, seen: Counter[str]) -> float:
    before, word = words[cut - 1], words[cut]
    if not word[0].isalnum() or before[-1] in "-–(/":
        return -3.0
    opened = " ".join(words[:cut])
    if opened.count("(") > opened.count(")"):
        return -3.0
    return (1.0 if word[0].isupper() else 0.0) + (1.0 if seen[word] > 1 else 0.0)
