"""The names of the 2024 table as an English Tesseract reads it, decoded a table at a time.

    python -m benchmarks.nametables [--seed N] [--pages K] [--half 0|1]

Prints and spoils pages (`benchmarks.readings.misreadings`), by default in the typefaces that the
channel was not learned from, and decodes the names of every page as `names.roster` does. Names
read as printed are counted apart: they are no feat. A line that Tesseract never saw is `missing`.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence

from benchmarks.readings.misreadings import Line, fonts, pages, table
from normalize.model import Status
from normalize.names.roster import decode

KINDS = ("as printed", "restored", "review", "wrong", "missing")


def verdicts(lines: Sequence[Line], names: Sequence[str]) -> Counter[str]:
    """What became of the names of one page; ``names`` are the printed ones in their order.

    Of two lines on one row the one that names it counts, and a wrong name counts always.
    """
    counts: Counter[str] = Counter()
    named: dict[int, str] = {}
    for line, found in zip(lines, decode([line.name for line in lines]), strict=True):
        truth = names[line.row]
        if found.status is Status.REVIEW:
            named.setdefault(line.row, "review")
        elif found.municipality is not None and found.municipality.name == truth:
            named[line.row] = "as printed" if line.name == truth else "restored"
        elif found.municipality is not None:
            counts["wrong"] += 1
    counts.update(named.values())
    counts["missing"] = len(names) - len(named)
    return counts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nametables")
    parser.add_argument("--seed", type=int, default=4021)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--half", type=int, choices=(0, 1), default=1, help="which typefaces")
    options = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    names = [row.name for row in table()]
    read = pages(options.seed, fonts(options.half), options.pages, "eng")
    each = [verdicts(lines, names) for lines in read if lines and lines[0].text]
    counts = sum(each, Counter[str]())
    total = len(each) * len(names)
    right = counts["as printed"] + counts["restored"]
    print(
        f"{len(each)} pages of {len(names)} names.\n\n| names | " + " | ".join(KINDS), "| right % |"
    )
    print("|---|" + "--:|" * (len(KINDS) + 1))
    told = " | ".join(str(counts[kind]) for kind in KINDS)
    print(f"| decoded | {told} | {100 * right / total:.1f} |")


if __name__ == "__main__":
    main()
