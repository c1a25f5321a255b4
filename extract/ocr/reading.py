"""What reading the picture of a page gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.model import Box, Page, Reading

# The ink of a figure is a witness as well (`extract.ocr.ink`): it tells of a sign that no reader
# saw, of characters in bits, and of words, or a figure as wide as its characters, that stand clear
# of all other ink: nothing lies over them.
INK, SIGN, BROKEN, CLEAR = "ink", "-", "?", "="
SHAPE = "shape"  # the reader of marks by the shape of their ink (`extract.ocr.marks`)
PARTED = "parted"  # the same, from all marks of a page (`extract.ocr.strokes`)

# Confidence left to a figure that is not as wide as its ink (`extract.ocr.widths`).
DOUBTED = 0.01

Key = tuple[int | None, tuple[Box, ...]]  # page, and where the words of a line stand on it


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as read from its picture, and the readings of the lines in its cells."""

    page: Page
    readings: Mapping[Key, tuple[Reading, ...]] = field(default_factory=dict)
