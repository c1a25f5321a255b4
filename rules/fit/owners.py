"""Whose a figure is by where it stands: the names nearest to it, or whom the text has come to."""

from __future__ import annotations

import re

from rules.fit.quantities import Quantity
from rules.grammar.tagged import NAMED
from rules.sentences.prose import Utterance

_BREAK = re.compile(
    r"[;:,](?!\d)|\b(?:mens|men|hvorimod)\b"
    r"|\bog\s+(?=(?:i|for|hos|på|med|som)\s|@\[|#|nr\b|nummer\b)"
)


def owners(one: Utterance, quantity: Quantity) -> tuple[str, ...]:
    """Codes of the municipalities a figure may be of; empty where nobody is spoken of.

    The last name before it in its own clause, else one behind it there, else the last before.
    """
    runs = list(NAMED.finditer(one.tagged))
    if not runs:
        return (one.subject.code,) if one.subject is not None else ()
    start, end = clause(one.tagged, quantity)
    beside = [run for run in runs if start <= run.start() < end]
    before = [run for run in runs if run.start() < quantity.start]
    near = [run for run in beside if run in before][-1:] or beside or before[-1:] or runs
    return tuple(near[0][1].split("+"))


def clause(tagged: str, quantity: Quantity) -> tuple[int, int]:
    """Where the clause of a figure begins and ends."""
    breaks = [match.start() for match in _BREAK.finditer(tagged)]
    start = max((place for place in breaks if place < quantity.start), default=0)
    end = min((place for place in breaks if place >= quantity.end), default=len(tagged))
    return start, end
