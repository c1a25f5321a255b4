"""A PDF's pages as a person reads them: words and rulings, turned upright."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from extract.model import Box, Page, Ruling
from extract.pdf.behind import without_bars, without_highlights
from extract.pdf.characters import pieces
from extract.pdf.fields import Field, visible_edges
from extract.pdf.rulings import drawings
from extract.pdf.words import Run, extent, rounded, runs, word

_PICTURE = 0.5  # part of a page: a scan with a hidden text layer covers more
_DEFAULT = (0.0, 0.0, 595.0, 842.0)  # A4, where the page tells no size


class View(NamedTuple):
    """From the page's own coordinates to the upright page's, measured from its top left.

    ``turn`` is the clockwise turn in degrees that makes most of its text upright.
    """

    left: float
    low: float
    right: float
    high: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points of the upright page."""
        wide, high = self.right - self.left, self.high - self.low
        return (wide, high) if self.turn % 180 == 0 else (high, wide)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of the page's own as one on the upright page."""
        if self.turn == 0 and x0 <= x1 and y0 <= y1:  # nearly all, so the short way
            left, high = self.left, self.high
            # Across as `round` gives it, which goes by way of text, in a fifth of the time:
            # pdfium's figures have 24 bits, so 100 times one of them is exact.
            return Box(
                round(100 * (x0 - left)) / 100,
                rounded(high - y1),
                round(100 * (x1 - left)) / 100,
                rounded(high - y0),
            )
        ends = [self._point(x0, y0), self._point(x1, y1)]
        xs, ys = sorted(p[0] for p in ends), sorted(p[1] for p in ends)
        return Box(round(xs[0], 2), round(ys[0], 2), round(xs[1], 2), round(ys[1], 2))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 0:
            return x - self.left, self.high - y
        if self.turn == 90:
            return y - self.low, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.low
        return self.high - y, self.right - x


def read_page(document: Any, index: int) -> Page:
    """One page (0-based ``index``) of a ``pypdfium2.PdfDocument``.

    Raises ``pypdfium2.PdfiumError`` where the page can't be loaded.
    """
    page = document[index]
    try:
        return _read(page, index + 1)
    finally:
        page.close()


def _read(page: Any, number: int) -> Page:
    textpage = page.get_textpage()
    found = runs(pieces(textpage))
    textpage.close()
    rotate = page.get_rotation() % 360
    angle = _reading_angle(found, rotate)
    view = View(*_frame(page), angle)
    width, height = view.size
    words = tuple(
        word(run, box, (run.style.angle - angle) % 360)
        for run in found
        if _inside(box := view.box(*extent(run)), width, height)
    )
    lines, fields, pictures = drawings(page)
    images = tuple(view.box(*place) for place in pictures)
    covered = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in images)
    if any(w.hidden for w in words) and covered < _PICTURE * width * height:
        words = tuple(w for w in words if not w.hidden)
    upright = [Field(*view.box(*place), colour) for *place, colour in fields]
    rulings = [Ruling(*view.box(*line)) for line in lines]
    cells = without_bars(without_highlights(upright, words), words)
    rulings += [Ruling(*edge) for edge in visible_edges(cells)]
    return Page(
        number=number,
        width=round(width, 2),
        height=round(height, 2),
        words=words,
        rulings=tuple(dict.fromkeys(r for r in rulings if _inside(r, width, height))),
        rotation=(angle - rotate) % 360,
        pictures=images,
    )


def _frame(page: Any) -> tuple[float, float, float, float]:
    left, low, right, high = page.get_bbox()
    if right - left < 1 or high - low < 1:
        return _DEFAULT
    return left, low, right, high


def _reading_angle(found: list[Run], rotate: int) -> int:
    """The direction of most of the characters; without text the page's own turn."""
    weights: Counter[int] = Counter()
    for run in found:
        weights[run.style.angle] += len(run.parts)
    return weights.most_common(1)[0][0] if weights else rotate


def _inside(box: Box | Ruling, width: float, height: float) -> bool:
    """True where the middle lies on the page: what lies beside it nobody has seen."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return -1 <= x <= width + 1 and -1 <= y <= height + 1
