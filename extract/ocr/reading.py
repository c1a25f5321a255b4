"""What reading the picture of a page gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.model import Box, Page, Reading

Key = tuple[int | None, tuple[Box, ...]]  # page, and where the words of a line stand on it


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as read from its picture, and the readings of the lines in its cells."""

    page: Page
    readings: Mapping[Key, tuple[Reading, ...]] = field(default_factory=dict)
