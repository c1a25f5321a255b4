"""The colour of the ink in a part of a colour scan."""

from __future__ import annotations

import numpy as np

from extract.image.render import Pixels

# The darkest fifth of a word's box is ink, its lightest half paper, for any usual type face.
INK_SHARE, PAPER_SHARE = 0.2, 0.5
FAINTEST = 40  # levels between paper and ink, below which there is nothing to tell


def of_ink(pixels: Pixels) -> str | None:
    """The ink in an RGB picture of a word as ``#rrggbb``, None where nothing stands out.

    What the ink takes from the paper's light is averaged over all of it, as JPEG smears colour
    over blocks of 16 pixels, and scaled to full strength, as thin strokes are mixed with paper:
    red stays red when it is pale, and grey becomes black.
    """
    if pixels.size == 0:
        return None
    flat = pixels.reshape(-1, 3).astype(np.float64)
    dark = flat.min(axis=1)
    paper = np.median(flat[dark >= np.quantile(dark, PAPER_SHARE)], axis=0)
    ink = flat[dark <= np.quantile(dark, INK_SHARE)].mean(axis=0)
    taken = np.clip(paper - ink, 0.0, None)
    if taken.max() < FAINTEST:
        return None
    left = 255.0 * (1.0 - taken / taken.max())
    red, green, blue = (round(level) for level in left)
    return f"#{red:02x}{green:02x}{blue:02x}"
