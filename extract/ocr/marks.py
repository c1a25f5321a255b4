"""Plus and minus told by the shape of their ink: the smallest print there is, and no word.

Readers of words take a minus that stands alone for a dot, or for nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.image import blobs
from extract.image.crops import PixelBox
from extract.image.prepare import Sheet
from extract.model import Reading
from extract.ocr.reading import SHAPE

INK = 128  # half of the paper's grey: a blurred minus is as flat there as it was printed
# Inches: a minus of 6 pt is 0.02 wide, a plus of 14 pt 0.12; anything larger is no mark.
LEAST, MOST = 0.02, 0.15
FLAT = 1.8  # times as wide as high: a minus; on faxes it is 4 pixels by 1 or 2
SQUARE = 1.5  # times as wide as high, or as high as wide, at most: a plus
# Part of its box that a minus fills, and a dot; of its side that an arm of a plus reaches.
FULL = 0.7
CORNER = 0.25  # part of a corner, a third of the side, that a plus may fill: arms are ragged
DUST = 0.1  # of the mark's ink: a spot larger than this beside it makes it another sign


def witness(sheet: Sheet, box: PixelBox) -> list[Reading]:
    """What the ink in a box (pixels) looks like, if it is one plus or one minus and no more."""
    x0, top, x1, bottom = box
    ink = (sheet.clean[max(0, top) : bottom, max(0, x0) : x1] < INK).astype(np.uint8)
    sign = told(ink, sheet.dpi)
    return [Reading(SHAPE, sign, 1.0)] if sign else []


def told(ink: NDArray[np.uint8], dpi: float) -> str:
    """``+``, ``-`` or nothing, from a picture that is 1 where there is ink."""
    boxes = blobs.find(ink).boxes
    if not len(boxes):
        return ""
    spots = [ink[y : y + high, x : x + wide] for x, y, wide, high in boxes.tolist()]
    *rest, mark = sorted(spots, key=np.count_nonzero)
    if rest and np.count_nonzero(rest[-1]) > DUST * np.count_nonzero(mark):
        return ""
    high, wide = mark.shape
    if not LEAST * dpi <= wide <= MOST * dpi:
        return ""
    if wide >= FLAT * high:
        return "-" if mark.mean() >= FULL else ""
    return "+" if _is_plus(mark) else ""


def _is_plus(mark: NDArray[np.uint8]) -> bool:
    """True for two arms that cross in the middle, and nothing in the corners."""
    high, wide = mark.shape
    square = max(high, wide) <= SQUARE * min(high, wide)
    if not square or min(high, wide) < 4 or mark.mean() > FULL:
        return False
    a, b = high // 3, wide // 3
    across = mark[a : high - a].any(axis=0).mean()
    down = mark[:, b : wide - b].any(axis=1).mean()
    corners = [part[:, side] for part in (mark[:a], mark[high - a :]) for side in _ends(b, wide)]
    return bool(min(across, down) >= FULL and max(c.mean() for c in corners) <= CORNER)


def _ends(part: int, wide: int) -> tuple[slice, slice]:
    return slice(0, part), slice(wide - part, wide)
