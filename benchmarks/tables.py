"""Table reading on the ICDAR 2013 competition's documents: adjacency F1 and time.

    python -m benchmarks.tables [FOLDER] [--peers] [--each]

FOLDER holds ``NAME.pdf`` with ``NAME-str.xml`` beside it. ``--peers`` runs pdfplumber and
camelot as well, where they are installed; ``--each`` prints every document.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.adjacency import Grid, Score, score, truth

if TYPE_CHECKING:
    from extract.model import Word

Reader = Callable[[Path], dict[int, list[Grid]]]


def ours(path: Path) -> dict[int, list[Grid]]:
    """Tables by page as printed, which is what the truth holds.

    ``extract.read`` goes further: it joins tables over pages, drops headings that come again,
    unfolds blocks side by side and makes words broken at the end of a line whole.
    """
    from extract import read
    from extract.layout.page import parts

    return {
        page.number: [
            {(slot.row, slot.column): printed(slot.words) for slot in grid.slots}
            for grid in parts(page).grids
        ]
        for page in read(path, pictures=False).pages
    }


def printed(words: Sequence[Word]) -> str:
    """The words of a cell line by line, hyphens where they stand."""
    from extract.layout.lines import levels

    return " ".join(word.text for level in levels(words) for word in level)


def pdfplumber_tables(path: Path) -> dict[int, list[Grid]]:
    """Tables by page as pdfplumber finds them with its own settings."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return {
            page.page_number: [
                {(r, c): text or "" for r, row in enumerate(table) for c, text in enumerate(row)}
                for table in page.extract_tables()
            ]
            for page in pdf.pages
        }


def camelot_tables(flavor: str) -> Reader:
    """Tables by page as one flavour of camelot finds them."""

    def reader(path: Path) -> dict[int, list[Grid]]:
        import camelot

        pages: dict[int, list[Grid]] = {}
        for table in camelot.read_pdf(str(path), pages="all", flavor=flavor):
            grid = {
                (r, c): str(text)
                for r, row in enumerate(table.df.to_numpy().tolist())
                for c, text in enumerate(row)
            }
            pages.setdefault(int(table.page), []).append(grid)
        return pages

    return reader


def readers(peers: bool) -> Iterator[tuple[str, Reader]]:
    """Names and readers to compare: our own, and those peers that are installed."""
    if importlib.util.find_spec("pypdfium2"):
        yield "notat", ours
    if peers and importlib.util.find_spec("pdfplumber"):
        yield "pdfplumber", pdfplumber_tables
    if peers and importlib.util.find_spec("camelot"):
        for flavor in ("lattice", "stream", "network", "hybrid"):
            yield f"camelot {flavor}", camelot_tables(flavor)


def measure(reader: Reader, paths: list[Path]) -> tuple[dict[str, Score], float]:
    """The score of each document by name, and the seconds for all of them."""
    scores = {}
    begun = time.perf_counter()
    for path in paths:
        scores[path.stem] = score(reader(path), truth(path.with_name(f"{path.stem}-str.xml")))
    return scores, time.perf_counter() - begun


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/icdar2013-eu"))
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args()
    paths = sorted(p for p in options.folder.glob("*.pdf") if truth_of(p).exists())
    print(f"{'reader':<18}{'F1':>7}{'precision':>11}{'recall':>8}{'seconds':>9}")
    for name, reader in readers(options.peers):
        scores, seconds = measure(reader, paths)
        count = max(1, len(scores))
        means = [
            sum(value) / count
            for value in zip(*((s.f1, s.precision, s.recall) for s in scores.values()), strict=True)
        ]
        print(f"{name:<18}{means[0]:>7.3f}{means[1]:>11.3f}{means[2]:>8.3f}{seconds:>9.1f}")
        if options.each:
            for stem, value in scores.items():
                print(f"  {stem:<16}{value.f1:>7.3f}{value.precision:>11.3f}{value.recall:>8.3f}")


def truth_of(path: Path) -> Path:
    """Where the truth of a document lies."""
    return path.with_name(f"{path.stem}-str.xml")


if __name__ == "__main__":
    main()
