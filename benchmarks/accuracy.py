"""Right, review, silently wrong and missing by kind of paper, and the time beside bare Tesseract.

    python -m benchmarks.accuracy [--seed N] [--kinds a,b] [--without-tesseract]
                                  [--write docs/accuracy.md]

Sets notes by LibreOffice (`benchmarks.wordmade`), prints and spoils them (`benchmarks.scans`),
converts all with ``notat convert -j 2`` without the cache, and holds every value against the
truth. Then the ``tesseract`` program alone reads the pages of the usual kinds of paper, rendered
before, two at a time. With ``--without-tesseract`` the usual kinds are converted once more with no
program in reach.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import pypdfium2

from benchmarks import scans, score, wordmade
from fixtures.damage import HARD, KINDS

CLASSES = ("everyone", "two_columns", "among_prose", "landscape", "own")
TEXT = "text layer"
AT_ONCE = "2"
QUIET = {"NOTAT_CACHE": "off", "OMP_THREAD_LIMIT": "1"}
VERDICTS = ("right", "review", "silent", "missing")
USUAL = tuple(KINDS)
CALIBRATED = """## Confidence
![Promised and found](confidence.svg)

The column `confidence` of a value is its probability of being right, worked out from how often
each reader errs where it is so sure (`normalize/data/laesere.tsv`). Right values for each wrong
one as promised (across) and as found (up), by bin; the bars are 95 % intervals. Made by
`python -m benchmarks.calibration check VALUES TRUTH --plot docs/confidence.svg` on scans that the
counts were not made from."""
HARDER = (*HARD, "oldocr")  # where the right answer for many a cell is that a person must look


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


def by_kind(truth: Path, out: Path) -> dict[str, Counter[str]]:
    """Verdicts by kind of paper, of the documents that were converted."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    given = {row["document"] for row in score.read_truth(out / "documents.csv")}
    wanted = [row for row in score.read_truth(truth) if row["document"] in given]
    for document, one in score.score(score.read_truth(out / "values.csv"), wanted).items():
        counts[kind_of(document)] += one.counts
    return dict(counts)


def convert(docs: Iterable[Path], out: Path, *, tesseract: bool = True) -> float:
    """Seconds of the whole process on the documents; 2 means that some of them failed."""
    command = [sys.executable, "-m", "notat", "convert", "-j", AT_ONCE, *map(str, sorted(docs))]
    environment = _env() if tesseract else _env() | {"PATH": ""}
    started = time.perf_counter()
    done = subprocess.run([*command, "-o", str(out)], check=False, env=environment)
    if done.returncode not in (0, 2):
        raise SystemExit(done.returncode)
    return time.perf_counter() - started


def measured(docs: Path, folder: Path) -> tuple[dict[str, Counter[str]], float]:
    """Verdicts by kind of paper, and the seconds that the usual kinds took."""
    usual = _of_kinds(docs, USUAL)
    others = _of_kinds(docs, (TEXT, *HARDER, *scans.OTHERS))
    counts: dict[str, Counter[str]] = {}
    seconds = convert(usual, folder / "usual") if usual else 0.0
    if others:
        convert(others, folder / "others")
    for part in ("usual", "others"):
        if (folder / part).exists():
            counts |= by_kind(folder / "truth.csv", folder / part)
    return counts, seconds


def bare_tesseract(docs: Path, folder: Path) -> float:
    """Seconds that Tesseract needs for the same pages at the scans' own dpi, two at a time."""
    pages: list[tuple[Path, int]] = []
    for path in sorted(docs.glob("*.pdf")):
        kind = kind_of(path.name)
        if kind not in USUAL:
            continue
        dpi = scans.PAPER[kind].dpi
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
    parser.add_argument("--kinds", default=",".join((*USUAL, *HARDER)))
    parser.add_argument("--without-tesseract", action="store_true")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    command = f"python -m benchmarks.accuracy --seed {options.seed} --kinds {options.kinds}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = make(folder, options.kinds.split(","), options.seed)
        counts, ours = measured(docs, folder)
        told = [table(counts)]
        theirs = bare_tesseract(docs, folder)
        if theirs:
            told.append(
                f"`notat convert -j {AT_ONCE}` took {ours:.0f} s on the usual kinds, the tesseract "
                f"program alone {theirs:.0f} s on the same pages, {AT_ONCE} at a time: "
                f"{ours / theirs:.2f} times as long."
            )
        if options.without_tesseract:
            command += " --without-tesseract"
            convert(_of_kinds(docs, USUAL), folder / "bare", tesseract=False)
            bare = by_kind(folder / "truth.csv", folder / "bare")
            told.append(
                "Without Tesseract installed:\n\n"
                + table({f"{kind}, no Tesseract": one for kind, one in bare.items()})
            )
    head = (
        f"# Accuracy by kind of paper\n\nMade by `{command}` with notat {version('notat')}: "
        f"{len(CLASSES)} notes set by LibreOffice, then printed and spoiled. `silent` is a wrong "
        "value handed over as `ok` or `repaired`."
    )
    page = "\n\n".join([head, *told, CALIBRATED]) + "\n"
    print(page)
    if options.write:
        options.write.write_text(page, "utf-8")


def _of_kinds(docs: Path, kinds: Container[str]) -> list[Path]:
    return [path for path in docs.glob("*.pdf") if kind_of(path.name) in kinds]


if __name__ == "__main__":
    main()
