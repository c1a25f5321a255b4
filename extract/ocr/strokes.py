"""Plus told from ``÷``, the Danish minus, where the upright stroke of a page's marks parts in two.

Readers of words take either for a plus. In print the one has an unbroken upright stroke, the other
a bar between two dots; blur closes the gaps, so what a mark is shows only beside the others: where
the strokes of a page are all alike, or shade into each other, nothing is told.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.image import runs
from extract.image.crops import PixelBox
from extract.image.prepare import Sheet
from extract.image.render import Pixels
from extract.model import Reading
from extract.ocr.reading import PARTED

PLUS, DIVIDE = "+", "÷"
LEAST, MOST = 0.02, 0.15  # inches: the marks of 6 to 14 pt type
SQUARE = 2.0  # times as wide as high, or as high as wide, at most
SMALLEST = 7  # pixels that a mark must be high to have a bar, two gaps and two dots
# Part of the stroke's ink that its gaps lack. Of 301 marks of 8 pt at 300 dpi, clean and faded, the
# pluses had 0 to 0.03 and the others 0.26 to 1; at 200 dpi all had less than 0.15, and on a fax
# they spread from 0 to 1.
WHOLE, BROKEN = 0.06, 0.2
FEWEST = 3  # marks of either kind
BETWEEN = 0.03  # part of the marks that may lie between the kinds; they are told nothing


def told(sheet: Sheet, boxes: Sequence[PixelBox]) -> list[Reading | None]:
    """For each box (pixels) what its mark is; None for those that are none, or can't be told."""
    gaps = [_gap(_mark(sheet, box), sheet.dpi) for box in boxes]
    known = [gap for gap in gaps if gap is not None]
    whole, broken = (sum(gap <= WHOLE for gap in known), sum(gap >= BROKEN for gap in known))
    between = len(known) - whole - broken
    if min(whole, broken) < FEWEST or between > BETWEEN * len(known):
        return [None] * len(boxes)
    return [None if gap is None else _sign(gap) for gap in gaps]


def _sign(gap: float) -> Reading | None:
    if WHOLE < gap < BROKEN:
        return None
    return Reading(PARTED, PLUS if gap <= WHOLE else DIVIDE, 1.0)


def _mark(sheet: Sheet, box: PixelBox) -> Pixels:
    """The ink in a box, before any was taken for dust."""
    x0, top, x1, bottom = runs.tight(sheet.flat, box)
    return sheet.flat[max(0, top - 1) : bottom + 1, max(0, x0 - 1) : x1 + 1]


def _gap(mark: Pixels, dpi: float) -> float | None:
    """The part of the ink of a mark's upright stroke that its gaps lack: 0 for none, 1 for white.

    None where it is no mark with a bar in its middle.
    """
    high, wide = mark.shape
    square = max(high, wide) <= SQUARE * min(high, wide)
    if high < SMALLEST or not square or not LEAST * dpi <= wide <= MOST * dpi:
        return None
    ink = 255.0 - mark.astype(np.float64)
    bar = int(ink.sum(axis=1).argmax())
    if not high / 4 <= bar < 3 * high / 4:
        return None
    middle = wide // 2
    stroke = ink[:, middle - 1 : middle + 2].max(axis=1)
    return (_lacking(stroke[bar::-1]) + _lacking(stroke[bar:])) / 2


def _lacking(outwards: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """How much less ink than at both its ends a half of a stroke has where it has the least."""
    end = 2 + int(outwards[2:].argmax()) if len(outwards) > 2 else len(outwards) - 1
    least = min(float(outwards[0]), float(outwards[end]))
    return max(0.0, 1.0 - float(outwards[: end + 1].min()) / max(least, 1.0))
