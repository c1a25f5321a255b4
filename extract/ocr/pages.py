"""A picture of a page read: words, rulings and, for its tables, what every reader made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.image import colour, runs, signs
from extract.image.crops import PixelBox, crop
from extract.image.prepare import Sheet, prepare
from extract.image.render import Picture
from extract.model import Box, Page, Reading, Source, Word
from extract.ocr import marks, rapid, sideways, tesseract
from extract.ocr.cells import reread
from extract.ocr.corrected import corrected
from extract.ocr.reader import OcrError, Seen
from extract.ocr.reading import PageReading

# Mean confidence of words of three letters or more: upright pages of any damage tried gave
# 0.6-0.96, the same pages upside down 0.25-0.4.
UPRIGHT = 0.55
MARKS = frozenset("+-–÷")
SURE_DIGIT = 0.9
# A bit of ruling beside a figure: ``2021|`` is a year. After a letter it may be an l.
RULED = re.compile(r"(?<=[\d%.)])\|+$|^\|+(?=[A-ZÆØÅ\d]|$)")
FEWEST_WORDS = 5  # fewer say nothing about which way up a page is


def read_picture(
    picture: Picture,
    number: int,
    reason: str,
    layer: Sequence[Word] = (),
    *,
    level: bool = False,
) -> PageReading:
    """Read one page. ``layer`` is an old text layer, in points on the picture as it stands.

    ``level`` says that the picture is upright and level and must not be turned.
    Raises `OcrError` where no reader is installed or the only one gives up.
    """
    sheet, first = _straight(picture) if level else _upright(picture)
    aside = sideways.words(sheet, first.seen)
    seen, filled = (sideways.beside(sheet, found, aside) for found in _completed(sheet, first))
    crops = [*seen, *filled] if first.crops else filled
    boxes = frozenset(sheet.box(*one.box) for one in crops)
    page = Page(
        number=number,
        width=round(sheet.size[0], 2),
        height=round(sheet.size[1], 2),
        words=(*(_word(sheet, one) for one in [*seen, *filled]), *aside),
        rulings=sheet.rulings(),
        rotation=sheet.turned,
        source=Source.OCR,
        reason=reason,
    )
    witness = [word._replace(box=sheet.placed(word.box)) for word in layer if word.box]
    return corrected(page, reread(sheet, page, boxes, witness))


class _First(NamedTuple):
    """The words of the first reader of a page, and whether that is the reader of crops."""

    seen: list[Seen]
    crops: bool


def _straight(picture: Picture) -> tuple[Sheet, _First]:
    sheet = prepare(picture, 0, 0.0)
    return sheet, _words(sheet)


def _upright(picture: Picture) -> tuple[Sheet, _First]:
    """The page the right way up, and its words: turned by half where they make no sense."""
    sheet = prepare(picture)
    first = _words(sheet)
    if _sense(first.seen) >= UPRIGHT:
        return sheet, first
    other = prepare(picture, (sheet.turned + 180) % 360)
    turned = _words(other)
    return (other, turned) if _sense(turned.seen) > _sense(first.seen) else (sheet, first)


def _words(sheet: Sheet) -> _First:
    """The words of a page; those of the reader of crops where Tesseract is missing or fails."""
    if not tesseract.available():
        return _First(rapid.words(sheet.clean, sheet.dpi), crops=True)
    try:
        found = tesseract.words(sheet.clean, sheet.dpi)
    except OcrError:
        if not rapid.available():
            raise
        return _First(rapid.words(sheet.clean, sheet.dpi), crops=True)
    told = (one._replace(text=RULED.sub("", one.text)) for one in found)
    shrunk = (one.at(runs.tight(sheet.clean, one.box)) for one in told if one.text)
    return _First([one for one in shrunk if _plausible(one, sheet)], crops=False)


def _plausible(one: Seen, sheet: Sheet) -> bool:
    """False for the specks and rests of rulings that Tesseract takes for marks, and huge boxes."""
    high = one.bottom - one.top
    if high > 2 * runs.MOST_INCH * sheet.dpi:
        return False
    if any(letter.isalnum() for letter in one.text):
        return high >= runs.LEAST_INCH * sheet.dpi
    return one.confidence >= 0.3 and not any(
        line.x0 - 2 <= one.x1
        and one.x0 <= line.x1 + 2
        and line.top - 2 <= one.bottom
        and one.top <= line.bottom + 2
        for line in sheet.lines
    )


def _sense(seen: Sequence[Seen]) -> float:
    """Mean confidence of the longer words; 1 on a page with too few to tell."""
    words = [one.confidence for one in seen if sum(map(str.isalpha, one.text)) >= 3]
    if len(words) < FEWEST_WORDS:
        return 1.0 if len(seen) < FEWEST_WORDS else 0.0
    return sum(words) / len(words)


def _completed(sheet: Sheet, first: _First) -> tuple[list[Seen], list[Seen]]:
    """The words that stand, and new ones for the print the page reader passed over.

    A run of print that it read in part is read anew as a whole (``Vesth erlands``).
    """
    if first.crops or not rapid.available():
        return first.seen, []
    print_ = runs.find(sheet.clean, sheet.dpi)
    cut = runs.within_lines([one.box for one in first.seen], print_)
    seen = [one.at(box) for one, box in zip(first.seen, cut, strict=True)]
    missed = runs.unread(sheet.clean, sheet.dpi, print_, [one.box for one in seen])
    filled = [one for one in rapid.words_in(sheet.clean, missed) if one.confidence >= 0.5]
    marks_ = _signs(sheet, [*print_, *(one.box for one in filled)])
    filled += [one for one in marks_ if not any(_inside(other, one) for other in filled)]
    kept = [one for one in seen if not any(_inside(one, other) for other in filled)]
    return kept, filled


def _signs(sheet: Sheet, print_: Sequence[PixelBox]) -> list[Seen]:
    """The marks that stand alone below each other, and digits that no run of print has."""
    boxes = signs.find(sheet.clean, sheet.dpi, print_)
    read = rapid.lines([crop(sheet.clean, box) for box in boxes])
    shaped = [next(iter(marks.witness(sheet, box)), None) for box in boxes]
    return [
        Seen(one.text, *box, one.confidence)
        for box, *two in zip(boxes, read, shaped, strict=True)
        for one in [next((one for one in two if one and _is_sign(one)), None)]
        if one is not None
    ]


def _is_sign(one: Reading) -> bool:
    return one.text in MARKS or (one.text.isdigit() and one.confidence >= SURE_DIGIT)


def _inside(one: Seen, other: Seen) -> bool:
    x, y = (one.x0 + one.x1) / 2, (one.top + one.bottom) / 2
    return other.x0 <= x <= other.x1 and other.top <= y <= other.bottom


def _word(sheet: Sheet, one: Seen) -> Word:
    seen = sheet.coloured(one.box)
    ink = colour.of_ink(seen) if seen is not None else None
    box: Box = sheet.box(*one.box)
    return Word(one.text, box, colour=ink, confidence=one.confidence, source=Source.OCR)
