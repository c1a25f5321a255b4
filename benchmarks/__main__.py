"""The page of results: every part measured, or some of them anew, and the goals they meet.

    python -m benchmarks [--only a,b] [--write docs/benchmarks.md]

Each part is a command of its own (`benchmarks.results.parts`); ``--only`` runs some and keeps what
the page says of the others. With ``--write`` the pictures are drawn beside the page.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.results import goals, page, plots
from benchmarks.results.parts import ACCURACY, PAGE, PARTS, Part

HEAD = """# Benchmarks

Made by `python -m benchmarks --write docs/benchmarks.md`. Every section is one command, run on the
machine and with the versions it names; what stands side by side was measured in one run. Peers are
installed by `pip install -e ".[bench]" -c constraints.txt`. Accuracy by kind of paper has a page of
its own, [accuracy.md](accuracy.md)."""
GOALS = "Goals"


def versions(part: Part) -> str:
    """The machine, notat and what a part compares it with."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    told = [machine, f"Python {platform.python_version()}"]
    for name in ("notat", *part.packages):
        try:
            told.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            told.append(f"{name} not installed")
    return ", ".join(told)


def measure(name: str) -> str:
    """The body of a part's section: its command, the versions, and what it printed."""
    part = PARTS[name]
    if part.needs and not part.needs.exists():
        return f"`{part.line}`\n\nSkipped: {part.needs} is not here."
    started = time.perf_counter()
    command = [sys.executable, "-m", *part.command]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    print(f"{name}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    output = page.shown(done.stdout)
    if done.returncode:
        sys.stderr.write(done.stderr)
        output += f"\n\nEnded with exit code {done.returncode}."
    body = f"`{part.line}`\\\n{versions(part)}.\n\n{part.says}\n\n{output}"
    return f"{body}\n\n![{part.title}]({part.picture})" if part.picture else body


def main() -> None:
    """Measure, print or write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    bodies = page.sections(PAGE.read_text("utf-8")) if PAGE.exists() else {}
    for name in options.only.split(","):
        bodies[PARTS[name].title] = measure(name)
        if options.write and plots.available():
            plots.draw(name, bodies[PARTS[name].title], options.write.parent / PARTS[name].picture)
    ordered = {part.title: bodies[part.title] for part in PARTS.values() if part.title in bodies}
    accuracy = ACCURACY.read_text("utf-8") if ACCURACY.exists() else ""
    text = page.render(HEAD, {GOALS: goals.measured(ordered, accuracy), **ordered})
    if options.write:
        options.write.write_text(text, "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
