"""Quantiles counted are those that sorting gives."""

from __future__ import annotations

import numpy as np
import pytest

from extract.image.levels import quantile


@pytest.mark.parametrize("share", [0.003, 0.5, 0.9995])
@pytest.mark.parametrize("seed", range(3))
def test_counted_quantiles_are_the_sorted_ones(share: float, seed: int) -> None:
    levels = np.random.default_rng(seed).normal(128, 60, (70, 90)).clip(0, 255).astype(np.uint8)
    assert quantile(levels, share) == np.quantile(levels, share, method="inverted_cdf")


def test_a_blank_page_has_one_level() -> None:
    assert quantile(np.full((5, 5), 255, np.uint8), 0.5) == 255
