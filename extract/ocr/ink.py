"""The ink of a figure as a witness: what lies there that no reader tells of.

A fax thins a minus to a dot that all readers pass over, and eats pale print (red, most of all) to
bits: a 3 without its joints is a 5 to every reader alike. What is left on the paper shows both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extract.image import blobs
from extract.image.crops import INK as LEVEL
from extract.image.crops import PixelBox
from extract.image.prepare import Sheet
from extract.model import Reading
from extract.ocr.reading import BROKEN, INK, SIGN

BEFORE = 0.6  # heights of a figure before it in which its sign stands: a digit's width
TALL = 0.6  # of its height from which a spot is a digit; x-high old-style digits are 0.7
GRAIN = 0.12  # of its height: a spot no longer than this is dust; commas are 0.2 and more
AROUND = (0.7, 0.15)  # heights beside a figure, and above and below it, that are white round it
# Ink in that white, in squares of a line's height: the specks of a fax; a decimal point is as much,
# a minus 0.03 and a line across 0.1.
DUST = 0.02
FIGURE = re.compile(r"[^\w%]*\d[\d.,: ]*%?\W*$")
SIGNED = re.compile(r"[+−–—-]")
# Widths of characters in digits; all others are digits.
WIDTHS = {" ": 0.4, ",": 0.5, ".": 0.5, ":": 0.5, "%": 1.6}


def witness(sheet: Sheet, box: PixelBox, readings: Sequence[Reading]) -> list[Reading]:
    """What the ink of a line (pixels) tells against its readings, if they are of a figure.

    The text is `SIGN`, `BROKEN` or both. On faxes of 7.5 to 10 pt 1 of 1,706 figures had a spot
    too many, and 9 of 30 in red that the threshold had thinned; of 24 minuses 22 stood free.
    """
    texts = [reading.text.strip() for reading in readings]
    if not any(FIGURE.match(text) for text in texts):
        return []
    longest = max(texts, key=len)
    x0, top, x1, bottom = box
    start = max(0, x0 - round(BEFORE * (bottom - top)))
    ink = (sheet.source(box)[top:bottom, start:x1] < LEVEL).astype(np.uint8)
    unsigned = not any(SIGNED.match(text) for text in texts)
    broken = sheet.struck(box) or _broken(ink[:, x0 - start :], longest)
    told = SIGN * (unsigned and _before(ink)) + BROKEN * broken
    return [Reading(INK, told, 1.0)] if told else []


def clear(sheet: Sheet, box: PixelBox, known: Sequence[PixelBox] = ()) -> bool:
    """True where a line (pixels) stands in white, and nothing but rulings was taken out there.

    A stamp's line over the first digit of ``31,6`` left one reader a clean ``1,6``, twice.
    ``known`` are figures beyond doubt, which may stand close beside it.
    """
    x0, top, x1, bottom = box
    aside, over = (max(1, round(part * (bottom - top))) for part in AROUND)
    left, up, right, down = max(0, x0 - aside), max(0, top - over), x1 + aside, bottom + over
    if sheet.struck(box) or sheet.doubt[up:down, left:right].any():
        return False
    beside = [
        (max(left, one[0]), max(up, one[1]), min(right, one[2]), min(down, one[3]))
        for one in known
        if one[1] < down and one[3] > up and (left < one[2] <= x0 or x1 <= one[0] < right)
    ]
    inside = sum(_inked(sheet, one) for one in (box, *beside))
    outside = _inked(sheet, (left, up, right, down)) - inside
    return 0 <= outside <= DUST * (bottom - top) ** 2


def _inked(sheet: Sheet, box: PixelBox) -> int:
    """Pixels of ink in a box."""
    x0, top, x1, bottom = box
    return int(np.count_nonzero(sheet.clean[top:bottom, x0:x1] < LEVEL))


def _before(ink: NDArray[np.uint8]) -> bool:
    """True where a low spot stands before the first high one."""
    x, _, wide, high = blobs.find(ink).boxes.T
    tall = high >= TALL * ink.shape[0]
    return bool(tall.any() and ((x + wide)[~tall] <= x[tall].min() + 1).any())


def _broken(ink: NDArray[np.uint8], text: str) -> bool:
    """True where there are more spots than characters, three in a per cent sign.

    A per cent sign in one spot hides no digit in bits: what stands before it is counted as well.
    """
    widths = [WIDTHS.get(character, 1.0) for character in text]
    bare = text.partition("%")[0].rstrip()
    end = ink.shape[1] * sum(widths[: len(bare)]) / sum(widths)
    x, _, wide, high = blobs.find(ink).boxes.T
    middles = (x + wide / 2)[np.maximum(wide, high) > GRAIN * ink.shape[0]]
    before = int(np.count_nonzero(middles < end))
    whole = len("".join(text.split())) + 2 * text.count("%")
    return before > len("".join(bare.split())) or len(middles) > whole
