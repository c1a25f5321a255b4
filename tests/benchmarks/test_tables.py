"""The metric of the table benchmark, and our own mark on the documents it was made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.adjacency import Score, pairs, score
from benchmarks.tables import measure, ours, truth_of

FOLDER = Path(__file__).parents[3] / "shared" / "icdar2013-eu"
GRID = {(0, 0): "By", (0, 1): "A b", (1, 0): "X", (1, 1): " ", (1, 2): "3"}


def test_neighbours_skip_empty_cells_and_white_space() -> None:
    assert set(pairs(GRID)) == {
        ("right", "By", "Ab"),
        ("right", "X", "3"),
        ("below", "By", "X"),
    }


def test_precision_and_recall_are_over_pairs_page_by_page() -> None:
    found = {1: [GRID], 2: [{(0, 0): "x", (0, 1): "y"}]}
    result = score(found, {1: [GRID, {(0, 0): "z", (1, 0): "w"}]})
    assert result == Score(right=3, found=4, true=4)
    assert (result.precision, result.recall, result.f1) == (0.75, 0.75, 0.75)


@pytest.mark.skipif(not FOLDER.exists(), reason="the competition's documents are not here")
def test_the_tables_of_the_competition() -> None:
    paths = sorted(path for path in FOLDER.glob("*.pdf") if truth_of(path).exists())
    scores, _ = measure(ours, paths)
    assert sum(value.f1 for value in scores.values()) / len(scores) >= 0.95
