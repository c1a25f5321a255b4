"""Characters of a PDF page as pdfium sees them, each with its place, style and direction."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

_BOLD = 600  # font weight (100-900) from which a font counts as bold; CSS calls 600 semi-bold
_ASLANT = 8.0  # degrees off a right angle: more is a watermark, scans straighten below 5
_INVISIBLE = 3  # text render mode: neither filled nor stroked
_FILL_AND_STROKE = 2  # text render mode often used to fake a bold font


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object share. Lengths in points.

    ``angle`` is the direction of reading, degrees counter-clockwise from the page's own
    x axis; ``base`` the baseline, measured across that direction.
    """

    size: float
    angle: int
    base: float
    bold: bool
    colour: str | None
    hidden: bool


class Char(NamedTuple):
    """One character: its text, style and extent along the direction of reading."""

    text: str
    style: Style
    start: float
    end: float


def characters(textpage: Any) -> list[Char]:
    """The characters of a pdfium text page in the order of the file, blanks included.

    Text aslant by more than 8 degrees (a watermark) is left out. pdfium's own guesses at
    blanks between words are left out too: gaps tell that better, where columns stand close.
    """
    import pypdfium2.raw as pdfium

    page = textpage.raw
    box = pdfium.FS_RECTF()
    styles: dict[int, Style | None] = {}
    chars: list[Char] = []
    unicode_at, box_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    object_at, generated = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_IsGenerated
    for index in range(pdfium.FPDFText_CountChars(page)):
        owner = object_at(page, index)
        if not owner:
            continue
        key = ctypes.addressof(owner.contents)
        if key not in styles:
            styles[key] = _style(pdfium, page, index, owner)
        style = styles[key]
        if style is None:
            continue
        code = unicode_at(page, index)
        if code in _BLANKS and generated(page, index) == 1:
            continue
        if not box_at(page, index, box):
            continue
        start, end = _along(style.angle, box)
        chars.append(Char(_text(code), style, start, end))
    return chars


_BLANKS = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000})
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


def _text(code: int) -> str:
    if code in _BLANKS:
        return " "
    if code == 2:  # pdfium's sign for a hyphen at the end of a line
        return "-"
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _along(angle: int, box: Any) -> tuple[float, float]:
    if angle == 0:
        return box.left, box.right
    if angle == 90:
        return box.bottom, box.top
    if angle == 180:
        return -box.right, -box.left
    return -box.top, -box.bottom


def _style(pdfium: Any, page: Any, index: int, owner: Any) -> Style | None:
    """The style of the text object that holds the character; None where it stands aslant."""
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
    base = {0: y.value, 90: -x.value, 180: -y.value, 270: x.value}[angle]
    size = abs(pdfium.FPDFText_GetFontSize(page, index)) * math.hypot(matrix.c, matrix.d)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    bold = mode == _FILL_AND_STROKE or pdfium.FPDFText_GetFontWeight(page, index) >= _BOLD
    return Style(
        size=size or 1.0,
        angle=angle,
        base=base,
        bold=bold or "bold" in _font_name(pdfium, page, index),
        colour=_colour(pdfium, page, index),
        hidden=mode == _INVISIBLE,
    )


def _font_name(pdfium: Any, page: Any, index: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, index, buffer, len(buffer), flags)
    return buffer.value.decode("utf-8", "replace").lower()


def _colour(pdfium: Any, page: Any, index: int) -> str | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(page, index, *parts):
        return None
    return "#" + "".join(f"{part.value & 255:02x}" for part in parts[:3])
