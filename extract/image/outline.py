"""A photographed sheet on a darker table, cut out and made a rectangle again."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.image.render import Pixels

WORK_PIXELS = 500  # longer side of the picture in which the sheet is sought
LEAST, MOST = 0.35, 0.985  # part of the picture that a sheet covers; a scan all of it
DARK = 0.6  # of the grey of the lightest tenth of the picture: edges of the picture are darker
# A sheet is lighter than what it lies on by this factor, in the shadow of a hand or telephone too.
LIGHTER = 1.5
STRAIGHT = 0.02  # of its outline: how far a sheet's sides may leave four straight lines

Corners = NDArray[np.float32]  # (4, 2): upper left, upper right, lower right, lower left


def corners(grey: Pixels) -> Corners | None:
    """The corners of a sheet in a grey picture (pixels), None where none stands out."""
    scale = WORK_PIXELS / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(cv2.medianBlur(small, 5))
    edge = np.concatenate([small[0], small[-1], small[:, 0], small[:, -1]])
    table = float(np.median(edge))
    if table > DARK * float(np.quantile(small, 0.9)):
        return None
    light = (small > LIGHTER * table).astype(np.uint8)
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    found, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not found:
        return None
    hull = cv2.convexHull(max(found, key=cv2.contourArea))
    four = cv2.approxPolyDP(hull, STRAIGHT * cv2.arcLength(hull, True), True)
    share = cv2.contourArea(four) / small.size
    if len(four) != 4 or not LEAST <= share <= MOST:
        return None
    return _ordered(four.reshape(4, 2).astype(np.float32) / np.float32(scale))


def flat_sheet(pixels: Pixels, at: Corners) -> Pixels:
    """The part of a picture within the corners as a rectangle, as large as its longest sides."""
    upper, right, lower, left = (
        float(np.linalg.norm(at[one] - at[other]))
        for one, other in ((0, 1), (1, 2), (2, 3), (3, 0))
    )
    wide, high = round(max(upper, lower)), round(max(left, right))
    target = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(at, target)
    return np.asarray(cv2.warpPerspective(pixels, matrix, (wide, high), flags=cv2.INTER_CUBIC))


def _ordered(four: Corners) -> Corners:
    total, difference = four.sum(axis=1), four[:, 1] - four[:, 0]
    order = [total.argmin(), difference.argmin(), total.argmax(), difference.argmax()]
    return np.asarray(four[order], dtype=np.float32)
