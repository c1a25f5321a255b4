"""Memory that stays flat is told from memory that grows."""

from __future__ import annotations

from benchmarks.archive import Run, table
from benchmarks.watch import Moment

FLAT = Run(1, 10.0, tuple(Moment(float(n), 80.0, 50.0 + n % 2, 0.0) for n in range(10)))
GROWING = Run(2, 10.0, tuple(Moment(float(n), 80.0 + n, 50.0, 0.0) for n in range(10)))


def test_growth() -> None:
    assert (FLAT.most("worker"), FLAT.growth("worker"), FLAT.growth("parent")) == (51.0, 0.0, 0.0)
    assert (GROWING.most("parent"), GROWING.growth("parent")) == (89.0, 5.0)


def test_table_has_a_row_for_each_run() -> None:
    rows = table([FLAT, GROWING], 20).splitlines()[2:]
    assert rows == [
        "| 1 | 10 | 2.0 | 8 | 80 | +0 | 51 | +0 |",
        "| 2 | 10 | 2.0 | 8 | 89 | +5 | 50 | +0 |",
    ]
