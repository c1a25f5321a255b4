"""Names alone, scored on real misreadings: right, undecided, wrong, beside RapidFuzz's scorers.

    python -m benchmarks.names                held-out typefaces of what was gathered, four times
    python -m benchmarks.names FILE.tsv...    given<TAB>truth, as `readings.misreadings` writes

The first form learns the channel anew from three quarters of the typefaces and scores it on the
misreadings of the fourth. Typefaces of one design go together. It also prints what other
thresholds than ours would give, and how many texts that name no municipality are taken for one.

What paid: all alignments of a reading with a name together and not the likeliest alone, 74.7
against 74.0 % right at 8 wrong of 9,188; twice as many misreadings to learn from, 76.9 % right and
10 wrong against 76.6 and 12 of 9,038.

What did not pay, by the log posterior of the truth on held-out typefaces (nats; a channel without
the case of letters had -0.268): letters between their neighbours instead of alone, -0.263, for
three times the table; three levels of noise -0.281; weight by frequency -0.286; by distinct
reading -0.271. With case, by per cent right at 10 wrong of the first 7,494 (77.9): seven levels of
noise and nine, none more; whole misreadings remembered from other typefaces beside the channel,
76.2 to 78.4; a classifier of thirty features of the two best names (boosted trees, forest,
logistic) in place of the posterior, 78.0 to 78.7; a share of letters that must be kept, 0.5 less.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from benchmarks.readings.channel import STRAYED, Reading, learn, pairs, readings
from normalize.names import alone as names
from normalize.names.municipalities import municipalities

PARTS = 4
# Typefaces that are the same design under several names.
_DESIGNS = (
    ("Liberation Serif", "Nimbus Roman", "TeX Gyre Termes", "FreeSerif", "Tinos"),
    ("DejaVu", "Bitstream Vera", "Veranda", "Verana"),
    ("Liberation Mono", "Courier", "Nimbus Mono", "FreeMono", "Cousine"),
    ("P052", "TeX Gyre Pagella"),
    ("URW Gothic", "TeX Gyre Adventor"),
    ("Nimbus Sans", "TeX Gyre Heros", "Aerial", "Arimo"),
    *((design,) for design in ("Accanthis", "Anonymous", "Averia", "CMU", "Clear Sans")),
    *((design,) for design in ("Dustismo", "Fanwood", "GFS", "Gentium", "Gillius", "Go M")),
    *((design,) for design in ("Inter", "Linux", "Open Sans", "PT ", "Tiresias")),
    ("M PLUS", "Mplus"),
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
OTHERS = Path(__file__).parent / "readings" / "andre.txt"
SHOWN = 12  # pairs of names
LEVELS = (0.8, 0.9, 0.925, 0.95, 0.967, 0.98, 0.99, 0.995)  # confidences to be certain at


class Verdict(NamedTuple):
    """The confidence of what a misreading was taken for, -1 for nothing; whether it is right.

    ``between``: the two likeliest names, in the order of the alphabet.
    """

    sure: float
    right: bool
    between: tuple[str, ...]


def part(typeface: str) -> int:
    """Which of the parts a typeface is in."""
    design = typeface
    for group in _DESIGNS:
        if typeface.startswith(group):
            design = group[0]
    return zlib.crc32(design.encode()) % PARTS


def verdicts(misreadings: Iterable[Pair]) -> list[Verdict]:
    """What is found for each misreading, whatever its confidence."""
    found: list[Verdict] = []
    with patch.object(names, "CERTAIN", 0.0):
        forget()
        for given, truth in misreadings:
            match = names.match(given)
            named = match.municipality
            sure = match.confidence if named is not None else -1.0
            two = sorted(one.name for one in (match.likely, match.runner_up) if one is not None)
            right = named is not None and named.name == truth
            found.append(Verdict(sure, right, tuple(two)))
    forget()
    return found


def score(found: Iterable[Verdict], certain: float = names.CERTAIN) -> Counter[str]:
    """Counts of "right", "undecided" and "wrong" where less sure ones are left undecided."""
    counts: Counter[str] = Counter()
    for sure, right, _ in found:
        counts["undecided" if sure < certain else "right" if right else "wrong"] += 1
    return counts


def held_out(
    misreadings: Sequence[Reading], more: Sequence[Reading], index: int
) -> tuple[list[Verdict], list[Pair]]:
    """One part of the typefaces by a channel learned from the others, and their pairs.

    ``more``: misreadings to learn from that nothing is scored on.
    """
    learned = (r for r in (*misreadings, *more) if part(r.typeface) != index)
    channel = learn(pairs(learned))
    theirs = sorted({(r.given, r.truth) for r in misreadings if part(r.typeface) == index})
    with patch.object(names, "learned", lambda: channel):
        return verdicts(theirs), theirs


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


def report_levels(found: Sequence[Verdict]) -> None:
    """Print right and wrong by the confidence asked for, ours among them.

    The bound on the share of wrong ones among those decided is Clopper and Pearson's (1934).
    """
    from scipy.stats import beta

    print("\n| certain at | right % | wrong | wrong, % of decided | at most (95 %) |")
    print("|--:|--:|--:|--:|--:|")
    for level in sorted({*LEVELS, names.CERTAIN}):
        counts = score(found, level)
        right, wrong = counts["right"], counts["wrong"]
        most = beta.ppf(0.95, wrong + 1, right)
        told = f"{100 * wrong / (right + wrong):.2f} | {100 * most:.2f}"
        print(f"| {level} | {100 * right / len(found):.1f} | {wrong} | {told} |")


def report_pairs(found: Sequence[Verdict]) -> None:
    """Print between which two names most misreadings stay undecided: they bound what is right."""
    left = Counter(one.between for one in found if one.sure < names.CERTAIN)
    print(f"\n| undecided between | of {left.total()} |\n|---|--:|")
    for between, count in left.most_common(SHOWN):
        print(f"| {' and '.join(between)} | {count} |")


def others() -> list[str]:
    """Texts that name no municipality, as they stand, with a capital and in capitals."""
    lines = OTHERS.read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if line and not line.startswith("#")]
    return list(dict.fromkeys(form for t in texts for form in (t, t[0].upper() + t[1:], t.upper())))


def report_others() -> None:
    """Print how many texts that name none are taken for a municipality."""
    texts = others()
    taken = [text for text in texts if names.match(text).municipality is not None]
    print("\n| texts | given | taken for a municipality |\n|---|--:|--:|")
    print(f"| that name none | {len(texts)} | {len(taken)} |")
    for text in taken:
        print(f"- {text}")


def main() -> None:
    """Score files, or the held-out typefaces."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    for file in options.files:
        lines = file.read_text(encoding="utf-8").splitlines()
        listed = [(given, truth) for given, truth in (line.split("\t") for line in lines)]
        report(score(verdicts(listed)), listed)
    if not options.files:
        every, theirs = list[Verdict](), list[Pair]()
        misreadings, strayed = readings(), readings(STRAYED)
        for index in range(PARTS):
            found, of_part = held_out(misreadings, strayed, index)
            every += found
            theirs += of_part
        report(score(every), theirs)
        report_levels(every)
        report_pairs(every)
        report_others()


if __name__ == "__main__":
    main()
