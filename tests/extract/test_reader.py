"""Files of every kind, and files that are broken."""

from __future__ import annotations

import io
import os
import random
import sys
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract import read
from extract.errors import Empty, Encrypted, Missing, NotReadable, ReadError
from extract.model import Kind, Page
from extract.reader import read_bytes

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"


def pdf(text: str = "Et notat") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(100, 700, text)
    canvas.save()
    return buffer.getvalue()


def locked(user: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        out = io.BytesIO()
        document.save(out, encryption=pikepdf.Encryption(owner="ejer", user=user))
        return out.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Missing) as caught:
        read(tmp_path / "no.pdf")
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b" \r\n\t"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Empty):
        read(put(tmp_path, "empty.pdf", data))


def test_a_password_is_asked_for_only_where_it_opens(tmp_path: Path) -> None:
    with pytest.raises(Encrypted):
        read(put(tmp_path, "locked.pdf", locked("hemmelig")))
    assert read(put(tmp_path, "print.pdf", locked(""))).paragraphs[0].lines == ("Et notat",)


@pytest.mark.parametrize("data", [b"Dette er ikke en PDF", b"PK\x03\x04 zip", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(NotReadable) as caught:
        read(put(tmp_path, "note.pdf", data))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04" + b"word/document.xml" * 9, "Word"),
        (b"\xd0\xcf\x11\xe0" + b" " * 600, "Word"),
        (rb"{\rtf1\ansi 9,1 %}", "Word"),
        (bytes(random.Random(4).choices(range(256), k=4000)), "not text"),
    ],
)
def test_what_is_no_text(data: bytes, says: str) -> None:
    with pytest.raises(NotReadable, match=says):
        read_bytes(data, name="note.txt")


def test_a_few_controls_leave_a_text_a_text() -> None:
    text = "Br\ufffdndby opfylder\x1a m\ufffdlet for f\ufffdrre i 2024.\f\n" * 9
    assert read_bytes(text.encode(), name="note.txt").paragraphs


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="folder"):
        read(tmp_path)


def test_a_truncated_pdf_is_mended_or_refused(tmp_path: Path) -> None:
    whole = pdf()
    for part in range(5, 100, 5):
        try:
            document = read(put(tmp_path, "cut.pdf", whole[: len(whole) * part // 100]))
        except ReadError:
            continue
        assert document.kind is Kind.PDF


def test_junk_before_the_header(tmp_path: Path) -> None:
    document = read(put(tmp_path, "mail.pdf", b"X-Header: 1\r\n\r\n" + pdf()))
    assert document.paragraphs[0].lines == ("Et notat",)


def test_a_pdf_is_known_without_its_suffix(tmp_path: Path) -> None:
    assert read(put(tmp_path, "note.txt", pdf()), name="sag/note.txt").name == "sag/note.txt"
    assert read(tmp_path / "note.txt").kind is Kind.PDF


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    document = read(put(tmp_path, "note.txt", "Ærø og Læsø\r\n\r\nÅrets tal".encode(encoding)))
    assert [p.lines for p in document.paragraphs] == [("Ærø og Læsø",), ("Årets tal",)]
    assert document.kind is Kind.TEXT


@pytest.mark.parametrize("path", sorted(HOSTILE.glob("*.pdf")), ids=lambda path: path.stem)
def test_broken_on_purpose(path: Path) -> None:
    try:
        document = read(path)
    except ReadError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert document.pages or document.faults


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(NotReadable):
        read(tmp_path / "pipe.txt")


def test_pages_that_are_lost_make_one_short_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    from extract.pdf import document

    def page(_: object, index: int) -> Page:
        if index:
            raise pypdfium2.PdfiumError("broken")
        return Page(1, 595.0, 842.0)

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for _ in range(40):
        canvas.showPage()
    canvas.save()
    monkeypatch.setattr(document, "read_page", page)
    pages, [fault] = document.read_pages(buffer.getvalue())
    assert len(pages) == 1
    assert fault.startswith("pages 2, 3, ") and fault.endswith(" and 19 more could not be read")


def test_a_pdf_without_one_page_that_can_be_read() -> None:
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R/Size 3>>"
    )
    with pytest.raises(NotReadable):
        read_bytes(loop, name="loop.pdf")
