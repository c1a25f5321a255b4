"""Rulings found and taken out, and print left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from extract.image import flatten, rulings
from extract.image.render import Pixels

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]

DPI = 200


def erased(page: Pixels) -> tuple[list[rulings.Line], Pixels]:
    flat = flatten.flatten(flatten.grey(page), DPI)
    lines, mask = rulings.find(flat, DPI)
    return lines, rulings.erase(flat, mask, DPI)


def test_a_grid_is_found_and_only_the_print_stays(printed: Printed, listed: Words) -> None:
    grid = [(25, 27 + 16 * n, 385, 27 + 16 * n) for n in range(10)]
    grid += [(25 + 90 * n, 27, 25 + 90 * n, 171) for n in range(5)]
    lines, clean = erased(printed(listed, lines=grid))
    across = [line for line in lines if line.x1 - line.x0 > line.bottom - line.top]
    assert len(across) == 10
    assert len(lines) == 15
    plain = flatten.flatten(flatten.grey(printed(listed)), DPI)
    changed = np.count_nonzero((clean < 128) != (plain < 128))
    assert changed < 0.05 * np.count_nonzero(plain < 128)


def test_dotted_lines_are_lines(printed: Printed, listed: Words) -> None:
    dots = [(25 + 3 * n, 43, 26 + 3 * n, 43) for n in range(115)]
    lines, clean = erased(printed(listed, lines=dots))
    assert len(lines) == 1
    height = round(43 * DPI / 72)
    left = np.count_nonzero(clean[height - 2 : height + 3] < 128)
    assert left <= 5  # the first or last dot may stand


def test_a_digit_above_its_like_is_no_dashed_line(printed: Printed) -> None:
    """``11,3`` lost its first digit to a dashed line down the column, for both readers."""
    words = [(100, 20 + 8.2 * row, "11,1") for row in range(30)]
    page = printed(words, size=7.5, dpi=DPI)
    lines, clean = erased(page)
    assert lines == []
    assert (clean == flatten.flatten(flatten.grey(page), DPI)).all()


def test_feet_of_letters_that_run_together_are_no_ruling(printed: Printed) -> None:
    words = [(40, 40, "Kommune")]
    page = printed(words, size=14)
    base = round(40 * DPI / 72) + round(14 * DPI / 72 * 0.93)
    inked = np.flatnonzero((page[..., 0] < 100).any(axis=0))
    page[base - 3 : base - 1, inked[0] : inked[-1]] = 0
    lines, _ = erased(page)
    assert lines == []


@pytest.mark.parametrize("grey", [150, 190, 215])
def test_pale_hairlines_under_noise_are_rulings(printed: Printed, listed: Words, grey: int) -> None:
    """Broken in bits of ink and paper they gave words of no height, and columns of such words."""
    page = printed(listed)
    rows = [round((27 + 16 * row) * DPI / 72) for row in range(10)]
    for row in rows:
        page[row : row + 2, 60:1060] = grey
    noise = np.random.default_rng(1).normal(0, 6, page.shape[:2])[:, :, None]
    lines, clean = erased(np.clip(page + noise, 0, 255).astype(np.uint8))
    assert len(lines) == len(rows)
    between = [clean[row - 1 : row + 3, 60:1060] for row in rows]
    assert max(np.count_nonzero(strip < 180) for strip in between) <= 8


def test_figures_that_end_a_pixel_before_a_line_do_not_hide_it(printed: Printed) -> None:
    """At 100 dpi two columns in three lost the line between them: ``1.282 1.262`` was one cell."""
    dpi, columns = 100, (120, 180, 240)
    words = [(x - 23, 32 + 13 * row, "1.282") for row in range(12) for x in columns]
    grid = [(60, 30 + 13 * row, 240, 30 + 13 * row) for row in range(13)]
    grid += [(x, 30, x, 186) for x in (60, *columns)]
    page = printed(words, size=8, dpi=dpi, lines=grid)
    lines, _ = rulings.find(flatten.flatten(flatten.grey(page), dpi), dpi)
    upright = sorted(line.x0 for line in lines if line.bottom - line.top > line.x1 - line.x0)
    assert len(upright) == 4


def test_small_print_is_no_pale_hairline(printed: Printed) -> None:
    words = [(40, 20 + 9 * row, "Kommunerne i Region Sjælland opfylder målet") for row in range(30)]
    assert erased(printed(words, size=7.5, dpi=150))[0] == []


def test_a_line_between_two_headings_hangs_on_another_and_is_longer_than_letters(
    printed: Printed,
) -> None:
    """``2021|`` was no year, and the whole heading no heading."""
    words = [(70, 31, "Faktisk"), (150, 31, "Forventet"), (70, 60, "illllli 111")]
    across = [(60, 30, 300, 30), (60, 71, 300, 71)]
    stubs = [(x, 30, x, 46) for x in (130, 220)]
    lines, clean = erased(printed(words, lines=[*across, *stubs], size=9))
    upright = [line for line in lines if line.bottom - line.top > line.x1 - line.x0]
    assert len(upright) == 2
    assert (len(lines), upright[0].bottom - upright[0].top > 30) == (4, True)
    letters = (clean[170:200, 190:320] < 128).sum()
    assert letters > 400  # the letters that end just above the lower line are there
