"""Scans of word-made notes with their truth: every note under every kind of damage.

    python -m benchmarks.scans WORD OUT --seed N [--kinds a,b,c]

WORD is a folder written by `benchmarks.wordmade`. Written are ``OUT/docs/NAME.KIND.pdf`` and
``OUT/truth.csv``; a kind without colour has no red marks in its truth.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from fixtures.damage import HARD, KINDS, scan


def write(word: Path, out: Path, kinds: list[str], seed: int) -> None:
    """Scan the notes. Raises KeyError for a kind that is not there."""
    (out / "docs").mkdir(parents=True, exist_ok=True)
    with (word / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = list(csv.DictReader(file))
    rows = []
    for number, source in enumerate(sorted((word / "docs").glob("*.pdf"))):
        for kind in kinds:
            damage = (KINDS | HARD)[kind]
            target = f"{source.stem}.{kind}.pdf"
            scan(source, out / "docs" / target, damage, seed + number)
            for row in truth:
                if row["document"] == source.name:
                    red = "" if damage.grey else row["marked"]
                    rows.append({**row, "document": target, "marked": red})
    with (out / "truth.csv").open("w", encoding="utf-8", newline="") as listing:
        writer = csv.DictWriter(listing, list(truth[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} values")


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scans")
    parser.add_argument("word", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS))
    options = parser.parse_args()
    write(options.word, options.out, options.kinds.split(","), options.seed)


if __name__ == "__main__":
    main()
