"""A thousand notes of four pages audited after they were read: processor time and memory.

    python -m benchmarks.auditspeed [--notes N] [--seed N]

Each note is the published table of 98 municipalities (two pages) and 50 sentences (two pages) drawn
from our own notes, so sentences come again as they do in an archive, but never the same note.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.audit import read
from fixtures.audit import cases
from normalize.model import Note, Sentence
from rules import audit
from rules.law.book import load

_SENTENCES = 50  # two pages of a note in 11 points
_TABLE = 98 * 3  # values of the table that the longest of our own notes must have at least


def _drawn(base: Note, pool: Sequence[Sentence], random: Random) -> Note:
    """The note with sentences of others, five a paragraph, in the order they were drawn."""
    drawn = random.sample(pool, min(_SENTENCES, len(pool)))
    return replace(
        base,
        sentences=tuple(
            replace(one, page=1 + place // 25, line=place + 1, paragraph=place // 5, section="")
            for place, one in enumerate(drawn)
        ),
    )


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.auditspeed")
    parser.add_argument("--notes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        notes = [read(case.text, Path(folder)) for case in cases()]
    base = next(note for note in notes if len(note.values) >= _TABLE)
    pool = [sentence for note in notes for sentence in note.sentences]
    random, book = Random(args.seed), load()
    findings, peaks = 0, []
    start = time.process_time()
    for number in range(args.notes):
        findings += len(audit.examine(_drawn(base, pool, random), book).findings)
        if number + 1 in (args.notes // 10, args.notes):
            gc.collect()
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    seconds = time.process_time() - start
    print(f"notes of four pages          {args.notes}, {findings} findings")
    print(
        f"processor time               {seconds:.1f} s, {1000 * seconds / args.notes:.0f} ms a note"
    )
    print(f"memory after a tenth, at end {peaks[0]:.0f} MB, {peaks[-1]:.0f} MB")


if __name__ == "__main__":
    main()
