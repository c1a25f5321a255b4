"""Scanned notater read: right, review, silently wrong and missing by damage, and the time.

    python -m benchmarks.paper DOCS TRUTH [--times]

DOCS is a folder of ``NAME.KIND.pdf`` as `benchmarks.scans` writes it, TRUTH its ``truth.csv``. With
``--times`` the same pages are rendered at the resolution of their scans and read by the bare
``tesseract`` program, two at a time: the floor that the whole of ``notat convert -j 2`` is held
against. Each starts without a cache; both get the same cores.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.score import VERDICTS, read_truth, score

JOBS = 2


def convert(docs: Path, out: Path) -> float:
    """Seconds that ``notat convert`` takes for the folder; 2 means that some documents failed."""
    command = [sys.executable, "-m", "notat", "convert", str(docs), "-o", str(out)]
    started = time.perf_counter()
    done = subprocess.run(
        [*command, "-j", str(JOBS)],
        check=False,
        capture_output=True,
        env={**os.environ, "NOTAT_CACHE": "off"},
    )
    if done.returncode not in (0, 2):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - started


def rendered(docs: Path, folder: Path) -> Iterator[Path]:
    """The pages of all documents as PNG files at their own resolution."""
    import pypdfium2
    from PIL import Image

    from extract.image.render import of_pdf_page

    for path in sorted(docs.glob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for number, page in enumerate(document):
            target = folder / f"{path.stem}.{number}.png"
            picture = of_pdf_page(page)
            Image.fromarray(picture.pixels).save(target, dpi=(picture.dpi, picture.dpi))
            yield target


def bare(pages: Sequence[Path]) -> float:
    """Seconds that ``tesseract`` takes for the pages, so many at a time as `notat` has jobs."""

    def read(page: Path) -> None:
        subprocess.run(
            ["tesseract", str(page), "-", "-l", "dan"],
            check=True,
            capture_output=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )

    started = time.perf_counter()
    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(read, pages))
    return time.perf_counter() - started


def by_damage(values: Path, truth: Path) -> dict[str, Counter[str]]:
    """Counts of verdicts by the kind of damage in the documents' names."""
    with values.open(encoding="utf-8", newline="") as file:
        scores = score(csv.DictReader(file), read_truth(truth))
    found: dict[str, Counter[str]] = {}
    for document, one in scores.items():
        found.setdefault(document.split(".")[-2], Counter()).update(one.counts)
    return found


def main() -> None:
    """Print a Markdown table by damage, and the times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.paper")
    parser.add_argument("docs", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--times", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        seconds = convert(options.docs, out)
        found = by_damage(out / "values.csv", options.truth)
        total = sum(found.values(), Counter[str]())
        print("| damage | values |" + "".join(f" {name} |" for name in VERDICTS))
        print("|---|" + "---:|" * (len(VERDICTS) + 1))
        for kind, counts in [*sorted(found.items()), ("all", total)]:
            values = sum(counts[name] for name in ("right", "review", "silent", "missing"))
            print(f"| {kind} | {values} |" + "".join(f" {counts[name]} |" for name in VERDICTS))
        print(f"\nnotat convert -j {JOBS}: {seconds:.1f} s")
        if options.times:
            pages = list(rendered(options.docs, Path(folder)))
            floor = bare(pages)
            print(f"bare tesseract, {JOBS} at a time, {len(pages)} pages: {floor:.1f} s")
            print(f"ratio: {seconds / floor:.2f}")


if __name__ == "__main__":
    main()
