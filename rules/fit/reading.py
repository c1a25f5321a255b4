"""One thing a figure of a sentence may be."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.model import Measure, Municipality, Period
from rules.model import ClaimKind


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a figure may be: its value as far as printed, and what it is, in Danish."""

    value: float
    decimals: int
    what: str
    kind: ClaimKind
    measure: Measure | None = None
    who: Municipality | None = None
    period: Period | None = None
    gap: bool = False  # a difference between two figures
    below: bool | None = None  # of a gap: whether the first lies below the other
    likely: bool = False  # nothing the words tell speaks for another
    over_time: bool = False  # a gap between two times: `below` where the later is the lower
