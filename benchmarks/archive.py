"""A folder of many notes: documents a second at one and at two processes, memory over time.

    python -m benchmarks.archive [--notes 1000] [--plot FILE.svg]

Writes notes of four pages, one with a table (`benchmarks.speed`), converts the folder with ``-j 1``
and ``-j 2``, and looks at what the parent and its workers hold meanwhile (`benchmarks.watch`). A
worker is replaced after `notat.worker.RECYCLE` documents, so the most that any one held is told.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import plots
from benchmarks.speed import PAGES, write_note
from benchmarks.watch import Moment, watched


@dataclass(frozen=True, slots=True)
class Run:
    """One conversion of the folder."""

    processes: int
    seconds: float
    moments: tuple[Moment, ...]

    def most(self, who: str, since: float = 0.0) -> float:
        """Most megabytes of ``parent`` or ``worker`` from a share (0-1) of the time on."""
        kept = [m for m in self.moments if m.seconds >= since * self.seconds]
        return max((float(getattr(m, who)) for m in kept), default=0.0)

    def growth(self, who: str) -> float:
        """Megabytes by which the most of the last half of the time is above that of the first."""
        early = [m for m in self.moments if m.seconds < self.seconds / 2]
        return self.most(who, since=0.5) - max((getattr(m, who) for m in early), default=0.0)


def convert(docs: Path, out: Path, processes: int) -> Run:
    """Convert and look on. Raises CalledProcessError where a document was not read."""
    moments, seconds = watched("convert", str(docs), "-o", str(out), "-j", str(processes))
    return Run(processes, seconds, tuple(moments))


def table(runs: Sequence[Run], notes: int) -> str:
    """The runs as a Markdown table."""
    heads = ("processes", "seconds", "documents/s", "pages/s", "parent MB", "later", "worker MB")
    lines = ["| " + " | ".join((*heads, "later")) + " |", "|--:|" + "--:|" * len(heads)]
    for run in runs:
        cells = [str(run.processes), f"{run.seconds:.0f}", f"{notes / run.seconds:.1f}"]
        cells += [f"{notes * PAGES / run.seconds:.0f}"]
        for who in ("parent", "worker"):
            cells += [f"{run.most(who):.0f}", f"{run.growth(who):+.0f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive")
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        docs = Path(name) / "docs"
        docs.mkdir()
        for seed in range(options.notes):
            write_note(docs / f"{seed:04}.pdf", seed)
        runs = [convert(docs, Path(name) / f"out{count}", count) for count in (1, 2)]
    print(f"{options.notes} notes of {PAGES} pages.\n")
    print(table(runs, options.notes))
    if options.plot and plots.available():
        plots.memory(options.plot, {f"-j {run.processes}": run.moments for run in runs})


if __name__ == "__main__":
    main()
