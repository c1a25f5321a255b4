"""The same figures give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.results import plots

pytest.importorskip("matplotlib")
BODY = """
| tool | right | review | silent | missing |
|---|--:|--:|--:|--:|
| notat | 9 | 1 | 0 | 0 |
| away |  |  |  |  |
"""


def test_same_figures_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "1.svg", tmp_path / "2.svg"
    plots.draw("text", BODY, one)
    plots.draw("text", BODY, two)
    assert one.read_bytes() == two.read_bytes()
    assert "notat" in one.read_text("utf-8")
    assert "away" not in one.read_text("utf-8")


def test_parts_without_a_picture_draw_none(tmp_path: Path) -> None:
    plots.draw("names", BODY, tmp_path / "x.svg")
    assert not (tmp_path / "x.svg").exists()
