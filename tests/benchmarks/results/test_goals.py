"""A goal is met by what was measured; what was not measured is said to be so."""

from __future__ import annotations

import pytest

from benchmarks.results import goals
from benchmarks.results.goals import Goal, cell, count, failed, ratio, said, share
from benchmarks.results.parts import PARTS

TEXT = """
| paper | values | right | review | silent | missing | seconds |
|---|--:|--:|--:|--:|--:|--:|
| notat | 100 | 98 | 1 | 1 | 0 | 3.0 |
| other | 100 | 50 | 0 | 30 | 20 | 6.0 |
| absent | | | | | | |
"""


@pytest.mark.parametrize(
    ("bar", "measured", "met"),
    [
        ("= 0", 0, True),
        ("= 0", 1, False),
        ("≥ 0.98", 0.98, True),
        ("≥ 0.98", 0.979, False),
        ("< 2", 2, False),
        ("≤ 1.5", 1.5, True),
    ],
)
def test_bars(bar: str, measured: float, met: bool) -> None:
    assert Goal("", bar, "text", lambda _: None).met(measured) is met


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        (cell("other", "silent"), 30),
        (cell("other", "nothing"), None),
        (cell("absent", "silent"), None),
        (share("right", ["notat", "other"]), 74),
        (share("right", ["notat", "nobody"]), None),
        (share("right", ["absent"]), None),
        (count("silent", ["notat", "other"]), 31),
        (count("silent", ["notat", "absent"]), None),
        (ratio("seconds", ["other", "nobody"]), 0.5),
        (ratio("seconds", ["nobody"]), None),
        (said(r"right \\| re(view)"), None),
        (said(r"other \| (\d+)"), 100),
    ],
)
def test_figures_come_from_the_text(measure: goals.Measure, value: float | None) -> None:
    assert measure(TEXT) == value
    assert measure("") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 passed in 3.2s", 0),
        ("2 failed, 5 passed", 2),
        ("3 failed in 1s", 3),
        ("1 skipped", None),
    ],
)
def test_failed_tests_are_counted(text: str, value: float | None) -> None:
    assert failed(text) == value


def test_every_goal_is_a_row_and_none_is_met_by_silence() -> None:
    rows = goals.measured({}, "").splitlines()[2:]
    assert len(rows) == len(goals.GOALS)
    assert all("| not measured |  |" in row for row in rows)


def test_goals_take_their_figures_from_the_section_of_their_part() -> None:
    body = (
        "| matcher | right | undecided | wrong | right % |\n|---|--:|\n| notat | 8 | 1 | 1 | 80.0 |"
    )
    told = goals.measured({PARTS["names"].title: body}, "")
    assert "| names alone: right, % | ≥ 80 | 80 | yes | `python -m benchmarks.names` |" in told
    assert "| names alone: wrong | = 0 | 1 | **no** | `python -m benchmarks.names` |" in told
