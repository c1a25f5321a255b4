"""Dark fields with light print (the headings of many Word tables) turned into dark on light."""

from __future__ import annotations

import cv2
import numpy as np

from extract.image import blobs
from extract.image.crops import PixelBox
from extract.image.levels import quantile
from extract.image.render import Pixels

WORK_DPI = 100.0  # fields are sought at about this resolution
# Dark in a square of this side is no letter: the stem of 36 pt bold type is 0.07 inch wide.
SOLID_INCH = 0.08
# Solid parts of one field have light print between them: words of this length, and letters
# with strokes of this width.
WORDS_INCH, STROKE_INCH = 4.0, 0.12
HEIGHT_INCH, WIDTH_INCH = 0.1, 0.3  # smaller than a heading of 7.5 pt type
PAPER_INCH = 0.6  # paper is the lightest grey within this distance of a field
DARK = 0.5  # part of the way from paper to ink
PALER_EDGE = 0.9  # of the grey of the paper: what is darker beside a field is its edge
# The darkest part of a page is its ink, if it is darker than the paper by this part of it.
INK_SHARE, LEAST_DEPTH = 0.005, 0.15
THROUGH = 0.3  # part of each column of a field that is dark above, below or between white letters
FULL = 0.6  # part of a field that is dark; 0.7 to 0.9 with white print on it


def relit(pixels: Pixels, dpi: float) -> Pixels:
    """A grey picture with every dark field made its own negative."""
    height, width = pixels.shape
    part = max(1, round(dpi / WORK_DPI))
    small = cv2.resize(pixels, (width // part, height // part), interpolation=cv2.INTER_AREA)
    dpi = dpi / part
    dark = _dark(small, dpi)
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, _square(SOLID_INCH * dpi, SOLID_INCH * dpi))
    if not solid.any():
        return pixels
    stroke = STROKE_INCH * dpi
    joined = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, _square(WORDS_INCH * dpi, stroke))
    joined &= cv2.morphologyEx(dark, cv2.MORPH_CLOSE, _square(stroke, stroke))
    clean = pixels.copy()
    for left, y, wide, down in blobs.find(joined).boxes.tolist():
        x, across = _whole(dark[y : y + down], left, wide)
        share = float(dark[y : y + down, x : x + across].mean())
        if across >= WIDTH_INCH * dpi and down >= HEIGHT_INCH * dpi and share >= FULL:
            inner = (x + 1) * part, (y + 1) * part, (x + across - 1) * part, (y + down - 1) * part
            _invert(clean, inner, 3 * part)
    return clean


def _whole(dark: Pixels, left: int, wide: int) -> tuple[int, int]:
    """Left end and width of a field, with the word that fills its end to the edge."""
    levels = dark.mean(axis=0) >= THROUGH
    ends = np.flatnonzero(~levels)
    before, after = ends[ends < left], ends[ends >= left + wide]
    start = int(before[-1]) + 1 if len(before) else 0
    end = int(after[0]) if len(after) else len(levels)
    return start, end - start


def _invert(pixels: Pixels, box: PixelBox, rim: int) -> None:
    """Make the box its negative on the paper around it, and take away its rough dark edge."""
    x0, top, x1, bottom = box
    around = pixels[max(0, top - rim) : bottom + rim, max(0, x0 - rim) : x1 + rim]
    field = pixels[top:bottom, x0:x1].astype(np.float32)
    paper = float(np.quantile(around, 0.99))
    negative = (paper - (field - np.median(field))).clip(0, paper)
    around[around < PALER_EDGE * paper] = round(paper)
    pixels[top:bottom, x0:x1] = negative.astype(np.uint8)


def _dark(small: Pixels, dpi: float) -> Pixels:
    """What is nearer to the page's ink than to the paper around it, on faded pages too."""
    reach = round(PAPER_INCH * dpi) | 1
    paper = cv2.dilate(cv2.dilate(small, _square(1, reach)), _square(reach, 1))
    depth = 1.0 - quantile(small, INK_SHARE) / max(quantile(small, 0.5), 1)
    if depth < LEAST_DEPTH:
        return np.zeros_like(small)
    return np.asarray((small < (1.0 - DARK * depth) * paper).astype(np.uint8))


def _square(wide: float, high: float) -> Pixels:
    """A kernel of odd sides: one of even sides moves what it opens or closes by a pixel."""
    return np.ones((round(high) | 1, round(wide) | 1), np.uint8)
