"""All figures of the docs in one go: ``python -m benchmarks > docs/benchmarks.md``.

Runs each part as its own command and prints what it printed, under a head that names the
machine and the versions. ``--only a,b`` runs some of them.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from importlib.metadata import version

PARTS = {
    "speed": ("Speed on text-layer notes, beside pdfplumber", ()),
    "tables": ("Tables in general: adjacency F1 on ICDAR 2013, European half", ()),
    "names": ("Names alone, on real misreadings in typefaces not learned from", ()),
    "audit": ("The audit on our own notes", ()),
}
LIBRARIES = ("pdfplumber", "pypdfium2", "rapidfuzz", "numpy", "onnxruntime", "rapidocr")


def main() -> None:
    """Print the page. Raises CalledProcessError where a part fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--only", default=",".join(PARTS))
    chosen = parser.parse_args().only.split(",")
    versions = ", ".join(f"{name} {version(name)}" for name in ("notat", *LIBRARIES))
    print("# Benchmarks\n")
    print("Made by `python -m benchmarks > docs/benchmarks.md`; each part is a command of its own.")
    print("Accuracy on paper has a page of its own, [accuracy.md](accuracy.md).\n")
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, ", end="")
    print(f"Python {platform.python_version()}, {versions}.")
    for name in chosen:
        title, arguments = PARTS[name]
        line = ("-m", f"benchmarks.{name}", *arguments)
        done = subprocess.run([sys.executable, *line], check=True, capture_output=True, text=True)
        print(f"\n## {title}\n`python {' '.join(line)}`\n\n```\n{done.stdout.rstrip()}\n```")


if __name__ == "__main__":
    main()
