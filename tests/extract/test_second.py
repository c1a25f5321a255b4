"""The second library's look at a PDF."""

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract import read
from extract.errors import NotReadable
from extract.pdf import second


def sheet() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 200), pageCompression=0)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(50, 150, "Odense 35,3")
    canvas.line(40, 140, 200, 140)
    canvas.save()
    return file.getvalue()


def test_words_stand_where_pdfium_puts_them(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sheet())
    [first] = read(tmp_path / "sheet.pdf").pages
    [[page], faults] = second.read_pages(sheet())
    assert [word.text for word in page.words] == [word.text for word in first.words]
    for ours, theirs in zip(page.words, first.words, strict=True):
        assert (ours.bold, ours.colour, ours.size) == (theirs.bold, theirs.colour, theirs.size)
        assert ours.box is not None
        assert theirs.box is not None
        assert abs(ours.box.x0 - theirs.box.x0) < 1
        assert abs(ours.box.bottom - theirs.box.bottom) < 3
    assert page.rulings[0].horizontal
    assert faults == (second.FAULT,)


def test_a_file_without_page_tree_is_read(tmp_path: Path) -> None:
    broken = sheet().replace(b"/Type /Pages", b"/Type /Nopes").replace(b"/Pages ", b"/Peges ")
    (tmp_path / "broken.pdf").write_bytes(broken)
    document = read(tmp_path / "broken.pdf")
    assert [word.text for page in document.pages for word in page.words] == ["Odense", "35,3"]
    assert document.faults == (second.FAULT,)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\nnothing more", b"%PDF-1.4\n" + bytes(range(256)) * 40]
)
def test_where_there_is_nothing_it_says_so(data: bytes) -> None:
    with pytest.raises(NotReadable):
        second.read_pages(data)
