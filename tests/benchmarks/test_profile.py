"""Samples are counted once a function, at the end of a stack and along it."""

from __future__ import annotations

from benchmarks.profile import shares

STACKS = [
    'process 7:"python -c x;y";<module> (<string>:1);read (/a/b/extract/reader.py:3) 2',
    "main (/a/rules/law.py:1);read (/b/extract/reader.py:9);read (/b/extract/reader.py:3) 1",
    "f (/v/lib/python3.11/site-packages/numpy/core.py:10) 4",
]


def test_shares() -> None:
    own, passed, total = shares(STACKS)
    assert total == 7
    assert own == {"read (extract/reader.py)": 3, "f (numpy/core.py)": 4}
    assert passed["read (extract/reader.py)"] == 3
    assert passed["<module> (<string>)"] == 2
    assert passed["main (rules/law.py)"] == 1
