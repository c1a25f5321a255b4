"""Paper made white and ink made black, however faded, shadowed or shaded the page is."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image.render import Pixels

# Wider than any stroke of body text (a 14 pt bold stem is 0.03 inch), narrower than a table row.
STROKE_INCH = 0.07
# Share of the pixels of a printed page that are at least as dark as its ink is.
INK_SHARE = 0.003
REDUCED = 4  # the background is sought at a quarter of the resolution: 0.06 s for 0.26 s a page


def grey(pixels: Pixels) -> Pixels:
    """One channel. The darkest of the three, so that red and blue print stay dark."""
    return pixels if pixels.ndim == 2 else np.asarray(pixels.min(axis=2))


def flatten(pixels: Pixels, dpi: float) -> Pixels:
    """Divide a grey picture by its background and stretch it so that ink is near 0.

    The background is the morphological closing of a reduced picture: what is left when every
    stroke is taken away. Fields of shade (zebra rows) are background too.
    """
    height, width = pixels.shape
    small = cv2.resize(pixels, (width // REDUCED, height // REDUCED), interpolation=cv2.INTER_AREA)
    size = max(3, round(STROKE_INCH * dpi / REDUCED) | 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (size, size))
    paper = cv2.blur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel), (size, size))
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(pixels, paper, scale=255)
    return _stretch(even)


def _stretch(even: Pixels) -> Pixels:
    """Stretch linearly so that the page's ink becomes black and its paper white.

    On a page with hardly any ink the darkest pixels are noise: the stretch is bounded to a
    factor of four.
    """
    sample = even[::4, ::4]
    ink = float(np.quantile(sample, INK_SHARE))
    paper = float(np.median(sample))
    low = min(ink, paper - 64.0)
    levels = (np.arange(256) - low) * (255.0 / max(paper - low, 1.0))
    table: NDArray[np.uint8] = np.clip(levels, 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(even, table), dtype=np.uint8)
