"""Ruling lines in a picture: found, and taken out so that no reader takes them for letters."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from extract.image.render import Pixels

# Longer than any stroke of a letter or a dash of body text, shorter than a table cell is wide.
SOLID_INCH = 0.3
# A dotted, dashed or faxed line: thin marks that follow each other at most this far apart,
# across and down the page. Down it stays below the white between two rows of type: the digit 1
# above a digit 1 makes a fine dashed line.
GAP_INCH = (0.2, 0.03)
BROKEN_INCH = 1.0
THICKEST_INCH = 0.03  # 2 pt; anything thicker is a bar or a shaded field
INK = 150  # grey level in a flattened picture; hairlines pale to 140 at 150 dpi

# How much ink, as a part of its length, a ruling has along its sides, this far away.
BESIDE, ASIDE_INCH = 0.3, 0.008
BROKEN, SURE = 1, 2


class Line(NamedTuple):
    """A ruling in pixels: left, top, right, bottom (exclusive)."""

    x0: int
    top: int
    x1: int
    bottom: int


def find(flat: Pixels, dpi: float) -> tuple[list[Line], Pixels]:
    """Horizontal and vertical rulings of a level, flattened picture, and a mask of them.

    The mask is `SURE` on unbroken rulings and `BROKEN` on those put together from marks.
    """
    ink = (flat < INK).astype(np.uint8)
    mask = np.zeros_like(ink)
    lines: list[Line] = []
    for horizontal in (True, False):
        solid = _opened(ink, SOLID_INCH * dpi, horizontal)
        found, kept = _thin(solid | _broken(ink, dpi, horizontal), ink, dpi, horizontal)
        lines += found
        mask = np.maximum(mask, kept * np.where(solid == 1, SURE, BROKEN).astype(np.uint8))
    return lines, mask


def erase(flat: Pixels, mask: Pixels, dpi: float) -> Pixels:
    """Paint rulings white, but keep the strokes of letters that cross or touch them.

    A pixel of a ruling stays where there is ink on both sides of the line just outside it.
    """
    if not mask.any():
        return flat
    reach = max(1, round(dpi / 150))
    grown = cv2.dilate(
        (mask > 0).astype(np.uint8), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    )
    ink = ((flat < INK) & (grown == 0)).astype(np.uint8)
    span = 2 * (round(THICKEST_INCH * dpi) // 2 + reach) + 3
    crossing = np.zeros_like(mask)
    for shape in ((span, 1), (1, span)):
        crossing |= cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(shape, np.uint8))
    clean = flat.copy()
    clean[(grown == 1) & (crossing == 0)] = 255
    return clean


def _opened(ink: Pixels, length: float, horizontal: bool) -> Pixels:
    """What is left of the ink after opening with a stroke of the length in one direction."""
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, _kernel(length, horizontal)))


def _broken(ink: Pixels, dpi: float, horizontal: bool) -> Pixels:
    """Lines of many marks, each no thicker than a line, that stand clear of all print."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    across = stats[:, cv2.CC_STAT_HEIGHT if horizontal else cv2.CC_STAT_WIDTH]
    low = across <= max(2.0, 0.6 * THICKEST_INCH * dpi)
    if count == 1 or not low[1:].any():
        return np.zeros_like(ink)
    gap = GAP_INCH[0] if horizontal else GAP_INCH[1]
    marks = np.asarray(low.astype(np.uint8)[labels]) & ink
    closed = cv2.morphologyEx(marks, cv2.MORPH_CLOSE, _kernel(gap * dpi, horizontal))
    return _opened(np.asarray(closed), BROKEN_INCH * dpi, horizontal)


def _kernel(length: float, horizontal: bool) -> Pixels:
    size = max(3, round(length))
    return np.ones((1, size) if horizontal else (size, 1), np.uint8)


def _thin(stroke: Pixels, ink: Pixels, dpi: float, horizontal: bool) -> tuple[list[Line], Pixels]:
    """The strokes no thicker than a line and clear of print, as boxes and as a mask."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(stroke, connectivity=8)
    keep = np.zeros(count, np.uint8)
    lines = []
    most = max(3.0, THICKEST_INCH * dpi)
    for index in range(1, count):
        x, y, width, height, area = (int(part) for part in stats[index])
        line = Line(x, y, x + width, y + height)
        thin = area / (width if horizontal else height) <= most
        if thin and _clear(ink, line, dpi, horizontal):
            keep[index] = 1
            lines.append(line)
    return lines, np.asarray(keep[labels], dtype=np.uint8)


def _clear(ink: Pixels, line: Line, dpi: float, horizontal: bool) -> bool:
    """True where little ink lies along both sides.

    The feet of a word in bold serif type run together to a stroke as straight as a ruling.
    """
    away = max(2, round(ASIDE_INCH * dpi))
    if horizontal:
        sides = (
            ink[max(0, line.top - away - 1) : max(0, line.top - away), line.x0 : line.x1],
            ink[line.bottom + away : line.bottom + away + 1, line.x0 : line.x1],
        )
    else:
        sides = (
            ink[line.top : line.bottom, max(0, line.x0 - away - 1) : max(0, line.x0 - away)],
            ink[line.top : line.bottom, line.x1 + away : line.x1 + away + 1],
        )
    return all(side.size == 0 or float(side.mean()) <= BESIDE for side in sides)
