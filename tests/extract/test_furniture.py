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


def test_a_foot_of_photographs_stands_at_the_same_part_of_the_page() -> None:
    """Three photographs of one note, cut to 762, 749 and 775 points: its table fell in three."""
    heights = [761.8, 749.2, 774.7]
    tops = [694.1, 683.2, 708.5]
    pages = [
        [line("Vejen", 60 * number), line(f"Notat — side {number}", top)]
        for number, top in enumerate(tops, 1)
    ]
    assert furniture(pages, heights) == [{1}, {1}, {1}]


def test_a_foot_of_photographs_that_was_read_badly_stands_there_too() -> None:
    """``Sidel`` for ``Side 1`` stood between a table and its rest: 223 of 294 had no heading."""
    pages = [[line("Vejen", 60), line("Sidel", 721)], [line("Ribe", 60), line("Side 2", 751)]]
    assert furniture(pages, [787.0, 827.0]) == [{1}, {1}]
    assert furniture(pages, [827.0, 827.0]) == [set(), {1}]


def test_feet_that_were_all_read_badly_are_like_each_other() -> None:
    feet = ["Notat- — t-side 1", "Notat - side 2", "Notat-s — -side 3"]
    pages = [[line("Ribe", 60 + 20 * place), line(one, 770)] for place, one in enumerate(feet)]
    assert furniture(pages, [HEIGHT] * 3) == [{1}, {1}, {1}]
    rows = ["Vejle har 12 borgere", "Varde har 31 personer"]
    pages = [[line("Ribe", 60 + 20 * place), line(one, 770)] for place, one in enumerate(rows)]
    assert furniture(pages, [HEIGHT] * 2) == [set(), set()]


def test_a_dash_may_be_another_on_the_next_page() -> None:
    feet = ["Notat – side 1", "Notat - side 2", "Notat — side 3"]
    pages = [[line("Ribe", 60 + 20 * place), line(one, 770)] for place, one in enumerate(feet)]
    assert furniture(pages, [HEIGHT] * 3) == [{1}, {1}, {1}]


def test_words_at_different_parts_of_the_page_are_no_feet() -> None:
    pages = [
        [line("Vejen", 60), line("Samlet set", 730)],
        [line("Ribe", 60), line("Samlet set", 780)],
    ]
    assert furniture(pages, [HEIGHT, HEIGHT]) == [set(), set()]
