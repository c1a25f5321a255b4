"""Names alone, scored on real misreadings: right, undecided, wrong, beside RapidFuzz's scorers.

    python -m benchmarks.names                held-out typefaces of what was gathered, four times
    python -m benchmarks.names FILE.tsv...    given<TAB>truth, as `readings.misreadings` writes

The first form learns the channel anew from three quarters of the typefaces and scores it on the
misreadings of the fourth. Typefaces of one design go together.

What did not pay, by the log posterior of the truth on held-out typefaces (nats; the channel as it
is has -0.268): letters between their neighbours instead of alone, -0.263, for three times the
table; three levels of noise -0.281; weight by frequency -0.286; by distinct reading -0.271.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from unittest.mock import patch

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from benchmarks.readings.channel import Reading, learn, pairs, readings
from normalize import names
from normalize.municipalities import municipalities

PARTS = 4
# Typefaces that are the same design under several names.
_DESIGNS = (
    ("Liberation Serif", "Nimbus Roman", "TeX Gyre Termes", "FreeSerif"),
    ("DejaVu", "Bitstream Vera", "Veranda"),
    ("Liberation Mono", "Courier", "Nimbus Mono", "FreeMono"),
    ("P052", "TeX Gyre Pagella"),
    ("URW Gothic", "TeX Gyre Adventor"),
    ("Nimbus Sans", "TeX Gyre Heros", "Aerial"),
    ("Open Sans",),
    ("Linux",),
    ("Clear Sans",),
)
SCORERS: dict[str, Callable[..., float]] = {
    "ratio": fuzz.ratio,
    "WRatio": fuzz.WRatio,
    "partial_ratio": fuzz.partial_ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "Jaro-Winkler": JaroWinkler.normalized_similarity,
    "OSA": OSA.normalized_similarity,
}
Pair = tuple[str, str]


def part(typeface: str) -> int:
    """Which of the parts a typeface is in."""
    design = typeface
    for group in _DESIGNS:
        if typeface.startswith(group):
            design = group[0]
    return zlib.crc32(design.encode()) % PARTS


def score(misreadings: Iterable[Pair]) -> Counter[str]:
    """Counts of "right", "undecided" and "wrong"."""
    counts: Counter[str] = Counter()
    for given, truth in misreadings:
        found = names.match(given).municipality
        counts["undecided" if found is None else "right" if found.name == truth else "wrong"] += 1
    return counts


def held_out(misreadings: Sequence[Reading], index: int) -> tuple[Counter[str], set[Pair]]:
    """Counts on one part of the typefaces, by a channel learned from the others; the pairs."""
    channel = learn(pairs(r for r in misreadings if part(r.typeface) != index))
    theirs = {(r.given, r.truth) for r in misreadings if part(r.typeface) == index}
    with patch.object(names, "learned", lambda: channel):
        forget()
        counts = score(theirs)
    forget()
    return counts, theirs


def forget() -> None:
    """Empty the caches that the channel stands behind."""
    for cached in (names._match, names.candidates, names.cost):
        cached.cache_clear()


def guesses(scorer: Callable[..., float], misreadings: Sequence[Pair]) -> list[tuple[float, bool]]:
    """For each misreading the score of the name a scorer likes best, and whether it is right."""
    every = [m.name for m in municipalities()]
    scores = process.cdist(
        [given.casefold() for given, _ in misreadings],
        [name.casefold() for name in every],
        scorer=scorer,
    )
    best = scores.argmax(axis=1)
    return [
        (float(row[place]), every[place] == truth)
        for row, place, (_, truth) in zip(scores, best, misreadings, strict=True)
    ]


def cut(guessed: Sequence[tuple[float, bool]], wrong: int) -> Counter[str]:
    """Counts with the lowest cutoff at which no more than ``wrong`` guesses are wrong.

    Guesses of one score stand or fall together. RapidFuzz has a cutoff and no other doubt.
    """
    counts = Counter(right=0, undecided=len(guessed), wrong=0)
    ordered = sorted(guessed, key=itemgetter(0), reverse=True)
    for _, level in groupby(ordered, key=itemgetter(0)):
        verdicts = Counter("right" if right else "wrong" for _, right in level)
        if counts["wrong"] + verdicts["wrong"] > wrong:
            break
        counts += verdicts
        counts["undecided"] -= verdicts.total()
    return counts


def report(counts: Counter[str], misreadings: Sequence[Pair]) -> None:
    """Print a table: our own counts, and each of RapidFuzz's scorers with and without a cutoff."""
    rows = [("notat", counts)]
    for name, scorer in SCORERS.items():
        guessed = guesses(scorer, misreadings)
        rows.append((f"RapidFuzz {name}", cut(guessed, len(guessed))))
        rows.append((f"RapidFuzz {name}, cutoff for as few wrong", cut(guessed, counts["wrong"])))
    print(f"{counts.total()} misreadings.\n\n| matcher | right | undecided | wrong | right % |")
    print("|---|--:|--:|--:|--:|")
    for name, one in rows:
        told = " | ".join(str(one[kind]) for kind in ("right", "undecided", "wrong"))
        print(f"| {name} | {told} | {100 * one['right'] / counts.total():.1f} |")


def main() -> None:
    """Score files, or the held-out typefaces."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    for file in options.files:
        lines = file.read_text(encoding="utf-8").splitlines()
        listed = [(given, truth) for given, truth in (line.split("\t") for line in lines)]
        report(score(listed), listed)
    if not options.files:
        every, theirs = Counter[str](), list[Pair]()
        misreadings = readings()
        for index in range(PARTS):
            counts, of_part = held_out(misreadings, index)
            every += counts
            theirs += of_part
        report(every, theirs)


if __name__ == "__main__":
    main()
