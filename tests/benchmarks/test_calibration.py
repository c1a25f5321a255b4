"""Witnesses are counted as they are weighed, and promises held against what was found."""

from __future__ import annotations

import pytest

from benchmarks.calibration import Bin, Counts, bins, brier, table


def test_values_are_gathered_by_confidence() -> None:
    pairs = [(0.9375, True), (0.9375, False), (1.0, True), (0.25, False)]
    assert bins(pairs) == [Bin(0.25, 1, 0), Bin(0.9375, 2, 1), Bin(1.0, 1, 1)]


def test_the_brier_score_is_the_mean_squared_error() -> None:
    assert brier([(1.0, True), (0.0, False)]) == 0.0
    assert brier([(0.5, True), (0.9, False)]) == pytest.approx((0.25 + 0.81) / 2)


def test_counts_are_written_surest_first() -> None:
    counts: Counts = Counts({("rapid", 0.9, True): 7, ("rapid", 0.98, False): 1})
    rows = table(counts).splitlines()[1:]
    assert rows == ["rapid\t0.98\t0\t1", "rapid\t0.9\t7\t0"]
