"""A share of one municipality in one period, as the note prints or shows it."""

from __future__ import annotations

from typing import NamedTuple

from normalize.model import Measure, Period
from rules.derived.figures import POLAR, RECEIVED, Figures


class Printed(NamedTuple):
    """A share in per cent, its decimals, and whether it may be trusted."""

    number: float
    decimals: int
    trusted: bool


def as_printed(share: str) -> Printed:
    """A share of the prose, with a decimal comma."""
    return Printed(float(share.replace(",", ".")), len(share.partition(",")[2]), trusted=True)


def as_shown(
    figures: Figures, code: str, measure: Measure, period: Period | None
) -> Printed | None:
    """The share the note gives for a period, turned to the polarity of ``measure``.

    One that may be trusted where there is any.
    """
    goal = next(both for both in POLAR.values() if measure in both)
    for one in figures.find(code, goal, period):
        if one.number is not None:
            same = one.received == (measure in RECEIVED)
            return Printed(one.number if same else 100.0 - one.number, one.decimals, one.trusted)
    return None
