"""Which way the lines of text run: quarter turns and small angles, from projections of ink."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image import blobs
from extract.image.render import Pixels

WORK_DPI = 100.0  # 0.1 degree is 1.4 pixels over the width of an A4 page
MAX_SKEW = 5.0  # degrees; steeper pages are photographs, not scans
COARSE, FINE = 0.25, 0.025  # degrees a step
INK = 190  # grey level of a flattened picture; thin strokes pale when it is reduced
# A capital of 16 pt is so high; in small print a word may be one spot, wider than high.
LARGEST_INCH = 0.17
MIN_INK = 200  # pixels at `WORK_DPI`; fewer tell nothing


def skew(flat: Pixels, dpi: float) -> float:
    """Angle in degrees to rotate a flattened picture by to make its lines of text level.

    The angle at which the ink's projection has the steepest steps; found first in steps of
    `COARSE`, then of `FINE`.
    """
    at = np.nonzero(_letters(_ink(flat, dpi)))
    rows, columns = at[0].astype(np.float64), at[1].astype(np.float64)
    if len(rows) < MIN_INK:
        return 0.0
    centred = columns - columns.mean()
    coarse = np.arange(-MAX_SKEW, MAX_SKEW + COARSE, COARSE)
    best = max(coarse, key=lambda angle: _steepness(rows, centred, angle))
    fine = best + np.arange(-COARSE, COARSE + FINE, FINE)
    return float(max(fine, key=lambda angle: _steepness(rows, centred, angle)))


def lies(flat: Pixels, dpi: float) -> bool:
    """True where the lines of text run up or down the page instead of across it.

    Words are wider than high. (Projections, as `skew` uses, take the columns of a table for
    lines of text: wrong on 5 of 8 table pages.)
    """
    ink = cv2.dilate(_ink(flat, dpi), np.ones((3, 3), np.uint8))
    _, _, widths, heights = blobs.find(ink).boxes.T
    print_size = np.maximum(widths, heights) <= WORK_DPI
    wide = np.count_nonzero(print_size & (widths > 1.6 * heights))
    high = np.count_nonzero(print_size & (heights > 1.6 * widths))
    return bool(high > wide)


def rotate(pixels: Pixels, angle: float) -> Pixels:
    """Rotate by ``angle`` degrees about the middle; the size is kept, edges are drawn out."""
    if not angle:
        return pixels
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(
        pixels,
        matrix,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(turned, dtype=np.uint8)


def quarter(pixels: Pixels, degrees: int) -> Pixels:
    """Turn clockwise by 0, 90, 180 or 270 degrees."""
    return np.ascontiguousarray(np.rot90(pixels, k=-(degrees // 90) % 4))


def _ink(flat: Pixels, dpi: float) -> Pixels:
    """1 where there is ink, at `WORK_DPI`, without the long strokes of rulings."""
    scale = min(WORK_DPI / dpi, 1.0)
    small = cv2.resize(flat, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < INK).astype(np.uint8)
    long = round(WORK_DPI * 0.5)
    # Both ways at once: the bits of a grid's lines between those that cross them look like words.
    across, down = (
        cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        for shape in ((1, long), (long, 1))
    )
    return np.asarray(ink & (1 - cv2.dilate(across | down, np.ones((3, 3), np.uint8))), np.uint8)


def _letters(ink: Pixels) -> Pixels:
    """The spots no higher than letters of body text: a stamp has its own slant, and more ink.

    All of them on a page with hardly any such letter.
    """
    spots = blobs.find(ink)
    small = spots.drawn(spots.boxes[:, 3] <= LARGEST_INCH * WORK_DPI, ink.shape) & ink
    return small if np.count_nonzero(small) >= MIN_INK else ink


def _steepness(along: NDArray[np.float64], across: NDArray[np.float64], angle: float) -> float:
    """Sum of squared steps of the projection of points sheared by ``angle`` degrees."""
    moved = along - across * np.tan(np.radians(angle))
    profile = np.bincount(np.rint(moved - moved.min()).astype(np.int64))
    return float(np.square(np.diff(profile)).sum())
