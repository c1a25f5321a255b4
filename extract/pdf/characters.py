"""The text of a PDF page as pdfium sees it, each with its place, style and direction."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from extract.pdf.styles import Style, styles_of

_FIGURE = re.compile(r"[\d%–−]")
_WORD = 3  # letters from which asking for the first and the last alone pays
_WIDE = 0.6  # em a letter: a wider span may hide a gap; running text has 0.45-0.55
_LIGATURE = 0.28  # em a letter of a turned ligature: pdfium gives those no place on the page


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
    style_at, letter = styles_of(pdfium, textpage.raw), _letters(pdfium, textpage.raw, text)
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


def _letters(pdfium: Any, page: Any, text: str) -> Callable[[int, Style | None], Piece | None]:
    """A function from an index and its style to the letter there; None where it has no place."""
    box, box_at = pdfium.FS_RECTF(), pdfium.FPDFText_GetLooseCharBox
    ends: dict[int, tuple[Style, float]] = {}  # of turned letters, by the index of the next

    def letter(index: int, style: Style | None) -> Piece | None:
        if style is None or not box_at(page, index, box):
            return None
        if style.angle == 0:
            return Piece(text[index], style, box.left, box.right)
        start, end, low, high = _TURNED[style.angle](box)
        if not low - style.size <= style.base <= high + style.size:
            before, start = ends.get(index, (style, style.start))
            start = start if before is style else style.start
            end = start + _LIGATURE * style.size
        ends[index + 1] = style, end
        return Piece(text[index], style, start, end)

    return letter


# Start and end along the reading direction, and the room across it, by the direction.
_TURNED: dict[int, Callable[[Any], tuple[float, float, float, float]]] = {
    90: lambda box: (box.bottom, box.top, -box.right, -box.left),
    180: lambda box: (-box.right, -box.left, -box.top, -box.bottom),
    270: lambda box: (-box.top, -box.bottom, box.left, box.right),
}


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
