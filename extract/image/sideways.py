"""Print that stands on its side, as headings over narrow columns do: found by its ink."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from extract.image import blobs
from extract.image.crops import INK, PixelBox
from extract.image.render import Pixels
from extract.image.runs import letter_height

# In heights of a letter. A line of type on its side is 1 to 2 wide, with its ascenders and what
# hangs below; the shortest heading (``Tilbud``) is 4 long.
NARROW, WIDE, LONG = 0.6, 2.4, 3.5
SHORT = 1.8  # the second line of a heading on its side may be ``pct.``, or ``nået?``
TALLER = 2.5  # times as tall as wide
BESIDE = (
    0.5  # heights beside a word that was read in which ink belongs to it: the point of ``pct.``
)


def find(flat: Pixels, dpi: float, read: Sequence[PixelBox]) -> list[PixelBox]:
    """Boxes of lines on their side in a level, flattened page, outside what was ``read``."""
    height, spots = _spots(flat, dpi, read)
    return [
        (x0, top, x1, bottom)
        for x0, top, x1, bottom in spots
        if bottom - top >= max(LONG * height, TALLER * (x1 - x0))
    ]


def beside(
    flat: Pixels, dpi: float, read: Sequence[PixelBox], known: Sequence[PixelBox]
) -> list[PixelBox]:
    """Boxes of shorter lines right beside ``known`` ones, which they go on with."""
    height, spots = _spots(flat, dpi, read)
    return [
        spot
        for spot in spots
        if spot[3] - spot[1] >= SHORT * height
        and any(_goes_on(line, spot, height) for line in known)
    ]


def _goes_on(line: PixelBox, spot: PixelBox, height: float) -> bool:
    gap = max(spot[0] - line[2], line[0] - spot[2])
    within = line[1] - height <= spot[1] and spot[3] <= line[3] + height
    return within and 0 <= gap <= WIDE * height


def _spots(flat: Pixels, dpi: float, read: Sequence[PixelBox]) -> tuple[float, list[PixelBox]]:
    """The height of a letter, and boxes of ink as wide as a line on its side."""
    ink = (flat < INK).astype(np.uint8)
    height = letter_height(blobs.find(ink).boxes, dpi)
    around = round(BESIDE * height)
    for x0, top, x1, bottom in read:
        ink[max(0, top) : bottom, max(0, x0 - around) : x1 + around] = 0
    kernel = np.ones((max(3, round(height)) | 1, 1), np.uint8)
    spots = blobs.find(np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel))).boxes
    return height, [
        (x, y, x + wide, y + high)
        for x, y, wide, high in spots.tolist()
        if NARROW * height <= wide <= WIDE * height
    ]
