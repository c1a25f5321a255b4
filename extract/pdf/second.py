"""A second library's look at a PDF that pdfium can't open: pdfplumber, slower but more forgiving.

Of the 89 broken files of the Open Preservation Foundation pdfium and qpdf leave 15 unread, two of
them for want of a PDF header; this reads 8 of the others (tests/extract/test_reader.py reads all).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from typing import Any

from extract.errors import NotReadable
from extract.model import Box, Page, Ruling, Word

MAX_PAGES = 200  # at some 0.1 s a page; a broken file this long is better fetched again
FAULT = "the PDF is damaged; a second library read what it could"

# pdfminer meets a broken file with whatever its parser stumbles on.
STUMBLES = (ValueError, KeyError, TypeError, AttributeError, IndexError, struct.error)


def read_pages(data: bytes) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """The pages with words that pdfplumber finds, and the fault to tell of.

    Raises NotReadable where it finds no word either.
    """
    import pdfplumber
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    errors = (*STUMBLES, PSException, MalformedPDFException, PdfminerException)
    pages: list[Page] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for number, page in enumerate(pdf.pages[:MAX_PAGES], start=1):
                pages.append(_page(page, number))
    except errors as error:
        if not any(page.words for page in pages):
            raise NotReadable("the PDF is damaged beyond repair") from error
    if not any(page.words for page in pages):
        raise NotReadable("the PDF is damaged beyond repair")
    return tuple(pages), (FAULT,)


def _page(page: Any, number: int) -> Page:
    found = page.extract_words(extra_attrs=["size", "fontname", "non_stroking_color"])
    rulings = (Ruling(edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in page.edges)
    return Page(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(_word(word) for word in found),
        rulings=tuple(rulings),
    )


def _word(word: Mapping[str, Any]) -> Word:
    return Word(
        text=word["text"],
        box=Box(word["x0"], word["top"], word["x1"], word["bottom"]),
        size=round(float(word["size"]), 2),
        bold="bold" in str(word["fontname"]).lower(),
        colour=_colour(word["non_stroking_color"]),
    )


def _colour(parts: Any) -> str | None:
    """``#rrggbb`` of a grey or red-green-blue colour (0-1 each); None for other colour spaces."""
    if not isinstance(parts, tuple) or not all(isinstance(part, int | float) for part in parts):
        return None
    levels = {1: parts * 3, 3: parts}.get(len(parts))
    if levels is None:
        return None
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, level))):02x}" for level in levels)
