"""Salt and dust taken off a flattened picture, without taking a comma with it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image import blobs
from extract.image.render import Pixels

# Grey level; letters in red or grey print are this pale in parts, and in one piece only up to it.
INK = 200
# A decimal comma of 7.5 pt type covers 0.00035 square inch (8 pixels at 150 dpi); a dust grain
# taken off is at most a third of that, and at least one pixel.
GRAIN_SQUARE_INCH = 0.0001
# Grains by the thousand are noise; a few may be the dots of a faint script, and harm nobody.
FEWEST_PER_SQUARE_INCH = 2.0
# A grain this near to a letter is a part of it that the threshold of a fax cut off: a 3 without its
# joint of two pixels was a 5 to every reader. A minus of 7.5 pt is four pixels in a row, and stands
# a little further off.
JOINT_INCH, MINUS_INCH = 0.01, 0.015
FLAT = 2  # times as wide as high: a minus


def remove(flat: Pixels, dpi: float) -> Pixels:
    """Paint white every spot of ink no larger than a grain, where a page has many of them."""
    ink = (flat < INK).astype(np.uint8)
    spots = blobs.find(ink)
    grains = _areas(spots.boxes, ink) <= max(1.0, GRAIN_SQUARE_INCH * dpi * dpi)
    if np.count_nonzero(grains) < FEWEST_PER_SQUARE_INCH * flat.size / dpi**2:
        return flat
    wide = spots.boxes[:, 2] > FLAT * spots.boxes[:, 3]
    letters = spots.drawn(~grains, ink.shape) & ink
    grains &= ~_near(spots, letters, JOINT_INCH * dpi)
    grains &= ~(wide & _near(spots, letters, MINUS_INCH * dpi))
    taken = spots.drawn(grains, ink.shape)
    rim = cv2.dilate(taken, np.ones((3, 3), np.uint8))
    clean = flat.copy()
    clean[(rim == 1) & ((ink == 0) | (taken == 1))] = 255
    return clean


def _near(spots: blobs.Blobs, letters: Pixels, reach: float) -> NDArray[np.bool_]:
    """Which spots have a letter within so many pixels."""
    side = 2 * round(reach) + 1
    return _areas(spots.boxes, cv2.dilate(letters, np.ones((side, side), np.uint8))) > 0


def _areas(boxes: NDArray[np.int32], ink: Pixels) -> NDArray[np.int32]:
    """Pixels of ink in each box: those of its spot, as a grain has no room for another."""
    x, y, width, height = boxes.T
    upto = cv2.integral(ink)
    right, bottom = x + width, y + height
    return np.asarray(upto[bottom, right] - upto[y, right] - upto[bottom, x] + upto[y, x])
