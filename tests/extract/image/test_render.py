"""Pictures from files, their pixels bounded."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from extract.errors import NotReadable
from extract.image import render
from extract.image.prepare import prepare
from extract.model import Box

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]


def saved(form: str, *frames: Any, **more: Any) -> bytes:
    data = io.BytesIO()
    first, *rest = [Image.fromarray(frame) for frame in frames]
    if rest:
        more |= {"save_all": True, "append_images": rest}
    first.save(data, form, **more)
    return data.getvalue()


def test_every_page_of_a_tiff_is_a_picture(printed: Printed, listed: Words) -> None:
    page = printed(listed)
    found = list(render.of_image(saved("TIFF", page, page, dpi=(200, 200))))
    assert [round(picture.dpi) for picture in found] == [200, 200]
    assert found[0].points == pytest.approx((400, 300), abs=1)


@pytest.mark.parametrize("stated", [None, (72, 72), (1, 1)])
def test_a_camera_that_lies_about_its_resolution_took_an_a4_sheet(
    stated: tuple[int, int] | None,
) -> None:
    page = np.full((1754, 1240), 255, np.uint8)
    [picture] = render.of_image(saved("JPEG", page, **({"dpi": stated} if stated else {})))
    assert picture.dpi == pytest.approx(150, abs=1)


def test_more_pixels_than_a_reader_can_use_are_taken_away() -> None:
    [picture] = render.of_image(saved("JPEG", np.full((7016, 4960), 255, np.uint8)))
    assert picture.dpi <= render.MAX_DPI
    assert picture.pixels.size <= render.MAX_PIXELS


def test_what_is_no_picture_says_so() -> None:
    with pytest.raises(NotReadable):
        list(render.of_image(b"\x89PNG\r\n\x1a\nand then nothing"))


def test_a_scan_is_rendered_at_its_own_resolution(printed: Printed, listed: Words) -> None:
    page = printed(listed, dpi=150)
    data = saved("PDF", page, resolution=150)
    document = pypdfium2.PdfDocument(data)
    picture = render.of_pdf_page(document[0])
    assert picture.dpi == pytest.approx(150, abs=1)
    assert picture.pixels.shape[:2] == pytest.approx(page.shape[:2], abs=1)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_places_are_carried_over_to_the_turned_sheet(
    printed: Printed, listed: Words, turned: int
) -> None:
    page = printed(listed)
    upright = prepare(render.Picture(page, 200), 0, 0.0)
    back = np.ascontiguousarray(np.rot90(page, k=turned // 90))
    sheet = prepare(render.Picture(back, 200), turned, 0.0)
    width, height = upright.size
    x, y = 75.0, 40.0
    as_it_stood = {0: (x, y), 90: (y, width - x), 180: (width - x, height - y)}.get(
        turned, (height - y, x)
    )
    box = sheet.placed(Box(*as_it_stood, *as_it_stood))
    assert (box.x0, box.top) == pytest.approx((x, y), abs=0.6)
