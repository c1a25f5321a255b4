"""What hangs together across white: dots that lead from a label to its figures, signs of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.layout.grid import Grid
from extract.layout.lines import bounds, box_of, levels
from extract.model import Word

_LED = re.compile(r"^[.·•_…](?:\s?[.·•_…])+$")
_DOTS = re.compile(r"^[.·•_…]+$")
_LEADER = re.compile(r"([._…·]{4,})")
_FEWEST = 4  # dots of a leader: two or three may say that a figure is missing
_PITCH = 1.0  # font sizes from dot to dot; 0.44 in TeX, up to 0.9 in tabulators of word processors


def joined_leaders(words: Sequence[Word]) -> list[Word]:
    """The words, every row of single dots (``. . . . .``) made one word without blanks.

    Dots that touch what they lead from and to (``Greve......10,1``) are parted from both.
    """
    words = [part for word in words for part in _parted(word)]
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


def led(grid: Grid) -> Grid:
    """The grid with columns of nothing but leaders put to what these lead from."""
    columns = list(zip(*grid.texts(), strict=True))
    dots = {
        place
        for place, texts in enumerate(columns)
        if place and any(texts) and all(_LED.match(text) for text in texts if text)
    }
    if not dots:
        return grid
    slots = {(slot.row, slot.column): slot for slot in grid.slots}
    for (row, column), slot in sorted(slots.items()):
        if column in dots and slot.words:
            label = slots.get((row, column - 1), replace(slot, column=column - 1, words=()))
            slots[row, column - 1] = replace(label, words=(*label.words, *slot.words))
            slots[row, column] = replace(slot, words=())
    return replace(grid, slots=tuple(slots.values()))


def _parted(word: Word) -> list[Word]:
    """A word's text before its leader, the dots, and what they lead to, in places as wide as they.

    Where each letter stands is not known here: dots and commas are half as wide as the others.
    """
    if not _LEADER.search(word.text):  # most words
        return [word]
    texts = [text for text in _LEADER.split(word.text) if text]
    widths = [sum(0.5 if sign in ".,…·" else 1.0 for sign in text) for text in texts]
    box = box_of(word)
    each = (box.x1 - box.x0) / sum(widths)
    ends = [box.x0, *(box.x0 + each * sum(widths[: n + 1]) for n in range(len(widths)))]
    white = box.bottom - box.top  # as between columns, before what the dots lead to
    return [
        word._replace(text=text, box=box._replace(x0=x0, x1=x1 - white * bool(_DOTS.match(text))))
        for text, (x0, x1) in zip(texts, pairwise(ends), strict=True)
    ]


def _goes_on(last: Word, word: Word) -> bool:
    a, b = box_of(last), box_of(word)
    both = _DOTS.match(last.text) and _DOTS.match(word.text)
    return bool(both) and b.x0 - a.x1 <= _PITCH * (a.bottom - a.top)


def _whole(run: Sequence[Word]) -> list[Word]:
    text = "".join(word.text for word in run)
    if len(run) < 2 or len(text) < _FEWEST:
        return list(run)
    return [run[0]._replace(text=text, box=bounds(box_of(word) for word in run))]
