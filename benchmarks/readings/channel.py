"""Learn the noisy channel of names from readings.

    python -m benchmarks.readings.channel > normalize/data/kanal.tsv

The misreadings are those `benchmarks.readings.gather` wrote to ``misreadings.tsv``, and those of
``strayed.tsv``, drawn when it did not leave out lines that may belong to the next row: a few of
these are another name's, so they are learned from and nothing is scored on them. By hard
expectation maximization: align all, count what happened to each letter, make the channel from the
counts, again. A reading seen n times counts √n: common misreadings weigh more, but not so much that
the channel knows nothing else.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from normalize.names.channel import DANISH, END, START, WITHIN, Channel, Step
from normalize.names.kanal import Level, Table
from normalize.names.printed import bare, titled

DATA = Path(__file__).parent / "misreadings.tsv"
STRAYED = DATA.with_name("strayed.tsv")
ROUNDS = 5  # the likelihood gains under 0.02 nats a reading after the fourth
# Levels to start from: (share, loss, how much faster for Danish letters, extras).
START_LEVELS = (
    Level(0.15, 0.02, 5, 0.01),
    Level(0.3, 0.05, 50, 0.01),
    Level(0.25, 0.13, 20, 0.02),
    Level(0.2, 0.3, 10, 0.05),
    Level(0.1, 0.6, 5, 0.1),
)
START_GAPS = {2: 0.02, 3: 0.01}
# Pseudo-counts: what all letters are read as, for the folded letter; that, for the cased one.
_COMMON, _FOLDED = 16.0, 15.0
_FEWEST = 3.0  # weight under which letters that melt are chance


class Pair(NamedTuple):
    """A misreading, as the matcher sees it (bare and folded), what was printed, its weight."""

    given: str
    truth: str
    weight: float


class Reading(NamedTuple):
    """A misreading and how often one typeface gave it."""

    typeface: str
    times: int
    given: str
    truth: str


def readings(file: Path = DATA) -> list[Reading]:
    """The misreadings of a file of `benchmarks.readings.gather`."""
    lines = file.read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line)
    return [Reading(typeface, int(times), given, truth) for typeface, times, given, truth in rows]


def pairs(misreadings: Iterable[Reading]) -> tuple[Pair, ...]:
    """Weighed pairs of misreadings."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, times, given, truth in misreadings:
        name = titled(bare(given)[0])
        if name and name != truth:
            counts[name, truth] += times
    return tuple(Pair(given, truth, math.sqrt(n)) for (given, truth), n in counts.items())


class _Weights(defaultdict[str, float]):
    """Weights by name, 0 for what has none."""

    def __init__(self, *parts: Mapping[str, float]) -> None:
        super().__init__(float)
        for part in parts:
            for name, weight in part.items():
                self[name] += weight

    def total(self) -> float:
        """Sum of all."""
        return sum(self.values())


@dataclass
class _Counts:
    """What happened in all alignments, by weight."""

    reads: defaultdict[str, _Weights] = field(default_factory=lambda: defaultdict(_Weights))
    lost_before: _Weights = field(default_factory=_Weights)  # pairs whose first letter is lost
    extras: defaultdict[str, _Weights] = field(default_factory=lambda: defaultdict(_Weights))
    slots: _Weights = field(default_factory=_Weights)  # places a letter too many could stand
    gaps: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    lost: _Weights = field(default_factory=_Weights)
    expected: _Weights = field(default_factory=_Weights)
    # For each level: readings, plain and Danish letters lost and expected lost, extras, slots.
    levels: defaultdict[int, _Weights] = field(default_factory=lambda: defaultdict(_Weights))

    def add(self, channel: Channel, pair: Pair) -> None:
        """Count one reading."""
        _, truth, weight = pair
        steps = channel.align(pair.given, truth)
        logs = channel.by_level(truth, steps)
        most = max(logs)
        total = sum(math.exp(log - most) for log in logs)
        shares = [weight * math.exp(log - most) / total for log in logs]
        for where, places in ((START, 1), (WITHIN, len(truth) - 1), (END, 1)):
            self.slots[where] += weight * places
        for level, share in enumerate(shares):
            self.levels[level]["readings"] += share
            self.levels[level]["slots"] += share * (len(truth) + 1)
        for step in steps:
            self._add_step(channel, truth, step, shares)

    def _add_step(self, channel: Channel, truth: str, step: Step, shares: Sequence[float]) -> None:
        place, printed, read = step
        weight = sum(shares)
        if not printed:
            where = START if place == 0 else END if place == len(truth) else WITHIN
            self.extras[where][read] += weight
            for level, share in enumerate(shares):
                self.levels[level]["extras"] += share
            return
        letter = printed[0]
        kind = "danish" if letter in DANISH else "plain"
        for level, (share, loss) in enumerate(zip(shares, channel.loss(letter), strict=True)):
            self.expected[letter] += share * loss
            self.levels[level]["expected " + kind] += share * loss
            self.levels[level]["lost " + kind] += share * (not step.kept)
        if step.kept:
            return
        self.lost[letter] += weight
        if len(printed) > 1 and not read:
            self.gaps[len(printed)] += weight
            return
        self.lost_before[truth[place : place + 2].casefold()] += weight
        self.reads[printed if len(printed) == 1 else printed.casefold()][read] += weight

    def channel(self, before: Channel) -> Channel:
        """The channel these counts make, loss rates moved from those of ``before``."""
        every = _Weights(*(c for printed, c in self.reads.items() if len(printed) == 1))
        heard = _Weights({read: n for read, n in every.items() if len(read) < 2 and n >= 1})
        letters = {read: n / heard.total() for read, n in heard.items()}
        reads, novelty = self._reads()
        frailty = {
            letter: before.table.frailty.get(letter, 1.0) * (self.lost[letter] + 1) / (n + 1)
            for letter, n in self.expected.items()
        }
        readings = sum(counts["readings"] for counts in self.levels.values())
        gaps = {lost: (self.gaps[lost] + 1) / self.lost.total() for lost in before.table.gaps}
        levels = tuple(
            _moved(level, self.levels[index], readings)
            for index, level in enumerate(before.table.levels)
        )
        return Channel(Table(levels, frailty, novelty, reads, letters, self._extras(), gaps))

    def _reads(self) -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, float]]:
        pooled: dict[str, _Weights] = {}
        for printed, counts in self.reads.items():
            if len(printed) == 1:
                for letter in {printed.lower(), printed.upper()}:
                    pooled[letter] = _Weights(
                        pooled.get(letter, {}), _lent(counts, printed, letter)
                    )
        reads: dict[str, Mapping[str, float]] = {}
        novelty: dict[str, float] = {}
        for letter in self.expected:
            common, cased = pooled.get(letter, _Weights()), self.reads[letter]
            back, own = _COMMON / (common.total() + _COMMON), _FOLDED / (cased.total() + _FOLDED)
            if letter == letter.casefold():
                own = 1.0
            novelty[letter] = own * back
            reads[letter] = {
                read: own * (1 - back) * n / common.total()
                + (1 - own) * cased[read] / max(cased.total(), 1.0)
                for read, n in common.items()
            }
        for printed, counts in self.reads.items():
            if len(printed) == 2:
                often = {read: n for read, n in counts.items() if n >= _FEWEST}
                total = self.lost_before[printed] + 2
                reads[printed] = {read: n / total for read, n in often.items()}
        return reads, novelty

    def _extras(self) -> Mapping[str, Mapping[str, float]]:
        every = _Weights(*self.extras.values())
        rate = every.total() / self.slots.total()
        return {
            place: {
                read: (self.extras[place][read] + 10 * n / every.total())
                / (self.extras[place].total() + 10)
                * (self.extras[place].total() / self.slots[place] / rate)
                for read, n in every.items()
                if n >= 1
            }
            for place in (START, WITHIN, END)
        }


