"""What tests of several packages share: printed pages as pictures, and no cache between runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import reportlab
from hypothesis import HealthCheck, settings
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]
# A face that comes with a Python package prints the same page on every machine.
FACE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"

# The same examples everywhere, however busy the machine: what fails does so for its own reason.
settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readings of other runs must not stand in for reading."""
    monkeypatch.setenv("NOTAT_CACHE", "off")


@pytest.fixture
def printed() -> Callable[..., Pixels]:
    """Prints words at places given in points on a sheet of the size given in points."""

    def make(
        words: Sequence[tuple[float, float, str]],
        *,
        dpi: float = 200,
        size: float = 10,
        paper: tuple[float, float] = (400, 300),
        ink: Any = (0, 0, 0),
        ground: Any = (255, 255, 255),
        lines: Sequence[tuple[float, float, float, float]] = (),
    ) -> Pixels:
        scale = dpi / 72
        sheet = Image.new("RGB", (round(paper[0] * scale), round(paper[1] * scale)), ground)
        draw = ImageDraw.Draw(sheet)
        face = ImageFont.truetype(str(FACE), round(size * scale))
        for x, y, text in words:
            draw.text((x * scale, y * scale), text, font=face, fill=ink)
        for x0, y0, x1, y1 in lines:
            places = [x0 * scale, y0 * scale, x1 * scale, y1 * scale]
            draw.line(places, fill=ink, width=max(1, round(0.5 * scale)))
        return np.asarray(sheet).copy()

    return make


@pytest.fixture
def listed() -> list[tuple[float, float, str]]:
    """A small table without rulings: names, statuses and figures, as words to print."""
    rows = [
        ("Kommune", "Resultat", "Samtaler", "Tilbud"),
        ("Esbjerg", "Opfyldt", "8,8%", "25,6%"),
        ("Herning", "Opfyldt", "11,7%", "31,3%"),
        ("Horsens", "Ikke opfyldt", "7,8%", "19,7%"),
        ("Kolding", "Opfyldt", "7,9%", "26,6%"),
        ("Odense", "Opfyldt", "7,7%", "35,3%"),
        ("Randers", "Ikke opfyldt", "11,3%", "20,8%"),
        ("Vejle", "Ikke opfyldt", "5,0%", "30,1%"),
        ("Viborg", "Opfyldt", "6,9%", "27,2%"),
    ]
    return [
        (30.0 + 90 * column, 30.0 + 16 * row, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
