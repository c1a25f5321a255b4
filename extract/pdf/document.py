"""A whole PDF: every page's words and rulings, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from extract.errors import NotReadable
from extract.model import Page
from extract.pdf.opening import open_pdf
from extract.pdf.pages import read_page

_NAMED = 20  # pages named one by one in a fault, which is to stay one line
MAX_PAGES = 2000  # pages read of one document; the longest public report seen had 900


def read_pages(data: bytes) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """The pages of a PDF and its faults, a line each.

    Raises Encrypted or NotReadable where there is nothing to read.
    """
    import pypdfium2

    document, faults = open_pdf(data)
    pages: list[Page] = []
    lost: list[int] = []
    try:
        count = len(document)
        if count > MAX_PAGES:
            faults = (*faults, f"only the first {MAX_PAGES} of {count} pages were read")
        for index in range(min(count, MAX_PAGES)):
            try:
                pages.append(read_page(document, index))
            except pypdfium2.PdfiumError:
                lost.append(index + 1)
    finally:
        document.close()
    if not pages:
        raise NotReadable("no page of the PDF could be read")
    if lost:
        faults = (*faults, f"{_listed(lost)} could not be read")
    return tuple(pages), faults


def _listed(numbers: Sequence[int]) -> str:
    """``page 3``, or ``pages 1, 3 and 90 more``."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    named = ", ".join(map(str, numbers[:_NAMED]))
    rest = len(numbers) - _NAMED
    return f"pages {named}" + (f" and {rest} more" if rest > 0 else "")
