"""A photographed sheet cut out of its surroundings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest

from extract.image import flatten, outline

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]


def test_a_sheet_on_a_table_becomes_a_rectangle(printed: Printed, listed: Words) -> None:
    page = flatten.grey(printed(listed))
    height, width = page.shape
    true = np.array(
        [[60, 40], [width - 20, 90], [width - 70, height - 30], [25, height - 80]], np.float32
    )
    whole = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    photo = cv2.warpPerspective(
        page, cv2.getPerspectiveTransform(whole, true), (width, height), borderValue=60
    )
    shadow = np.linspace(1.0, 0.6, width)[None, :]
    photo = (photo * shadow).astype(np.uint8)
    found = outline.corners(photo)
    assert found is not None
    assert found == pytest.approx(true, abs=10)  # pixels at 200 dpi
    flat = outline.flat_sheet(photo, found)
    assert np.median(flat[:5]) > 100
    assert flat.shape[1] == pytest.approx(width - 80, abs=60)


def test_a_scan_has_no_outline(printed: Printed, listed: Words) -> None:
    assert outline.corners(flatten.grey(printed(listed))) is None
    assert outline.corners(np.full((400, 300), 90, np.uint8)) is None
