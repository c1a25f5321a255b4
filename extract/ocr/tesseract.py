"""Tesseract: a page's words with boxes, and sheets of crops.

Where its library is not found (`extract.ocr.libtesseract`) the program is called directly.
pytesseract imports pandas and writes every page as a PNG file first: 0.4 s at start and 0.5 s a
page, which a pipe of raw pixels saves. (BMP, as Tesseract reads a PGM file pixel by pixel: a few
per cent of its time for a page at most, within the noise.)
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from extract.image.render import Pixels
from extract.model import Reading
from extract.ocr import libtesseract
from extract.ocr.reader import OcrError, Seen

NAME = "tesseract"
LANGUAGES = ("dan", "eng")  # in order of preference
# Tesseract scales every line to 36 pixels. At 200 dpi it lost the fewest decimal commas
# (scanned tables of 7.5-10 pt at 150-300 dpi: 6 of 980 figures, 21 at 300 dpi), in 0.65 of
# the time.
PAGE_DPI = 200.0
# Sparse text: keeps every cell of a table (190 of 196 figures where `3`, the default, kept 84 on
# a fax), and words carry boxes, so its order of reading does not matter.
SPARSE, BLOCK = 11, 6
SECONDS = 120.0
LINE_HEIGHT = 48  # pixels of a crop on a sheet
MARGIN = 24  # white pixels round a crop on a sheet
ON_A_SHEET = 300  # lines; Tesseract refuses pictures of more than 32,767 pixels a side


def available() -> bool:
    """True where the program is found and has Danish or English."""
    return language() is not None


def words(page: Pixels, dpi: float) -> list[Seen]:
    """The words of a page. Raises `OcrError`."""
    scale = PAGE_DPI / dpi
    if abs(scale - 1.0) > 0.05:
        method = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
        page = np.asarray(cv2.resize(page, None, fx=scale, fy=scale, interpolation=method))
    else:
        scale = 1.0
    found = _read(page, SPARSE, language() or "", PAGE_DPI)
    return [
        seen._replace(
            x0=round(seen.x0 / scale),
            top=round(seen.top / scale),
            x1=round(seen.x1 / scale),
            bottom=round(seen.bottom / scale),
        )
        for seen in found
    ]


def lines(crops: Sequence[Pixels], model: str | None = None) -> list[Reading]:
    """Readings of single lines, put below each other on sheets. Raises `OcrError`.

    ``model`` is the language to read with, the preferred one if not given.
    """
    return [
        reading
        for start in range(0, len(crops), ON_A_SHEET)
        for reading in _sheet(crops[start : start + ON_A_SHEET], model)
    ]


def _sheet(crops: Sequence[Pixels], model: str | None) -> list[Reading]:
    fitted = [_fitted(crop) for crop in crops]
    pitch = LINE_HEIGHT + 2 * MARGIN
    wide = max(crop.shape[1] for crop in fitted) + 2 * MARGIN
    sheet = np.full((pitch * len(fitted), wide), 255, np.uint8)
    for index, crop in enumerate(fitted):
        top = index * pitch + MARGIN
        sheet[top : top + LINE_HEIGHT, MARGIN : MARGIN + crop.shape[1]] = crop
    found: list[list[Seen]] = [[] for _ in crops]
    for seen in _read(sheet, BLOCK, model or language() or "", PAGE_DPI):
        found[min((seen.top + seen.bottom) // 2 // pitch, len(crops) - 1)].append(seen)
    return [_reading(line) for line in found]


@lru_cache(maxsize=1)
def language() -> str | None:
    """The first of `LANGUAGES` that is installed; None without the program."""
    installed = languages()
    return next((name for name in LANGUAGES if name in installed), None)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """The installed language models; empty without the program."""
    program = _program()
    if program is None:
        return frozenset()
    try:
        answer = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    listed = (answer.stdout or answer.stderr).decode("utf-8", "replace").splitlines()
    return frozenset(line.strip() for line in listed[1:])


@lru_cache(maxsize=1)
def identity() -> str:
    """What tells one installation from another: the program's file and the models it has."""
    program = _program()
    if program is None:
        return "none"
    stat = Path(program).stat()
    return f"{program} {stat.st_size} {stat.st_mtime_ns} {sorted(languages())}"


@lru_cache(maxsize=1)
def _program() -> str | None:
    """Where the program is; on Windows its installer leaves the search path as it was."""
    found = shutil.which("tesseract")
    if found is None and os.name == "nt":
        usual = Path(os.environ.get("PROGRAMFILES", "")) / "Tesseract-OCR" / "tesseract.exe"
        found = str(usual) if usual.is_file() else None
    return found


def _read(picture: Pixels, mode: int, model: str, dpi: float) -> list[Seen]:
    """By the library where there is one, else by the program."""
    if libtesseract.available(model):
        return libtesseract.words(picture, mode, model, dpi, SECONDS)
    return list(parsed(_run(picture, mode, model, dpi)))


def _run(picture: Pixels, mode: int, model: str, dpi: float) -> str:
    settings = ["-l", model, "--psm", str(mode), "--dpi", str(round(dpi)), "tsv"]
    try:
        answer = subprocess.run(
            [_program() or "tesseract", "-", "-", *settings],
            input=cv2.imencode(".bmp", picture)[1].tobytes(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise OcrError(f"tesseract took more than {SECONDS:.0f} seconds") from error
    except OSError as error:
        raise OcrError("tesseract could not be started") from error
    if answer.returncode != 0:
        raise OcrError(f"tesseract stopped with code {answer.returncode}")
    return answer.stdout.decode("utf-8", "replace")


def parsed(table: str) -> Iterator[Seen]:
    """The words (level 5) of Tesseract's TSV."""
    for line in table.splitlines()[1:]:
        field = line.split("\t")
        if len(field) == 12 and field[0] == "5" and field[11].strip():
            x0, top, width, height = (int(part) for part in field[6:10])
            chance = max(0.0, float(field[10]) / 100.0)
            yield Seen(field[11].strip(), x0, top, x0 + width, top + height, chance)


def _fitted(crop: Pixels) -> Pixels:
    scale = LINE_HEIGHT / crop.shape[0]
    wide = max(1, round(crop.shape[1] * scale))
    method = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(crop, (wide, LINE_HEIGHT), interpolation=method))


def _reading(line: Sequence[Seen]) -> Reading:
    ordered = sorted(line, key=lambda seen: seen.x0)
    chance = min((seen.confidence for seen in ordered), default=0.0)
    return Reading(NAME, " ".join(seen.text for seen in ordered), chance)
