"""Rulings typed in dashes and colons, as a line printer draws them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.lines import box_of, levels
from extract.layout.rules import Rule
from extract.model import Word

_DASHES = re.compile(r"\+?[-–—_=]{4,}[-–—_=+]*")  # shorter ones stand for a missing figure
_STROKES = "-–—_=+"  # that a word of dashes ends in
_ACROSS = 12  # dashes that no figure is missing for, whatever else the line has
_MARKS = ":|!"
_DOWN = 4  # lines in which a mark stands by itself at one place: a ruling down the table
_NEAR = 0.6  # of a letter's width
_EVEN = 0.15  # of it, that the letters of a word may differ from those of the mark


def typed_rules(words: Sequence[Word]) -> tuple[list[Word], list[Rule]]:
    """The words without those that draw lines and do nothing else, and the level ones as rules.

    A mark typed down the table parts its columns as white does, so it leaves no rule of its own.
    """
    if not any(word.text[-1] in _STROKES and _DASHES.search(word.text) for word in words):
        return list(words), []
    words = _without_uprights(words)
    drawn = {
        id(word)
        for level in levels(words)
        for word in level
        if _DASHES.fullmatch(word.text)
        and (len(word.text) >= _ACROSS or all(_DASHES.fullmatch(other.text) for other in level))
    }
    boxes = [box_of(word) for word in words if id(word) in drawn]
    return [word for word in words if id(word) not in drawn], [
        Rule((box.top + box.bottom) / 2, box.x0, box.x1) for box in boxes
    ]


def _without_uprights(words: Sequence[Word]) -> list[Word]:
    """The words without the marks that stand under each other in line after line.

    Beside such a mark those by themselves draw as well: they part no more than headings.
    """
    alone = [word for word in words if _is_mark(word)]
    places = [_middle(word) for word in alone]
    letter = max((box_of(word).x1 - box_of(word).x0 for word in alone), default=0.0)
    near = _NEAR * letter
    drawn = [x for x in places if sum(abs(x - other) <= near for other in places) >= _DOWN]
    if not drawn:
        return list(words)
    found: list[Word] = []
    for level in levels(words):
        left = [part for word in level for part in _parted(word, drawn, letter)]
        parted = sum(map(len, (w.text for w in left))) < sum(map(len, (w.text for w in level)))
        found += [word for word in left if not (parted and _is_mark(word))]
    return found


def _is_mark(word: Word) -> bool:
    return len(word.text) == 1 and word.text in _MARKS


def _parted(word: Word, drawn: Sequence[float], letter: float) -> Iterator[Word]:
    """What is left of a word on both sides of the marks in it that stand in a line drawn down.

    Of a printer's letters, all of one width, the place of each is known.
    """
    box = box_of(word)
    wide = (box.x1 - box.x0) / len(word.text)
    if abs(wide - letter) > _EVEN * letter or not any(mark in word.text for mark in _MARKS):
        yield word
        return
    start = 0
    for at, mark in enumerate(f"{word.text} "):
        x = box.x0 + (at + 0.5) * wide
        ends = at == len(word.text)
        if not ends and (mark not in _MARKS or all(abs(x - d) > _NEAR * letter for d in drawn)):
            continue
        if at > start:
            own = box._replace(x0=box.x0 + start * wide, x1=box.x0 + at * wide)
            yield word._replace(text=word.text[start:at], box=own)
        start = at + 1


def _middle(word: Word) -> float:
    box = box_of(word)
    return (box.x0 + box.x1) / 2
