"""Samples are counted once a stack, and by stage at the innermost function of notat's on it."""

from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.flame import flame
from benchmarks.profile import IMPORT, START, stacks, stages

LINES = [
    'process 7:"python -c x;f(a=1)";<module> (<string>:1);read (/a/b/extract/reader.py:3) 2',
    "main (/a/rules/law.py:1);read (/b/extract/pdf/p.py:9);f (/v/site-packages/numpy/core.py:1) 1",
    "main (/a/rules/law.py:1);_find_and_load (<frozen importlib>:1);f (/a/notat/x.py:1) 3",
    "f (/v/lib/python3.11/site-packages/numpy/core.py:10) 4",
]


def test_stacks() -> None:
    assert stacks(LINES) == {
        ("read (extract/reader.py)",): 2,
        ("main (rules/law.py)", "read (extract/pdf/p.py)", "f (numpy/core.py)"): 1,
        ("main (rules/law.py)", IMPORT): 3,
        ("f (numpy/core.py)",): 4,
    }


def test_stages() -> None:
    counted = {stage: functions.total() for stage, functions in stages(stacks(LINES)).items()}
    assert counted == {"extract": 2, "extract/pdf": 1, IMPORT: 3, START: 4}


def test_a_box_is_as_wide_as_its_samples_and_stands_under_its_caller() -> None:
    root = ElementTree.fromstring(flame({("<a> (x.py)", "b (x.py)"): 3, ("c (y.py)",): 1}))
    places = [
        [box.get(name) for name in ("x", "y", "width")]
        for box in root.iter("{http://www.w3.org/2000/svg}rect")
    ]
    assert places == [["0.0", "0", "720.0"], ["0.0", "16", "720.0"], ["720.0", "0", "240.0"]]
