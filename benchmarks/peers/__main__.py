"""One tool over a folder, in a process of its own that can be timed.

    python -m benchmarks.peers NAME DOCS OUT.json [-j N]

Writes ``{document: [grid, ...]}``; a document that the tool can't read has no grid. NAME is one of
`benchmarks.peers.readers.PEERS`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.peers.readers import PEERS, Grid


def read(name: str, path: Path) -> list[Grid]:
    """The grids of one file; none, and a line on stderr, where the tool fails."""
    try:
        return PEERS[name].read(path)
    except Exception as error:  # noqa: BLE001 - a peer may fail in any way, and that is a result
        print(f"{name}: {path.name}: {type(error).__name__}: {error}", file=sys.stderr)
        return []


def main() -> None:
    """Read all and write the grids."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("name", choices=PEERS)
    parser.add_argument("docs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("-j", "--jobs", type=int, default=1)
    options = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"  # as many threads as jobs, for every tool alike
    paths = sorted(options.docs.glob("*.pdf"))
    if options.jobs == 1:
        grids = [read(options.name, path) for path in paths]
    else:
        with ProcessPoolExecutor(options.jobs) as pool:
            grids = list(pool.map(read, [options.name] * len(paths), paths))
    found = {path.name: one for path, one in zip(paths, grids, strict=True)}
    options.out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
