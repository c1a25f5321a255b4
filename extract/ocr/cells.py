"""Every cell of a scanned table read again from its own crop, by the reader that did not see it.

Lines of cells are known by the boxes of their words, so that readings made page by page find
their cells in the finished tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from extract.image.crops import PixelBox, crop, grown
from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.layout import lay_out
from extract.layout.grid import joined
from extract.layout.lines import bounds, box_of, levels
from extract.model import Box, Cell, Page, Reading, Table, Word
from extract.ocr import ink, rapid, tesseract, twins
from extract.ocr.reader import OcrError
from extract.ocr.reading import INK, Key
from extract.ocr.widths import doubtful

Readings = Mapping[Key, tuple[Reading, ...]]

LONGEST = 60  # characters of a line that is read again; figures, statuses and names are shorter
# Two readers that agree with less confidence than this are asked again: of old-style figures of
# 7.5 pt at 150 dpi both dropped one of two touching digits, at 0.47.
SURE = 0.6
# The model that reads open crops. Of 225 open figures the English one had 178 right, the Danish
# one, which reads the page, 176; both together cost twice the time.
THIRD = ("eng", "dan")
# A name that its column holds once and Tesseract is sure of is not read again: names are a third
# of the crops' width, and the list of municipalities is their second reader.
FEWEST_NAMES, DISTINCT, SURE_NAME = 5, 0.8, 0.85
OVERLOOKED = 0.25  # heights of a line: a minus is 0.4 wide and stands 0.1 from its figure
DOUBTED = 0.01  # confidence left to readings that the width of the ink does not bear out
# Part of its width that a line of words is narrowed to: of 656 in tables 624 came out as the page
# reader has them, 596 at full width and at 0.7.
WORDS = 0.6
# Pixels that a line of figures must be high for the crop reader to be trusted alone: at 100 dpi
# they are 8 to 11, and it read 21,7 as 21,1 at two scales; at 150 dpi, 12 and more, it never did.
SMALL = 11.5
# The second look at a crop that two readers read differently: less narrowed, more paper.
SECOND = {"above": 0.35, "squeeze": 0.9}


def lines_of(cell: Cell) -> list[tuple[Word, ...]]:
    """The lines of a cell's upright words."""
    words = [word for word in cell.words if word.box is not None and not word.turned]
    return [tuple(level) for level in levels(words)]


def key(page: int | None, line: Sequence[Word]) -> Key:
    """What a line is known by: where its words stand."""
    return page, tuple(box_of(word) for word in line)


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
    lines = _lines(lay_out([page]).tables)
    if not rapid.available():
        return {key(page.number, one.words): tuple(_first(one, filled)) for one in lines}
    boxes = [_box(sheet, one, lines) for one in lines]
    filled = filled | {
        word.box
        for one, box in zip(lines, boxes, strict=True)
        if _overlooked(sheet, one, box)
        for word in one.words
        if word.box
    }
    found = [[*_first(one, filled), *_witness(one, layer)] for one in lines]
    again = [index for index, one in enumerate(lines) if not one.name or not _sure(found[index])]
    crops = [
        crop(sheet.source(boxes[index]), boxes[index], squeeze=_squeeze(lines[index]))
        for index in again
    ]
    texts = [" ".join(word.text for word in one.words) for one in lines]
    alike = twins.lines(crops, [texts[index] for index in again])
    for index, second in zip(again, alike, strict=True):
        found[index].insert(1 if _first(lines[index], filled) else 0, second)
    open_ = [index for index in again if not lines[index].name and not agreed(found[index])]
    crops = [crop(sheet.source(boxes[index]), boxes[index], **SECOND) for index in open_]
    alike = twins.lines(crops, [texts[index] for index in open_])
    for index, second in zip(open_, alike, strict=True):
        found[index].append(replace(second, reader=f"{rapid.NAME}@2"))
    open_ = [index for index in open_ if not settled(found[index])]
    crops = [crop(sheet.source(boxes[index]), boxes[index]) for index in open_]
    for index, third in zip(open_, _third(crops), strict=False):
        found[index].append(third)
    for index in doubtful([best(readings) for readings in found], [b[2] - b[0] for b in boxes]):
        found[index] = [replace(reading, confidence=DOUBTED) for reading in found[index]]
    for index, (_, top, _, bottom) in enumerate(boxes):
        if bottom - top < SMALL:
            found[index] = [replace(one, reader=_of_small(one.reader)) for one in found[index]]
    for index, (one, box) in enumerate(zip(lines, boxes, strict=True)):
        found[index] += [] if one.name else ink.witness(sheet, box, found[index])
    return {
        key(page.number, one.words): tuple(readings)
        for one, readings in zip(lines, found, strict=True)
    }


def _of_small(reader: str) -> str:
    """The crop reader of small print is another witness: ``rapid:small@2``."""
    return reader.replace(rapid.NAME, f"{rapid.NAME}:small", 1)


def attach(tables: Iterable[Table], readings: Readings) -> tuple[Table, ...]:
    """The tables with readings, and the best text, in every cell that was read again."""
    if not readings:
        return tuple(tables)
    return tuple(
        replace(table, rows=tuple(tuple(_with(c, readings) for c in row) for row in table.rows))
        for table in tables
    )


