"""A picture of a page made ready for reading: level, flat, without rulings and dust."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image import fields, flatten, mending, outline, rulings, speckle, turn
from extract.image.crops import PixelBox
from extract.image.levels import quantile
from extract.image.render import POINTS_PER_INCH, Picture, Pixels
from extract.model import Box, Ruling

LIE_DPI = 120.0  # enough to tell which way a page lies, in a fifth of the time
# Degrees that a page may be off; turning it costs 20 ms at 200 dpi, 60 ms in colour at 300, and
# blurs it. Over the width of an A4 page 0.055 is 1.6 pixels at 200 dpi, a sixth of a letter.
LEVEL = 0.055
COLOUR_DPI = 150.0  # at least; the ink of a word is summed over its box, however fine the pixels
INK = 150  # grey level of a flattened picture
EDGE = 0.3  # heights of a line of print from its edges: rulings lie that near, or outside
DOUBT = 0.02  # of the square of a line's height: a decimal point is 0.02, a digit 1 is 0.15


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page ready for reading.

    ``clean`` is grey, without rulings and dust; ``flat`` still has them; ``doubt`` is true
    where something was taken out that need not have been a ruling. ``colour`` is RGB, turned
    alike and reduced to some `COLOUR_DPI`, None for grey scans.

    ``turned`` is the quarter turn clockwise and ``angle`` the small one counter-clockwise, in
    degrees, that made the page upright and level.
    """

    clean: Pixels
    flat: Pixels
    doubt: NDArray[np.bool_]
    colour: Pixels | None
    lines: tuple[rulings.Line, ...]
    dpi: float
    turned: int = 0
    angle: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        height, width = self.clean.shape
        return width * POINTS_PER_INCH / self.dpi, height * POINTS_PER_INCH / self.dpi

    def source(self, box: PixelBox) -> Pixels:
        """The picture to crop a line from: the one nothing was taken out of, where in doubt.

        Two readers of a picture that lost a digit agree on the wrong figure.
        """
        if self.struck(box):
            return self.flat
        x0, top, x1, bottom = box
        side = (bottom - top) // 2
        around = self.doubt[top:bottom, max(0, x0 - side) : x1 + side]
        return self.flat if np.count_nonzero(around) > DOUBT * (bottom - top) ** 2 else self.clean

    def struck(self, box: PixelBox) -> bool:
        """True where a line was taken out of the middle of a line of print: no ruling, a stamp's.

        Both readers had ``14,0`` of an 8 that lost its waist to one.
        """
        x0, top, x1, bottom = box
        edge = EDGE * (bottom - top)
        for line in self.lines:
            x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
            flat = line.x1 - line.x0 >= line.bottom - line.top
            over = flat and line.x0 < x1 and x0 < line.x1
            beside = not flat and line.top < bottom and top < line.bottom
            through = top + edge < y < bottom - edge if flat else x0 + edge < x < x1 - edge
            if (over or beside) and through:
                return True
        return False

    def coloured(self, box: PixelBox) -> Pixels | None:
        """The part of the colour picture in the box; None for grey scans."""
        if self.colour is None:
            return None
        part = self.clean.shape[0] / self.colour.shape[0]
        x0, top, x1, bottom = (round(place / part) for place in box)
        return self.colour[top:bottom, x0:x1]

    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings in points, as single strokes; broken ones are made whole."""
        return tuple(_stroke(self.box(*line)) for line in mending.mended(self.lines, self.dpi))

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A place in pixels as one in points."""
        scale = POINTS_PER_INCH / self.dpi
        return Box(*(round(place * scale, 2) for place in (x0, top, x1, bottom)))

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """A place in points as one in pixels."""
        scale = self.dpi / POINTS_PER_INCH
        return (
            round(box.x0 * scale),
            round(box.top * scale),
            round(box.x1 * scale),
            round(box.bottom * scale),
        )

    def placed(self, box: Box) -> Box:
        """Where a place (points) on the picture as it stood lies on this sheet."""
        width, height = self.size
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if self.turned % 180:
            wide, high = high, wide
        x, y = {
            0: (x, y),
            90: (width - y, x),
            180: (width - x, height - y),
            270: (y, height - x),
        }[self.turned]
        slope = math.radians(self.angle)
        right, down = x - width / 2, y - height / 2
        x = width / 2 + right * math.cos(slope) + down * math.sin(slope)
        y = height / 2 - right * math.sin(slope) + down * math.cos(slope)
        return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def prepare(picture: Picture, quarter: int | None = None, angle: float | None = None) -> Sheet:
    """The sheet of a picture.

    ``quarter`` (degrees clockwise) and ``angle`` (degrees counter-clockwise) are found where
    not given.
    """
    raw, dpi = picture.pixels, picture.dpi
    grey = flatten.grey(raw)
    sheet = outline.corners(grey) if angle is None else None
    if sheet is not None:
        raw, grey = outline.flat_sheet(raw, sheet), outline.flat_sheet(grey, sheet)
    if quarter is None or angle is None:
        quarter, angle = _lie(grey, dpi, quarter)
    level = turn.rotate(turn.quarter(grey, quarter), angle)
    flat = flatten.flatten(fields.relit(level, dpi), dpi)
    lines, mask = rulings.find(flat, dpi)
    clean = speckle.remove(rulings.erase(flat, mask, dpi), dpi)
    doubt = (clean > INK) & (flat < INK) & (cv2.dilate(mask, np.ones((5, 5))) != rulings.SURE)
    colour = (
        turn.rotate(turn.quarter(_reduced(raw, dpi), quarter), angle) if _coloured(raw) else None
    )
    return Sheet(clean, flat, doubt, colour, tuple(lines), dpi, quarter, angle)


def _lie(grey: Pixels, dpi: float, quarter: int | None) -> tuple[int, float]:
    """How to turn a picture, told from a reduced one."""
    scale = min(1.0, LIE_DPI / dpi)
    small = np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    flat = flatten.flatten(small, dpi * scale)
    if quarter is None:
        quarter = 90 if turn.lies(flat, dpi * scale) else 0
    angle = turn.skew(turn.quarter(flat, quarter), dpi * scale)
    return quarter, angle if abs(angle) > LEVEL else 0.0


def _coloured(pixels: Pixels) -> bool:
    """True where a part of the page is clearly no shade of grey.

    JPEG alone makes single pixels of a grey picture differ by some 20 levels.
    """
    if pixels.ndim == 2:
        return False
    red, green, blue = cv2.split(np.ascontiguousarray(pixels[::4, ::4]))
    most, least = (one(one(red, green), blue) for one in (cv2.max, cv2.min))
    middles = sorted(quantile(channel, 0.5) for channel in (red, green, blue))
    tint = max(middles[2] - middles[1], middles[1] - middles[0])
    return quantile(cv2.subtract(most, least), 0.9995) - tint > 40


def _reduced(pixels: Pixels, dpi: float) -> Pixels:
    """The picture at a whole part of its resolution, not below `COLOUR_DPI`."""
    part = max(1, int(dpi / COLOUR_DPI))
    size = (pixels.shape[1] // part, pixels.shape[0] // part)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


def _stroke(box: Box) -> Ruling:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    if box.x1 - box.x0 >= box.bottom - box.top:
        return Ruling(box.x0, y, box.x1, y)
    return Ruling(x, box.top, x, box.bottom)
