"""The same figure in several notes: every source of it, and which one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from normalize.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from normalize.model import Note

HALF = 0.5 + 1e-9  # of the last printed decimal: what rounding alone explains

CORRECTION = re.compile(
    r"\b(?:korrigeret|rettet|revideret|berigtiget) (?:version|udgave|notat|opgørelse|tabel)"
    r"|\berstatter (?:det |den )?(?:tidligere|notat|opgørelse)|\bgenudsend",
    re.IGNORECASE,
)


class Key(NamedTuple):
    """What a figure is about; the parts are the words of the contract, ``unit`` included."""

    code: str
    measure: str
    group: str
    period: str
    unit: str


@dataclass(frozen=True, slots=True)
class Source:
    """One figure as one note prints it.

    ``value`` is the contract's text: a number with a decimal point, or a status. ``date`` is
    ISO or empty. ``corrects``: the note says of itself that it puts an earlier one right.
    """

    key: Key
    value: str
    status: str
    document: str
    date: str
    corrects: bool
    page: str
    table: str
    row: str
    column: str

    @property
    def trusted(self) -> bool:
        """False where a person must look first."""
        return self.status != "review"

    @property
    def place(self) -> str:
        """Where it stands, in Danish."""
        page = f", side {self.page}" if self.page else ""
        return f"{self.document} (tabel {self.table}{page})"


@dataclass(frozen=True, slots=True)
class Series:
    """All sources of one figure, oldest note first; the last trusted one stands."""

    key: Key
    sources: tuple[Source, ...]

    @property
    def standing(self) -> Source:
        """The source that counts: of the latest note, a trusted cell before one for review."""
        return max(self.sources, key=lambda one: (one.trusted, one.date, one.document))


def corrects(note: Note) -> bool:
    """Whether a note says of itself that it puts an earlier one right."""
    texts = (note.header.title, *(sentence.text for sentence in note.sentences))
    return any(CORRECTION.search(text) for text in texts)


def series(sources: Iterable[Source]) -> Iterator[Series]:
    """Group the sources by what they are about, in the order of `Key`."""
    ordered = sorted(sources, key=lambda one: (one.key, one.date, one.document, int(one.row)))
    for key, some in groupby(ordered, key=lambda one: one.key):
        yield Series(key, tuple(some))


def agree(one: str, other: str) -> bool:
    """Whether two printed values can be the same figure, one of them rounded further."""
    if one == other:
        return True
    try:
        difference = abs(float(one) - float(other))
    except ValueError:
        return False
    decimals = min(len(value.partition(".")[2]) for value in (one, other))
    return difference <= HALF * 10.0**-decimals


class Pair(NamedTuple):
    """The same figure in two notes of the archive, neighbours in time."""

    earlier: Source
    later: Source

    @property
    def agree(self) -> bool:
        """Whether the two can be the same figure."""
        return agree(self.earlier.value, self.later.value)

    @property
    def notes(self) -> tuple[str, str, str]:
        """The two notes, and the period they both give figures for."""
        return self.later.document, self.earlier.document, self.later.key.period


def pairs(found: Series) -> Iterator[Pair]:
    """Neighbouring sources in different notes.

    Cells of one note are left to that note's own audit, and columns that are none of the
    supervision's measures to the reader: their headings may mean different things.
    """
    if found.key.measure in tuple(Measure):
        for earlier, later in zip(found.sources, found.sources[1:], strict=False):
            if earlier.document != later.document:
                yield Pair(earlier, later)
