"""Every cell of a scanned table read again from its own crop, by the reader that did not see it.

Lines of cells are known by the boxes of their words, so that readings made page by page find
their cells in the finished tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from extract.image.crops import ABOVE, SIDE, PixelBox, crop
from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.layout import lay_out
from extract.layout.grid import joined
from extract.layout.lines import box_of
from extract.model import Box, Cell, Page, Reading, Table, Word
from extract.ocr import ink, marks, rapid, tesseract, twins
from extract.ocr.lines import Line, ink_box, key, lines_of, overlooked, short
from extract.ocr.reader import OcrError
from extract.ocr.reading import Key
from extract.ocr.votes import agreed, best, of_small, settled
from extract.ocr.widths import doubtful

Readings = Mapping[Key, tuple[Reading, ...]]

# The model that reads open crops. Of 225 open figures the English one had 178 right, the Danish
# one, which reads the page, 176; both together cost twice the time.
THIRD = ("eng", "dan")
SURE_NAME = 0.85  # confidence of the page reader in a name that is not read again
DOUBTED = 0.01  # confidence left to readings that the width of the ink does not bear out
# Columns of the crop reader's input that a character is narrowed to, and the least part of a line's
# width. Of 2,004 figures and 587 statuses on faxes and grey scans, read at 0.5 to 1.4 of their
# width, 98.3 and 98.8 % came out at 16 columns (12: 95 and 95 %; 24: 99 % in 1.3 times the time);
# 0.6 of the width left a narrow face 8 columns, and nine in ten of its words unread.
PITCH, NARROWEST = 16.0, 0.5
# Pixels that a line of figures must be high for the crop reader to be trusted alone: at 100 dpi
# they are 8 to 11, and it read 21,7 as 21,1 at two scales; at 150 dpi, 12 and more, it never did.
SMALL = 11.5
# The second look at a crop that two readers read differently: less narrowed, more paper.
SECOND_ABOVE, SECOND_SQUEEZE = 0.35, 0.9


class Look(NamedTuple):
    """A line, where its ink is (pixels), and what its readers made of it so far."""

    line: Line
    box: PixelBox
    readings: tuple[Reading, ...]

    @property
    def open(self) -> bool:
        """True for a figure or status that two readers do not agree on."""
        return not self.line.name and not agreed(self.readings)


def reread(
    sheet: Sheet,
    page: Page,
    filled: frozenset[Box] = frozenset(),
    layer: Sequence[Word] = (),
) -> dict[Key, tuple[Reading, ...]]:
    """Readings for every short line in the cells of a page's tables.

    ``filled`` are the boxes of words that the first reader missed and the crop reader found;
    ``layer`` are the words of an old text layer, placed on the sheet.
    """
    lines = short(lay_out([page]).tables)
    if not rapid.available():
        return {key(page.number, one.words): tuple(_first(one, filled)) for one in lines}
    looks = [_begun(sheet, one, ink_box(sheet, one, lines), filled, layer) for one in lines]
    looks = _again(sheet, looks)
    looks = _closer(sheet, looks)
    looks = _third(sheet, looks)
    looks = [_inked(sheet, _small(look)) for look in _borne_out(looks)]
    return {key(page.number, look.line.words): look.readings for look in looks}


def attach(tables: Iterable[Table], readings: Readings) -> tuple[Table, ...]:
    """The tables with readings, and the best text, in every cell that was read again."""
    if not readings:
        return tuple(tables)
    return tuple(
        replace(table, rows=tuple(tuple(_with(c, readings) for c in row) for row in table.rows))
        for table in tables
    )


def _begun(
    sheet: Sheet, line: Line, box: PixelBox, filled: frozenset[Box], layer: Sequence[Word]
) -> Look:
    """What the page reader and an old layer say; nothing of a reader that overlooked ink."""
    first = [] if overlooked(sheet, line, box) else _first(line, filled)
    return Look(line, box, (*first, *_witness(line, layer)))


def _first(line: Line, filled: frozenset[Box]) -> list[Reading]:
    """What the page reader made of the line; nothing where it missed a part of it."""
    if not tesseract.available() or any(word.box in filled for word in line.words):
        return []
    return [Reading(tesseract.NAME, line.text, min(word.confidence for word in line.words))]


def _witness(line: Line, layer: Sequence[Word]) -> list[Reading]:
    """What an old text layer has in the place of the line."""
    inside = [word for word in layer if _within(box_of(word), line.place)]
    inside.sort(key=lambda word: box_of(word).x0)
    text = " ".join(word.text for word in inside)
    return [Reading("layer", text, 0.5)] if text else []


def _within(box: Box, place: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return place.x0 <= x <= place.x1 and place.top <= y <= place.bottom


def _read_by(
    looks: Sequence[Look],
    wanted: Callable[[Look], bool],
    read: Callable[[Sequence[Look]], Sequence[Reading]],
) -> list[Look]:
    """The looks, those that are wanted with one reading more; none where ``read`` gave up."""
    chosen = [index for index, look in enumerate(looks) if wanted(look)]
    found = dict(zip(chosen, read([looks[index] for index in chosen]), strict=False))
    return [
        look._replace(readings=(*look.readings, found[index])) if index in found else look
        for index, look in enumerate(looks)
    ]


def _again(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """The crop reader's own look at every line but the names that the page reader is sure of."""

    def read(chosen: Sequence[Look]) -> Sequence[Reading]:
        crops = [_crop(sheet, look, squeeze=squeeze(look)) for look in chosen]
        return twins.lines(crops, [look.line.text for look in chosen])

    return _read_by(looks, lambda look: not (look.line.name and _sure(look)), read)


