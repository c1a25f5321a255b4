"""Readings kept from one run to the next."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extract.image.render import Picture
from extract.model import Box, Page, Reading, Ruling, Source, Word
from extract.ocr import cache
from extract.ocr.reading import PageReading

PICTURE = Picture(np.full((20, 30), 255, np.uint8), 100.0)


def reading(number: int = 4) -> PageReading:
    box = Box(1.5, 2.25, 3.0, 4.0)
    seen = Word("Ærø", box, colour="#c80000", confidence=0.91, source=Source.OCR)
    page = Page(
        number=number,
        width=595.0,
        height=842.0,
        words=(seen,),
        rulings=(Ruling(0.0, 1.0, 9.0, 1.0),),
        rotation=90,
        source=Source.OCR,
        reason="picture:file",
    )
    return PageReading(page, {(number, (box,)): (Reading("rapid", "Ærø", 0.8),)})


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    cache._make_room.cache_clear()
    return tmp_path / "kept"


def test_what_was_kept_comes_back_on_another_page(kept: Path) -> None:
    name = cache.key(PICTURE, (), level=False)
    assert cache.load(name, 4, "picture:file") is None
    cache.store(name, reading())
    assert cache.load(name, 4, "picture:file") == reading()
    assert cache.load(name, 7, "picture:file") == reading(7)
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept.iterdir())


def test_one_pixel_or_an_old_text_layer_makes_another_page() -> None:
    other = PICTURE.pixels.copy()
    other[3, 3] = 0
    names = {
        cache.key(PICTURE, (), level=False),
        cache.key(PICTURE, (), level=True),
        cache.key(PICTURE, (Word("x", Box(0, 0, 1, 1)),), level=False),
        cache.key(Picture(other, 100.0), (), level=False),
        cache.key(Picture(PICTURE.pixels, 200.0), (), level=False),
    }
    assert len(names) == 5


def test_a_damaged_file_is_no_reading(kept: Path) -> None:
    cache.store("page", reading())
    [path] = kept.iterdir()
    for data in (b"", b"not a reading", path.read_bytes()[:-9]):
        path.write_bytes(data)
        assert cache.load("page", 1, "") is None


def test_the_oldest_make_room(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("old", "new"):
        cache.store(name, reading())
    size = (kept / f"new{cache.SUFFIX}").stat().st_size
    import os

    os.utime(kept / f"old{cache.SUFFIX}", (1, 1))
    monkeypatch.setattr(cache, "MOST_BYTES", 1.5 * size)
    cache._make_room.cache_clear()
    cache.store("next", reading())
    assert {path.stem for path in kept.iterdir()} == {"new", "next"}
    assert cache.clear() == 2


def test_none_is_kept_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, cache.OFF)
    cache.store("page", reading())
    assert cache.load("page", 1, "") is None
    assert cache.clear() == 0


def test_a_folder_that_cannot_be_made_is_no_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "below"))
    cache._make_room.cache_clear()
    cache.store("page", reading())
    assert cache.load("page", 1, "") is None


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    for name in (cache.VARIABLE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    assert cache.folder() is None
    cache.store("page", reading())
    assert cache.load("page", 1, "") is None


def test_a_full_disk_is_not_filled_further(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    cache.store("page", reading())
    assert list(kept.iterdir()) == []