def _lent(counts: Mapping[str, float], printed: str, letter: str) -> Mapping[str, float]:
    """What ``printed`` was read as, for the same letter in another case: half change theirs too."""
    if printed == letter:
        return counts
    halves = _Weights()
    for read, n in counts.items():
        for form in (read, read.upper() if letter.isupper() else read.lower()):
            halves[form] += n / 2
    return halves


def _moved(level: Level, counts: Mapping[str, float], readings: float) -> Level:
    """A level with its rates moved to what was seen of it."""
    plain = (counts["lost plain"] + 0.5) / (counts["expected plain"] + 0.5)
    danish = (counts["lost danish"] + 0.5) / (counts["expected danish"] + 0.5)
    return Level(
        weight=counts["readings"] / readings,
        loss=level.loss * plain,
        danish=min(200.0, max(1.0, level.danish * danish / plain)),
        extra=(counts["extras"] + 0.5) / (counts["slots"] + 20),
    )


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs_of_letters = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs_of_letters if a != b), min(len(one), len(other)))


def _difference(given: str, truth: str) -> tuple[str, str]:
    """Printed and read between the letters both begin with and those both end with."""
    printed = truth
    begin = _alike(given, printed)
    end = _alike(given[begin:][::-1], printed[begin:][::-1])
    return truth[begin : len(truth) - end], given[begin : len(given) - end]


def first(misreadings: Sequence[Pair]) -> Channel:
    """The channel to start from: every letter alike, and the splits and melts that stand alone."""
    letters = Counter(letter for pair in misreadings for letter in pair.given)
    share = {letter: n / letters.total() for letter, n in letters.items()} | {"": 0.3}
    alone = Counter(_difference(pair.given, pair.truth) for pair in misreadings)
    reads: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (printed, read), n in alone.items():
        if n > 1 and (len(printed), len(read)) in ((1, 2), (2, 1), (2, 2)):
            reads[printed if len(printed) == 1 else printed.casefold()][read] = 0.02
    extras = {place: dict(share) for place in (START, WITHIN, END)}
    return Channel(Table(START_LEVELS, {}, {}, reads, share, extras, START_GAPS))


def learn(misreadings: Sequence[Pair]) -> Channel:
    """The channel that explains the misreadings best."""
    channel = first(misreadings)
    for _ in range(ROUNDS):
        counts = _Counts()
        for pair in misreadings:
            counts.add(channel, pair)
        channel = counts.channel(channel)
    return channel


def written(table: Table) -> str:
    """The table as `normalize.names.channel.learned` reads it."""
    lines = ["# Learned by benchmarks/readings/channel.py; `normalize.names.channel` tells."]
    lines += ["\t".join(["level", *(f"{rate:.4g}" for rate in level)]) for level in table.levels]
    lines += [
        f"letter\t{letter}\t{frailty:.3g}\t{table.novelty[letter]:.3g}"
        for letter, frailty in sorted(table.frailty.items())
    ]
    lines += [f"any\t{read}\t{share:.3g}" for read, share in sorted(table.letters.items())]
    lines += [f"gap\t{lost}\t{share:.3g}" for lost, share in table.gaps.items()]
    for kind, nested in (("read", table.reads), ("extra", table.extras)):
        for printed, shares in sorted(nested.items()):
            lines += [f"{kind}\t{printed}\t{r}\t{s:.3g}" for r, s in sorted(shares.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table learned from the misreadings."""
    sys.stdout.write(written(learn(pairs([*readings(), *readings(STRAYED)])).table))


if __name__ == "__main__":
    main()
