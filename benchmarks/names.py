"""Names alone, scored on real misreadings: right, undecided, wrong, beside RapidFuzz's scorers.

    python -m benchmarks.names                held-out typefaces of benchmarks/data, four times
    python -m benchmarks.names FILE.tsv...    given<TAB>truth, as `benchmarks.misreadings` writes

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
from pathlib import Path
from unittest.mock import patch

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from benchmarks.channel import Reading, learn, pairs, readings
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


def best_by(scorer: Callable[..., float], given: str) -> str:
    """The name a scorer of RapidFuzz likes best; it is never undecided."""
    choices = {m.name: m.name.casefold() for m in municipalities()}
    return str(process.extract(given.casefold(), choices, scorer=scorer, limit=1)[0][2])


def report(counts: Counter[str], misreadings: Iterable[Pair]) -> None:
    """Print the counts, and what RapidFuzz's scorers get right of the same."""
    total = counts.total()
    told = (f"{kind} {counts[kind]}" for kind in ("right", "undecided", "wrong"))
    print(f"{total} misreadings: {', '.join(told)} ({counts['right'] / total:.1%} right)")
    for name, scorer in SCORERS.items():
        right = sum(best_by(scorer, given) == truth for given, truth in misreadings)
        print(f"  {name:13} right {right}, wrong {total - right} ({right / total:.1%} right)")


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
