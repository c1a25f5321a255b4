"""Every cell of a scanned table read again from its own crop, by the reader that did not see it.

Lines of cells are known by the boxes of their words, so that readings made page by page find
their cells in the finished tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import repeat

from extract.image.crops import ABOVE, crop
from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.layout import lay_out
from extract.layout.grid import joined
from extract.model import Box, Cell, Page, Reading, Table, Word
from extract.ocr import ink, marks, rapid, strokes, tesseract, twins, widths
from extract.ocr.lines import ink_box, key, lines_of, lone, short
from extract.ocr.looks import Look, begun, first, read_by, squeeze
from extract.ocr.reader import OcrError
from extract.ocr.reading import BROKEN, CLEAR, DOUBTED, INK, Key
from extract.ocr.votes import best, of_small, reader_of, settled
from extract.ocr.widths import Face

Readings = Mapping[Key, tuple[Reading, ...]]

# The model that reads open crops. Of 225 open figures the English one had 178 right, the Danish
# one, which reads the page, 176; both together cost twice the time.
THIRD = ("eng", "dan")
SURE_NAME = 0.85  # confidence of the page reader in a name that is not read again
# Pixels that a line of figures must be high for the crop reader to be trusted alone: at 100 dpi
# they are 8 to 11, and it read 21,7 as 21,1 at two scales; at 150 dpi, 12 and more, it never did.
SMALL = 11.5
# Confidence below which figures that the crop reader alone has read are looked at once more, in the
# picture that nothing was taken out of: the three wrong ones of a 7.5 pt fax were sure to 0.59.
FIRM = 0.75
NO_DIGIT = re.compile(r"\D")
RULING = " |[]"  # what the crop reader makes of one beside a figure
# The second look at a crop that two readers read differently: with more paper, words a little
# narrowed, figures widened. Of 95 figures for review on pages of 150 dpi and faxes, most in
# old-style digits that touch, it had 87 right, at 0.9 of their width 64; of 588 others 550 and 548.
SECOND_ABOVE, SECOND_WORD, SECOND_FIGURE = 0.35, 0.9, 1.4


def reread(
    sheet: Sheet,
    page: Page,
    filled: frozenset[Box] = frozenset(),
    layer: Sequence[Word] = (),
) -> dict[Key, tuple[Reading, ...]]:
    """Readings for every short line in the cells of a page's tables, and in rows left by a break.

    ``filled`` are the boxes of words that the first reader missed and the crop reader found;
    ``layer`` are the words of an old text layer, placed on the sheet.
    """
    tables = lay_out([page]).tables
    lines = [*short(tables), *lone(page, tables)]
    if not rapid.available():
        return {key(page.number, one.words): tuple(first(one, filled)) for one in lines}
    looks = [begun(sheet, one, ink_box(sheet, one, lines), filled, layer) for one in lines]
    looks = _again(sheet, looks)
    looks = _closer(sheet, looks)
    looks = _third(sheet, looks) if tesseract.available() else uncleaned(sheet, looks)
    looks = _parted(sheet, [_inked(sheet, _small(look)) for look in borne_out(sheet, looks)])
    return {key(page.number, look.line.words): look.readings for look in looks}


def attach(tables: Iterable[Table], readings: Readings) -> tuple[Table, ...]:
    """The tables with readings, and the best text, in every cell that was read again."""
    if not readings:
        return tuple(tables)
    return tuple(
        replace(table, rows=tuple(tuple(_with(c, readings) for c in row) for row in table.rows))
        for table in tables
    )


def _again(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """The crop reader's own look at every line but the names that the page reader is sure of."""

    def read(chosen: Sequence[Look]) -> Sequence[Reading]:
        crops = [_crop(sheet, look, squeeze=squeeze(look)) for look in chosen]
        return twins.lines(crops, [look.line.text for look in chosen])

    return read_by(looks, lambda look: not (look.line.name and _sure(look)), read)


