"""A word is read once where its pictures are the same; figures and unlike ones are not shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from extract.image.render import Pixels
from extract.model import Reading
from extract.ocr import rapid, twins

Printed = Callable[..., Any]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many crops went through the reader at each call, which answers with their widths."""
    sizes: list[int] = []

    def lines(crops: Sequence[Pixels]) -> list[Reading]:
        sizes.append(len(crops))
        return [Reading(rapid.NAME, str(crop.shape[1]), 0.99) for crop in crops]

    monkeypatch.setattr(rapid, "lines", lines)
    return sizes


def crops_of(printed: Printed, texts: Sequence[str], noise: float = 0.0) -> list[Pixels]:
    rng = np.random.default_rng(3)
    found = []
    for text in texts:
        page = printed([(4, 2, text)], size=9, dpi=150, paper=(12 + 5 * len(text), 15))
        grey = page.min(axis=2) + rng.normal(0, noise, page.shape[:2])
        found.append(grey.clip(0, 255).astype(np.uint8))
    return found


def test_a_word_that_recurs_is_read_once(printed: Printed, read: list[int]) -> None:
    texts = ["Opfyldt", "Ikke opfyldt", "Opfyldt", "Opfyldt"]
    crops = crops_of(printed, texts, noise=12)
    found = twins.lines(crops, texts)
    assert read == [2]
    assert [one.text for one in found] == [str(crop.shape[1]) for crop in crops]
    assert all(twins.ALIKE <= one.confidence <= 0.99 for one in found)


def test_what_looks_otherwise_is_read_itself(printed: Printed, read: list[int]) -> None:
    twins.lines(crops_of(printed, ["Opfyldt", "Forfald"]), ["Opfyldt", "Opfyldt"])
    assert read == [2]


def test_figures_are_all_read(printed: Printed, read: list[int]) -> None:
    twins.lines(crops_of(printed, ["21,3 %", "21,8 %", "-", "-"]), ["21,3 %", "21,3 %", "-", "-"])
    assert read == [4]


def test_no_crops_give_no_readings() -> None:
    assert twins.lines([], []) == []
