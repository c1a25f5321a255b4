"""The pages of a file that are pictures, read; the door between `extract.read` and the readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from extract.errors import NotReadable
from extract.layout import lay_out
from extract.model import Box, Page, Reading, Table, Word
from extract.ocr import triage

if TYPE_CHECKING:
    from extract.image.render import Picture
    from extract.ocr.reading import Key, PageReading

NO_READER = "no reader of pictures is installed: tesseract, or rapidocr with onnxruntime"


class Scans(NamedTuple):
    """Pages, the readings of their cells, and what could not be read, a line each."""

    pages: tuple[Page, ...]
    readings: dict[Key, tuple[Reading, ...]]
    faults: tuple[str, ...]


def reread(data: bytes, pages: Sequence[Page]) -> Scans:
    """A PDF's pages, those that need it read from their picture instead of their text layer."""
    wanted = {page.number: want for page in pages if (want := triage.wanted(page))}
    pasted = [page for page in pages if page.number in wanted and wanted[page.number].regions]
    tables = lay_out(pages).tables if pasted else ()
    for page in pasted:
        if not triage.promised(page, tables):
            del wanted[page.number]
    if not wanted:
        return Scans(tuple(pages), {}, ())
    from extract.pdf.opening import open_pdf

    document, _ = open_pdf(data)
    try:
        return _gathered(_pdf_page(document, page, wanted.get(page.number)) for page in pages)
    finally:
        document.close()


def read_image(data: bytes) -> Scans:
    """The pages of a PNG, JPEG or TIFF. Raises `NotReadable`."""
    from extract.image.render import of_image

    parts: list[_One] = []
    try:
        for number, picture in enumerate(of_image(data), start=1):
            parts.append(_whole(picture, number, "picture:file", ()))
    except NotReadable:
        if not parts:
            raise
        lost = f"the pages after page {len(parts)} could not be read"
        read = _gathered(parts)
        return Scans(read.pages, read.readings, (*read.faults, lost))
    return _gathered(parts)


def attached(
    tables: Sequence[Table], readings: Mapping[Key, tuple[Reading, ...]]
) -> tuple[Table, ...]:
    """The tables with the readings of their cells."""
    if not readings:
        return tuple(tables)
    from extract.ocr.cells import attach

    return attach(tables, readings)


class _One(NamedTuple):
    page: Page
    readings: dict[Key, tuple[Reading, ...]]
    fault: str = ""


def _gathered(parts: Iterable[_One]) -> Scans:
    pages: list[Page] = []
    readings: dict[Key, tuple[Reading, ...]] = {}
    faults: list[str] = []
    for part in parts:
        pages.append(part.page)
        readings |= part.readings
        faults += [part.fault] if part.fault else []
    return Scans(tuple(pages), readings, tuple(dict.fromkeys(faults)))


def _pdf_page(document: Any, page: Page, want: triage.Wanted | None) -> _One:
    if want is None:
        return _One(page, {})
    from extract.image.render import of_pdf_page

    handle = document[page.number - 1]
    try:
        picture = of_pdf_page(handle)
    finally:
        handle.close()
    if want.regions:
        return _merged(picture, page, want)
    # A layer that stands turned on its page has other coordinates than the picture.
    layer = page.words if page.rotation == 0 else ()
    return _whole(picture, page.number, want.reason, layer)


def _whole(picture: Picture, number: int, reason: str, layer: Sequence[Word]) -> _One:
    found, fault = _attempt(picture, number, reason, layer)
    if found is not None:
        return _One(found.page, dict(found.readings))
    width, height = picture.points
    page = Page(number, round(width, 2), round(height, 2), words=tuple(layer), reason=reason)
    return _One(page, {}, fault)


def _merged(picture: Picture, page: Page, want: triage.Wanted) -> _One:
    """The page's own words with those found in its pasted pictures."""
    from extract.image.render import only

    if page.rotation:
        return _One(page, {})
    part = only(picture, want.regions)
    found, fault = _attempt(part, page.number, want.reason, (), level=True)
    if found is None:
        return _One(page, {}, fault)
    words = tuple(word for word in found.page.words if _in_any(word, want.regions))
    if not _worth(words):
        return _One(page, {})
    merged = replace(
        page,
        words=page.words + words,
        rulings=page.rulings + found.page.rulings,
        reason=want.reason,
    )
    return _One(merged, dict(found.readings))


def _attempt(
    picture: Picture, number: int, reason: str, layer: Sequence[Word], *, level: bool = False
) -> tuple[PageReading | None, str]:
    """What was read, or None and why not."""
    from extract.ocr import cache, rapid, tesseract
    from extract.ocr.pages import read_picture
    from extract.ocr.reader import OcrError

    if not (tesseract.available() or rapid.available()):
        return None, NO_READER
    name = cache.key(picture, layer, level)
    kept = cache.load(name, number, reason)
    if kept is not None:
        return kept, ""
    try:
        found = read_picture(picture, number, reason, layer, level=level)
    except OcrError as error:
        return None, f"page {number}: {error}"
    cache.store(name, found)
    return found, ""


def _worth(words: Sequence[Word]) -> bool:
    """True for print that reads well; drawings and photographs give a few doubtful marks."""
    sure = [word for word in words if word.confidence >= 0.6]
    return len(sure) >= 6 and len(sure) >= 0.6 * len(words)


def _in_any(word: Word, regions: Sequence[Box]) -> bool:
    if word.box is None:
        return False
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.top + word.box.bottom) / 2
    return any(r.x0 <= x <= r.x1 and r.top <= y <= r.bottom for r in regions)
