"""Pages read once are not read again: readings kept by the content of the picture and the method.

One small file a page in the user's cache folder, or in the one that the variable `NOTAT_CACHE`
names; `NOTAT_CACHE=off` keeps nothing. A cache that cannot be written is no cache, never an
error. The files hold what stands on the pages: they are made readable for their owner alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from extract.image.render import Picture
from extract.model import Box, Page, Reading, Ruling, Source, Word
from extract.ocr import tesseract
from extract.ocr.reading import PageReading

VARIABLE, OFF = "NOTAT_CACHE", "off"
MOST_BYTES = 300_000_000  # some 20,000 pages of 15 kB
SUFFIX = ".page"
BASES = {  # by system: the variable that names the user's caches, else where they are below home
    "win32": ("LOCALAPPDATA", "AppData/Local"),
    "darwin": ("XDG_CACHE_HOME", "Library/Caches"),
}
PACKAGES = ("rapidocr", "onnxruntime", "opencv-python-headless", "numpy")


def folder() -> Path | None:
    """Where readings are kept; None where the user wants none kept, or has no home to keep them."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named and named != OFF else None
    variable, below = BASES.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    base = os.environ.get(variable)
    try:
        return (Path(base) if base else Path.home() / below) / "notat"
    except RuntimeError:  # no HOME and no account, as for a number given to a container
        return None


def key(picture: Picture, layer: Sequence[Word], level: bool) -> str:
    """What a reading is known by: every pixel, the old text layer, and the method."""
    digest = hashlib.sha256(_method())
    about = (picture.pixels.shape, picture.dpi, level, [(word.text, word.box) for word in layer])
    digest.update(repr(about).encode())
    digest.update(picture.pixels.ravel().data)
    return digest.hexdigest()


def load(name: str, number: int, reason: str) -> PageReading | None:
    """The reading kept under a key, as page ``number``; None where there is none."""
    place = folder()
    if place is None:
        return None
    path = place / (name + SUFFIX)
    try:
        kept = json.loads(zlib.decompress(path.read_bytes()))
        found = _reading(kept, number, reason)
        path.touch()
    except (OSError, zlib.error, ValueError, KeyError, TypeError):
        return None
    return found


def store(name: str, reading: PageReading) -> None:
    """Keep a reading; the oldest ones make room."""
    place = folder()
    if place is None:
        return
    readings = [
        (boxes, [asdict(r) for r in found]) for (_, boxes), found in reading.readings.items()
    ]
    data = json.dumps({"page": asdict(reading.page), "readings": readings})
    draft = place / f"{name}.{os.getpid()}.draft"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_room(place)
        draft.touch(mode=0o600)
        draft.write_bytes(zlib.compress(data.encode(), 6))
        draft.replace(place / (name + SUFFIX))
    except OSError:
        with suppress(OSError):  # the disk is full: what was begun must not fill it further
            draft.unlink()


def clear() -> int:
    """Forget every reading; how many there were. Raises OSError where they can't be removed."""
    place = folder()
    found = list(place.glob(f"*{SUFFIX}")) if place is not None and place.is_dir() else []
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


@lru_cache(maxsize=4)
def _make_room(place: Path) -> None:
    """Remove the readings used longest ago until a tenth of the room is free; once a process."""
    kept = [(path.stat(), path) for path in place.glob(f"*{SUFFIX}")]
    files = [(stat.st_mtime, stat.st_size, path) for stat, path in kept]
    held = sum(size for _, size, _ in files)
    for _, size, path in sorted(files, key=lambda file: file[0]):
        if held <= 0.9 * MOST_BYTES:
            break
        path.unlink(missing_ok=True)
        held -= size


@lru_cache(maxsize=1)
def _method() -> bytes:
    """A digest of the code that reads and of the readers it calls."""
    digest = hashlib.sha256()
    root = Path(__file__).parent.parent
    for part in ("image", "layout", "ocr"):
        for source in sorted((root / part).glob("*.py")):
            digest.update(source.read_bytes())
    for package in PACKAGES:
        try:
            digest.update(f"{package} {version(package)}".encode())
        except PackageNotFoundError:
            digest.update(f"{package} none".encode())
    digest.update(tesseract.identity().encode())
    return digest.digest()


def _reading(kept: dict[str, Any], number: int, reason: str) -> PageReading:
    page = kept["page"]
    words = tuple(
        Word(text, _box(box), *rest)._replace(source=Source.OCR)
        for text, box, *rest in page["words"]
    )
    return PageReading(
        Page(
            number=number,
            width=page["width"],
            height=page["height"],
            words=words,
            rulings=tuple(Ruling(**ruling) for ruling in page["rulings"]),
            rotation=page["rotation"],
            source=Source.OCR,
            reason=reason,
        ),
        {
            (number, tuple(_box(box) for box in boxes)): tuple(Reading(**r) for r in found)
            for boxes, found in kept["readings"]
        },
    )


def _box(places: Sequence[float]) -> Box:
    x0, top, x1, bottom = places
    return Box(x0, top, x1, bottom)
