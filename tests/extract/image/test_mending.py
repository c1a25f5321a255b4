"""Broken rulings are closed between the lines that cross them, and spans stay open."""

from __future__ import annotations

from extract.image.mending import mended
from extract.image.rulings import Line

DPI = 100.0
DOWN = [Line(x, 100, x + 1, 400) for x in (100, 300, 500)]


def across(*bits: tuple[int, int], at: int = 200) -> list[Line]:
    return [Line(start, at, end, at + 1) for start, end in bits]


def pieces(lines: list[Line], at: int) -> list[tuple[int, int]]:
    """Horizontal pieces that were added at a level."""
    return [(x, r) for x, y, r, b in mended(lines, DPI)[len(lines) :] if r - x > b - y and y == at]


def test_a_break_between_two_crossing_lines_is_closed() -> None:
    assert pieces([*DOWN, *across((130, 180), (210, 460))], 200) == []
    assert pieces([*DOWN, *across((98, 180), (210, 501))], 200) == [(100, 300), (300, 500)]


def test_a_stroke_under_a_word_is_no_ruling() -> None:
    assert pieces([*DOWN, *across((330, 380))], 200) == []


def test_the_border_of_a_spanning_cell_stays_open() -> None:
    lines = [*DOWN, *across((100, 180), (220, 300)), *across((100, 500), at=250)]
    assert pieces(lines, 200) == [(100, 300)]


def test_the_white_between_two_tables_stays_open() -> None:
    """The prose between them was a row of one table of both."""
    rows = [Line(100, y, 500, y + 1) for y in (*range(100, 201, 20), *range(260, 341, 20))]
    border = [Line(100, 100, 101, 201), Line(100, 250, 101, 341)]
    upright = [one for one in mended([*rows, *border], DPI) if one.bottom - one.top > 1]
    assert all(one.bottom <= 201 or one.top >= 250 for one in upright)