def _closer(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """A second look at another scale, where two readers do not agree."""

    def read(chosen: Sequence[Look]) -> Sequence[Reading]:
        crops = [_crop(sheet, look, SECOND_ABOVE, _second_width(look)) for look in chosen]
        found = twins.lines(crops, [look.line.text for look in chosen])
        return [replace(one, reader=f"{rapid.NAME}@2") for one in found]

    return read_by(looks, lambda look: look.open, read)


def _second_width(look: Look) -> float:
    figure = any(map(str.isdigit, best(look.readings)))
    return SECOND_FIGURE if figure else SECOND_WORD


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

    return read_by(looks, lambda look: _twice(look) and not settled(look.readings), read)


def uncleaned(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """A third look by the crop reader alone, at the picture before any dust was taken off."""

    def read(chosen: Sequence[Look]) -> Sequence[Reading]:
        found = rapid.lines([crop(sheet.flat, look.box) for look in chosen])
        name = f"{rapid.NAME}@3"
        return [replace(one, reader=name, text=one.text.strip(RULING)) for one in found]

    return read_by(looks, lambda look: _twice(look) and _unsure(look), read)


def _unsure(look: Look) -> bool:
    figure = any(map(str.isdigit, best(look.readings)))
    return figure and min(one.confidence for one in look.readings) < FIRM


def _twice(look: Look) -> bool:
    return any(one.reader == f"{rapid.NAME}@2" for one in look.readings)


def borne_out(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """The looks with what their ink tells: which words, and figures of the right width, stand
    clear. Figures of another width have no confidence left.
    """
    texts = [best(look.readings) for look in looks]
    wide = [look.box[2] - look.box[0] for look in looks]
    face = widths.face(texts, wide)
    fits = [
        None if face is None or face.off(text, width) is None else _fits(look, face)
        for look, text, width in zip(looks, texts, wide, strict=True)
    ]
    known = [look.box for look, fit in zip(looks, fits, strict=True) if fit and any(fit)]
    found = []
    for look, fit in zip(looks, fits, strict=True):
        readings = [
            one if right else replace(one, confidence=DOUBTED)
            for one, right in zip(look.readings, fit or repeat(True), strict=False)
        ]
        stands = not look.line.figure if fit is None else any(fit)
        if stands and ink.clear(sheet, look.box, known):
            readings.append(Reading(INK, CLEAR, 1.0))
        elif fit is not None and _missed(look):
            readings.append(Reading(INK, BROKEN, 1.0))
        found.append(look._replace(readings=tuple(readings)))
    return found


def _missed(look: Look) -> bool:
    """Whether the reader of pages saw but a part of a figure, so that all others saw one crop.

    A stamp over the first digit of ``25,6 %`` left ``5,6 %`` to both. Of 1,568 figures on eight
    scans without a stamp 3 were missed so and did not stand clear, on one with a stamp 5 of 191.
    """
    return tesseract.available() and not any(one.reader == tesseract.NAME for one in look.readings)


def _fits(look: Look, face: Face) -> list[bool]:
    """For each reading whether it may stand: no figure, or one of the width of its ink.

    Points and stops apart, which readers drop. None may stand where no figure fits: what readers
    agree on then is another word.
    """
    wide = look.box[2] - look.box[0]
    told = [(NO_DIGIT.sub("", one.text), face.off(one.text, wide)) for one in look.readings]
    borne = {digits for digits, off in told if off is not None and off <= 1.0}
    return [bool(borne) and (off is None or digits in borne) for digits, off in told]


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
    if _is_mark(look):
        told += marks.witness(sheet, look.box)
    return look._replace(readings=(*look.readings, *told))


def _sure(look: Look) -> bool:
    return bool(look.readings) and look.readings[0].confidence >= SURE_NAME


def _parted(sheet: Sheet, looks: Sequence[Look]) -> list[Look]:
    """The looks at marks that stand alone with what all of them together tell of each."""

    def read(chosen: Sequence[Look]) -> Sequence[Reading | None]:
        return strokes.told(sheet, [look.box for look in chosen])

    return read_by(looks, _is_mark, read)


def _is_mark(look: Look) -> bool:
    return len(look.line.text) == 1 and not any(map(str.isdigit, best(look.readings)))


def _crop(sheet: Sheet, look: Look, above: float = ABOVE, squeeze: float = 1.0) -> Pixels:
    return crop(sheet.source(look.box), look.box, above=above, squeeze=squeeze)


def _with(cell: Cell, readings: Readings) -> Cell:
    found = [readings.get(key(cell.page, line), ()) for line in lines_of(cell)]
    on_side = any(word.turned for word in cell.words)  # what else stands there are bits of it
    if on_side or not found or not all(found):
        return cell
    names = dict.fromkeys(reading.reader for line in found for reading in line)
    parts = [[_by(name, line) for line in found] for name in names]
    whole = [[one for one in lines if one is not None] for lines in parts]
    merged = tuple(
        Reading(name, joined(one.text for one in lines), min(one.confidence for one in lines))
        for name, lines in zip(names, whole, strict=True)
        if len(lines) == len(found)
    )
    return replace(cell, readings=merged, text=joined(best(line) for line in found))


def _by(name: str, line: Sequence[Reading]) -> Reading | None:
    """What a reader made of a line: at this look, else at the first one that it took at it.

    A second line that the page reader missed is read at looks that the first has no need of.
    """
    own = [one for one in line if reader_of(one.reader) == reader_of(name)]
    return next((one for one in own if one.reader == name), own[0] if own else None)
