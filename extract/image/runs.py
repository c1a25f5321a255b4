"""Runs of print: where there is text on a page, told from the ink alone."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image import blobs
from extract.image.crops import PixelBox
from extract.image.render import Pixels

INK = 180  # grey level of a flattened picture; the paler parts of red print are 170 in a grey scan
# Heights of letters that are read: 5 pt small letters to 30 pt capitals.
LEAST_INCH, MOST_INCH = 0.03, 0.35
LETTER = 0.1  # ink of a letter in squares of its height: a 1 or 7 has 0.15, a comma 0.03
FLAT = 2.0  # times as wide as high: a bit of a pale ruling above or below a run, no mark of it
EDGE = 0.2  # times as wide as high: a bit of a field's edge higher than its line; a 1 has 0.3
BAND = 0.15  # of the height of a line: a ruling's bits; a comma hangs 0.2 and touches no ruling
TALL = 1.4  # times the height of its line: a box this high holds parts of other lines
DEFAULT_INCH = 0.07  # letters where a page has too few to tell, those of 10 pt type
# Heights of letters from which a run may be two lines set so tight that they touch: on 40 pages
# those were 2.5 and 2.6, single lines of body type at most 2.0. Between two lines a row has at
# most this part of the ink of the one with the most (0.1 there), and of the other one's.
TWO_LINES, VALLEY = 2.2, (0.25, 0.4)

Boxes = list[PixelBox]


def find(flat: Pixels, dpi: float) -> Boxes:
    """Boxes of the runs of ink on a level, flattened page that look like print.

    Letters nearer than the height of a letter belong together, which holds for the words of
    a phrase but not for the columns of a table.
    """
    ink = (flat < INK).astype(np.uint8)
    height = letter_height(blobs.find(ink).boxes, dpi)
    kernel = np.ones((1, max(3, round(height)) | 1), np.uint8)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel)
    boxes = [(x, y, x + w, y + h) for x, y, w, h in blobs.find(joined).boxes.tolist()]
    print_ = [box for box in _with_marks(boxes, height) if _is_print(box, ink, height)]
    return [line for box in print_ for line in _lines(box, ink, height)]


def unread(flat: Pixels, dpi: float, found: Boxes, read: Sequence[PixelBox]) -> Boxes:
    """The runs in ``found`` of which the boxes in ``read`` leave more than a letter uncovered.

    Lines set so tight that they touch are one run: of that the lines which were read are left out.
    """
    rest = (flat < INK).astype(np.uint8)
    height = letter_height(blobs.find(rest).boxes, dpi)
    grow = max(1, round(height * 0.2))
    for x0, top, x1, bottom in read:
        rest[max(0, top - grow) : bottom + grow, max(0, x0 - grow) : x1 + grow] = 0
    usual = float(np.median([bottom - top for _, top, _, bottom in found] or [0]))
    return [
        _rows_left(box, rest) if box[3] - box[1] > TALL * usual else box
        for box in found
        if np.count_nonzero(rest[box[1] : box[3], box[0] : box[2]]) >= LETTER * height * height
    ]


def _rows_left(box: PixelBox, rest: Pixels) -> PixelBox:
    """The box cut down to the rows in which there is ink left."""
    x0, top, x1, bottom = box
    rows = np.flatnonzero(rest[top:bottom, x0:x1].any(axis=1))
    return x0, top + int(rows[0]), x1, top + int(rows[-1]) + 1


def within_lines(boxes: Sequence[PixelBox], found: Boxes) -> Boxes:
    """Boxes that reach over several lines or cells cut down to the run they share most with."""
    lines = np.array(found, np.int64).reshape(-1, 4)
    return [_within(box, lines) for box in boxes]


def _within(box: PixelBox, lines: NDArray[np.int64]) -> PixelBox:
    x0, top, x1, bottom = box
    wide = np.minimum(lines[:, 2], x1) - np.maximum(lines[:, 0], x0)
    tall = np.minimum(lines[:, 3], bottom) - np.maximum(lines[:, 1], top)
    shared = np.maximum(wide, 0) * np.maximum(tall, 0)
    if not shared.any():
        return box
    left, up, right, down = lines[shared.argmax()].tolist()
    high = down - up
    if bottom - top > TALL * high:
        top, bottom = max(top, up), min(bottom, down)
    if x0 < left - high or x1 > right + high:
        x0, x1 = max(x0, left), min(x1, right)
    return x0, top, x1, bottom


def tight(flat: Pixels, box: PixelBox) -> PixelBox:
    """A reader's box shrunk to the ink in it; as it is where there is none.

    A thin band of ink below all other is a bit of a pale ruling, and left out.
    """
    x0, top, x1, bottom = box
    ink = flat[max(top, 0) : bottom, max(x0, 0) : x1] < INK
    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows):
        return box
    last = np.flatnonzero(np.diff(rows) > 1)
    if len(last) and len(rows) - 1 - last[-1] <= BAND * len(rows):
        rows = rows[: last[-1] + 1]
    columns = np.flatnonzero(ink[rows[0] : rows[-1] + 1].any(axis=0))
    left, up = max(x0, 0), max(top, 0)
    return (
        left + int(columns[0]),
        up + int(rows[0]),
        left + int(columns[-1]) + 1,
        up + int(rows[-1]) + 1,
    )


def letter_height(spots: NDArray[np.int32], dpi: float) -> float:
    """Median height in pixels of what may be letters among the boxes of spots of ink."""
    _, _, widths, heights = spots.T
    letters: NDArray[np.int32] = heights[
        (heights >= LEAST_INCH * dpi) & (heights <= MOST_INCH * dpi) & (widths < 3 * heights)
    ]
    return float(np.median(letters)) if len(letters) >= 5 else DEFAULT_INCH * dpi


def _with_marks(boxes: Boxes, height: float) -> Boxes:
    """Runs with the dots and rings above and the commas below them taken in."""
    large = [list(box) for box in boxes if box[3] - box[1] >= 0.6 * height]
    for x0, top, x1, bottom in boxes:
        if bottom - top >= 0.6 * height:
            continue
        for run in large:
            if x1 - x0 >= FLAT * (bottom - top) and (top >= run[3] or bottom <= run[1]):
                continue
            beside = run[0] - 0.6 * height <= x0 and x1 <= run[2] + 0.6 * height
            if beside and run[1] - 0.4 * height <= top and bottom <= run[3] + 0.4 * height:
                run[:] = [min(run[0], x0), min(run[1], top), max(run[2], x1), max(run[3], bottom)]
                break
    return [(run[0], run[1], run[2], run[3]) for run in large]


def _lines(box: PixelBox, ink: Pixels, height: float) -> Boxes:
    """The run in lines: cut where its ink narrows between two that touch.

    Of a status on two lines (``Opfylder`` over ``ikke``) both readers had the first alone.
    """
    x0, top, x1, bottom = box
    part = ink[top:bottom, x0:x1]
    rows, least = part.sum(axis=1), math.ceil(0.6 * height)
    if len(rows) < TWO_LINES * height or len(rows) <= 2 * least:
        return [box]
    cut = least + int(rows[least:-least].argmin())
    lesser, greater = sorted((int(rows[:cut].max()), int(rows[cut:].max())))
    if rows[cut] > min(VALLEY[0] * greater, VALLEY[1] * lesser):
        return [box]
    parts = ((x0, top, x1, top + cut), (x0, top + cut, x1, bottom))
    return [line for one in parts for line in _lines(_shrunk(one, ink), ink, height)]


def _shrunk(box: PixelBox, ink: Pixels) -> PixelBox:
    """The box with the columns beside its ink cut off."""
    x0, top, x1, bottom = box
    columns = np.flatnonzero(ink[top:bottom, x0:x1].any(axis=0))
    return x0 + int(columns[0]), top, x0 + int(columns[-1]) + 1, bottom


def _is_print(box: PixelBox, ink: Pixels, height: float) -> bool:
    """True for a run as high as a line of type and no empty frame, solid bar or bit of an edge."""
    x0, top, x1, bottom = box
    if x1 - x0 < EDGE * (bottom - top) and bottom - top > TALL * height:
        return False
    share = float(ink[top:bottom, x0:x1].mean())
    return (
        0.6 * height <= bottom - top <= 4 * height
        and x1 - x0 >= 0.2 * height
        and (0.08 <= share <= 0.8)
    )
