"""Ruling lines in a picture: found, and taken out so that no reader takes them for letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extract.image import blobs
from extract.image.render import Pixels
from extract.image.runs import letter_height

# Longer than any stroke of a letter or a dash of body text, shorter than a table cell is wide.
SOLID_INCH = 0.3
# Such a cell may be no higher than its print: then a line beside it that hangs on another and is
# longer than any letter, in heights of a small one (an l has 1.5).
STUB = 2.0
# A dotted, dashed or faxed line: thin marks that follow each other at most this far apart,
# across and down the page. Down it stays below the white between two rows of type: the digit 1
# above a digit 1 makes a fine dashed line.
GAP_INCH = (0.2, 0.03)
BROKEN_INCH = 1.0
PALE = 231  # grey level of what is no paper; the grey hairlines of Word tables are 130 to 215
PALE_GAP_INCH = 0.02  # left by noise
WORK_DPI = 150.0  # marks are sought at about this resolution
THICKEST_INCH = 0.03  # 2 pt; anything thicker is a bar or a shaded field
INK = 150  # grey level in a flattened picture; hairlines pale to 140 at 150 dpi

# How much ink, as a part of its length, a ruling has along its sides, this far away.
BESIDE, ASIDE_INCH = 0.3, 0.008
# An upright stroke this long and unbroken is a ruling, whatever stands beside it: lines of print
# have white between them. At 100 dpi figures end a pixel before it, and 5 of 10 had ink beside.
UNBROKEN_INCH, WHOLE = 0.5, 0.98
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
    marks = _marks(ink, dpi)
    mask = np.zeros_like(ink)
    lines: list[Line] = []
    for horizontal, thin in zip((True, False), marks, strict=True):
        solid = _opened(ink, SOLID_INCH * dpi, horizontal)
        stroke = solid | _broken(thin, dpi, horizontal, ink.shape)
        for line in _thin(stroke, ink, dpi, horizontal):
            lines.append(line)
            place = np.s_[line.top : line.bottom, line.x0 : line.x1]
            kept = stroke[place] * np.where(solid[place] == 1, SURE, BROKEN)
            mask[place] = np.maximum(mask[place], kept)
    for line in _stubs(ink, lines, dpi):
        lines.append(line)
        mask[line.top : line.bottom, line.x0 : line.x1] = SURE
    for line in _pale(flat, dpi):
        if not _known(line, mask):
            lines.append(line)
        mask[line.top : line.bottom, line.x0 : line.x1] = SURE
    return lines, mask


def _stubs(ink: Pixels, lines: Sequence[Line], dpi: float) -> Iterator[Line]:
    """Upright rulings no longer than a row is high, on a horizontal one: between two headings."""
    across = [line for line in lines if line.x1 - line.x0 >= line.bottom - line.top]
    if not across:
        return
    near = THICKEST_INCH * dpi
    least = STUB * letter_height(blobs.find(ink).boxes, dpi)
    for stub in _thin(_opened(ink, least, False), ink, dpi, False):
        hangs = any(
            line.x0 - near <= stub.x0 <= line.x1 + near
            and min(abs(stub.top - line.bottom), abs(stub.bottom - line.top)) <= near
            for line in across
        )
        if hangs and stub.bottom - stub.top < SOLID_INCH * dpi:
            yield stub


def _known(line: Line, mask: Pixels) -> bool:
    """True where most of a line's length lies on rulings found before."""
    x0, top, x1, bottom = line
    around = mask[max(0, top - 1) : bottom + 1, max(0, x0 - 1) : x1 + 1] > 0
    return bool(around.any(axis=0 if x1 - x0 >= bottom - top else 1).mean() > 0.5)


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
    kernel = _kernel(length, horizontal)
    left = np.asarray(cv2.erode(ink, kernel))
    return np.asarray(cv2.dilate(left, kernel)) if cv2.countNonZero(left) else left


def _marks(ink: Pixels, dpi: float) -> tuple[Pixels, Pixels]:
    """The marks no higher, and those no wider, than a line is thick; reduced to `WORK_DPI`."""
    part = max(1, round(dpi / WORK_DPI))
    small = cv2.dilate(ink, np.ones((part, part), np.uint8))[::part, ::part]
    marks = blobs.find(small)
    most = max(2.0, 0.6 * THICKEST_INCH * dpi / part)
    low, narrow = (marks.drawn(marks.boxes[:, side] <= most, small.shape) for side in (3, 2))
    return low & small, narrow & small


def _broken(marks: Pixels, dpi: float, horizontal: bool, shape: tuple[int, ...]) -> Pixels:
    """Lines put together from marks that follow each other, in the full ``shape``."""
    part = max(1, round(dpi / WORK_DPI))
    gap = GAP_INCH[0] if horizontal else GAP_INCH[1]
    kernel = _kernel(gap * dpi / part, horizontal)
    closed = np.asarray(cv2.morphologyEx(marks, cv2.MORPH_CLOSE, kernel))
    found = _opened(closed, BROKEN_INCH * dpi / part, horizontal)
    size = (shape[1], shape[0])
    return np.asarray(cv2.resize(found, size, interpolation=cv2.INTER_NEAREST))


def _pale(flat: Pixels, dpi: float) -> Iterator[Line]:
    """Hairlines too pale to be ink: unbroken, thin, and with paper on both sides."""
    part = max(1, round(dpi / WORK_DPI))
    height, width = flat.shape
    size = (width // part, height // part)
    small = cv2.resize(flat, size, interpolation=cv2.INTER_AREA)
    dark = (small < PALE).astype(np.uint8)
    for horizontal in (True, False):
        gap = _kernel(PALE_GAP_INCH * dpi / part, horizontal)
        whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, gap)
        stroke = _opened(np.asarray(whole), BROKEN_INCH * dpi / part, horizontal)
        for x0, top, x1, bottom in _thin(stroke, dark, dpi / part, horizontal):
            yield Line(x0 * part, top * part, x1 * part, bottom * part)


def _kernel(length: float, horizontal: bool) -> Pixels:
    size = max(3, round(length))
    return np.ones((1, size) if horizontal else (size, 1), np.uint8)


def _thin(stroke: Pixels, ink: Pixels, dpi: float, horizontal: bool) -> Iterator[Line]:
    """The strokes no thicker than a line and clear of print."""
    most = max(3.0, THICKEST_INCH * dpi)
    for x, y, width, height in blobs.find(stroke).boxes.tolist():
        line = Line(x, y, x + width, y + height)
        area = np.count_nonzero(stroke[y : y + height, x : x + width])
        thin = area / (width if horizontal else height) <= most
        long = not horizontal and height >= UNBROKEN_INCH * dpi and _unbroken(ink, line)
        if thin and (long or _clear(ink, line, dpi, horizontal)):
            yield line


def _unbroken(ink: Pixels, line: Line) -> bool:
    """True for an upright line with ink at each level, but for a speck of white."""
    return bool(ink[line.top : line.bottom, line.x0 : line.x1].any(axis=1).mean() >= WHOLE)


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
