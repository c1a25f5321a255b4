"""How the characters of a PDF page are set: size, direction, weight and colour."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_BOLD = 600  # font weight (100-900) from which a font counts as bold; CSS calls 600 semi-bold
_ASLANT = 8.0  # degrees off a right angle: more is a watermark, scans straighten below 5
_INVISIBLE = 3  # text render mode: neither filled nor stroked
_FILL_AND_STROKE = 2  # text render mode often used to fake a bold font


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object share. Lengths in points.

    ``angle`` is the direction of reading, degrees counter-clockwise from the page's own
    x axis; ``base`` the baseline, measured across that direction, ``start`` where along it the
    object begins.
    """

    size: float
    angle: int
    base: float
    bold: bool
    colour: str | None
    hidden: bool
    start: float = 0.0


def styles_of(pdfium: Any, page: Any) -> Callable[[int], Style | None]:
    """A function from an index to the letter's style, one for each text object; None aslant."""
    known: dict[bytes, Style | None] = {}
    fonts: dict[bytes, bool] = {}
    object_at = pdfium.FPDFText_GetTextObject

    def style_at(index: int) -> Style | None:
        owner = object_at(page, index)
        key = bytes(owner)  # the address, which tells one text object from another
        if key not in known:
            known[key] = _style(pdfium, page, index, owner, fonts) if owner else None
        return known[key]

    return style_at


def _style(
    pdfium: Any, page: Any, index: int, owner: Any, fonts: dict[bytes, bool]
) -> Style | None:
    """The style of the text object that holds the character; None where it stands aslant.

    ``fonts`` keeps which are bold: a page has a thousand objects and a handful of fonts.
    """
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(page, index, matrix):
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    degrees = math.degrees(math.atan2(matrix.b, matrix.a))
    angle = round(degrees / 90) * 90
    if abs(degrees - angle) > _ASLANT:
        return None
    angle %= 360
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    size = abs(pdfium.FPDFText_GetFontSize(page, index)) * math.hypot(matrix.c, matrix.d)
    base, start = _along(angle, x.value, y.value)
    if angle:
        own, start = _along(angle, matrix.e, matrix.f)
        base = base if abs(base - own) <= size else own
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    font = bytes(pdfium.FPDFTextObj_GetFont(owner))
    if font not in fonts:
        fonts[font] = _is_bold(pdfium, page, index)
    return Style(
        size=size or 1.0,
        angle=angle,
        base=base,
        start=start,
        bold=mode == _FILL_AND_STROKE or fonts[font],
        colour=_colour(pdfium, page, index),
        hidden=mode == _INVISIBLE,
    )


def _along(angle: int, x: float, y: float) -> tuple[float, float]:
    """A point's places across the reading direction and along it."""
    return {0: (y, x), 90: (-x, y), 180: (-y, -x), 270: (x, -y)}[angle]


def _is_bold(pdfium: Any, page: Any, index: int) -> bool:
    """True where the weight or the name of the character's font says so."""
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, index, buffer, len(buffer), flags)
    named = b"bold" in buffer.value.lower()
    return named or pdfium.FPDFText_GetFontWeight(page, index) >= _BOLD


def _colour(pdfium: Any, page: Any, index: int) -> str | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(page, index, red, green, blue, alpha):
        return None
    return f"#{red.value & 255:02x}{green.value & 255:02x}{blue.value & 255:02x}"
