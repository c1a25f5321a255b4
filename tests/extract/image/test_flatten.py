"""Faded, shadowed, shaded and coloured print made black on white."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from extract.image import flatten
from extract.image.render import Pixels

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]


def ink_and_paper(flat: Pixels) -> tuple[float, float]:
    return float(np.quantile(flat, 0.005)), float(np.median(flat))


def test_faded_print_under_a_shadow_becomes_black_on_white(printed: Printed, listed: Words) -> None:
    page = flatten.grey(printed(listed)).astype(float)
    shadow = np.linspace(0.5, 1.0, page.shape[1])[None, :]
    faded = ((150 + page / 255 * 80) * shadow).astype(np.uint8)
    ink, paper = ink_and_paper(flatten.flatten(faded, 200))
    assert ink < 30
    assert paper > 240


def test_pale_red_print_becomes_as_dark_as_black(printed: Printed) -> None:
    page = printed([(20, 20, "31,9")], ink=(225, 120, 120), dpi=150, size=8)
    both = np.minimum(page, printed([(120, 20, "12,6")], dpi=150, size=8))
    grey = both.mean(axis=2).astype(np.uint8)
    flat = flatten.flatten(grey, 150)
    red, black = flat[:, : flat.shape[1] // 4], flat[:, flat.shape[1] // 4 :]
    assert abs(float(red.min()) - float(black.min())) < 60


def test_noise_on_an_empty_page_is_not_made_print() -> None:
    noise = np.random.default_rng(1).normal(0, 6, (800, 1000))
    page = np.clip(230 + noise, 0, 255).astype(np.uint8)
    flat = flatten.flatten(page, 200)
    assert np.count_nonzero(flat < 128) < 0.001 * flat.size


def test_the_darkest_channel_is_kept() -> None:
    red = np.full((4, 4, 3), (200, 10, 20), np.uint8)
    assert (flatten.grey(red) == 10).all()
