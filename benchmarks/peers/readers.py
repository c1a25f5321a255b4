"""The tools held beside notat, each with the settings its documentation recommends for the job.

A reader takes a PDF and gives the grids of its pages, in order. What was tried and gave less, on
six scans of three notes (1,326 values): OCRmyPDF's text by pdfplumber's ``text`` strategy 635 right
and 179 silently wrong, cells told apart by gaps between words 813 and 112; img2table with
Tesseract's page mode 11 and its default least confidence of 50 left many single figures out that
mode 6 and confidence 1 gave.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

Grid = list[list[str | None]]
CELL_GAP = 0.6  # of a word's height: a wider gap on a line begins a new cell
LANGUAGE = "dan"


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: how it reads a file, and the distributions and programs that it needs."""

    read: Callable[[Path], list[Grid]]
    packages: tuple[str, ...]
    programs: tuple[str, ...] = ()


def pdfplumber_tables(path: Path) -> list[Grid]:
    """Tables as pdfplumber finds them by their lines, and where a page has none by its words."""
    import pdfplumber

    words = {"vertical_strategy": "text", "horizontal_strategy": "text"}
    with pdfplumber.open(path) as pdf:
        return [
            table
            for page in pdf.pages
            for table in page.extract_tables() or page.extract_tables(words)
        ]


def camelot_tables(path: Path, flavor: str) -> list[Grid]:
    """Tables as one flavour of camelot finds them."""
    import camelot

    tables = camelot.read_pdf(str(path), pages="all", flavor=flavor)
    return [table.df.to_numpy().tolist() for table in tables]


def img2table_tables(path: Path) -> list[Grid]:
    """Tables as img2table finds them in the picture, with and without rulings, by Tesseract."""
    from img2table.document import PDF
    from img2table.ocr import TesseractOCR

    ocr = TesseractOCR(n_threads=1, lang=LANGUAGE, psm=6)
    pages = PDF(str(path), pdf_text_extraction=False, detect_rotation=True).extract_tables(
        ocr=ocr,
        implicit_rows=True,
        implicit_columns=True,
        borderless_tables=True,
        min_confidence=1,
    )
    tables = [table.df for _, found in sorted(pages.items()) for table in found]
    return [df.astype(object).where(df.notna(), None).to_numpy().tolist() for df in tables]


def ocrmypdf_lines(path: Path) -> list[Grid]:
    """OCRmyPDF's text layer by pdfplumber: lines of words, a wide gap between two cells."""
    import pdfplumber
    from pdfplumber.utils import cluster_objects

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "read.pdf"
        command = [
            sys.executable,
            "-m",
            "ocrmypdf",
            "-q",
            "-l",
            LANGUAGE,
            "--jobs",
            "1",
            "--output-type",
            "pdf",
        ]
        command += ["--rotate-pages", "--deskew", "--clean", "--force-ocr", str(path), str(target)]
        subprocess.run(command, check=True, capture_output=True)
        with pdfplumber.open(target) as pdf:
            return [
                [
                    _cells(sorted(line, key=lambda word: word["x0"]))
                    for line in cluster_objects(page.extract_words(), "doctop", 3)
                ]
                for page in pdf.pages
            ]


def _cells(line: list[dict[str, float | str]]) -> list[str | None]:
    cells = [str(line[0]["text"])]
    for word, after in pairwise(line):
        gap, height = (
            float(after["x0"]) - float(word["x1"]),
            float(word["bottom"]) - float(word["top"]),
        )
        if gap > CELL_GAP * height:
            cells.append("")
        cells[-1] = f"{cells[-1]} {after['text']}".strip()
    return list(cells)


CAMELOT = ("lattice", "stream", "network", "hybrid")
PEERS: dict[str, Peer] = {
    "pdfplumber": Peer(pdfplumber_tables, ("pdfplumber",)),
    **{
        f"camelot {flavor}": Peer(partial(camelot_tables, flavor=flavor), ("camelot-py",))
        for flavor in CAMELOT
    },
    "OCRmyPDF + pdfplumber": Peer(
        ocrmypdf_lines, ("ocrmypdf", "pdfplumber"), ("tesseract", "unpaper")
    ),
    "img2table + Tesseract": Peer(img2table_tables, ("img2table",), ("tesseract",)),
}
