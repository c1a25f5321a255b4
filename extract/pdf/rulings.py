"""Ruling lines of a PDF page: drawn lines, thin rectangles and the edges of filled fields."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

_THIN = 2.5  # points: a filled rectangle no thicker than this is a drawn line; Word's are 0.5-1.5
_STRAIGHT = 0.6  # points a line may lean from end to end
_SHORTEST = 1.0  # points
_LIMIT = 40_000  # objects read on a page: maps and charts have more, tables never did
_DEPTH = 6  # forms inside forms
_WHITE = 250  # of 255, each colour: a fill this light is paper

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Stroke(NamedTuple):
    """A straight piece in the page's own coordinates (points, origin bottom left)."""

    x0: float
    y0: float
    x1: float
    y1: float


def strokes(page: Any) -> list[Stroke]:
    """All straight horizontal and vertical pieces of a ``pypdfium2.PdfPage``, as drawn."""
    import pypdfium2.raw as pdfium

    found: list[Stroke] = []
    for number, (item, matrix) in enumerate(_objects(pdfium, page.raw, None, _UNIT, 0)):
        if number > _LIMIT:
            break
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
            found.extend(_path(pdfium, item, matrix))
    return found


def image_share(page: Any, area: float) -> float:
    """The part (0-1) of the page that its pictures cover, overlaps counted twice."""
    import pypdfium2.raw as pdfium

    covered = 0.0
    for number, (item, matrix) in enumerate(_objects(pdfium, page.raw, None, _UNIT, 0)):
        if number > _LIMIT:
            break
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, _, _ = _times(_matrix(pdfium, item), matrix)
            covered += abs(a * d - b * c)
    return min(1.0, covered / area) if area else 0.0


def _objects(
    pdfium: Any, page: Any, form: Any, matrix: Matrix, depth: int
) -> Iterator[tuple[Any, Matrix]]:
    if form is None:
        items = (
            pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))
        )
    else:
        items = (
            pdfium.FPDFFormObj_GetObject(form, i)
            for i in range(pdfium.FPDFFormObj_CountObjects(form))
        )
    for item in items:
        if not item:
            continue
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _DEPTH:
            yield from _objects(
                pdfium, page, item, _times(_matrix(pdfium, item), matrix), depth + 1
            )


def _matrix(pdfium: Any, item: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, raw):
        return _UNIT
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _path(pdfium: Any, item: Any, outer: Matrix) -> list[Stroke]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke):
        return []
    pieces, curved = _pieces(pdfium, item, _times(_matrix(pdfium, item), outer))
    if curved and not stroke.value:
        return []
    if stroke.value:
        return [line for piece in pieces for line in _straight(piece)]
    if not fill.value:
        return []
    return _filled(pieces, _is_white(pdfium, item))


def _pieces(pdfium: Any, item: Any, matrix: Matrix) -> tuple[list[Stroke], bool]:
    """The path's straight pieces on the page, and whether it has curves."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    pieces: list[Stroke] = []
    start = here = (0.0, 0.0)
    curved = False
    for index in range(min(pdfium.FPDFPath_CountSegments(item), 4000)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            pieces.append(Stroke(*here, *point))
        else:
            curved = True
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment) and here != start:
            pieces.append(Stroke(*here, *start))
            here = start
    return pieces, curved


def _straight(piece: Stroke) -> list[Stroke]:
    wide, high = abs(piece.x1 - piece.x0), abs(piece.y1 - piece.y0)
    if min(wide, high) > _STRAIGHT or max(wide, high) < _SHORTEST:
        return []
    return [piece]


def _filled(pieces: list[Stroke], white: bool) -> list[Stroke]:
    """A thin filled rectangle is one line; a thick one gives its four edges, unless white."""
    if not pieces:
        return []
    left = min(min(p.x0, p.x1) for p in pieces)
    right = max(max(p.x0, p.x1) for p in pieces)
    low = min(min(p.y0, p.y1) for p in pieces)
    high = max(max(p.y0, p.y1) for p in pieces)
    if high - low <= _THIN and right - left > high - low:
        middle = (low + high) / 2
        return _straight(Stroke(left, middle, right, middle))
    if right - left <= _THIN:
        middle = (left + right) / 2
        return _straight(Stroke(middle, low, middle, high))
    if white:
        return []
    return [line for piece in pieces for line in _straight(piece)]


def _is_white(pdfium: Any, item: Any) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return False
    red, green, blue, alpha = (part.value for part in parts)
    return alpha == 0 or min(red, green, blue) >= _WHITE
