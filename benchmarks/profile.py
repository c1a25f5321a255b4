"""Where the time goes: samples of a whole ``notat convert`` with its workers, by py-spy.

    python -m benchmarks.profile note|scan|archive [--svg FILE] [--top N]

``note`` is one text-layer note of four pages, ``scan`` two scanned notes, ``archive`` 60 notes.
Prints the functions that the samples end in (self) and those of notat they pass through (with
callees), as shares of the time that Python was at work, so without the ``tesseract`` program;
``--svg`` draws the flame graph.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks import scans, wordmade
from benchmarks.clock import QUIET
from benchmarks.speed import write_note

PY_SPY = Path(sys.executable).with_name("py-spy")
RATE = {"note": 500, "scan": 50, "archive": 100}  # samples a second
IMPORT = "importing modules"
OURS = re.compile(r"\((?:extract|normalize|rules|notat)/")
_FRAME = re.compile(r"(.+) \(([^()]+?)(?::\d+)?\)")
_SITE = re.compile(r".*(?:site-packages/|lib/python[\d.]+/)")
_HOUSE = re.compile(r".*/((?:extract|normalize|rules|notat)/.*)")


def shares(stacks: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Samples by function that ends a stack, and by function of notat's that is on one.

    A stack is a line of py-spy's raw format: frames parted by ``;``, the root first, and a count.
    `IMPORT` stands for all that happens while a module is imported.
    """
    own, passed = Counter[str](), Counter[str]()
    for stack in stacks:
        frames, _, count = stack.rpartition(" ")
        names = [name for frame in frames.split(";") if (name := _short(frame))]
        if not names:
            continue
        if IMPORT in names:
            names = names[: names.index(IMPORT) + 1]
        own[names[-1]] += int(count)
        passed.update({name: int(count) for name in names if name == IMPORT or OURS.search(name)})
    return own, passed


def _short(frame: str) -> str:
    """``read (extract/reader.py)`` from a frame with a whole path and a line; empty for others."""
    found = _FRAME.fullmatch(frame)
    if found is None:  # a command line, itself parted by the semicolons in it
        return ""
    name, file = found[1], _SITE.sub("", found[2])
    if name == "_find_and_load":
        return IMPORT
    ours = _HOUSE.fullmatch(file)
    return f"{name} ({ours[1] if ours else file})"


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


def record(docs: Path, folder: Path, form: str, rate: int) -> Path:
    """Convert under py-spy; the file it wrote. Raises CalledProcessError."""
    target, out = folder / f"profile.{form}", folder / f"out.{form}"
    command = [str(PY_SPY), "record", "-o", str(target)]
    command += ["-f", form, "-r", str(rate), "--subprocesses", "--nonblocking", "--"]
    command += [sys.executable, "-m", "notat", "convert", str(docs), "-o", str(out), "-j", "2"]
    quiet = {**os.environ, **QUIET}
    subprocess.run(command, check=True, capture_output=True, env=quiet)
    return target


def main() -> None:
    """Record, print, draw."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile")
    parser.add_argument("what", choices=RATE)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--top", type=int, default=12)
    options = parser.parse_args()
    if not PY_SPY.exists():
        raise SystemExit("py-spy is not installed: pip install -e '.[bench]' -c constraints.txt")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        docs = make(options.what, folder)
        stacks = record(docs, folder, "raw", RATE[options.what]).read_text("utf-8").splitlines()
        own, passed = shares(stacks)
        if options.svg:
            record(docs, folder, "flamegraph", RATE[options.what]).rename(options.svg)
    for title, counted in (("self", own), ("notat's, with callees", passed)):
        print(f"\n| {title} | % of {own.total()} samples |\n|---|--:|")
        for function, count in counted.most_common(options.top):
            print(f"| `{function}` | {100 * count / own.total():.1f} |")


if __name__ == "__main__":
    main()
