"""What the kinds of notes share: choices from a seed, and the body of a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from benchmarks.word.fodt import Block, Part
from benchmarks.word.tables import (
    Truth,
    names,
)

X = TypeVar("X")
WORDS = (
    ("Opfyldt", "Ikke opfyldt"),
    ("Opfylder", "Opfylder ikke"),
    ("Ja", "Nej"),
    ("Lever op til", "Lever ikke op til"),
)
FORMS = ("{}%", "{} %", "{}", "{} pct.")
STYLES = ("grid", "lines", "bare", "zebra", "dark", "frame")


@dataclass(frozen=True, slots=True)
class Dice:
    """Choices from a seed."""

    rng: np.random.Generator

    def pick(self, choices: Sequence[X]) -> X:
        """One of the choices."""
        return choices[int(self.rng.integers(len(choices)))]

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return bool(self.rng.random() < share)

    def some(self, count: int) -> list[str]:
        """Municipalities in Danish order."""
        places = sorted(self.rng.choice(98, count, replace=False))
        return [names()[int(place)] for place in places]


@dataclass(frozen=True, slots=True)
class Body:
    """What stands below the head of a note."""

    title: str
    parts: tuple[Part, ...]
    truth: tuple[Truth, ...]


def note_lines(*, red: bool) -> list[Part]:
    """What stands below a table."""
    lines: list[Part] = []
    if red:
        lines.append(Block("Anm.: Hvor kommunen er under målet, står tallet med rødt.", "small"))
    lines.append(Block("Kilde: Jobindsats.dk samt egen tilvirkning.", "small"))
    return lines
