"""Captions and notes: the lines just above and below a table that belong to it."""

from __future__ import annotations

import re

CAPTION = re.compile(
    r"^\W{0,4}(?:tabel|tabell|tabelle|table|tableau|tabla|tab\.)\s*(?:nr\.?\s*)?(\d{1,3}|[ivx]{1,5})\b"
    r"(?:\.\d{1,2})?\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"^\W{0,4}(?:anm|anmærkning(?:er)?|kilde(?:r)?|note(?:r|s)?|source(?:s)?|quelle|"
    r"\*+|\d\)|[¹²³⁴])\s*[.:)]?",
    re.IGNORECASE,
)
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}


def caption_number(text: str) -> int | None:
    """The number of ``Tabel 3``, ``Tabel 3: …`` or ``Table IV``; None for any other text.

    Text that goes on in lower case (``Tabel 3 viser, at …``) is a sentence, not a caption.
    """
    match = CAPTION.match(text)
    if match is None:
        return None
    rest = text[match.end() :].lstrip("*_ ")
    if rest[:1].islower() and match.group(0).rstrip()[-1].isalnum():
        return None
    mark = match.group(1).lower()
    return int(mark) if mark.isdigit() else _ROMAN.get(mark)


def is_note(text: str) -> bool:
    """True for a note or source below a table (``Anm.:``, ``Kilde:``, ``Source:``)."""
    match = NOTE.match(text)
    return match is not None and match.end() > 1
