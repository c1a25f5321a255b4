"""Samples are counted once a function, at the end of a stack and along it."""

from __future__ import annotations

from benchmarks.profile import IMPORT, shares

STACKS = [
    'process 7:"python -c x;f(a=1)";<module> (<string>:1);read (/a/b/extract/reader.py:3) 2',
    "main (/a/rules/law.py:1);read (/b/extract/reader.py:9);read (/b/extract/reader.py:3) 1",
    "main (/a/rules/law.py:1);_find_and_load (<frozen importlib>:1);f (/a/notat/x.py:1) 3",
    "f (/v/lib/python3.11/site-packages/numpy/core.py:10) 4",
]


def test_shares() -> None:
    own, passed = shares(STACKS)
    assert own == {"read (extract/reader.py)": 3, "f (numpy/core.py)": 4, IMPORT: 3}
    assert passed == {"read (extract/reader.py)": 3, "main (rules/law.py)": 4, IMPORT: 3}
