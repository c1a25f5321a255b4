"""The cells of the note's tables by the words beside and above them, known measure or not.

A cell is what a figure of the prose is where nothing that both tell sets them apart: whose it is,
of which benefit, of which goal, of which year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import TypeVar

from normalize.figures.numbers import parse
from normalize.headings.periods import MONTHS
from normalize.model import Grid, Group
from normalize.names.mentions import find
from rules.case import Case
from rules.sentences.prose import groups_in

_GOALS = {
    "resultat": re.compile(r"resultatm|forvent|faktisk|forsørg", re.I),
    "samtaler": re.compile(r"samtale", re.I),
    "tilbud": re.compile(r"tilbud|aktiver", re.I),
    "omfattet": re.compile(r"omfatte|genopretning|tilsyn", re.I),
    "inspiration": re.compile(r"inspiration", re.I),
}
_TIME = re.compile(rf"(?:\b(?:{'|'.join(MONTHS)})\s+#?)?\b20[1-4]\d\b", re.I)
_WHOLE = re.compile(r"\b(?:alle\s+ydelser|i\s+alt|samlet|tilsammen|under\s+ét|total)\b", re.I)
_Key = TypeVar("_Key")
_ANY_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Keys:
    """What words tell a figure apart by; an empty set is told by nothing."""

    who: frozenset[str] = frozenset()
    groups: frozenset[Group] = frozenset()
    goals: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()

    def allow(self, other: Keys) -> bool:
        """Whether nothing that both tell sets them apart, but for the time."""
        return (
            _meet(self.who, other.who)
            and _meet(self.groups, other.groups)
            and _meet(self.goals, other.goals)
        )

    def in_time(self, other: Keys) -> bool:
        """Whether the times that both tell are the same, as far as told: a year or a month."""
        both = product(self.times, other.times)
        either = not self.times or not other.times
        return either or any(one in two or two in one for one, two in both)


def _meet(one: frozenset[_Key], other: frozenset[_Key]) -> bool:
    return not one or not other or bool(one & other)


@dataclass(frozen=True, slots=True)
class Field:
    """A figure of a table with the row and column it stands in (0-based) and their words."""

    table: int
    row: int
    column: int
    number: float
    decimals: int
    words: str
    keys: Keys


def keys_of(text: str, who: frozenset[str] = frozenset()) -> Keys:
    """What a text tells of groups, goals and times."""
    groups = groups_in(text) or ((Group.ALLE,) if _WHOLE.search(text) else ())
    goals = {goal for goal, words in _GOALS.items() if words.search(text)}
    times = {" ".join(time.lower().replace("#", "").split()) for time in _TIME.findall(text)}
    return Keys(who, frozenset(groups), frozenset(goals), frozenset(times))


@lru_cache(maxsize=8)
def fields(case: Case) -> tuple[Field, ...]:
    """Every figure of the note's short tables."""
    return tuple(field for grid in case.note.grids for field in _fields(grid))


def pairs(those: tuple[Field, ...]) -> Iterator[tuple[Field, Field]]:
    """Figures that may be held against each other: of one row or column, of one thing."""
    for one, other in combinations(those, 2):
        alike = (one.table, one.decimals) == (other.table, other.decimals)
        same = (one.keys.groups, one.keys.goals) == (other.keys.groups, other.keys.goals)
        if alike and same and (one.row == other.row or one.column == other.column):
            yield one, other


def _fields(grid: Grid) -> Iterator[Field]:
    for row, cells in enumerate(grid.rows):
        figures = {
            place: parse(cell)
            for place, cell in enumerate(cells)
            if place and _ANY_NUMBER.search(cell)  # the first column says what the row is
        }
        known = {place: one for place, one in figures.items() if one.number is not None}
        label = " ".join(cell for place, cell in enumerate(cells) if place not in known)
        for place, figure in known.items():
            heading, number = grid.headings[place], figure.number or 0.0
            keys = keys_of(f"{label} | {heading}", _who(label) or _who(heading))
            words = f"{label}, {heading}".strip(", ")
            yield Field(grid.table, row, place, number, figure.decimals, words, keys)


@lru_cache(maxsize=1024)
def _who(words: str) -> frozenset[str]:
    return frozenset(mention.municipality.code for mention in find(words)[1])
