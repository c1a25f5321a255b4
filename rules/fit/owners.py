"""Whose a figure is by where it stands: the names nearest to it, or whom the text has come to."""

from __future__ import annotations

import re

from rules.fit.quantities import Quantity
from rules.grammar.tagged import NAMED
from rules.sentences.prose import Utterance

_BREAK = re.compile(r"[;:,](?!\d)|\b(?:mens|men|hvorimod|og\s+(?=@\[|i\s+@\[|for\s+@\[))\b")


def owners(one: Utterance, quantity: Quantity) -> tuple[str, ...]:
    """Codes of the municipalities a figure may be of; empty where nobody is spoken of.

    Names in the figure's own clause come first, then the last before it, then the next after it.
    """
    runs = list(NAMED.finditer(one.tagged))
    if not runs:
        return (one.subject.code,) if one.subject is not None else ()
    start, end = clause(one.tagged, quantity)
    beside = [run for run in runs if start <= run.start() < end]
    before = [run for run in runs if run.start() < quantity.start]
    near = min(beside, key=lambda run: _apart(run, quantity), default=None)
    run = near or (before[-1] if before else runs[0])
    return tuple(run[1].split("+"))


def clause(tagged: str, quantity: Quantity) -> tuple[int, int]:
    """Where the clause of a figure begins and ends."""
    breaks = [match.start() for match in _BREAK.finditer(tagged)]
    start = max((place for place in breaks if place < quantity.start), default=0)
    end = min((place for place in breaks if place >= quantity.end), default=len(tagged))
    return start, end


def _apart(run: re.Match[str], quantity: Quantity) -> int:
    """Characters between a name and the figure; a name before it is nearer than one after."""
    if run.end() <= quantity.start:
        return quantity.start - run.end()
    return 2 * (run.start() - quantity.end)
