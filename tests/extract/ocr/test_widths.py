"""The width of the ink against what the readers say."""

from __future__ import annotations

import numpy as np
import pytest

from extract.ocr.widths import face

# An old-style face: every digit has its own width (pixels).
FACE = dict(zip("0123456789,%", (10, 6, 8, 6, 10, 7, 9, 8, 8, 9, 3, 20), strict=True))


def page(noise: float = 0.4) -> tuple[list[str], list[float]]:
    random = np.random.default_rng(5)
    texts = [f"{value:.1f}%".replace(".", ",") for value in random.uniform(1, 45, 60)]
    widths = [sum(FACE[letter] for letter in text) + random.normal(0, noise) for text in texts]
    return texts, widths


def doubtful(texts: list[str], widths: list[float]) -> set[int]:
    known = face(texts, widths)
    assert known is not None
    off = [known.off(*one) for one in zip(texts, widths, strict=True)]
    return {index for index, one in enumerate(off) if one is not None and one > 1.0}


def test_only_figures_are_held_against_their_ink() -> None:
    texts, widths = page()
    known = face([*texts, "Opfyldt"], [*widths, 60.0])
    assert known is not None
    assert known.off("Opfyldt", 60.0) is None
    assert known.off(texts[0], widths[0]) is not None
    assert face(texts[:9], widths[:9]) is None


def test_figures_that_fit_their_ink_are_not_doubted() -> None:
    assert doubtful(*page()) == set()


@pytest.mark.parametrize(("printed", "read"), [("31,6%", "3,6%"), ("3,6%", "31,6%")])
def test_a_digit_too_few_or_too_many_is(printed: str, read: str) -> None:
    texts, widths = page()
    widths[7], texts[7] = float(sum(FACE[letter] for letter in printed)), read
    assert doubtful(texts, widths) == {7}


def test_words_and_short_pages_are_passed_over() -> None:
    texts, widths = page()
    assert doubtful([*texts, "Opfyldt"], [*widths, 900.0]) == set()
    assert face(["3,6%"] * 10, [40.0] * 9 + [80.0]) is None


def test_two_sizes_of_type_make_no_doubt() -> None:
    texts, widths = page()
    half = [width * 1.4 for width in widths]
    assert doubtful(texts + texts, widths + half) == set()


@pytest.mark.parametrize("unit", [" pct.", " mio. kr.", " Pct."])
def test_figures_with_their_unit_in_words_are_held_against_their_ink_too(unit: str) -> None:
    texts, widths = page()
    plain = [text.rstrip("%") + unit for text in texts]
    wide = [width - FACE["%"] + 31.0 for width in widths]
    assert doubtful(plain, wide) == set()
    plain[7], wide[7] = "3,6" + unit, 31.0 + sum(FACE[letter] for letter in "31,6")
    plain[9] = plain[9].replace("c", "e")
    assert doubtful(plain, wide) == {7}
