"""Open a PDF, mended where it is damaged, and say clearly why where it can't be opened."""

from __future__ import annotations

import io
from typing import Any

from extract.errors import Encrypted, NotReadable

_HEADER_WITHIN = 4096  # bytes: readers accept junk before the header; 1,024 is customary
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def open_pdf(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """A ``pypdfium2.PdfDocument`` of at least one page, and the faults found on the way.

    Raises Encrypted where a password is asked for, NotReadable where nothing can be mended.
    """
    start = data.find(b"%PDF", 0, _HEADER_WITHIN)
    if start > 0:
        data = data[start:]
    document = _opened(data)
    if document is not None:
        return document, ()
    mended = _mended(data)
    document = _opened(mended) if mended else None
    if document is None:
        raise NotReadable("the PDF is damaged beyond repair")
    return document, ("the PDF is damaged and was mended before reading",)


def _opened(data: bytes) -> Any | None:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
            raise Encrypted from error
        return None
    return document if len(document) else None


def _mended(data: bytes) -> bytes | None:
    """The file rewritten by qpdf, which rebuilds cross references and page trees."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            mended = io.BytesIO()
            pdf.save(mended)
    except pikepdf.PasswordError as error:
        raise Encrypted from error
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError):
        # qpdf wraps most of its complaints in PdfError, a broken object tree in the others
        return None
    return mended.getvalue()
