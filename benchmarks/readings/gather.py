"""Misreadings of the 98 names to learn from: many typefaces, sizes and damages.

    python -m benchmarks.readings.gather OUT.tsv --seed N --pages K [--every]

Only the typefaces of half 0 (`benchmarks.readings.misreadings`): half 1 stays unseen. Each page is
in a typeface, size and damage of its own. Written are

    typeface<TAB>times seen<TAB>given<TAB>truth

A line whose middle strays from where its row was set is left out: specks may have moved it.

``benchmarks/readings/misreadings.tsv`` holds ``--pages 100`` of each of the seeds 21 to 24, and of
31 to 33 with ``--every`` in the typefaces of some 60 of Debian's other font packages (ADF, CMU,
Inter, PT, Roboto Slab, STIX, Tiresias and the like, given in a file of fontconfig's), without
those that half 1 has under another name. ``strayed.tsv`` holds what was drawn when strays were not
yet left out: the first nine tenths of ``--pages 400`` of the seeds 11 and 12, and 164 pages of the
seed 101 with ``--every`` in those other typefaces.
"""

from __future__ import annotations

import argparse
import os
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.readings.misreadings import (
    Line,
    Print,
    fonts,
    print_page,
    read_block,
    read_lines,
    relatable,
    table,
)
from fixtures.damage import Damage, apply

# Every so many pages one is printed with its figures, one read line by line, one read in Danish.
FULL, BY_LINE, DANISH = 4, 9, 4


def family(font: Path) -> str:
    """The typeface a font file belongs to."""
    command = ["fc-query", "-f", "%{family[0]}\n", str(font)]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return listed.splitlines()[0]


def pages(seed: int, count: int, halves: Sequence[int] = (0,)) -> Iterator[tuple[str, list[Line]]]:
    """Pages as read, each with its typeface; the typefaces come in equal shares."""
    rng = np.random.default_rng(seed)
    rows = table()
    names = tuple(replace(row, status="", samtaler="", tilbud="") for row in rows)
    by_family: dict[str, list[Path]] = {}
    for font in sorted(font for half in halves for font in fonts(half)):
        by_family.setdefault(family(font), []).append(font)
    for number in range(count):
        face = sorted(by_family)[int(rng.integers(len(by_family)))]
        font = by_family[face][int(rng.integers(len(by_family[face])))]
        dpi = int(rng.choice([100, 120, 150, 200, 300]))
        # Below 6.5 pt at 100 dpi nothing is legible.
        size = max(float(rng.uniform(6, 12)), 650 / dpi)
        how = Print(font, size, dpi, pitch=float(rng.uniform(1.25, 1.8)))
        damage = Damage(
            dpi=dpi,
            grey=True,
            blur=float(rng.uniform(0, 0.28)),
            noise=float(rng.uniform(0, 15)),
            fade=float(rng.choice([0, rng.uniform(0.2, 0.7)])),
            show_through=float(rng.choice([0, 0, 0, rng.uniform(0.05, 0.2)])),
            skew=float(rng.uniform(-0.5, 0.5)),
            fax=bool(rng.random() < 0.3),
            jpeg=int(rng.integers(35, 90)) if rng.random() < 0.4 else None,
        )
        full = number % FULL == 0
        picture = apply(print_page(rows if full else names, how), damage, rng)
        if not full:
            picture = np.ascontiguousarray(picture[:, : how.name_right + round(how.margin)])
        lang = "dan" if number % DANISH == 1 else "eng"
        read = read_lines if number % BY_LINE == 2 else read_block
        yield face, read(picture, len(rows), how, lang)


def main() -> None:
    """Write the readings page by page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--every", action="store_true", help="typefaces of both halves")
    options = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    rows = table()
    seen: Counter[tuple[str, str, str]] = Counter()
    for face, lines in pages(options.seed, options.pages, (0, 1) if options.every else (0,)):
        for line in lines:
            truth = rows[line.row].name
            if line.name != truth and not line.strays and relatable(line.name, truth):
                seen[face, line.name, truth] += 1
    lines_out = (f"{f}\t{n}\t{given}\t{truth}\n" for (f, given, truth), n in sorted(seen.items()))
    options.out.write_text("".join(lines_out), encoding="utf-8")


if __name__ == "__main__":
    main()
