"""A pasted table leaves its text on the page no more, and its truth stays."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from benchmarks import pasted
from benchmarks.word import webpage
from benchmarks.word.dice import Body
from benchmarks.word.fodt import Block, Cell, Grid

GRID = Grid([[Cell("Kommune"), Cell("Samtaler")]], [[Cell("Fanø"), Cell("3,4")]], [1, 1])


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_table_becomes_a_picture() -> None:
    body, images = pasted.paste(Body("T", (Block("før"), GRID, Block("efter")), ()), "Arial", 100)
    page = webpage.document(body.parts, "Arial", 11, paper="a4")
    assert "3,4" not in page
    assert [mark in page for mark in images] == [True]
    assert all(image.count("data:image/png") == 1 for image in images.values())


def test_cut_keeps_all_ink_and_little_else() -> None:
    sheet = np.full((200, 300, 3), 255, np.uint8)
    sheet[50:60, 80:120] = 0
    cut = pasted._cut(sheet)
    assert cut.shape == (11, 41, 3)
    assert (cut < 255).sum() == 10 * 40 * 3
