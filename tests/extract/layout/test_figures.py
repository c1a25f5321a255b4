"""What counts as a figure, and what as two."""

from __future__ import annotations

import pytest

from extract.layout.figures import are_two, is_figure, is_number


@pytest.mark.parametrize(
    "text",
    [
        "13,1 %",
        "1 234",
        "61.8 (1.69)",
        "12,4 ± 0,3",
        "(1,043)",
        "$1,234",
        "(NA)",
        "---",
        "†",
        "n/a",
    ],
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "text", ["2024", "2024p", "2021-2022", "Ishøj", "4 samtaler", "(a) to (c)"]
)
def test_no_figures(text: str) -> None:
    assert not is_figure(text)


def test_a_year_is_a_number() -> None:
    assert is_number("2024*")


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("34,583", "220,226", True),
        ("12,5", "13,1%", True),
        ("34", "583", False),  # thousands
        ("2023", "2024", True),
        ("61.8", "(1.69)", False),
        ("(1.69)", "44.0", True),
        ("Uge", "12", False),
    ],
)
def test_two_figures_side_by_side(left: str, right: str, two: bool) -> None:
    assert are_two(left, right) is two
