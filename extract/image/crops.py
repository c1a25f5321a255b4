"""Crops of single lines of print."""

from __future__ import annotations

import cv2
import numpy as np

from extract.image.render import Pixels

# Paper left above and below, and beside, the box of a line, in heights of the box.
ABOVE, SIDE = 0.2, 0.25
INK = 180  # grey level of a flattened picture; the paler parts of red print are 170 in a grey scan
# Ink nearer than this to a line, in its heights, is a character its reader overlooked.
GAP, REACH = 0.5, 2.0

PixelBox = tuple[int, int, int, int]  # left, top, right, bottom


def crop(page: Pixels, box: PixelBox, *, above: float = ABOVE, squeeze: float = 1.0) -> Pixels:
    """The part of a grey page in ``box`` with some paper round it, narrowed by ``squeeze``."""
    x0, top, x1, bottom = box
    up, side = round(above * (bottom - top)), round(SIDE * (bottom - top))
    part = page[max(0, top - up) : bottom + up + 1, max(0, x0 - side) : x1 + side + 1]
    if part.size == 0:
        return np.full((8, 8), 255, np.uint8)
    wide = max(1, round(part.shape[1] * squeeze))
    method = cv2.INTER_AREA if squeeze < 1.0 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(part, (wide, part.shape[0]), interpolation=method))


def grown(page: Pixels, box: PixelBox, limits: tuple[int, int]) -> PixelBox:
    """The box of a line with characters taken in that touch it or stand close beside it.

    A reader that overlooks the first digit of ``19,1`` gives a box round ``9,1``, and every
    crop of that box would agree with it. ``limits`` are the columns not to be passed.
    """
    x0, top, x1, bottom = box
    height = max(1, bottom - top)
    reach, gap = round(REACH * height), max(1, round(GAP * height))
    left, right = max(limits[0], x0 - reach, 0), min(limits[1], x1 + reach, page.shape[1])
    inked = np.any(page[top:bottom, :] < INK, axis=0).tolist()
    start, end = min(x0, x1), max(x0, x1)
    for column in range(start - 1, left - 1, -1):
        if inked[column]:
            start = column
        elif start - column > gap:
            break
    for column in range(end, right):
        if inked[column]:
            end = column + 1
        elif column - end >= gap:
            break
    return start, top, end, bottom
