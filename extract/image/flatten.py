"""Paper made white and ink made black, however faded, shadowed or shaded the page is."""

from __future__ import annotations

import cv2
import numpy as np

from extract.image.levels import quantile
from extract.image.render import Pixels

# Wider than any stroke of body text (a 14 pt bold stem is 0.03 inch), narrower than a table row.
STROKE_INCH = 0.07
REDUCED = 4  # the background is sought at a quarter of the resolution: 0.06 s for 0.26 s a page
INK_SHARE = 0.003  # part of a printed page's pixels that are as dark as its ink is
LEAST_CONTRAST = 64  # grey levels between ink and paper; a page without ink is not stretched more
# Ink is then made black by its own surroundings of this size, so that red and grey print comes
# out as dark as the black beside it. Noise stays above `PALEST` (grey level) when smoothed; ink
# between `PALER` and it is brought down to what lies between them.
AROUND_INCH = 0.1
PALEST, PALER = 185, 140


def grey(pixels: Pixels) -> Pixels:
    """One channel. The darkest of the three, so that red and blue print stay dark."""
    if pixels.ndim == 2:
        return pixels
    red, green, blue = cv2.split(pixels)
    return np.asarray(cv2.min(cv2.min(red, green), blue), dtype=np.uint8)


def flatten(pixels: Pixels, dpi: float) -> Pixels:
    """Divide a grey picture by its background and stretch it so that ink is 0 and paper 255.

    The background is the morphological closing of a reduced picture: what is left when every
    stroke is taken away. Fields of shade (zebra rows) are background too.
    """
    height, width = pixels.shape
    size = max(3, round(STROKE_INCH * dpi / REDUCED) | 1)
    small = cv2.resize(pixels, (width // REDUCED, height // REDUCED), interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    paper = cv2.resize(cv2.blur(paper, (size, size)), (width, height))
    even = _stretched(np.asarray(cv2.divide(pixels, paper, scale=255), dtype=np.uint8))
    ink = cv2.resize(_ink(even, dpi), (width, height))
    return np.asarray(cv2.divide(cv2.subtract(even, ink), 255 - ink, scale=255), dtype=np.uint8)


def _stretched(even: Pixels) -> Pixels:
    """The grey levels spread so that the page's darkest ink is black."""
    sample = np.ascontiguousarray(even[::4, ::4])
    paper = quantile(sample, 0.5)
    low = min(quantile(sample, INK_SHARE), paper - LEAST_CONTRAST)
    levels = (np.arange(256) - low) * (255.0 / (paper - low))
    return np.asarray(cv2.LUT(even, np.clip(levels, 0, 255).astype(np.uint8)), dtype=np.uint8)


def _ink(even: Pixels, dpi: float) -> Pixels:
    """The darkest grey around every place, 0 where there is only noise; reduced in size."""
    smooth = cv2.erode(cv2.GaussianBlur(even, (3, 3), 0.8), np.ones((REDUCED, REDUCED), np.uint8))
    size = max(3, round(AROUND_INCH * dpi / REDUCED) | 1)
    around = cv2.erode(smooth[::REDUCED, ::REDUCED], np.ones((size, size), np.uint8))
    around = np.where(around > PALEST, 0, np.minimum(around, PALER)).astype(np.uint8)
    return np.asarray(cv2.blur(around, (size, size)), dtype=np.uint8)
