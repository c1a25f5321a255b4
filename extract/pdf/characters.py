"""The text of a PDF page as pdfium sees it, each with its place, style and direction."""

from __future__ import annotations

import ctypes
import math
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

_BOLD = 600  # font weight (100-900) from which a font counts as bold; CSS calls 600 semi-bold
_ASLANT = 8.0  # degrees off a right angle: more is a watermark, scans straighten below 5
_INVISIBLE = 3  # text render mode: neither filled nor stroked
_FIGURE = re.compile(r"[\d%–−]")
_WORD = 3  # letters from which asking for the first and the last alone pays
_WIDE = 0.6  # em a letter: a wider span may hide a gap; running text has 0.45-0.55
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


class Piece(NamedTuple):
    """A letter, a blank or the letters of a word set in one go: extent in the reading direction."""

    text: str
    style: Style
    start: float
    end: float


_NOWHERE = Style(1.0, 0, 0.0, False, None, False)
_BLANK = Piece(" ", _NOWHERE, 0.0, 0.0)  # parts words; no place
_GUESS = Piece("", _NOWHERE, 0.0, 0.0)  # where pdfium holds that a blank is meant


def pieces(textpage: Any) -> list[Piece]:
    """The text of a pdfium text page in the order of the file, blanks included.

    Text aslant by more than 8 degrees (a watermark) is left out. pdfium's own guesses at
    blanks between words are empty pieces: it guesses one at each letter that is set apart.
    """
    import pypdfium2.raw as pdfium

    text = _text(pdfium, textpage)
    style_at, letter = _styles(pdfium, textpage.raw), _letters(pdfium, textpage.raw, text)
    generated = partial(pdfium.FPDFText_IsGenerated, textpage.raw)
    spans = [token.span() for token in _TOKEN.finditer(text)]
    styles = [style_at(start) for start, _ in spans]
    found: list[Piece] = []
    at = 0
    for (start, end), (style, after) in zip(spans, pairwise([*styles, None]), strict=True):
        if at < start:
            found.append(_GUESS if all(map(generated, range(at, start))) else _BLANK)
        at = end
        # The letters of one text object follow each other: where the next word is of it, all are.
        whole = style is not None and (style is after or style is style_at(end - 1))
        if whole and end - start >= _WORD and not _FIGURE.search(text, start, end):
            first, last = letter(start, style), letter(end - 1, style)
            if first and last and _is_close(first, last, end - start):
                found.append(Piece(text[start:end], first.style, first.start, last.end))
                continue
        for index in range(start, end):
            one = letter(index, style if whole else style_at(index))
            if one is not None:
                found.append(one)
    return found


def _is_close(first: Piece, last: Piece, letters: int) -> bool:
    """Whether so many letters fill the room from the first to the last: no gap among them."""
    return last.end - first.start <= _WIDE * letters * first.style.size


def _styles(pdfium: Any, page: Any) -> Callable[[int], Style | None]:
    """A function from an index to the letter's style, one for each text object; None aslant."""
    styles: dict[bytes, Style | None] = {}
    fonts: dict[bytes, bool] = {}
    object_at = pdfium.FPDFText_GetTextObject

    def style_at(index: int) -> Style | None:
        owner = object_at(page, index)
        key = bytes(owner)  # the address, which tells one text object from another
        if key not in styles:
            styles[key] = _style(pdfium, page, index, owner, fonts) if owner else None
        return styles[key]

    return style_at


def _letters(pdfium: Any, page: Any, text: str) -> Callable[[int, Style | None], Piece | None]:
    """A function from an index and its style to the letter there; None where it has no place."""
    box, box_at = pdfium.FS_RECTF(), pdfium.FPDFText_GetLooseCharBox

    def letter(index: int, style: Style | None) -> Piece | None:
        if style is None or not box_at(page, index, box):
            return None
        if style.angle == 0:
            return Piece(text[index], style, box.left, box.right)
        if style.angle == 90:
            return Piece(text[index], style, box.bottom, box.top)
        if style.angle == 180:
            return Piece(text[index], style, -box.right, -box.left)
        return Piece(text[index], style, -box.top, -box.bottom)

    return letter


def _text(pdfium: Any, textpage: Any) -> str:
    """A letter for each character of the page; blanks of all kinds as a space.

    Asked for at once where that gives one letter for each (55 times as fast, benchmarks/speed.py
    reads a quarter more pages by it), else one by one.
    """
    count = pdfium.FPDFText_CountChars(textpage.raw)
    whole: str = textpage.get_text_range() if count > 0 else ""
    if len(whole) != count:
        codes = (pdfium.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
        whole = "".join(chr(code) if code <= sys.maxunicode else _UNREAD for code in codes)
    return _SIGNS.sub(_sign, whole)


_TOKEN = re.compile(r"[^ ]+")
_UNREAD = "\ufffd"
_SIGNS = re.compile(r"[\0-\x1f\xa0\u2009\u200a\u202f\u3000\ufffe\ud800-\udfff]")
_BLANKS = frozenset("\t\n\r\xa0\u2009\u200a\u202f\u3000")
_HYPHENS = frozenset("\x02\ufffe")  # pdfium's signs for a hyphen at the end of a line


def _sign(found: re.Match[str]) -> str:
    """A blank, a hyphen, or what stands for a control character or half a pair."""
    if found[0] in _BLANKS:
        return " "
    return "-" if found[0] in _HYPHENS else _UNREAD


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
    base = {0: y.value, 90: -x.value, 180: -y.value, 270: x.value}[angle]
    size = abs(pdfium.FPDFText_GetFontSize(page, index)) * math.hypot(matrix.c, matrix.d)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
    font = bytes(pdfium.FPDFTextObj_GetFont(owner))
    if font not in fonts:
        fonts[font] = _is_bold(pdfium, page, index)
    return Style(
        size=size or 1.0,
        angle=angle,
        base=base,
        bold=mode == _FILL_AND_STROKE or fonts[font],
        colour=_colour(pdfium, page, index),
        hidden=mode == _INVISIBLE,
    )


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
