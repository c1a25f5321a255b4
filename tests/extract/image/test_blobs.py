"""Outlines give the same spots as labelling every pixel does."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.image import blobs
from extract.image.render import Pixels


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_boxes_are_those_of_labelled_components(share: float) -> None:
    ink = (np.random.default_rng(5).random((120, 160)) < share).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    assert sorted(blobs.find(ink).boxes.tolist()) == sorted(stats[1:, :4].tolist())


def test_a_spot_within_a_frame_is_found_and_drawn_alone() -> None:
    ink = _frame()
    ink[9, 9:11] = 1
    found = blobs.find(ink)
    assert found.boxes.tolist() == [[0, 0, 20, 20], [9, 9, 2, 1]]
    small = found.drawn(found.boxes[:, 2] < 5, ink.shape)
    assert np.argwhere(small).tolist() == [[9, 9], [9, 10]]


def test_a_blank_page_has_none() -> None:
    found = blobs.find(np.zeros((5, 7), np.uint8))
    assert found.boxes.shape == (0, 4)
    assert not found.drawn(np.zeros(0, np.bool_), (5, 7)).any()


def _frame() -> Pixels:
    ink = np.ones((20, 20), np.uint8)
    ink[1:-1, 1:-1] = 0
    return ink
