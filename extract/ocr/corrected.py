"""The words of a page as its readers together have them, before tables are built from them anew.

What is a heading and what a row of figures is told from the words: a row whose ``1,1`` the page
reader took for ``gs |`` was put into the heading above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.layout.lines import bounds, box_of
from extract.model import Box, Page, Reading, Word
from extract.ocr.reading import Key, PageReading
from extract.ocr.votes import best


def corrected(page: Page, readings: Mapping[Key, tuple[Reading, ...]]) -> PageReading:
    """The page with the best text of every line that was read again, and its readings.

    A line keeps its words where the best text has as many, and is one word where that is one;
    else it stays as it is.
    """
    words = {word.box: word for word in page.words if word.box is not None}
    changed: dict[Box, Word | None] = {}
    known: dict[Key, tuple[Reading, ...]] = {}
    for (number, boxes), found in readings.items():
        line = [words[box] for box in boxes if box in words]
        new = _line(line, best(found).split()) if len(line) == len(boxes) else []
        if new:
            changed |= dict.fromkeys(boxes) | {box_of(word): word for word in new}
        known[number, tuple(box_of(word) for word in new) or boxes] = found
    kept = [word for word in page.words if word.box not in changed]
    anew = [word for word in changed.values() if word is not None]
    return PageReading(replace(page, words=(*kept, *anew)), known)


def _line(line: Sequence[Word], texts: Sequence[str]) -> list[Word]:
    if len(texts) == len(line):
        return [word._replace(text=text) for word, text in zip(line, texts, strict=True)]
    if len(texts) == 1:
        return [line[0]._replace(text=texts[0], box=bounds(box_of(word) for word in line))]
    return []
