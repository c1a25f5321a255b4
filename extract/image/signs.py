"""Small marks that stand alone in their cells, one below the other: plus and minus, ticks, crosses.

A page reader passes over them, and by itself a mark this small may be a speck.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extract.image import blobs
from extract.image.crops import INK, PixelBox
from extract.image.render import Pixels
from extract.image.runs import letter_height

# In heights of a letter: a minus is 0.4 to 0.7 wide, a cross as wide as high; white beside it.
LEAST, MOST, ALONE = 0.25, 1.3, 0.8
OFF = 0.6  # heights by which marks of a column may stand off each other
FEWEST = 4  # marks of a column


def find(flat: Pixels, dpi: float, print_: Sequence[PixelBox]) -> list[PixelBox]:
    """Boxes of marks beside the runs of print, each as high as the run on its row."""
    ink = (flat < INK).astype(np.uint8)
    spots = blobs.find(ink).boxes
    height = letter_height(spots, dpi)
    x, y, wide, high = spots.T
    small = (wide >= LEAST * height) & (wide <= MOST * height) & (high <= MOST * height)
    if not small.any() or not print_:
        return []
    runs = np.array([run for run in print_ if run[2] - run[0] > MOST * height])
    boxes = np.stack([x, y, x + wide, y + high], axis=1)[small]
    found: list[PixelBox] = []
    for left, top, right, bottom in boxes[_alone(boxes, runs, ink.shape, height)].tolist():
        middle = (top + bottom) / 2
        row = runs[(runs[:, 1] <= middle) & (middle <= runs[:, 3])] if len(runs) else runs
        gaps = np.maximum(row[:, 0] - right, left - row[:, 2])
        if len(row) and gaps.min() >= ALONE * height:
            near = row[gaps.argmin()]
            found.append((left, int(near[1]), right, int(near[3])))
    return [one for one in found if _beside(one, found) and _in_column(one, found, height)]


def _alone(
    boxes: NDArray[np.int32], runs: NDArray[np.int64], shape: tuple[int, ...], height: float
) -> NDArray[np.bool_]:
    """False for the boxes with a corner in or close beside a run, as nearly all letters have."""
    near = np.zeros(shape, np.bool_)
    reach = int(ALONE * height)
    for x0, top, x1, bottom in runs.tolist():
        near[top:bottom, max(0, x0 - reach) : x1 + reach] = True
    middle = (boxes[:, 1] + boxes[:, 3]) // 2
    left, right = boxes[:, 0], boxes[:, 2] - 1
    return np.asarray(~(near[middle, left] | near[middle, right]))


def _beside(one: PixelBox, found: Sequence[PixelBox]) -> bool:
    """True where no other mark stands on the same row close by: those are letters."""
    x0, top, x1, bottom = one
    near = (x1 - x0) + (bottom - top)
    return not any(
        other != one and other[1] == top and other[0] - near <= x1 and x0 <= other[2] + near
        for other in found
    )


def _in_column(one: PixelBox, found: Sequence[PixelBox], height: float) -> bool:
    centre = (one[0] + one[2]) / 2
    column = {
        other[1] for other in found if abs((other[0] + other[2]) / 2 - centre) <= OFF * height
    }
    return len(column) >= FEWEST
