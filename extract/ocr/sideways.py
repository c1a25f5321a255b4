"""Lines that stand on their side read as they read: turned upright, by the reader of crops.

A page reader makes single letters of them, one below the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from extract.image import sideways
from extract.image.crops import PixelBox
from extract.image.prepare import Sheet
from extract.image.turn import quarter
from extract.model import Source, Word
from extract.ocr import rapid
from extract.ocr.reader import Seen

UPWARDS, DOWNWARDS = 90, 270
# What a page reader is this sure of, in words this long, stands upright: of two lines beside each
# other it made ``lta`` and ``hua``.
LETTERS, SURE = 4, 0.5
# So sure it is of no short word in such a line either, if that is a figure, or stands on the page
# this many times: columns of figures, ``Ja`` and ``pct.`` were a third of the crop reader's work.
SURE_SHORT, OFTEN = 0.85, 5
# Mean confidence of a line that is one, and the different letters in it: a column of minuses on
# its side is ``lllll``.
LEGIBLE, DIFFERENT = 0.8, 4

SHARED = 0.25  # part of a word that is a bit of such a line: those of two lines lie between them


def words(sheet: Sheet, seen: Sequence[Seen]) -> list[Word]:
    """The words of the lines on their side, ``seen`` being those of the page reader."""
    if not rapid.available():
        return []
    often = Counter(one.text for one in seen if one.confidence >= SURE_SHORT)
    upright = [one.box for one in seen if _upright(one, often)]
    boxes = sideways.find(sheet.clean, sheet.dpi, upright)
    if not boxes:
        return []
    ways = [_read(sheet, boxes, way) for way in (UPWARDS, DOWNWARDS)]
    found = max(ways, key=lambda found: sum(len(one.text) * one.confidence for one in found))
    if not found:
        return []
    known = [sheet.pixels(word.box) for word in found if word.box]
    rests = sideways.beside(sheet.clean, sheet.dpi, [*upright, *known], known)
    return [*found, *_read(sheet, rests, found[0].turned, different=1)]


def beside(sheet: Sheet, seen: Sequence[Seen], aside: Sequence[Word]) -> list[Seen]:
    """What a page reader saw but the bits it made of the lines on their side."""
    taken = [sheet.pixels(word.box) for word in aside if word.box]
    return [one for one in seen if not any(_shared(one.box, box) >= SHARED for box in taken)]


def _shared(box: PixelBox, other: PixelBox) -> float:
    """The part of a box that lies in another (0-1)."""
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    whole = max(1, (box[2] - box[0]) * (box[3] - box[1]))
    return max(0, wide) * max(0, high) / whole


def _read(
    sheet: Sheet, boxes: Sequence[PixelBox], way: int, different: int = DIFFERENT
) -> list[Word]:
    """The words in the boxes, read in one direction (degrees counter-clockwise)."""
    high, wide = sheet.clean.shape
    page = quarter(sheet.clean, way)
    found: list[Word] = []
    for box in boxes:
        line = rapid.words_in(page, [_turned(box, wide, high, way)])
        if _legible(line, different):
            found += [
                Word(
                    one.text,
                    sheet.box(*_turned(one.box, high, wide, 360 - way)),
                    confidence=one.confidence,
                    source=Source.OCR,
                    turned=way,
                )
                for one in line
            ]
    return found


def _turned(box: PixelBox, wide: int, high: int, way: int) -> PixelBox:
    """Where a box lies once the picture (``wide`` by ``high``) is turned clockwise by ``way``."""
    x0, top, x1, bottom = box
    if way == UPWARDS:
        return high - bottom, x0, high - top, x1
    return top, wide - x1, bottom, wide - x0


def _legible(line: Sequence[Seen], different: int) -> bool:
    letters = [letter for one in line for letter in one.text.casefold() if letter.isalpha()]
    sure = np.mean([one.confidence for one in line]) if line else 0.0
    return bool(sure >= LEGIBLE) and len(set(letters)) >= different


def _upright(one: Seen, often: Mapping[str, int]) -> bool:
    """True for what is read in no line on its side: a long word, and for sure a figure or
    a short word that stands often on the page (``often``: how many times).
    """
    letters = sum(map(str.isalnum, one.text))
    if letters >= LETTERS and one.confidence >= SURE:
        return True
    figure = sum(map(str.isdigit, one.text)) == letters > 0
    return one.confidence >= SURE_SHORT and (figure or often[one.text] >= OFTEN)
