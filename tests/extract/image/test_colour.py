"""The colour of ink as a scanner sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest

from extract.image import colour

Printed = Callable[..., Any]


def parts(code: str | None) -> tuple[int, int, int]:
    assert code is not None
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


@pytest.mark.parametrize("quality", [30, 60, 90])
@pytest.mark.parametrize("size", [7.5, 11])
def test_red_survives_jpeg(printed: Printed, quality: int, size: float) -> None:
    page = printed([(10, 10, "31,9%")], ink=(200, 20, 20), size=size, dpi=200, paper=(60, 40))
    _, data = cv2.imencode(".jpg", page[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    seen = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))[..., ::-1]
    inked = np.argwhere(page.min(axis=2) < 200)
    (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0)
    red, green, blue = parts(colour.of_ink(seen[top : bottom + 1, left : right + 1]))
    assert red >= 128
    assert max(green, blue) < 0.4 * red


def test_black_and_grey_print_have_no_hue(printed: Printed) -> None:
    for ink in ((0, 0, 0), (120, 120, 120)):
        page = printed([(10, 10, "31,9%")], ink=ink, ground=(250, 245, 235), paper=(60, 40))
        levels = parts(colour.of_ink(page[30:55, 28:110]))
        assert max(levels) - min(levels) < 40


def test_paper_alone_has_no_ink() -> None:
    assert colour.of_ink(np.full((20, 60, 3), 240, np.uint8)) is None
    assert colour.of_ink(np.zeros((0, 5, 3), np.uint8)) is None
