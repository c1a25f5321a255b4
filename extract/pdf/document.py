"""A whole PDF: every page's words and rulings, and what could not be read."""

from __future__ import annotations

from extract.model import Page
from extract.pdf.opening import open_pdf
from extract.pdf.pages import read_page

MAX_PAGES = 2000  # pages read of one document; the longest public report seen had 900


def read_pages(data: bytes) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """The pages of a PDF and its faults, a line each.

    Raises Encrypted or NotReadable where there is nothing to read.
    """
    import pypdfium2

    document, faults = open_pdf(data)
    pages: list[Page] = []
    try:
        count = len(document)
        if count > MAX_PAGES:
            faults = (*faults, f"only the first {MAX_PAGES} of {count} pages were read")
        for index in range(min(count, MAX_PAGES)):
            try:
                pages.append(read_page(document, index))
            except pypdfium2.PdfiumError:
                faults = (*faults, f"page {index + 1} could not be read")
    finally:
        document.close()
    return tuple(pages), faults
