"""Running feet and page numbers, also those that a scan spoilt."""

from __future__ import annotations

import pytest

from extract.layout.lines import Line, Piece
from extract.layout.prose import furniture
from extract.model import Box, Word

HEIGHT = 842.0


def line(text: str, top: float, x0: float = 62.0) -> Line:
    box = Box(x0, top, x0 + 5.0 * len(text), top + 8.0)
    return Line((Piece((Word(text, box),), box),), box)


@pytest.mark.parametrize(
    ("foot", "other", "known"),
    [
        ("1", "z", True),
        ("1", "åk", True),
        ("Side 1", "Sider", True),
        ("1", "Vejle", False),
        ("Side 1", "Kilde: KL", False),
    ],
)
def test_a_foot_is_known_by_its_place(foot: str, other: str, known: bool) -> None:
    """``z`` for a page number 2 stood between a table and its rest on the next page."""
    pages = [[line("Tabel", 60), line(foot, 770)], [line("Vejen", 60), line(other, 770)]]
    assert (1 in furniture(pages, [HEIGHT, HEIGHT])[1]) == known
