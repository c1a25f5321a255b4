"""Quantiles of grey levels, counted: a tenth of the time of sorting them."""

from __future__ import annotations

import cv2
import numpy as np

from extract.image.render import Pixels


def quantile(levels: Pixels, share: float) -> int:
    """The grey level (0-255) that at least ``share`` of a grey picture's pixels do not pass."""
    upto = np.cumsum(cv2.calcHist([levels], [0], None, [256], [0, 256]))
    return int(np.searchsorted(upto, share * levels.size))
