"""Files of pictures read from end to end."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract import read
from extract.image import turn
from extract.model import Document, Kind, Source
from extract.ocr import rapid, tesseract
from extract.ocr.reader import OcrError, Seen
from extract.reader import read_bytes

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]
PROSE = (
    "Notatet gør rede for kommunernes indsats i året, som tabellen viser. Andelene er opgjort og",
    "afrundet til en decimal. Grænsen er den samme som året før, og det gælder også for øerne.",
)

pytestmark = pytest.mark.skipif(not rapid.available(), reason="no crop reader installed here")


def saved(page: Any, form: str = "PNG", dpi: float = 200) -> bytes:
    data = io.BytesIO()
    more: dict[str, Any] = {"resolution": dpi} if form == "PDF" else {"dpi": (dpi, dpi)}
    Image.fromarray(page).save(data, form, **more)
    return data.getvalue()


def figures(document: Document) -> list[list[str]]:
    [table] = document.tables
    return [["".join(cell.text.split()) for cell in row] for row in table.body]


def wanted(listed: Words) -> list[list[str]]:
    texts = ["".join(text.split()) for _, _, text in listed]
    return [texts[start : start + 4] for start in range(4, len(texts), 4)]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "PDF"])
def test_every_figure_and_status_is_read_by_two_readers(
    printed: Printed, listed: Words, form: str
) -> None:
    document = read_bytes(saved(printed(listed), form), name=f"scan.{form.lower()}")
    assert figures(document) == wanted(listed)
    assert document.kind is (Kind.PDF if form == "PDF" else Kind.IMAGE)
    [page] = document.pages
    assert page.source is Source.OCR
    assert page.reason.startswith("picture:")
    if tesseract.available():
        for row in document.tables[0].body:
            for cell in row[1:]:
                assert {"tesseract", "rapid"} <= {reading.reader for reading in cell.readings}


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_pages_on_their_side_and_on_their_head(
    printed: Printed, listed: Words, turned: int
) -> None:
    if not tesseract.available():
        pytest.skip("the crop reader alone does not tell which way up a page is")
    page = turn.quarter(printed(listed), turned)
    document = read_bytes(saved(page), name="scan.png")
    assert figures(document) == wanted(listed)
    assert document.pages[0].rotation == 360 - turned


def test_without_tesseract_each_figure_has_one_reader(
    printed: Printed, listed: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "language", lambda: None)
    monkeypatch.setattr(tesseract, "languages", frozenset[str])
    document = read_bytes(saved(printed(listed)), name="scan.png")
    assert figures(document) == wanted(listed)
    for row in document.tables[0].body:
        for cell in row:
            names = {reading.reader.split("@")[0] for reading in cell.readings}
            assert names - {"ink"} == {"rapid"}
            if cell.text == "Opfyldt":  # of one reader alone: it must be seen to stand clear
                assert "ink" in names


def test_a_page_that_tesseract_fails_on_is_read_without_it(
    printed: Printed, listed: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> list[Seen]:
        raise OcrError("tesseract gave up after 120 s")

    monkeypatch.setattr(tesseract, "words", fails)
    document = read_bytes(saved(printed(listed)), name="scan.png")
    assert figures(document) == wanted(listed)
    assert document.faults == ()
    for row in document.tables[0].body:
        for cell in row:
            assert "tesseract" not in {reading.reader for reading in cell.readings}


def test_without_any_reader_the_document_says_so(
    printed: Printed, listed: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "language", lambda: None)
    monkeypatch.setattr(rapid, "model_path", lambda: None)
    document = read_bytes(saved(printed(listed)), name="scan.png")
    assert document.tables == ()
    assert "no reader of pictures is installed" in document.faults[0]


def canvas(path: Path, draw: Callable[[Canvas], None]) -> Document:
    sheet = Canvas(str(path), pagesize=A4)
    draw(sheet)
    sheet.save()
    return read(path)


def image(page: Any) -> ImageReader:
    return ImageReader(Image.fromarray(page))


def test_a_table_pasted_as_a_picture_is_read_with_the_text_around_it(
    printed: Printed, listed: Words, tmp_path: Path
) -> None:
    pasted = printed(listed, paper=(400, 190))

    def draw(sheet: Canvas) -> None:
        sheet.setFont("Helvetica", 10)
        for line, text in enumerate(PROSE):
            sheet.drawString(60, 780 - 14 * line, text)
        sheet.drawImage(image(pasted), 60, 500, width=400, height=190)

    document = canvas(tmp_path / "note.pdf", draw)
    assert figures(document) == wanted(listed)
    assert document.pages[0].reason == "picture:pasted"
    assert any("kommunernes indsats" in line for p in document.paragraphs for line in p.lines)


def test_an_old_text_layer_is_a_witness_and_no_more(
    printed: Printed, listed: Words, tmp_path: Path
) -> None:
    page = printed(listed, paper=(400, 300))

    def draw(sheet: Canvas) -> None:
        sheet.setPageSize((400, 300))
        sheet.drawImage(image(page), 0, 0, width=400, height=300)
        text = sheet.beginText()
        text.setFont("Helvetica", 10)
        text.setTextRenderMode(3)
        for x, y, word in listed:
            text.setTextOrigin(x, 300 - y - 9)
            text.textOut(word.replace("25,6%", "256%"))
        sheet.drawText(text)

    document = canvas(tmp_path / "old.pdf", draw)
    assert document.pages[0].reason == "picture:hidden-text-layer"
    assert figures(document) == wanted(listed)
    cell = document.tables[0].body[0][3]
    assert ("layer", "256%") in {(reading.reader, reading.text) for reading in cell.readings}


def test_red_print_is_seen_in_colour_scans_alone(printed: Printed, listed: Words) -> None:
    page = printed(listed)
    red = printed([listed[7]], ink=(200, 20, 20), ground=(255, 255, 255))
    both = np.where(red.min(axis=2, keepdims=True) < 250, red, page)
    words = read_bytes(saved(both), name="a.png").tables[0].body[0][3].words
    assert [word.colour for word in words if word.colour and word.colour.endswith("0000")]
    grey = np.asarray(both).mean(axis=2).astype(np.uint8)
    document = read_bytes(saved(grey), name="b.png")
    assert all(word.colour is None for word in document.pages[0].words)


def test_a_mark_is_one_word_however_often_it_is_found(printed: Printed) -> None:
    """Each plus of a column stood twice in its cell."""
    names = ("Aarhus", "Odense", "Vejle", "Randers", "Kolding", "Horsens")
    rows = [(40, 40 + 16 * row, name) for row, name in enumerate(names)]
    rows += [(200, 40 + 16 * row, "+") for row in range(len(names))]
    [page] = read_bytes(saved(printed(rows)), name="marks.png").pages
    marks = [word.box for word in page.words if word.box and word.box.x0 > 190]
    tops = [round(box.top) for box in marks]
    assert len(set(tops)) == len(tops)
