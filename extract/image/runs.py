"""Runs of print: where there is text on a page, told from the ink alone."""

from __future__ import annotations

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

Boxes = list[PixelBox]


def find(flat: Pixels, dpi: float) -> Boxes:
    """Boxes of the runs of ink on a level, flattened page that look like print.

    Letters nearer than the height of a letter belong together, which holds for the words of
    a phrase but not for the columns of a table.
    """
    ink = (flat < INK).astype(np.uint8)
    height = letter_height(ink, dpi)
    kernel = np.ones((1, max(3, round(height)) | 1), np.uint8)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel)
    boxes = [(x, y, x + w, y + h) for x, y, w, h in blobs.find(joined).boxes.tolist()]
    return [box for box in _with_marks(boxes, height) if _is_print(box, ink, height)]


def unread(flat: Pixels, dpi: float, found: Boxes, read: Sequence[PixelBox]) -> Boxes:
    """The runs in ``found`` of which the boxes in ``read`` leave more than a letter uncovered."""
    rest = (flat < INK).astype(np.uint8)
    height = letter_height(rest, dpi)
    grow = max(1, round(height * 0.2))
    for x0, top, x1, bottom in read:
        rest[max(0, top - grow) : bottom + grow, max(0, x0 - grow) : x1 + grow] = 0
    return [
        (x0, top, x1, bottom)
        for x0, top, x1, bottom in found
        if np.count_nonzero(rest[top:bottom, x0:x1]) >= LETTER * height * height
    ]


def within_line(box: PixelBox, found: Boxes) -> PixelBox:
    """A box that reaches over several lines or cells, cut down to the run it shares most with."""
    x0, top, x1, bottom = box
    shared = [(_shared(box, run), run) for run in found]
    best, run = max(shared, default=(0, box))
    high = run[3] - run[1]
    if best and bottom - top > TALL * high:
        top, bottom = max(top, run[1]), min(bottom, run[3])
    if best and (x0 < run[0] - high or x1 > run[2] + high):
        x0, x1 = max(x0, run[0]), min(x1, run[2])
    return x0, top, x1, bottom


def _shared(one: PixelBox, other: PixelBox) -> int:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(0, wide) * max(0, high)


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


def letter_height(ink: Pixels, dpi: float) -> float:
    """Median height in pixels of what may be letters."""
    _, _, widths, heights = blobs.find(ink).boxes.T
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
