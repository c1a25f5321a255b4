"""What is drawn on a PDF page: lines, thin rectangles as lines, and filled fields."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from extract.pdf.fields import Field, Stroke

_THIN = 2.5  # points: a filled rectangle no thicker than this is a drawn line; Word's are 0.5-1.5
_STRAIGHT = 0.6  # points a line may lean from end to end
_SHORTEST = 1.0  # points
_LIMIT = 40_000  # objects read on a page: maps and charts have more, tables never did
_SEGMENTS = 4000  # of one path; a coast line has more, a table's borders never did
_DEPTH = 6  # forms inside forms
_WHITE = 250  # of 255, each colour: a fill this light is paper

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def drawings(page: Any) -> tuple[list[Stroke], list[Field], list[Stroke]]:
    """Of a ``pypdfium2.PdfPage``: lines across and down, filled fields, and the pictures.

    A picture is its diagonal; all are in the page's own coordinates.
    """
    import pypdfium2.raw as pdfium

    found: list[Stroke] = []
    fields: list[Field] = []
    pictures: list[Stroke] = []
    for number, (item, kind, matrix) in enumerate(_objects(pdfium, page.raw, None, _UNIT, 0)):
        if number > _LIMIT:
            break
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            lines, filled = _path(pdfium, item, matrix)
            found.extend(lines)
            fields.extend(filled)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_diagonal(_times(_matrix(pdfium, item), matrix)))
    return found, fields, pictures


def _diagonal(matrix: Matrix) -> Stroke:
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return Stroke(min(xs), min(ys), max(xs), max(ys))


def _objects(
    pdfium: Any, page: Any, form: Any, matrix: Matrix, depth: int
) -> Iterator[tuple[Any, int, Matrix]]:
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
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, kind, matrix
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


def _path(pdfium: Any, item: Any, outer: Matrix) -> tuple[list[Stroke], list[Field]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke):
        return [], []
    if not (fill.value or stroke.value):
        return [], []
    found: list[Stroke] = []
    fields: list[Field] = []
    colour = _colour(pdfium, item)
    for pieces, curved in _parts(pdfium, item, _times(_matrix(pdfium, item), outer)):
        if stroke.value:
            found.extend(line for piece in pieces for line in _straight(piece))
        elif pieces and not curved:
            lines, field = _filled(pieces, colour)
            found.extend(lines)
            fields.extend([field] if field else [])
    return found, fields


def _parts(pdfium: Any, item: Any, matrix: Matrix) -> list[tuple[list[Stroke], bool]]:
    """Each part of the path from one move to the next: its straight pieces, and any curve."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[list[Stroke], bool]] = []
    pieces: list[Stroke] = []
    start = here = (0.0, 0.0)
    curved = False
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            found.append((pieces, curved))
            pieces, curved, start = [], False, point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            pieces.append(Stroke(*here, *point))
        else:
            curved = True
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment) and here != start:
            pieces.append(Stroke(*here, *start))
            here = start
    found.append((pieces, curved))
    return found


def _straight(piece: Stroke) -> list[Stroke]:
    wide, high = abs(piece.x1 - piece.x0), abs(piece.y1 - piece.y0)
    if min(wide, high) > _STRAIGHT or max(wide, high) < _SHORTEST:
        return []
    return [piece]


def _filled(
    pieces: list[Stroke], colour: tuple[int, int, int]
) -> tuple[list[Stroke], Field | None]:
    """A thin filled rectangle is one line; a thick one is a field, unless white."""
    left = min(min(p.x0, p.x1) for p in pieces)
    right = max(max(p.x0, p.x1) for p in pieces)
    low = min(min(p.y0, p.y1) for p in pieces)
    high = max(max(p.y0, p.y1) for p in pieces)
    if high - low <= _THIN and right - left > high - low:
        middle = (low + high) / 2
        return _straight(Stroke(left, middle, right, middle)), None
    if right - left <= _THIN:
        middle = (left + right) / 2
        return _straight(Stroke(middle, low, middle, high)), None
    aslant = any(min(abs(p.x1 - p.x0), abs(p.y1 - p.y0)) > _STRAIGHT for p in pieces)
    if aslant or min(colour) >= _WHITE:
        return [], None
    return [], Field(left, low, right, high, colour)


def _colour(pdfium: Any, item: Any) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return (0, 0, 0)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue) if alpha else (255, 255, 255)
