"""Which figure each sentence of a note is about: its own, or the one carried on from before."""

from __future__ import annotations

from functools import lru_cache

from normalize.model import Measure
from rules.case import Case
from rules.derived.amounts import SHARES, measure_told
from rules.grammar.shares import speaks

_LEVELS = frozenset({Measure.FAKTISK, Measure.FORVENTET, Measure.DIFFERENCE})


@lru_cache(maxsize=8)  # of the note at hand and by the book alone
def topics(case: Case) -> tuple[Measure | None, ...]:
    """The figure each of the note's utterances is about, by its index.

    A sentence that tells none is about that of the one before in its paragraph, the first of a
    paragraph about that of its heading; None where there is none, or several.
    """
    found: list[Measure | None] = []
    topic: Measure | None = None
    paragraph = None
    for one in case.utterances:
        told = measure_told(one.tagged, case.received)
        if one.sentence.paragraph != paragraph:
            topic = told or measure_told(one.heading, case.received)
        elif told is not None or speaks(one.tagged):
            topic = told
        paragraph = one.sentence.paragraph
        if topic is None and "andel" in one.tagged and not speaks(one.tagged):
            topic = case.sole_share
        found.append(topic)
    return tuple(found)


@lru_cache(maxsize=8)
def sole_amount(case: Case) -> Measure | None:
    """The one figure the tables are about: a share, how far from what was expected, or ranks."""
    if case.sole_share is not None:
        return case.sole_share
    shown = {one.measure for one in case.figures.every if one.table is not None}
    if shown & SHARES:
        return None
    if shown & _LEVELS:
        return Measure.DIFFERENCE
    return Measure.PLACERING if Measure.PLACERING in shown else None
