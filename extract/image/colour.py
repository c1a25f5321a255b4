"""The colour of the ink in a part of a colour scan."""

from __future__ import annotations

import numpy as np

from extract.image.render import Pixels

PAPER_SHARE = 0.5  # the lightest half of a word's box is paper, for any usual type face
FAINTEST = 12  # grey levels that ink takes from the box's mean; less tells nothing
# JPEG at quality 30 leaves 0.35-0.5 of the strength of red print of 7.5 pt, but its hue: what
# is coloured at all (its strongest channel at least `HUED`) is lifted to `LEAST`. Levels.
HUED, LEAST = 60.0, 128.0


def of_ink(pixels: Pixels) -> str | None:
    """The ink in an RGB picture of a word as ``#rrggbb``, None where nothing stands out.

    What print takes from the paper's light is summed over the whole box, as JPEG smears colour
    over blocks of 16 pixels, and scaled to full strength, as thin strokes are mixed with paper:
    red stays red when it is pale, and grey becomes black.
    """
    if pixels.size == 0:
        return None
    flat = pixels.reshape(-1, 3).astype(np.float64)
    darkest = flat.min(axis=1)
    paper = np.median(flat[darkest >= np.quantile(darkest, PAPER_SHARE)], axis=0)
    taken = np.clip(paper - flat.mean(axis=0), 0.0, None)
    if taken.max() < FAINTEST:
        return None
    left = 255.0 * (1.0 - taken / taken.max())
    if HUED <= left.max() < LEAST:
        left *= LEAST / left.max()
    red, green, blue = (round(level) for level in left)
    return f"#{red:02x}{green:02x}{blue:02x}"
