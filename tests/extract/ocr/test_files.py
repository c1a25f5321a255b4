"""Image files that are cut short, tiny or thin."""

import io

import pytest
from PIL import Image

from extract.errors import NotReadable
from extract.reader import read_bytes


def saved(form: str, *frames: Image.Image) -> bytes:
    file = io.BytesIO()
    frames[0].save(file, form, save_all=len(frames) > 1, append_images=frames[1:])
    return file.getvalue()


def test_the_frames_before_the_cut_are_kept() -> None:
    sheet = Image.new("L", (400, 300), 255)
    whole = saved("TIFF", sheet, sheet, sheet)
    document = read_bytes(whole[: len(whole) * 2 // 3 + 400], name="cut.tif")
    assert 1 <= len(document.pages) < 3
    assert document.faults


@pytest.mark.parametrize("size", [(1, 1), (400, 3), (3, 4000)])
def test_a_picture_too_small_for_text_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(NotReadable, match="too small"):
        read_bytes(saved("PNG", Image.new("L", size, 255)), name="dot.png")
