"""Pictures from files: PDF pages through pdfium, image files through Pillow; pixels bounded."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from extract.errors import NotReadable
from extract.model import Box

if TYPE_CHECKING:
    from PIL import Image

Pixels = NDArray[np.uint8]

POINTS_PER_INCH = 72.0
# Tesseract and the crop reader gain nothing above 300 dpi; below it a scan keeps its own pixels.
MAX_DPI = 300.0
MIN_DPI = 72.0
MAX_PIXELS = 25_000_000  # A3 at 300 dpi has 17.4 million
MIN_SIDE = 40  # pixels; a line of the smallest readable print with a margin around it
MAX_FRAMES = 2_000  # pages of one TIFF
A4_SHORT_SIDE_INCH = 8.27
# An image must cover this share of the page before its resolution counts: logos are finer.
MIN_COVER = 0.1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: ``pixels`` RGB or grey, ``dpi`` pixels per inch of paper."""

    pixels: Pixels
    dpi: float

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        height, width = self.pixels.shape[:2]
        return width * POINTS_PER_INCH / self.dpi, height * POINTS_PER_INCH / self.dpi


def of_pdf_page(page: Any) -> Picture:
    """Render a ``pypdfium2.PdfPage`` at the resolution of the scan on it, at most `MAX_DPI`."""
    width, height = page.get_size()
    dpi = _bounded(width / POINTS_PER_INCH, height / POINTS_PER_INCH, scan_dpi(page))
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
    try:
        pixels = bitmap.to_numpy()
        rgb = np.ascontiguousarray(pixels[..., :3] if pixels.ndim == 3 else pixels)
        return Picture(rgb.copy() if rgb.base is not None else rgb, dpi)
    finally:
        bitmap.close()


def scan_dpi(page: Any) -> float:
    """Resolution of the finest image that covers a good part of the page, else `MAX_DPI`."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    found = [0.0]
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        cover = (right - left) * (top - bottom) / max(width * height, 1.0)
        if cover >= MIN_COVER:
            columns, lines = image.get_px_size()
            long_side = max(right - left, top - bottom) / POINTS_PER_INCH
            found.append(max(columns, lines) / max(long_side, 0.01))
    return max(found) or MAX_DPI


def of_image(data: bytes) -> Iterator[Picture]:
    """Every frame of a PNG, JPEG or (multi-page) TIFF, turned as its EXIF says.

    Raises `NotReadable` where Pillow cannot decode a frame, or the picture is too large, or too
    small for text.
    """
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(io.BytesIO(data)) as file:
            for index, frame in enumerate(ImageSequence.Iterator(file)):
                if index >= MAX_FRAMES:
                    raise NotReadable(f"the picture has more than {MAX_FRAMES} pages")
                yield _of_frame(ImageOps.exif_transpose(frame), frame.info.get("dpi"))
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, EOFError) as error:
        raise NotReadable("the picture cannot be decoded") from error
    except Image.DecompressionBombError as error:
        raise NotReadable("the picture has too many pixels") from error


def only(picture: Picture, regions: Sequence[Box]) -> Picture:
    """The picture with everything outside the regions (points) painted white."""
    pixels = np.full_like(picture.pixels, 255)
    scale = picture.dpi / POINTS_PER_INCH
    for region in regions:
        x0, top, x1, bottom = (max(0, round(place * scale)) for place in region)
        pixels[top:bottom, x0:x1] = picture.pixels[top:bottom, x0:x1]
    return Picture(pixels, picture.dpi)


def _of_frame(frame: Image.Image, stated: tuple[float, float] | None) -> Picture:
    from PIL import Image

    if frame.width * frame.height > 8 * MAX_PIXELS:
        raise NotReadable("the picture has too many pixels")
    if min(frame.width, frame.height) < MIN_SIDE:
        raise NotReadable("the picture is too small to hold text")
    dpi = _believed_dpi(frame.width, frame.height, stated)
    wanted = _bounded(frame.width / dpi, frame.height / dpi, dpi)
    image = frame if frame.mode == "L" else frame.convert("RGB")
    if wanted < dpi:
        size = (round(frame.width * wanted / dpi), round(frame.height * wanted / dpi))
        image = image.resize(size, Image.Resampling.BOX)
    return Picture(np.asarray(image).copy(), min(wanted, dpi))


def _believed_dpi(width: int, height: int, stated: tuple[float, float] | None) -> float:
    """The stated resolution where it makes a sheet of paper, else that of an A4 sheet.

    Cameras state 72 dpi whatever they took, which would make the page a metre wide.
    """
    dpi = float(stated[0]) if stated else 0.0
    short = min(width, height)
    if dpi > 0 and 4.0 <= short / dpi <= 17.0:
        return dpi
    return max(short / A4_SHORT_SIDE_INCH, 1.0)


def _bounded(width_inch: float, height_inch: float, dpi: float) -> float:
    """``dpi`` held within `MIN_DPI`, `MAX_DPI` and `MAX_PIXELS`."""
    wanted = min(max(dpi, MIN_DPI), MAX_DPI)
    most = math.sqrt(MAX_PIXELS / max(width_inch * height_inch, 1e-6))
    return min(wanted, most)
