"""Read a file into a Document, by what it holds rather than by what it is called."""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path

from extract.errors import Empty, Missing, NotReadable
from extract.model import Document, Kind, Page

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")  # PNG, JPEG, TIFF
# ZIP (docx, xlsx, odt), the compound files of old Office (doc, xls, msg), and RTF.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
# Share of characters that no text has: 0.1 in compressed or encrypted bytes, 0 in text dumps.
MOST_CONTROLS = 0.05
MAX_BYTES = 500_000_000  # a file larger than this is refused: no notat comes near it


def read(path: str | Path, *, name: str | None = None, pictures: bool = True) -> Document:
    """The document in the file at ``path``; ``name`` is what to call it, else the file's name.

    Without ``pictures`` only the text layer of a PDF is read.

    Raises Missing, Empty, Encrypted or NotReadable (`extract.errors`).
    """
    path = Path(path)
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise NotReadable("this is a folder", "give a file, or the right to open the folder")
        if not stat.S_ISREG(state.st_mode):  # a pipe or a device has no end
            raise NotReadable("this is not a file", "give a file or a folder of files")
        if state.st_size > MAX_BYTES:
            raise NotReadable("the file is too large", "split it and read the parts")
        data = path.read_bytes()
    except OSError as error:
        raise Missing from error
    return read_bytes(data, name=name or path.name, pictures=pictures)


def read_bytes(data: bytes, *, name: str, pictures: bool = True) -> Document:
    """The document held in ``data``; the end of ``name`` only settles what content can't."""
    if not data.strip(b"\0 \t\r\n"):
        raise Empty
    digest = hashlib.sha256(data).hexdigest()
    kind = _kind(data, name.lower())
    if kind in (Kind.PDF, Kind.IMAGE):
        return _paged(data, name, digest, kind, pictures)
    from extract.text.decoding import decoded
    from extract.text.markup import read_html
    from extract.text.plain import read_text

    text = decoded(data)
    if len(_CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise NotReadable("the file is not text, whatever its name says")
    layout = read_html(text) if kind is Kind.HTML else read_text(text)
    return Document(
        name=name, kind=kind, sha256=digest, paragraphs=layout.paragraphs, tables=layout.tables
    )


def _kind(data: bytes, name: str) -> Kind:
    if data.startswith(_OFFICE):
        raise NotReadable("this is a file of Word or Excel, or a zip file", "save it as PDF")
    if data.startswith(_IMAGES):
        return Kind.IMAGE
    if b"%PDF" in data[:4096]:
        return Kind.PDF
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or name.endswith(
        (".html", ".htm")
    ):
        return Kind.HTML
    if name.endswith((".md", ".markdown")):
        return Kind.MARKDOWN
    if name.endswith(".pdf"):
        raise NotReadable("the file is not a PDF, whatever its name says")
    return Kind.TEXT


def _pdf_pages(data: bytes) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """The pages of a PDF, by a second library where the first can make nothing of it."""
    from extract.pdf import document

    try:
        return document.read_pages(data)
    except NotReadable:
        from extract.pdf import second

        return second.read_pages(data)


def _paged(data: bytes, name: str, digest: str, kind: Kind, pictures: bool) -> Document:
    from extract.layout import lay_out
    from extract.ocr import scans

    faults: tuple[str, ...] = ()
    if kind is Kind.IMAGE:
        read = scans.read_image(data)
    else:
        pages, faults = _pdf_pages(data)
        read = scans.reread(data, pages) if pictures else scans.Scans(pages, {}, ())
    layout = lay_out(read.pages)
    return Document(
        name=name,
        kind=kind,
        sha256=digest,
        pages=read.pages,
        paragraphs=layout.paragraphs,
        tables=scans.attached(layout.tables, read.readings),
        faults=(*faults, *read.faults),
    )
