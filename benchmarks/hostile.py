"""Files broken on purpose: each must end in time with a row, and one line where it failed.

python -m benchmarks.hostile [FOLDER]
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.clock import quiet
from benchmarks.score import Row

HERE = Path("../shared/hostile")


def unclear(rows: Iterable[Row], files: Iterable[str]) -> list[str]:
    """The files without a row of their own, or not ok without one line that says why."""
    given = {row["document"]: row for row in rows}
    clear = {
        name
        for name, row in given.items()
        if row["status"] == "ok" or (row["error"] and len(row["error"].splitlines()) == 1)
    }
    return sorted(set(files) - clear)


def main() -> None:
    """Convert the folder and print what became of the files."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    folder = parser.parse_args().folder
    files = sorted(str(path) for path in folder.glob("*.pdf"))
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "out"
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "notat", "convert", *files, "-o", str(out)],
            check=False,
            capture_output=True,
            text=True,
            env=quiet(),
        )
        seconds = time.perf_counter() - started
        with (out / "documents.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    states = Counter(row["status"] for row in rows)
    lost = unclear(rows, (Path(file).name for file in files))
    print("| files | ok | partial | failed | unclear | tracebacks | exit | seconds |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|")
    counted = " | ".join(str(states[state]) for state in ("ok", "partial", "failed"))
    broken = done.stderr.count("Traceback")
    print(f"| {len(files)} | {counted} | {len(lost)} | {broken} | {done.returncode} | ", end="")
    print(f"{seconds:.1f} |")
    for lost_file in lost:
        print(f"\nNo clear line: {lost_file}")


if __name__ == "__main__":
    main()
