"""Right, review, silently wrong and missing by kind of paper, and the time beside bare Tesseract.

    python -m benchmarks.accuracy [--seed N] [--kinds a,b] [--write docs/accuracy.md]

Sets notes by LibreOffice (`benchmarks.wordmade`), prints and spoils them (`benchmarks.scans`),
converts all with ``notat convert -j 2`` without the cache, and holds every value against the
truth. Then the ``tesseract`` program alone reads the same pages, rendered before, two at a time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pypdfium2

from benchmarks import scans, score, wordmade

CLASSES = ("everyone", "two_columns", "among_prose", "landscape", "own")
TEXT = "text layer"
AT_ONCE = "2"
QUIET = {"NOTAT_CACHE": "off", "OMP_THREAD_LIMIT": "1"}
VERDICTS = ("right", "review", "silent", "missing")


def make(folder: Path, kinds: Iterable[str], seed: int) -> Path:
    """Notes with a text layer and scans of them in ``folder/docs``; the truth beside."""
    wordmade.write(folder / "word", seed, CLASSES, 1)
    scans.write(folder / "word", folder, list(kinds), seed)
    text = (folder / "word" / "truth.csv").read_text("utf-8").split("\n", 1)
    for path in (folder / "word" / "docs").glob("*.pdf"):
        path.rename(folder / "docs" / path.name)
    with (folder / "truth.csv").open("a", encoding="utf-8") as truth:
        truth.write(text[1])
    return folder / "docs"


def kind_of(document: str) -> str:
    """The kind of paper in a document's name: ``00-everyone.fax200.pdf`` is fax200."""
    parts = document.split(".")
    return parts[1] if len(parts) > 2 else TEXT


def by_kind(folder: Path, out: Path) -> dict[str, Counter[str]]:
    """Verdicts by kind of paper."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    found = score.read_truth(out / "values.csv")
    for document, one in score.score(found, score.read_truth(folder / "truth.csv")).items():
        counts[kind_of(document)] += one.counts
    return dict(counts)


def convert(docs: Path, out: Path) -> float:
    """Seconds of the whole process on the scans among ``docs`` and, unmeasured, the others."""
    command = [sys.executable, "-m", "notat", "convert", "-j", AT_ONCE]
    texts = [str(path) for path in docs.glob("*.pdf") if kind_of(path.name) == TEXT]
    pictures = sorted(path for path in docs.glob("*.pdf") if kind_of(path.name) != TEXT)
    started = time.perf_counter()
    subprocess.run([*command, *map(str, pictures), "-o", str(out)], check=True, env=_env())
    seconds = time.perf_counter() - started
    rest = out.with_name("text")
    subprocess.run([*command, *texts, "-o", str(rest)], check=True, env=_env())
    with (out / "values.csv").open("a", encoding="utf-8") as values:
        values.write((rest / "values.csv").read_text("utf-8").split("\n", 1)[1])
    return seconds


def bare_tesseract(docs: Path, folder: Path) -> float:
    """Seconds that Tesseract needs for the same pages at the scans' own dpi, two at a time."""
    pages: list[tuple[Path, int]] = []
    for path in sorted(docs.glob("*.pdf")):
        if kind_of(path.name) == TEXT:
            continue
        kind = kind_of(path.name)
        dpi = int(scans.PAPER[kind].dpi if kind in scans.PAPER else scans.OLD_SCAN.dpi)
        with pypdfium2.PdfDocument(path) as document:
            for index, page in enumerate(document):
                target = folder / f"{path.stem}-{index}.png"
                page.render(scale=dpi / 72, grayscale=True).to_pil().save(target)
                pages.append((target, dpi))

    def read(one: tuple[Path, int]) -> None:
        page, dpi = one
        line = ["tesseract", str(page), str(page.with_suffix("")), "-l", "dan", "--dpi", str(dpi)]
        subprocess.run([*line, "tsv"], check=True, capture_output=True, env=_env())

    started = time.perf_counter()
    with ThreadPoolExecutor(int(AT_ONCE)) as pool:
        list(pool.map(read, pages))
    return time.perf_counter() - started


def _env() -> dict[str, str]:
    return {**os.environ, **QUIET}


def table(counts: Mapping[str, Counter[str]]) -> str:
    """The verdicts as a Markdown table, a kind of paper a row."""
    lines = ["| paper | values | " + " | ".join(VERDICTS) + " | right % |", "|---|" + "--:|" * 6]
    for kind, one in sorted(counts.items(), key=lambda item: (item[0] != TEXT, item[0])):
        total = sum(one[verdict] for verdict in VERDICTS)
        cells = " | ".join(str(one[verdict]) for verdict in VERDICTS)
        lines.append(f"| {kind} | {total} | {cells} | {100 * one['right'] / total:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and write the page on request."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy")
    parser.add_argument("--seed", type=int, default=2027)
    parser.add_argument("--kinds", default="colour300,grey200,grey150,fax200,faded300,oldocr")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = make(folder, options.kinds.split(","), options.seed)
        ours = convert(docs, folder / "out")
        theirs = bare_tesseract(docs, folder)
        told = table(by_kind(folder, folder / "out"))
    command = f"python -m benchmarks.accuracy --seed {options.seed} --kinds {options.kinds}"
    page = (
        f"# Accuracy by kind of paper\n\nMade by `{command}` with notat {version('notat')}: "
        f"{len(CLASSES)} notes set by LibreOffice, then printed and spoiled. `silent` is a wrong "
        "value handed over as `ok` or `repaired`.\n\n"
        f"{told}\n\n`notat convert -j {AT_ONCE}` took {ours:.0f} s on the scans, the tesseract "
        f"program alone {theirs:.0f} s on the same pages, {AT_ONCE} at a time: "
        f"{ours / theirs:.2f} times as long.\n"
    )
    print(page)
    if options.write:
        options.write.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
