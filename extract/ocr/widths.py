"""The width of the ink as a witness: a figure too wide for what two readers made of it.

Digits that touch (``31`` in old-style figures) are read as one by both readers, surely and alike.
On one page figures are set in one face, so the width of a figure follows from its characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# A figure, or the rest of one (``,3%``), and its unit: a sign or in words (``pct.``, ``mio.kr.``).
FIGURE = re.compile(r"[-−–]?[.,]?[0-9][0-9.,]{0,11}(?:%|[^\W\d_](?:[^\W\d_]|\.){0,14})?$")
FEWEST = 16  # figures on a page, to tell the widths of their characters
# A figure is doubted when its ink is off by more than this part of a digit's width, and by more
# than the scatter of the page (in standard deviations): two sizes of type make no doubt. On five
# scans of 8-10 pt, 870 figures, every digit dropped from old-style figures was 0.54 or more of a
# digit off, and no rightly read figure more than 0.2.
PART, SCATTER = 0.45, 5.0
_ALIKE = str.maketrans(".−–", ",--")


class Face(NamedTuple):
    """The widths (pixels) of the characters of a page's figures, and how far a figure may be off.

    ``often`` are the letters that stand in many figures.
    """

    often: tuple[str, ...]
    widths: NDArray[np.float64]
    limit: float

    def off(self, text: str, width: float) -> float | None:
        """How far a text is off the width (pixels) of its ink: more than 1 makes it doubtful.

        None for a text that is no figure.
        """
        closed = "".join(text.split())
        if not FIGURE.match(closed) or width <= 0:
            return None
        fitted = float((_counts([closed], self.often) @ self.widths)[0])
        return abs(width - fitted) / self.limit


def face(texts: Sequence[str], widths: Sequence[float]) -> Face | None:
    """The face that a page's figures are set in, from what they say and the widths of their ink.

    None where the page has too few to tell.
    """
    closed = ["".join(text.split()) for text in texts]
    chosen = [
        index for index, text in enumerate(closed) if FIGURE.match(text) and widths[index] > 0
    ]
    if len(chosen) < FEWEST:
        return None
    figures = [closed[index] for index in chosen]
    common = Counter(character for text in figures for character in set(text))
    often = tuple(sorted(one for one, n in common.items() if n >= FEWEST and one.isalpha()))
    counts = _counts(figures, often)
    measured = np.array([widths[index] for index in chosen], dtype=np.float64)
    fitted = _fit(counts, measured)
    off = measured - counts @ fitted
    scatter = 1.4826 * float(np.median(np.abs(off - np.median(off))))
    limit = max(PART * float(np.median(fitted[:10])), SCATTER * scatter)
    return Face(often, fitted, max(limit, 1e-6))


def _counts(texts: Sequence[str], often: Sequence[str]) -> NDArray[np.float64]:
    """How many there are of each kind in each text: the digits first, then all other characters.

    Points and commas are one kind, minuses another, and so are the letters that stand in few
    figures: what a unit was misread as must not explain its own width.
    """
    plain = [text.translate(_ALIKE) for text in texts]
    kinds = [*"0123456789", ",", "%", "-", *often]
    rest = [sum(one.isalpha() and one not in often for one in text) for text in plain]
    known = [[text.count(kind) for kind in kinds] for text in plain]
    return np.column_stack([known, rest]).astype(np.float64)


def _fit(counts: NDArray[np.float64], measured: NDArray[np.float64]) -> NDArray[np.float64]:
    """Widths of the kinds of characters, by least squares; misread figures count little.

    Three rounds with weights that fall with the error (iteratively reweighted least squares);
    a slight pull to the mean width keeps kinds that do not occur from growing without bound.
    """
    kinds = counts.shape[1]
    mean = float((measured / np.maximum(counts.sum(axis=1), 1)).mean())
    weights = np.ones(len(measured))
    fitted = np.full(kinds, mean)
    for _ in range(4):
        left = np.vstack([counts * weights[:, None], 0.3 * np.eye(kinds)])
        right = np.concatenate([measured * weights, np.full(kinds, 0.3 * mean)])
        fitted = np.linalg.lstsq(left, right, rcond=None)[0]
        error = np.abs(measured - counts @ fitted)
        weights = 1.0 / np.maximum(error / max(0.1 * mean, 1e-6), 1.0)
    return fitted
