"""Red as a mark: notes set a figure in red where a municipality misses a goal."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from functools import lru_cache

from extract.model import Word

# Degrees of hue to either side of pure red, and the least saturation and value (0-1), within which
# print and scans put "red": Word's #FF0000, #C00000 and #EE0000, dark red, brick, crimson (#B0003A
# is 20° off); not orange (30°), brown, pink (24° and more) or a black with a red cast.
_TO_ORANGE, _TO_PINK = 18.0, 21.0
_SATURATION = 0.5
_VALUE = 0.35
_HEX = re.compile(r"#[0-9a-fA-F]{6}$")


@lru_cache(maxsize=256)  # a note has a handful of colours
def is_red(colour: str | None) -> bool:
    """True for a clearly red ``#rrggbb``; False for every other colour, or none."""
    if colour is None or not _HEX.match(colour):
        return False
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    degrees = hue * 360
    near = degrees <= _TO_ORANGE or degrees >= 360 - _TO_PINK
    return near and saturation >= _SATURATION and value >= _VALUE


def mark(words: Iterable[Word]) -> str | None:
    """``red`` where most letters of a cell are red, else None."""
    red = other = 0
    for word in words:
        if is_red(word.colour):
            red += len(word.text)
        else:
            other += len(word.text)
    return "red" if red > other else None
