"""How likely a printed name is read as a given text: a noisy channel learned from misreadings.

Every printed letter is kept or lost; a lost one becomes another letter, two, none, or melts with
the next one (``rn`` → ``m``). How often which happens was counted in real readings of many
typefaces and damages (``python -m benchmarks.readings.channel`` writes ``data/kanal.tsv``). Errors
come together: a reading has a level of noise, which is not known and therefore summed over, as
are the ways in which the letters of the two may belong to each other.

After Brill & Moore, *An improved error model for noisy channel spelling correction* (ACL 2000);
the levels are ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from normalize.names.kanal import Table, load

DANISH = frozenset("æøåÆØÅ")
# Where a letter too many stands: before the first, between two, after the last.
START, WITHIN, END = "^", "+", "$"
UNHEARD = 3e-4  # share of a letter that no reading showed
_BAND = 4  # letters by which an alignment may stray from the diagonal


class Step(NamedTuple):
    """One step of an alignment: ``printed`` (0-3 letters, from ``place`` on) was read ``read``."""

    place: int
    printed: str
    read: str

    @property
    def kept(self) -> bool:
        """Whether the letter came out as printed."""
        return self.printed == self.read


class _Letter(NamedTuple):
    """One printed letter: how likely what it may be read as is, log of kept and lost by level."""

    reads: Mapping[str, float]
    unheard: float
    lost: float  # share of being lost, at the average level
    kept_by_level: tuple[float, ...]
    lost_by_level: tuple[float, ...]


@dataclass(frozen=True)
class Channel:
    """A learned table made ready for reading."""

    table: Table

    def log_likelihood(
        self,
        given: str,
        truth: str,
        *,
        noise: Sequence[float] | None = None,
        limit: float = math.inf,
    ) -> float:
        """Log of the probability that ``truth`` is read as ``given``, in the same letter case.

        ``noise``: log of the share of each level, where another word tells of it (`noise`).
        Alignments dearer than ``limit`` nats are not followed: minus infinity if none is left.
        """
        steps, others = self._alignments(given, truth, limit)
        if not steps:
            return -math.inf
        logs = self.by_level(truth, steps)
        if noise is not None:
            logs = tuple(
                log + share - math.log(level.weight)
                for log, share, level in zip(logs, noise, self.table.levels, strict=True)
            )
        return log_sum(logs) + others

    def noise(self, given: str, truth: str) -> tuple[float, ...]:
        """Log of the share of each level of noise in a reading whose truth is known."""
        logs = self.by_level(truth, self.align(given, truth))
        return tuple(log - log_sum(logs) for log in logs)

    def align(self, given: str, truth: str, limit: float = math.inf) -> tuple[Step, ...]:
        """The likeliest steps from ``truth`` to ``given``, () past ``limit``."""
        return self._alignments(given, truth, limit)[0]

    def _alignments(self, given: str, truth: str, limit: float) -> tuple[tuple[Step, ...], float]:
        """The likeliest steps; the log of how much likelier they are with all others together.

        At the average level, where the others weigh as they do over all levels (the log posterior
        of the truth on held-out typefaces is -0.136 nats, -0.135 with each level summed by itself
        and -0.143 without the others). Dynamic programming over both texts,
        O(len(given) · len(truth)); written for speed.
        """
        long, wide = len(truth), len(given)
        least = math.exp(-limit)
        best = [[least] * (wide + 1) for _ in range(long + 1)]
        every = [[0.0] * (wide + 1) for _ in range(long + 1)]
        came = [[(0, 0)] * (wide + 1) for _ in range(long + 1)]
        best[0][0] = every[0][0] = 1.0
        stray = _BAND + abs(long - wide)
        for i in range(long + 1):
            extras, no_extra = self._extras[START if i == 0 else END if i == long else WITHIN]
            single = self._letter(truth[i]) if i < long else None
            double = self._pairs.get(truth[i : i + 2].casefold()) if i + 1 < long else None
            for j in range(max(0, i - stray), min(wide, i + stray) + 1):
                here, all_here = best[i][j], every[i][j]
                if here <= least:
                    continue
                reads = (given[j : j + 1], given[j : j + 2])[: min(wide - j, 2)]
                moves = [(i, j + 1, extras.get(reads[0], no_extra))] if reads else []
                if single is not None:
                    moves.append((i + 1, j, single.reads[""]))
                    unheard = single.unheard
                    for end, read in enumerate(reads, j + 1):
                        moves.append((i + 1, end, single.reads.get(read, unheard)))
                        unheard = 0.0
                        if double and read in double:
                            moves.append((i + 2, end, single.lost * double[read]))
                    for letters, gap in self.table.gaps.items():
                        if i + letters <= long:
                            moves.append((i + letters, j, single.lost * gap))
                for to_i, to_j, share in moves:
                    every[to_i][to_j] += all_here * share
                    if here * share > best[to_i][to_j]:
                        best[to_i][to_j], came[to_i][to_j] = here * share, (i, j)
        if best[long][wide] <= least:
            return (), 0.0
        steps = []
        i, j = long, wide
        while (i, j) != (0, 0):
            from_i, from_j = came[i][j]
            steps.append(Step(from_i, truth[from_i:i], given[from_j:j]))
            i, j = from_i, from_j
        return tuple(reversed(steps)), math.log(every[long][wide] / best[long][wide])

    def by_level(self, truth: str, steps: Iterable[Step]) -> tuple[float, ...]:
        """Log likelihood of an alignment (weight included) for each level of noise."""
        totals = [
            math.log(level.weight) + (len(truth) + 1) * math.log(1 - level.extra)
            for level in self.table.levels
        ]
        shared = 0.0
        for place, printed, read in steps:
            if not printed:
                where = START if place == 0 else END if place == len(truth) else WITHIN
                extras, no_extra = self._extras[where]
                shared += math.log(extras.get(read, no_extra) / self._extra)
                logs: Sequence[float] = self._extra_by_level
            else:
                letter = self._letter(printed[0])
                kept = printed == read
                logs = letter.kept_by_level if kept else letter.lost_by_level
                if len(printed) > 1 and not read:
                    shared += math.log(self.table.gaps[len(printed)])
                elif len(printed) > 1:
                    shared += math.log(self._pairs[printed.casefold()][read])
                elif not kept:
                    shared += math.log(letter.reads.get(read, letter.unheard) / letter.lost)
            totals = [total + log for total, log in zip(totals, logs, strict=True)]
        return tuple(total + shared for total in totals)

    def loss(self, letter: str) -> tuple[float, ...]:
        """Probability, by level, that a letter is not read as itself."""
        frailty = self.table.frailty.get(letter, 1.0)
        return tuple(
            1 - math.exp(-level.loss * frailty * (level.danish if letter in DANISH else 1.0))
            for level in self.table.levels
        )

    def _letter(self, letter: str) -> _Letter:
        found = self._made.get(letter)
        if found is None:
            found = self._made[letter] = self._make(letter)
        return found

    def _make(self, letter: str) -> _Letter:
        by_level = self.loss(letter)
        lost = sum(
            level.weight * loss for level, loss in zip(self.table.levels, by_level, strict=True)
        )
        novelty = self.table.novelty.get(letter, 1.0)
        shares = {read: novelty * share for read, share in self.table.letters.items()}
        shares |= {
            read: share + shares.get(read, 0.0)
            for read, share in self.table.reads.get(letter, {}).items()
        }
        reads = {read: lost * share for read, share in shares.items()}
        reads[letter] = 1 - lost
        return _Letter(
            reads,
            lost * novelty * UNHEARD,
            lost,
            tuple(math.log(1 - loss) for loss in by_level),
            tuple(math.log(loss) for loss in by_level),
        )

    @cached_property
    def _made(self) -> dict[str, _Letter]:
        return {}

    @cached_property
    def _pairs(self) -> Mapping[str, Mapping[str, float]]:
        """Two letters that melt → what they are read as → share, once the first is lost."""
        return {
            printed: shares for printed, shares in self.table.reads.items() if len(printed) == 2
        }

    @cached_property
    def _extra(self) -> float:
        return sum(level.weight * level.extra for level in self.table.levels)

    @cached_property
    def _extra_by_level(self) -> tuple[float, ...]:
        return tuple(math.log(level.extra) for level in self.table.levels)

    @cached_property
    def _extras(self) -> Mapping[str, tuple[Mapping[str, float], float]]:
        """Place → share of each letter too many there, and of one never heard."""
        return {
            place: (
                {read: self._extra * share for read, share in shares.items()},
                self._extra * UNHEARD,
            )
            for place, shares in self.table.extras.items()
        }


def log_sum(logs: Sequence[float]) -> float:
    """Log of the sum of what the logs stand for."""
    most = max(logs)
    return most + math.log(sum(math.exp(log - most) for log in logs))


@cache
def learned() -> Channel:
    """The channel of ``data/kanal.tsv``."""
    return Channel(load())
