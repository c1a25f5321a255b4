"""Salt and dust taken off a flattened picture, without taking a comma with it."""

from __future__ import annotations

import cv2
import numpy as np

from extract.image.render import Pixels

# Grey level; letters in red or grey print are this pale in parts, and in one piece only up to it.
INK = 200
# A decimal comma of 7.5 pt type covers 0.00035 square inch (8 pixels at 150 dpi); a dust grain
# taken off is at most a third of that, and at least one pixel.
GRAIN_SQUARE_INCH = 0.0001
# Grains by the thousand are noise; a few may be the dots of a faint script, and harm nobody.
FEWEST_PER_SQUARE_INCH = 2.0


def remove(flat: Pixels, dpi: float) -> Pixels:
    """Paint white every spot of ink no larger than a grain, where a page has many of them."""
    ink = (flat < INK).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    grains = stats[:, cv2.CC_STAT_AREA] <= max(1.0, GRAIN_SQUARE_INCH * dpi * dpi)
    grains[0] = False
    if np.count_nonzero(grains) < FEWEST_PER_SQUARE_INCH * flat.size / dpi**2 or count == 1:
        return flat
    spots = cv2.dilate(grains.astype(np.uint8)[labels], np.ones((3, 3), np.uint8))
    rest = (ink == 1) & ~grains[labels]
    clean = flat.copy()
    clean[(spots == 1) & ~rest] = 255
    return clean
