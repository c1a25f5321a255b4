"""Speed on text-layer notes, as ratios within one run.

    python -m benchmarks.speed [--notes 60]

Prints, for an archive where one page in four has a table: whole-process seconds of ``notat
--help`` and of ``notat convert`` of one 4-page note, and pages per second beside pdfplumber's
``extract_tables`` alone on the same files: of the whole pipeline in one process, the two taking
turns note by note so that a change in the machine's speed meets both, and of ``notat convert`` as
a user runs it, start and writing included.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pdfplumber
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from normalize.municipalities import municipalities
from notat import pipeline
from rules.law import load

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = 4
PROSE = (
    "Kommunerne følger udviklingen tæt, og der er forskel på, hvor mange borgere der har fået de "
    "samtaler og tilbud, som de har ret til. Opgørelsen bygger på et gennemsnit af årets måneder. "
)


def write_note(path: Path, seed: int) -> None:
    """Write a note of four pages, one of them a table of 38 municipalities."""
    style = getSampleStyleSheet()["BodyText"]
    rows = [["Kommune", "Resultatmål", "Samtaler", "Tilbud"]]
    for index, one in enumerate(municipalities()[seed % 50 :][:38]):
        share = (index * 7 + seed) % 300 / 10
        met = "Opfyldt" if index % 3 else "Ikke opfyldt"
        rows.append([one.name, met, f"{share:.1f}%".replace(".", ","), "23,4%"])
    grid = Table(rows, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]), rowHeights=15)
    prose = [Paragraph(PROSE * 4, style) for _ in range(6)]
    story: list[Flowable] = [Paragraph(f"Notat om 2024, nr. {seed}", style), *prose]
    story += [PageBreak(), Paragraph("Tabel 1. Mål for 2024", style), grid, PageBreak()]
    story += [*prose, PageBreak(), *prose]
    SimpleDocTemplate(str(path), pagesize=A4, invariant=True).build(story)


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def command(*arguments: str) -> float:
    """Median whole-process seconds of ``notat`` with these arguments, of five runs."""
    line = [sys.executable, "-m", "notat", *arguments]
    return median(
        timed(lambda: subprocess.run(line, check=True, capture_output=True)) for _ in range(5)
    )


def extract_tables(path: Path) -> None:
    """What a script with pdfplumber does."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--notes", type=int, default=60)
    notes = parser.parse_args().notes
    rulebook = load()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{seed}.pdf" for seed in range(notes)]
        for seed, path in enumerate(paths):
            write_note(path, seed)
        pipeline.run(paths[0], "warm", rulebook)
        ours, theirs = 0.0, 0.0
        for path in paths:
            ours += timed(partial(pipeline.run, path, path.name, rulebook))
            theirs += timed(partial(extract_tables, path))
        one = command("convert", str(paths[0]), "-o", str(Path(folder) / "out"))
        line = [sys.executable, "-m", "notat", "convert", folder, "-o", str(Path(folder) / "all")]
        archive = timed(partial(subprocess.run, line, check=True, capture_output=True))
    pages = notes * PAGES
    print(f"notat --help                     {command('--help'):8.2f} s")
    print(f"notat convert, one 4-page note   {one:8.2f} s")
    print(f"pdfplumber extract_tables alone  {pages / theirs:8.1f} pages/s")
    print(
        f"notat, one process, pipeline     {pages / ours:8.1f} pages/s, {theirs / ours:.2f} times"
    )
    print(f"notat convert, the whole archive {pages / archive:8.1f} pages/s, ", end="")
    print(f"{theirs / archive:.2f} times, on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
