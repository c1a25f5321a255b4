"""What hangs together across white: dots that lead from a label to its figures, signs of money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.lines import bounds, box_of, levels
from extract.model import Word

_DOTS = re.compile(r"^[.·•_…]+$")
_FEWEST = 4  # dots of a leader: two or three may say that a figure is missing
_PITCH = 1.0  # font sizes from dot to dot; 0.44 in TeX, up to 0.9 in tabulators of word processors


def joined_leaders(words: Sequence[Word]) -> list[Word]:
    """The words, every row of single dots (``. . . . .``) made one word without blanks."""
    if sum(1 for word in words if len(word.text) < _FEWEST and _DOTS.match(word.text)) < _FEWEST:
        return list(words)
    found: list[Word] = []
    for level in levels(words):
        run: list[Word] = []
        for word in level:
            if run and not _goes_on(run[-1], word):
                found += _whole(run)
                run = []
            run.append(word)
        found += _whole(run)
    return found


def _goes_on(last: Word, word: Word) -> bool:
    a, b = box_of(last), box_of(word)
    both = _DOTS.match(last.text) and _DOTS.match(word.text)
    return bool(both) and b.x0 - a.x1 <= _PITCH * (a.bottom - a.top)


def _whole(run: Sequence[Word]) -> list[Word]:
    text = "".join(word.text for word in run)
    if len(run) < 2 or len(text) < _FEWEST:
        return list(run)
    return [run[0]._replace(text=text, box=bounds(box_of(word) for word in run))]
