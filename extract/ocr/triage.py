"""Which pages are read from their picture, and why: what the text layer is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.layout.captions import caption_number
from extract.layout.lines import levels
from extract.model import Box, Page, Table, Word

# A page with fewer characters than this has no text layer worth the name: stamps and page
# numbers that scanning programs add stay below it.
FEWEST_CHARACTERS = 40
FULL = 0.5  # part of the page that a scan covers
FEW_WORDS = 60  # of a page that is a picture with a title and a note
# A picture pasted into a note is read from this size on (points): smaller ones are logos.
PASTED_WIDTH, PASTED_HEIGHT = 140.0, 50.0
# Danish letters make 3 to 4 % of the letters of Danish text; an English-language OCR prints
# none. Of text that is not Danish nothing is claimed: `DANISH` words must be there.
LEAST_DANISH = 0.008
FEWEST_LETTERS = 300
DANISH = frozenset(["og", "af", "der", "er", "til", "som", "det", "har", "ikke", "med", "den"])
TABLE = frozenset(["tabel", "tabellen", "tabeller", "oversigt", "oversigten", "table", "tables"])
FEWEST_DANISH_WORDS = 0.06  # part of all words; 0.15 in Danish prose, 0.005 in English
WORST_IMPOSSIBLE = 0.02  # part of the characters


class Wanted(NamedTuple):
    """A page to read from its picture: why, and which part where it is not the whole."""

    reason: str
    regions: tuple[Box, ...] = ()


def wanted(page: Page) -> Wanted | None:
    """Why and where to read the page's picture; None where its text layer is enough."""
    area = max(page.width * page.height, 1.0)
    covered = sum(_area(box) for box in page.pictures) >= FULL * area
    size = sum(len(word.text) for word in page.words)
    if size < FEWEST_CHARACTERS and page.pictures and covered:
        return Wanted("picture:no-text-layer")
    if any(word.hidden for word in page.words) and covered:
        return Wanted("picture:hidden-text-layer")
    fault = garbled(page.words)
    if fault and (covered or fault == "impossible-characters"):
        return Wanted(f"picture:{fault}")
    regions = tuple(box for box in page.pictures if _pasted(box, page.words))
    return Wanted("picture:pasted", regions) if regions else None


def promised(page: Page, tables: Sequence[Table]) -> bool:
    """True where the page's text speaks of more tables than its text layer holds.

    A pasted picture is read only then, or where the page holds little else: the charts of a
    report took 50 s and gave nothing but false tables, on 111 pages that their text layers give
    in 2 s.
    """
    area = FULL * page.width * page.height
    if len(page.words) < FEW_WORDS and any(_area(box) >= area for box in page.pictures):
        return True
    named = {word.text.strip("*_.:,;()").lower() for word in page.words} & TABLE
    captions = sum(1 for level in levels(w for w in page.words if w.box) if _caption(level))
    held = sum(1 for t in tables if t.page and t.page <= page.number <= (t.last_page or t.page))
    return captions > held or (bool(named) and not held)


def _caption(words: Sequence[Word]) -> bool:
    return caption_number(" ".join(word.text for word in words)) is not None


# Private use, replacement and control characters: fonts without a table of letters.
_IMPOSSIBLE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x1f\x80-\x9f]")
_LETTER = re.compile(r"[^\W\d_]")


def garbled(words: Sequence[Word]) -> str:
    """What is wrong with a text layer; empty where nothing is seen to be."""
    text = "".join(word.text for word in words)
    if text and len(_IMPOSSIBLE.findall(text)) > WORST_IMPOSSIBLE * len(text):
        return "impossible-characters"
    letters = _LETTER.findall(text.lower())
    plain = [word.text.lower().strip(".,;:()") for word in words]
    danish = sum(1 for word in plain if word in DANISH)
    if len(letters) >= FEWEST_LETTERS and danish >= FEWEST_DANISH_WORDS * len(plain):
        share = sum(1 for letter in letters if letter in "æøå") / len(letters)
        if share < LEAST_DANISH:
            return "no-danish-letters"
    return ""


def _pasted(box: Box, words: Sequence[Word]) -> bool:
    """True for a picture large enough to hold a table, and with no text of the page over it.

    However large it is: a text layer speaks for a picture only where its words lie over it.
    """
    if box.x1 - box.x0 < PASTED_WIDTH or box.bottom - box.top < PASTED_HEIGHT:
        return False
    over = sum(
        1
        for word in words
        if word.box is not None
        and box.x0 <= (word.box.x0 + word.box.x1) / 2 <= box.x1
        and box.top <= (word.box.top + word.box.bottom) / 2 <= box.bottom
    )
    return over < 3


def _area(box: Box) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.bottom - box.top)
