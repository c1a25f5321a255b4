"""Memory of one worker over a long scan: peak resident size by tenth of the run.

    python -m benchmarks.memory [--pages 200] [--kind colour300] [--seed N]

Sets notes, prints and spoils them as `benchmarks.accuracy` does, binds the pages into one PDF of
so many pages and converts that with one worker and no cache (`benchmarks.watch`).
"""

from __future__ import annotations

import argparse
import tempfile
from itertools import cycle
from pathlib import Path

import pypdfium2

from benchmarks.accuracy import make
from benchmarks.watch import watched


def bound(docs: Path, kind: str, pages: int, target: Path) -> None:
    """One PDF of ``pages`` pages, those of the scans of this kind over and over."""
    book = pypdfium2.PdfDocument.new()
    scans = [pypdfium2.PdfDocument(path) for path in sorted(docs.glob(f"*.{kind}.pdf"))]
    for scan in cycle(scans):
        left = pages - len(book)
        if left <= 0:
            break
        book.import_pages(scan, list(range(min(len(scan), left))))
    book.save(target)


def main() -> None:
    """Print a line for each tenth of the run, and the peak."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--kind", default="colour300")
    parser.add_argument("--seed", type=int, default=2027)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bound(
            make(folder, [options.kind], options.seed),
            options.kind,
            options.pages,
            folder / "b.pdf",
        )
        samples, _ = watched("convert", str(folder / "b.pdf"), "-o", str(folder / "out"))
    print(f"{options.pages} pages of {options.kind}, resident megabytes at most:")
    print("tenth   worker  tesseract")
    for tenth in range(10):
        part = samples[tenth * len(samples) // 10 : (tenth + 1) * len(samples) // 10] or samples
        print(
            f"{tenth + 1:5}{max(one.worker for one in part):9.0f}"
            f"{max(one.tesseract for one in part):11.0f}"
        )
    print(f"peak {max(one.worker for one in samples):8.0f}")


if __name__ == "__main__":
    main()
