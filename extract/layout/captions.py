"""Captions and notes: the lines just above and below a table that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Box, Paragraph, Role

CAPTION = re.compile(
    r"^\W{0,4}(?:tabel|tabell|tabelle|table|tableau|tabla|tab\.)\s*(?:nr\.?\s*)?(\d{1,3}|[ivx]{1,5})\b"
    r"(?:\.\d{1,2})?\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
# Any other word with a number or a letter of its own, and what it is about: ``Skema 2. Antal``.
_LABEL = re.compile(
    r"^\W{0,4}[^\W\d_a-zæøå][^\W\d_]+\s(?:nr\.?\s)?(?:\d{1,2}|[IVX]{1,4}|[A-H])\s?[.:–—-]\s+"
    r"[^\W\d_a-zæøå]"
)
NOTE = re.compile(
    r"^\W{0,4}(?:anm|anmærkning(?:er)?|kilde(?:r)?|note(?:r|s)?|source(?:s)?|quelle|"
    r"\*+|\d\)|\d{1,2}/(?=\s)|[¹²³⁴])\s*[.:)]?",
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
_ASIDE = 10.0  # points that a caption may stand beside its table
_NEAR = 20.0  # points that a title without a number stands above its table, at most
_PARTS = 3  # paragraphs of a caption: number, title, unit
_LINES = 6  # of a caption; longer text above a table is prose


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


def is_label(text: str) -> bool:
    """True for a caption that calls its table something else: ``Oversigt B. By og land``."""
    return _LABEL.match(text) is not None


def is_note(text: str) -> bool:
    """True for a note or source below a table (``Anm.:``, ``Kilde:``, ``Source:``)."""
    match = NOTE.match(text)
    return match is not None and match.end() > 1


def captions(
    own: Sequence[Paragraph], floor: float, box: Box
) -> tuple[list[Paragraph], tuple[Paragraph, ...]]:
    """The page's paragraphs, and those of them that are the caption of the grid at ``box``.

    A caption begins with ``Tabel 3`` above the grid (below ``floor``) and goes on with its
    title to the grid; without one above, one just below the grid is taken. What belongs to it
    gets the role of a caption. Without any, ``Skema 3`` or the title that stands right above the
    grid, as on a printed sheet of a workbook, is its caption and keeps its role.
    """
    above = [
        i
        for i, p in enumerate(own)
        if p.box and floor - 2 <= p.box.top < p.box.bottom <= box.top + 4 and _meet(p.box, box)
    ]
    near = [i for i in above if own[i].role is not Role.FURNITURE][-_PARTS:]
    start = next((i for i in reversed(near) if own[i].role is Role.CAPTION), None)
    if start is not None:
        chosen = [i for i in near if i >= start]
        if sum(len(own[i].lines) for i in chosen) > _LINES:
            chosen = [start]
    else:
        under = [
            i
            for i, p in enumerate(own)
            if p.box and p.box.top >= box.bottom - 4 and _meet(p.box, box)
        ][:1]
        chosen = [i for i in under if _is_beneath(own, i, box)]
        title = _title([own[i] for i in near], box) if not chosen else ()
        if title:
            return list(own), title
    kept = [replace(p, role=Role.CAPTION) if i in chosen else p for i, p in enumerate(own)]
    return kept, tuple(kept[i] for i in chosen)


def _meet(one: Box, other: Box) -> bool:
    """True where one stands above or below the other, not in another column of the page."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > -_ASIDE


def _is_beneath(own: Sequence[Paragraph], index: int, box: Box) -> bool:
    """A caption close below the grid and not close above something else."""
    one = own[index]
    if one.role is not Role.CAPTION or one.box is None:
        return False
    after = own[index + 1].box if index + 1 < len(own) else None
    gap = one.box.top - box.bottom
    return gap < 30 and (after is None or after.top - one.box.bottom > gap)


def _title(near: Sequence[Paragraph], box: Box) -> tuple[Paragraph, ...]:
    """Of the paragraphs above the grid, down to it, those that are its title.

    A heading that is all there is above it, as on a slide, need not stand near.
    """
    last = near[-1] if near else None
    if last is None or last.box is None:
        return ()
    alone = len(near) == 1 and last.role is Role.HEADING
    if box.top - last.box.bottom > _NEAR and not alone:
        return ()
    labels = [i for i, one in enumerate(near) if is_label(one.lines[0])]
    if labels and sum(len(one.lines) for one in near[labels[-1] :]) < _LINES:
        return tuple(near[labels[-1] :])
    line = len(last.lines) == 1 and last.lines[0].rstrip()[-1:] not in ".:;,"
    titled = last.role is Role.HEADING or (last.role in (Role.TEXT, Role.ITEM) and line)
    return (last,) if titled else ()


def below(own: Sequence[Paragraph], box: Box) -> tuple[str, ...]:
    """The notes that follow the grid at ``box``, each as one text."""
    found = []
    for paragraph in own:
        if paragraph.box is None or paragraph.box.top < box.bottom - 4:
            continue
        if not _meet(paragraph.box, box):
            continue
        if paragraph.role in (Role.CAPTION, Role.FURNITURE):
            continue
        if paragraph.role is not Role.NOTE:
            break
        found.append(" ".join(paragraph.lines))
    return tuple(found)
