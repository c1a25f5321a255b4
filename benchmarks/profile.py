"""Where the time goes: samples of a whole ``notat convert`` with its workers, by py-spy.

    python -m benchmarks.profile note|scan|archive [--svg FILE]

``note`` is one text-layer note of four pages, ``scan`` two scanned notes, ``archive`` 60 notes.
Prints the stages by the innermost function of notat's on the stack, libraries counted with the
function that calls them, as shares of the time that Python was at work, so without the
``tesseract`` program; ``--svg`` draws the flame graph.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks import clock, scans, wordmade
from benchmarks.flame import Stack, flame
from benchmarks.speed import write_note

RATE = {"note": 500, "scan": 50, "archive": 100}  # samples a second
COSTLIEST = 4  # functions named for each stage
IMPORT = "importing modules"
START = "Python and libraries, outside notat's functions"
OURS = re.compile(r"\((?:extract|normalize|rules|notat)/")
_FRAME = re.compile(r"(.+) \(([^()]+?)(?::\d+)?\)")
_SITE = re.compile(r".*(?:site-packages/|lib/python[\d.]+/)")
_HOUSE = re.compile(r".*/((?:extract|normalize|rules|notat)/.*)")


def stacks(lines: Iterable[str]) -> Counter[Stack]:
    """Samples by stack: notat's functions, the root first, and the one of a library they end in.

    A line is one of py-spy's raw format: frames parted by ``;`` and a count. `IMPORT` stands for
    all that happens while a module is imported.
    """
    found = Counter[Stack]()
    for line in lines:
        frames, _, count = line.rpartition(" ")
        names = [name for frame in frames.split(";") if (name := _short(frame))]
        if not names:
            continue
        if IMPORT in names:
            names = names[: names.index(IMPORT) + 1]
        ours = [name for name in names[:-1] if OURS.search(name)]
        found[*ours, names[-1]] += int(count)
    return found


def stages(found: Counter[Stack]) -> dict[str, Counter[str]]:
    """Samples by stage (a folder of notat's) and the function of it that was at work."""
    counted: dict[str, Counter[str]] = {}
    for stack, count in found.items():
        own = [name for name in stack if name == IMPORT or OURS.search(name)]
        function, _, file = own[-1].partition(" (") if own else ("", "", "")
        stage = IMPORT if own and own[-1] == IMPORT else file.rpartition("/")[0] or START
        counted.setdefault(stage, Counter())[function] += count
    return counted


def _short(frame: str) -> str:
    """``read (extract/reader.py)`` from a frame with a whole path and a line; empty for others."""
    found = _FRAME.fullmatch(frame)
    if found is None:  # a command line, itself parted by the semicolons in it
        return ""
    name, file = found[1].replace(".<locals>", ""), _SITE.sub("", found[2])
    if name == "_find_and_load":
        return IMPORT
    ours = _HOUSE.fullmatch(file)
    return f"{name} ({ours[1] if ours else file if file[:1] != '/' else Path(file).name})"


def make(what: str, folder: Path) -> Path:
    """The documents to convert, in a folder of their own."""
    docs = folder / "docs"
    if what == "scan":
        wordmade.write(folder / "word", 1, ("everyone", "among_prose"), 1)
        scans.write(folder / "word", folder, ["grey200"], 1)
        return docs
    docs.mkdir()
    for seed in range(1 if what == "note" else 60):
        write_note(docs / f"{seed}.pdf", seed)
    return docs


def record(docs: Path, folder: Path, rate: int) -> list[str]:
    """Convert under py-spy; its samples. Raises CalledProcessError."""
    beside = str(Path(sys.executable).parent)
    spy = shutil.which("py-spy", path=os.pathsep.join([beside, os.environ.get("PATH", "")]))
    if spy is None:
        raise SystemExit("py-spy is not installed: pip install -e '.[bench]' -c constraints.txt")
    target = folder / "samples"
    command = [spy, "record", "-o", str(target), "-f", "raw", "-r", str(rate)]
    command += ["--subprocesses", "--nonblocking", "--", sys.executable, "-m", "notat", "convert"]
    command += [str(docs), "-o", str(folder / "out"), "-j", "2"]
    subprocess.run(command, check=True, capture_output=True, env=clock.quiet())
    return target.read_text("utf-8").splitlines()


def main() -> None:
    """Record, print, draw."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile")
    parser.add_argument("what", choices=RATE)
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_note(folder / "first.pdf", 0)
        clock.run("notat", "convert", str(folder / "first.pdf"), "-o", str(folder / "first"))
        found = stacks(record(make(options.what, folder), folder, RATE[options.what]))
    if options.svg:
        options.svg.write_text(flame(found), "utf-8")
    whole = found.total()
    print(f"\n| stage | % of {whole} samples | its costliest functions |\n|---|--:|---|")
    counted = sorted(stages(found).items(), key=lambda one: -one[1].total())
    for stage, functions in counted:
        costly = ", ".join(
            f"`{function}` {100 * count / whole:.1f}"
            for function, count in functions.most_common(COSTLIEST)
            if stage not in (IMPORT, START)
        )
        print(f"| {stage} | {100 * functions.total() / whole:.1f} | {costly} |")


if __name__ == "__main__":
    main()
