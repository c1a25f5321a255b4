"""What every reader of pictures offers; a further reader is one more module of this form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from extract.image.crops import PixelBox
from extract.image.render import Pixels
from extract.model import Reading


class Seen(NamedTuple):
    """A word in a picture: its text, its box in pixels and the reader's confidence (0-1)."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float

    @property
    def box(self) -> PixelBox:
        """Left, top, right and bottom."""
        return self.x0, self.top, self.x1, self.bottom

    def at(self, box: PixelBox) -> Seen:
        """The same word in another box."""
        return Seen(self.text, *box, self.confidence)


class Reader(Protocol):
    """A reader of printed text. Pictures are grey, level, flattened: ink dark on white."""

    NAME: str  # what `Reading.reader` calls it

    def available(self) -> bool:
        """True where the reader is installed."""

    def words(self, page: Pixels, dpi: float) -> list[Seen]:
        """The words on a page; raises `OcrError` where the reader gives up."""

    def lines(self, crops: Sequence[Pixels]) -> list[Reading]:
        """One reading for each crop of a single line, in the order given."""


class OcrError(Exception):
    """A reader stopped, ran out of time or printed what nobody understands; one line."""
