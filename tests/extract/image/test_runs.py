"""Print found by its ink, and boxes that hold all of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from extract.image import flatten, runs
from extract.image.crops import crop, grown

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]

DPI = 200


def test_every_cell_is_one_run(printed: Printed, listed: Words) -> None:
    page = flatten.grey(printed(listed))
    assert len(runs.find(page, DPI)) == len(listed)


def test_two_lines_that_touch_are_two_runs(printed: Printed) -> None:
    """Both readers had ``Opfylder`` alone, where ``ikke`` stood below it: a goal was met."""
    single = flatten.grey(printed([(30, 30, "Opfylder"), (41, 38, "ikke"), (30, 60, "12,6")]))
    upper, lower, figure = sorted(runs.find(single, DPI), key=lambda box: box[1])
    assert upper[3] <= lower[1] + 1
    assert lower[0] > upper[0]
    assert figure[3] - figure[1] < 1.5 * (lower[3] - lower[1])


@pytest.mark.parametrize("title", ["Opfylder", "ÅRSNOTAT", "Tilsyn 2024", "jagt gyj"])
def test_one_line_of_large_type_is_one_run(printed: Printed, title: str) -> None:
    small = [(30, 30 + 14 * row, "12,6 pct.") for row in range(12)]
    large = printed([(30, 220, title)], size=30)
    page = flatten.grey(np.minimum(printed(small), large))
    below = [box for box in runs.find(page, DPI) if box[1] > 200 / 72 * DPI]
    assert below
    assert min(bottom - top for _, top, _, bottom in below) > 15 / 72 * DPI


def test_print_nobody_read_is_found(printed: Printed, listed: Words) -> None:
    page = flatten.grey(printed(listed))
    boxes = runs.find(page, DPI)
    missing = boxes[7]
    assert runs.unread(page, DPI, boxes, [box for box in boxes if box != missing]) == [missing]
    assert runs.unread(page, DPI, boxes, boxes) == []


def test_a_word_read_in_part_is_found_whole(printed: Printed) -> None:
    page = flatten.grey(printed([(30, 30, "Vesthimmerlands"), (200, 30, "10,2%")]))
    whole, figure = sorted(runs.find(page, DPI))
    third = (whole[2] - whole[0]) // 3
    ends = [
        (whole[0], whole[1], whole[0] + third, whole[3]),
        (whole[2] - third, whole[1], whole[2], whole[3]),
    ]
    assert runs.unread(page, DPI, [whole, figure], [*ends, figure]) == [whole]


def test_a_box_shrinks_to_its_ink(printed: Printed) -> None:
    page = flatten.grey(printed([(30, 30, "7,9")]))
    [box] = runs.find(page, DPI)
    loose = (box[0] - 9, box[1] - 7, box[2] + 5, box[3] + 8)
    assert runs.tight(page, loose) == runs.tight(page, box)
    assert runs.tight(page, (0, 0, 20, 20)) == (0, 0, 20, 20)


def test_a_box_grows_over_a_digit_its_reader_overlooked(printed: Printed) -> None:
    page = flatten.grey(printed([(30, 30, "19,1")]))
    [whole] = runs.find(page, DPI)
    part = (whole[0] + (whole[2] - whole[0]) // 3, whole[1], whole[2], whole[3])
    assert grown(page, part, (0, page.shape[1]))[0] <= whole[0] + 1
    assert grown(page, part, (part[0], page.shape[1]))[0] == part[0]


def test_a_crop_at_the_edge_is_never_empty(printed: Printed) -> None:
    page = flatten.grey(printed([]))
    assert crop(page, (5000, 5000, 5010, 5010)).size > 0
    assert crop(page, (-5, -5, 8, 6)).size > 0


def test_a_box_over_two_lines_is_cut_down_to_the_one_it_shares_most_with(printed: Printed) -> None:
    page = flatten.grey(printed([(30, 30, "Fokusmål"), (30, 42, "(tilbud)")]))
    first, second = sorted(runs.find(page, DPI), key=lambda box: box[1])
    tall = (second[0], second[1] - 12, second[2], second[3] + 15)
    cut, same = runs.within_lines([tall, first], [first, second])
    assert cut[1::2] == second[1::2]
    assert same == first


def test_a_box_over_two_cells_is_cut_down_too(printed: Printed) -> None:
    page = flatten.grey(printed([(30, 30, "Resultatmål"), (140, 30, "Tilbud")]))
    first, second = sorted(runs.find(page, DPI))
    wide = (first[0], first[1], second[2], second[3])
    [cut] = runs.within_lines([wide], [first, second])
    assert cut == (first[0], first[1], first[2], second[3])


def test_bits_of_a_pale_ruling_are_no_part_of_the_print_above(printed: Printed) -> None:
    page = flatten.grey(printed([(30, 30, "12,6 %")]))
    [whole] = runs.find(page, DPI)
    x0, _, x1, bottom = whole
    page[bottom + 3 : bottom + 5, x0 - 8 : x0 + 20] = 160
    assert runs.find(page, DPI) == [whole]
    assert runs.tight(page, (x0 - 8, 0, x1, bottom + 6)) == whole


def test_of_two_lines_that_touch_only_the_one_is_read_that_nobody_read(
    printed: Printed, listed: Words
) -> None:
    page = flatten.grey(printed([*listed, (300, 30, "Opfylder"), (300, 37, "resultatmål")]))
    boxes = runs.find(page, DPI)
    both = max(boxes, key=lambda box: box[3] - box[1])
    middle = (both[1] + both[3]) // 2
    read = [box for box in boxes if box != both]
    [upper] = runs.unread(page, DPI, boxes, [*read, (both[0], middle + 2, both[2], both[3])])
    assert (upper[0], upper[1], upper[2]) == both[:3]
    assert upper[3] <= middle + 2
