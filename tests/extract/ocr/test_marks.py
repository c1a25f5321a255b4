"""Plus and minus told by the shape of their ink."""

from __future__ import annotations

import numpy as np
import pytest

from extract.ocr.marks import told

SIGNS = {
    "+": ["...##...", "...##...", "...##...", "########", "########", "...##...", "...##..."],
    "-": ["........", ".#####..", ".#####.."],
    "minus of a fax": ["......", ".####.", "......"],
    "ragged plus": ["...#....", "...##..#", ".#.##...", "########", ".#.##...", "...#...."],
    "÷": ["..##..", "......", "######", "......", "..##.."],
    ":": ["..##..", "..##..", "......", "..##..", "..##.."],
    "•": [".###.", "#####", "#####", "#####", ".###."],
    "=": ["######", "......", "######"],
    "1": ["..##..", ".###..", "..##..", "..##..", "..##..", "..##..", "######"],
    "4": ["...##.", "..###.", ".#.##.", "#..##.", "######", "...##.", "...##."],
    "x": ["#....#", ".#..#.", "..##..", "..##..", ".#..#.", "#....#"],
    "ruling": ["#" * 60],
    "speck": ["....", ".##.", ".##."],
    "nothing": ["...."],
}


@pytest.mark.parametrize("name", SIGNS)
def test_only_plus_and_minus_are_told(name: str) -> None:
    ink = np.array([[dot == "#" for dot in row] for row in SIGNS[name]], np.uint8)
    expected = {"+": "+", "-": "-", "minus of a fax": "-", "ragged plus": "+"}.get(name, "")
    assert told(ink, 200) == expected


def test_dust_beside_a_mark_is_not_counted() -> None:
    ink = np.zeros((20, 20), np.uint8)
    ink[10:12, 4:12] = 1
    ink[2, 15] = 1
    assert told(ink, 200) == "-"
