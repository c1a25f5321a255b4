"""Speed on text-layer notes, as ratios within one run.

    python -m benchmarks.speed [--notes 60]

For an archive where one page in four has a table. Printed are seconds of whole processes: ``notat
--help``, ``notat convert`` of one note and of all; and pages a second of the processor in this one
process, of the whole pipeline and of pdfplumber's ``extract_tables`` alone on the same files, the
two taking turns note by note so that a change in the machine's speed meets both.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from benchmarks import clock
from normalize.names.municipalities import municipalities
from notat import pipeline
from rules.law.book import load

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = 4
ONE_NOTE = f"notat convert, one note of {PAGES} pages"
PIPELINE = "notat, the whole pipeline"
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


def processor(work: Callable[[], object]) -> float:
    """Seconds of the processor that ``work`` takes in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def command(*arguments: str) -> clock.Spent:
    """The run of ``notat`` with these arguments that took the median time, of five."""
    runs = [clock.run("notat", *arguments) for _ in range(5)]
    return sorted(runs, key=lambda run: run.wall)[2]


def extract_tables(path: Path) -> None:
    """What a script with pdfplumber does."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
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
            ours += processor(partial(pipeline.run, path, path.name, rulebook))
            theirs += processor(partial(extract_tables, path))
        out = str(Path(folder) / "out")
        whole = {
            "notat --help": command("--help"),
            ONE_NOTE: command("convert", str(paths[0]), "-o", out),
            f"notat convert, {notes} notes": clock.run("notat", "convert", folder, "-o", f"{out}s"),
        }
    print("| whole process | seconds | CPU seconds |\n|---|--:|--:|")
    for name, spent in whole.items():
        print(f"| {name} | {spent.wall:.2f} | {spent.cpu:.2f} |")
    print("\n| one process, CPU time | pages/s | times |\n|---|--:|--:|")
    for name, seconds in (("pdfplumber extract_tables alone", theirs), (PIPELINE, ours)):
        print(f"| {name} | {notes * PAGES / seconds:.1f} | {theirs / seconds:.2f} |")


if __name__ == "__main__":
    main()
