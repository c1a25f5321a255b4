"""One look after the other at a line: what its readers made of it so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from extract.image.crops import ABOVE, SIDE, PixelBox
from extract.image.prepare import Sheet
from extract.layout.lines import box_of
from extract.model import Box, Reading, Word
from extract.ocr import rapid, tesseract
from extract.ocr.lines import DECIMAL, Line, overlooked
from extract.ocr.votes import agreed

# Columns of the crop reader's input that a character is narrowed to, and the least part of a line's
# width. Of 2,004 figures and 587 statuses on faxes and grey scans, read at 0.5 to 1.4 of their
# width, 98.3 and 98.8 % came out at 16 columns (12: 95 and 95 %; 24: 99 % in 1.3 times the time);
# 0.6 of the width left a narrow face 8 columns, and nine in ten of its words unread.
PITCH, NARROWEST = 16.0, 0.5
# Characters that a per cent sign is as wide as. Of 666 figures with one, in a narrow face at 150
# and 200 dpi and on a fax, 601 came out where it counted as one character (the others as ``7,7%6``
# and ``31,496``), 652 as two, 658 as 2.5, 665 at full width.
PER_CENT = 2.5


class Look(NamedTuple):
    """A line, where its ink is (pixels), and what its readers made of it so far."""

    line: Line
    box: PixelBox
    readings: tuple[Reading, ...]

    @property
    def open(self) -> bool:
        """True for a figure or status that two readers do not agree on.

        And for a figure without the decimals of its column: in old-style digits set tight both
        had ``37%`` for ``3,7%``, sure to 0.9 and more.
        """
        if self.line.name:
            return False
        bare = self.line.decimal and self.line.figure
        whole = bare and not any(DECIMAL.search(one.text) for one in self.readings)
        return whole or not agreed(self.readings)


def begun(
    sheet: Sheet, line: Line, box: PixelBox, filled: frozenset[Box], layer: Sequence[Word]
) -> Look:
    """What the page reader and an old layer say; nothing of a reader that overlooked ink."""
    own = [] if overlooked(sheet, line, box) else first(line, filled)
    return Look(line, box, (*own, *_layer(line, layer)))


def first(line: Line, filled: frozenset[Box]) -> list[Reading]:
    """What the page reader made of the line; nothing where it missed a part of it."""
    if not tesseract.available() or any(word.box in filled for word in line.words):
        return []
    return [Reading(tesseract.NAME, line.text, min(word.confidence for word in line.words))]


def _layer(line: Line, layer: Sequence[Word]) -> list[Reading]:
    """What an old text layer has in the place of the line."""
    inside = [word for word in layer if _within(box_of(word), line.place)]
    inside.sort(key=lambda word: box_of(word).x0)
    text = " ".join(word.text for word in inside)
    return [Reading("layer", text, 0.5)] if text else []


def _within(box: Box, place: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return place.x0 <= x <= place.x1 and place.top <= y <= place.bottom


def read_by(
    looks: Sequence[Look],
    wanted: Callable[[Look], bool],
    read: Callable[[Sequence[Look]], Sequence[Reading | None]],
) -> list[Look]:
    """The looks, those that are wanted with one reading more; none where ``read`` gave up."""
    chosen = [index for index, look in enumerate(looks) if wanted(look)]
    found = dict(zip(chosen, read([looks[index] for index in chosen]), strict=False))
    return [
        look._replace(readings=(*look.readings, one)) if (one := found.get(index)) else look
        for index, look in enumerate(looks)
    ]


def squeeze(look: Look) -> float:
    """What part of its width a line is narrowed to before it is read.

    Names are left as wide as they are: of 596, 13 read otherwise at full width, 20 at 0.7.
    """
    text = "".join(look.line.text.split())
    characters = len(text) + (PER_CENT - 1) * text.count("%")
    if look.line.name or not text:
        return 1.0
    x0, top, x1, bottom = look.box
    high = max(1, bottom - top)
    columns = rapid.HEIGHT * (x1 - x0 + 2 * SIDE * high) / ((1 + 2 * ABOVE) * high)
    return min(1.0, max(NARROWEST, PITCH * characters / columns))