def _closer(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """A second look at another scale, where two readers do not agree."""

    def read(chosen: Sequence[Look]) -> Sequence[Reading]:
        crops = [_crop(sheet, look, SECOND_ABOVE, SECOND_SQUEEZE) for look in chosen]
        found = twins.lines(crops, [look.line.text for look in chosen])
        return [replace(one, reader=f"{rapid.NAME}@2") for one in found]

    return _read_by(looks, lambda look: look.open, read)


def _third(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """Tesseract on the crops that are open still: looked at twice, and not settled by that.

    Nothing without it, as where it fails it has no vote.
    """
    model = next((name for name in THIRD if name in tesseract.languages()), None)

    def read(chosen: Sequence[Look]) -> Sequence[Reading]:
        if model is None or not chosen:
            return []
        with suppress(OcrError):
            found = tesseract.lines([_crop(sheet, look) for look in chosen], model)
            return [replace(one, reader=f"{tesseract.NAME}:{model}") for one in found]
        return []

    return _read_by(looks, lambda look: _twice(look) and not settled(look.readings), read)


def _twice(look: Look) -> bool:
    return any(one.reader == f"{rapid.NAME}@2" for one in look.readings)


def _borne_out(looks: Sequence[Look]) -> list[Look]:
    """The looks, with no confidence left to figures that do not fit the width of their ink."""
    texts = [best(look.readings) for look in looks]
    doubted = doubtful(texts, [look.box[2] - look.box[0] for look in looks])
    return [
        look._replace(readings=tuple(replace(r, confidence=DOUBTED) for r in look.readings))
        if index in doubted
        else look
        for index, look in enumerate(looks)
    ]


def _small(look: Look) -> Look:
    """The look under the name of a reader of small print, where it is small."""
    if look.box[3] - look.box[1] >= SMALL:
        return look
    return look._replace(
        readings=tuple(replace(one, reader=of_small(one.reader)) for one in look.readings)
    )


def _inked(sheet: Sheet, look: Look) -> Look:
    """The look with what the ink itself tells."""
    told = [] if look.line.name else ink.witness(sheet, look.box, look.readings)
    if len(look.line.text) == 1 and not any(map(str.isdigit, best(look.readings))):
        told += marks.witness(sheet, look.box)
    return look._replace(readings=(*look.readings, *told))


def _sure(look: Look) -> bool:
    return bool(look.readings) and look.readings[0].confidence >= SURE_NAME


def squeeze(look: Look) -> float:
    """What part of its width a line is narrowed to before it is read.

    Names are left as wide as they are: of 596, 13 read otherwise at full width, 20 at 0.7.
    """
    characters = len("".join(look.line.text.split()))
    if look.line.name or not characters:
        return 1.0
    x0, top, x1, bottom = look.box
    high = max(1, bottom - top)
    columns = rapid.HEIGHT * (x1 - x0 + 2 * SIDE * high) / ((1 + 2 * ABOVE) * high)
    return min(1.0, max(NARROWEST, PITCH * characters / columns))


def _crop(sheet: Sheet, look: Look, above: float = ABOVE, squeeze: float = 1.0) -> Pixels:
    return crop(sheet.source(look.box), look.box, above=above, squeeze=squeeze)


def _with(cell: Cell, readings: Readings) -> Cell:
    found = [readings.get(key(cell.page, line), ()) for line in lines_of(cell)]
    if not found or not all(found):
        return cell
    names = [reading.reader for reading in found[0]]
    by_name = [{reading.reader: reading for reading in line} for line in found]
    merged = tuple(
        Reading(
            name,
            joined(line[name].text for line in by_name),
            min(line[name].confidence for line in by_name),
        )
        for name in names
        if all(name in line for line in by_name)
    )
    return replace(cell, readings=merged, text=joined(best(line) for line in found))
