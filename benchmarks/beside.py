"""notat beside other tools on the same notes: right, review, silent, missing, and the time.

    python -m benchmarks.beside text  [--seed N] [--classes a,b]
    python -m benchmarks.beside scans [--seed N] [--classes a,b] [--kinds c,d]

Sets notes by LibreOffice (`benchmarks.wordmade`) and for ``scans`` prints and spoils them
(`benchmarks.scans`). Each tool then reads the folder in a process of its own, one document at a
time for ``text``, two for ``scans``; its start counts. What a peer gives is mapped by
`benchmarks.peers.columns` outside its time; ``extra`` are values that no note has. A tool that is
not installed is a row that says so.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pypdfium2

from benchmarks import accuracy, clock, scans, score, wordmade
from benchmarks.peers import columns
from benchmarks.peers.readers import CAMELOT, PEERS, Peer
from benchmarks.word.classes import CLASSES

TOOLS = {
    "text": ("pdfplumber", *(f"camelot {flavor}" for flavor in CAMELOT)),
    "scans": ("OCRmyPDF + pdfplumber", "img2table + Tesseract"),
}
JOBS = {"text": 1, "scans": 2}
SEED = 4021
SCANNED = "everyone,two_columns,among_prose,landscape,own"
KINDS = "colour300,grey200,fax200"
VERDICTS = ("right", "review", "silent", "missing", "extra")


@dataclass(frozen=True, slots=True)
class Result:
    """One tool on one folder; ``counts`` is None where it can't be run or reads no figures."""

    tool: str
    counts: Counter[str] | None
    spent: clock.Spent | None


def missing(peer: Peer) -> list[str]:
    """Distributions and programs that a peer needs and this machine lacks."""
    lacking = [name for name in peer.programs if shutil.which(name) is None]
    for name in peer.packages:
        try:
            version(name)
        except PackageNotFoundError:
            lacking.append(name)
    return lacking


def ours(docs: Path, truth: Sequence[score.Row], out: Path, jobs: int) -> Result:
    """notat on the folder; exit code 2 says that some documents were only read in part."""
    spent = clock.run(
        "notat", "convert", str(docs), "-o", str(out), "-j", str(jobs), allowed=(0, 2)
    )
    return Result("notat", total(score.read_truth(out / "values.csv"), truth), spent)


def theirs(name: str, docs: Path, truth: Sequence[score.Row], out: Path, jobs: int) -> Result:
    """A peer on the folder."""
    if missing(PEERS[name]):
        return Result(name, None, None)
    spent = clock.run("benchmarks.peers", name, str(docs), str(out), "-j", str(jobs))
    grids = json.loads(out.read_text("utf-8"))
    by_document: dict[str, list[score.Row]] = defaultdict(list)
    for row in truth:
        by_document[row["document"]].append(row)
    found = [
        row
        for document, rows in by_document.items()
        for row in columns.values(document, grids[document], rows)
    ]
    return Result(name, total(found, truth), spent)


def total(found: Iterable[score.Row], truth: Iterable[score.Row]) -> Counter[str]:
    """Counts of verdicts over all documents."""
    scores = score.score(found, truth).values()
    return sum((one.counts for one in scores), Counter[str]())


def table(results: Iterable[Result], pages: int) -> str:
    """The results as a Markdown table."""
    heads = ("tool", *VERDICTS, "right %", "silent %", "seconds", "CPU seconds", "pages/s")
    lines = ["| " + " | ".join(heads) + " |", "|---|" + "--:|" * (len(heads) - 1)]
    for one in results:
        cells = [one.tool, *_counted(one.counts)]
        if one.spent is None:
            cells += ["not installed", "", ""]
        else:
            cells += [f"{one.spent.wall:.1f}", f"{one.spent.cpu:.1f}" if one.spent.cpu else ""]
            cells += [f"{pages / one.spent.wall:.2f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _counted(counts: Mapping[str, int] | None) -> list[str]:
    if counts is None:
        return [""] * (len(VERDICTS) + 2)
    values = sum(counts.get(name, 0) for name in VERDICTS if name != "extra")
    shares = (100 * counts.get(name, 0) / values for name in ("right", "silent"))
    return [str(counts.get(name, 0)) for name in VERDICTS] + [f"{share:.2f}" for share in shares]


def _pages(docs: Path) -> int:
    return sum(len(pypdfium2.PdfDocument(path)) for path in docs.glob("*.pdf"))


def measure(what: str, folder: Path, options: argparse.Namespace) -> str:
    """Make the notes, run every tool, give the page's text."""
    word = folder / "word"
    names = options.classes.split(",")
    paper = folder / "paper" if what == "scans" else word
    with redirect_stdout(sys.stderr):
        wordmade.write(word, options.seed, names, 1)
        if what == "scans":
            scans.write(word, paper, options.kinds.split(","), options.seed)
    docs, truth, jobs = paper / "docs", list(score.read_truth(paper / "truth.csv")), JOBS[what]
    results = [ours(docs, truth, folder / "out", jobs)]
    results += [theirs(name, docs, truth, folder / "grids.json", jobs) for name in TOOLS[what]]
    if what == "scans":
        floor = accuracy.bare_tesseract(docs, folder)
        results.append(Result("tesseract alone, no tables", None, clock.Spent(floor, 0, 0)))
    documents, pages = len(list(docs.glob("*.pdf"))), _pages(docs)
    told = f"{documents} documents, {pages} pages, {len(truth)} values, {jobs} at a time."
    return f"{told}\n\n{table(results, pages)}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.beside")
    parser.add_argument("what", choices=TOOLS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--classes")
    parser.add_argument("--kinds", default=KINDS)
    options = parser.parse_args()
    options.classes = options.classes or (SCANNED if options.what == "scans" else ",".join(CLASSES))
    with tempfile.TemporaryDirectory() as name:
        print(measure(options.what, Path(name), options))


if __name__ == "__main__":
    main()
