"""Pages that lie on their side or stand askew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from extract.image import flatten, turn

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]


@pytest.mark.parametrize("angle", [-3.0, -1.2, -0.1, 0.0, 0.4, 2.5])
def test_skew_is_found_to_a_tenth_of_a_degree(
    printed: Printed, listed: Words, angle: float
) -> None:
    page = printed(listed, ground=(255, 255, 255))
    askew = turn.rotate(flatten.grey(page), -angle)
    assert turn.skew(flatten.flatten(askew, 200), 200) == pytest.approx(angle, abs=0.1)


def test_a_stamp_does_not_turn_a_page_of_a_few_lines(printed: Printed) -> None:
    """The last row of a table stood alone above it, and was read at the slant of the stamp."""
    lines = [(30, 40 + 14 * n, "Vejle har 9,5 pct. og 28,2 pct. i 2024") for n in range(3)]
    page = flatten.grey(printed(lines))
    stamp = flatten.grey(printed([(20, 200, "MODTAGET DEN")], size=34))
    both = np.minimum(page, turn.rotate(stamp, 4.0))
    assert turn.skew(flatten.flatten(both, 200), 200) == pytest.approx(0.0, abs=0.2)


def test_columns_of_a_table_are_not_taken_for_lines_of_text(
    printed: Printed, listed: Words
) -> None:
    page = flatten.grey(printed(listed))
    assert not turn.lies(page, 200)
    assert turn.lies(turn.quarter(page, 90), 200)
    assert turn.lies(turn.quarter(page, 270), 200)


def test_bits_of_a_grid_are_no_words(printed: Printed) -> None:
    """Rows of three words and four rulings down: cut by the rows, the rulings had the majority."""
    rows = range(20)
    words = [(30 + 90 * n, 30 + 13 * row, "Ikke opfyldt") for row in rows for n in range(2)]
    grid = [(25, 28 + 13 * n, 385, 28 + 13 * n) for n in range(21)]
    grid += [(25 + 90 * n, 28, 25 + 90 * n, 288) for n in range(5)]
    page = flatten.grey(printed(words, lines=grid))
    assert not turn.lies(page, 200)
    assert turn.lies(turn.quarter(page, 90), 200)


def test_an_empty_page_stays_as_it_is(printed: Printed) -> None:
    page = flatten.grey(printed([]))
    assert turn.skew(page, 200) == 0.0
    assert not turn.lies(page, 200)


def test_quarter_turns_are_clockwise(printed: Printed) -> None:
    page = flatten.grey(printed([(10, 10, "Odense")], paper=(200, 100)))
    right = turn.quarter(page, 90)
    assert right.shape == page.shape[::-1]
    assert (turn.quarter(right, 270) == page).all()
    upper_left = page[: page.shape[0] // 2, : page.shape[1] // 2]
    upper_right = right[: right.shape[0] // 2, right.shape[1] // 2 :]
    assert upper_left.min() < 100
    assert upper_right.min() < 100
