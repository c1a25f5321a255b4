"""Memory of one worker over a long scan: peak resident size by tenth of the run.

    python -m benchmarks.memory [--pages 200] [--kind colour300] [--seed N]

Sets notes, prints and spoils them as `benchmarks.accuracy` does, binds the pages into one PDF of
so many pages and converts that with one worker and no cache. The size of every Python process
below is sampled twice a second, that of the ``tesseract`` program apart. Linux only (``/proc``).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from benchmarks.accuracy import make

EVERY = 0.5  # seconds between two samples
MEGABYTE = 2**20
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Sample(NamedTuple):
    """Resident megabytes of the largest process that reads, and of the largest ``tesseract``."""

    worker: float
    tesseract: float


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


def below(process: int) -> Iterator[int]:
    """The processes that descend from one, itself included; those that end meanwhile are left."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from below(int(child))


def sample(process: int) -> Sample:
    """What the processes below one hold now."""
    held = {"worker": 0.0, "tesseract": 0.0}
    for one in below(process):
        try:
            name = Path(f"/proc/{one}/comm").read_text().strip()
            resident = int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except OSError:
            continue
        kind = "tesseract" if name == "tesseract" else "worker"
        held[kind] = max(held[kind], resident * PAGE_BYTES / MEGABYTE)
    return Sample(**held)


def watched(source: Path, out: Path) -> list[Sample]:
    """Samples over a whole run of ``notat convert``."""
    command = [sys.executable, "-m", "notat", "convert", str(source), "-o", str(out)]
    samples = []
    env = {**os.environ, "NOTAT_CACHE": "off"}
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            samples.append(sample(running.pid))
            time.sleep(EVERY)
    if running.returncode:
        raise SystemExit(f"notat convert stopped with code {running.returncode}")
    return samples


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
        samples = watched(folder / "b.pdf", folder / "out")
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