def agreed(readings: Sequence[Reading]) -> bool:
    """True where two different readers are sure of the same text.

    Blanks apart, a capital, a point after a word, and a point for a comma: which of the two it is
    the whole column tells better than a third look at two pixels.
    """
    seen: dict[str, set[str]] = {}
    for reading in readings:
        if reading.text and reading.confidence >= SURE:
            reader = reading.reader.partition(":")[0].partition("@")[0]
            seen.setdefault(_plain(reading.text), set()).add(reader)
    return any(len(readers) > 1 for readers in seen.values())


def settled(readings: Sequence[Reading]) -> bool:
    """True where two different readers agree, and of a figure no reading says otherwise."""
    figure = any(map(str.isdigit, best(readings)))
    return agreed(readings) and not (figure and len({_plain(one.text) for one in readings}) > 1)


def best(readings: Sequence[Reading]) -> str:
    """The text most readings give; where each gives its own, the crop reader's for figures.

    On 980 figures of bad scans the crop reader had no digit wrong and Tesseract lost the comma
    of 3 %; of 1,098 words it missed more of the Danish letters.
    """
    texts = [reading for reading in readings if reading.text and reading.reader != INK]
    if not texts:
        return ""
    counts: dict[str, float] = {}
    for reading in texts:
        first = reading.reader in {rapid.NAME, _of_small(rapid.NAME)}
        weight = 1.0 + 0.1 * (first == any(map(str.isdigit, reading.text)))
        bare = "".join(reading.text.split())
        counts[bare] = counts.get(bare, 0.0) + weight
    chosen = max(counts, key=counts.__getitem__)
    return next(r.text for r in texts if "".join(r.text.split()) == chosen)


def _plain(text: str) -> str:
    """A text without what two readers of it may differ in."""
    bare = "".join(text.split()).casefold().replace(".", ",")
    return bare.rstrip(",") if bare.rstrip(",")[-1:].isalpha() else bare


class _Line(NamedTuple):
    """A line of a cell: its words, its place, and whether it stands in a column of names."""

    words: tuple[Word, ...]
    place: Box
    name: bool


def _lines(tables: Iterable[Table]) -> list[_Line]:
    """The lines of all cells that are short enough to be read again."""
    found = []
    for table in tables:
        named = [_is_names(table, column) for column in range(table.width)]
        for row in table.rows:
            for cell in row:
                for words in lines_of(cell):
                    if sum(len(word.text) + 1 for word in words) <= LONGEST:
                        place = bounds(box_of(word) for word in words)
                        found.append(_Line(words, place, named[cell.column]))
    return found


def _is_names(table: Table, column: int) -> bool:
    """True for a column of words that hardly ever recur: neither figures nor statuses."""
    texts = [row[column].text for row in table.body if row[column].text]
    plain = [text for text in texts if not any(letter.isdigit() for letter in text)]
    return len(texts) >= FEWEST_NAMES and len(set(plain)) >= DISTINCT * len(texts)


def _sure(readings: Sequence[Reading]) -> bool:
    return bool(readings) and readings[0].confidence >= SURE_NAME


def _squeeze(line: _Line) -> float:
    """Names are left as wide as they are: of 596, 13 read otherwise at full width, 20 at 0.7."""
    if line.name:
        return 1.0
    figure = any(letter.isdigit() for word in line.words for letter in word.text)
    return rapid.SQUEEZE if figure else WORDS


def _box(sheet: Sheet, line: _Line, lines: Sequence[_Line]) -> PixelBox:
    """Where a line's ink is (pixels), grown over what was overlooked up to the cells beside it."""
    own = line.place
    middle = (own.top + own.bottom) / 2
    left, right = 0.0, sheet.size[0]
    for _, place, _ in lines:
        if place.top <= middle <= place.bottom:
            if place.x1 <= own.x0:
                left = max(left, place.x1)
            elif place.x0 >= own.x1:
                right = min(right, place.x0)
    x0, _, x1, _ = sheet.pixels(Box(left, 0.0, right, 0.0))
    box = sheet.pixels(own)
    return grown(sheet.source(box), box, (x0, x1))


def _overlooked(sheet: Sheet, line: _Line, box: PixelBox) -> bool:
    """True where the ink goes on beyond what the page reader saw: a minus, a first digit."""
    x0, top, x1, bottom = sheet.pixels(line.place)
    return max(x0 - box[0], box[2] - x1) > OVERLOOKED * (bottom - top)


def _first(line: _Line, filled: frozenset[Box]) -> list[Reading]:
    """What the page reader made of the line; nothing where it missed a part of it."""
    if not tesseract.available() or any(word.box in filled for word in line.words):
        return []
    text = " ".join(word.text for word in line.words)
    return [Reading(tesseract.NAME, text, min(word.confidence for word in line.words))]


def _witness(line: _Line, layer: Sequence[Word]) -> list[Reading]:
    """What an old text layer has in the place of the line."""
    inside = [word for word in layer if _within(box_of(word), line.place)]
    inside.sort(key=lambda word: box_of(word).x0)
    text = " ".join(word.text for word in inside)
    return [Reading("layer", text, 0.5)] if text else []


def _within(box: Box, place: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return place.x0 <= x <= place.x1 and place.top <= y <= place.bottom


def _third(crops: Sequence[Pixels]) -> list[Reading]:
    """Tesseract on the crops alone; nothing without it, as where it fails it has no vote."""
    model = next((name for name in THIRD if name in tesseract.languages()), None)
    if model is None or not crops:
        return []
    with suppress(OcrError):
        found = tesseract.lines(crops, model)
        return [replace(one, reader=f"{tesseract.NAME}:{model}") for one in found]
    return []


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
