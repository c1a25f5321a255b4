"""Typed values out of text: who, what, when, how much, and how sure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from extract.model import Box, Source

OPEN = 0.5  # confidence of a best guess that nothing speaks for but itself


class Status(StrEnum):
    """How far a value may be trusted; a promise to whoever uses the figure."""

    OK = "ok"  # as read
    REPAIRED = "repaired"  # changed, on evidence that stands in the reason
    REVIEW = "review"  # a person must look


class Measure(StrEnum):
    """The measures of the supervision; the two talks and offers forms differ in polarity."""

    RESULTATMAAL = "resultatmaal"
    SAMTALER = "samtaler"  # share with fewer than four talks
    TILBUD = "tilbud"  # share without an offer or the hours
    SAMTALER_MODTAGET = "samtaler_modtaget"  # share that got the talks
    TILBUD_MODTAGET = "tilbud_modtaget"  # share that got an offer or the hours
    FAKTISK = "faktisk"
    FORVENTET = "forventet"
    DIFFERENCE = "difference"
    PLACERING = "placering"
    POTENTIALE = "potentiale"


class Group(StrEnum):
    """Benefit groups."""

    ALLE = "alle"
    A_DAGPENGE = "a-dagpenge"
    KONTANTHJAELP = "kontanthjaelp"
    SYGEDAGPENGE = "sygedagpenge"


class Unit(StrEnum):
    """Units of a value."""

    PCT = "pct"
    PCT_POINT = "pct_point"
    PERSONS = "persons"
    RANK = "rank"
    MIO_KR = "mio_kr"
    STATUS = "status"


class Fulfilled(StrEnum):
    """A goal met or not."""

    OPFYLDT = "opfyldt"
    IKKE_OPFYLDT = "ikke_opfyldt"


class Month(NamedTuple):
    """A calendar month."""

    year: int
    month: int


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From the first day of one month to the last day of another."""

    start: Month
    end: Month

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(Month(year, 1), Month(year, 12))

    @property
    def is_year(self) -> bool:
        """True for one whole calendar year."""
        return self == Period.of_year(self.start.year)

    def __str__(self) -> str:
        """``2024`` for a calendar year, else ``2021-04/2022-03`` (CONTRACT.md)."""
        if self.is_year:
            return str(self.start.year)
        return f"{self.start.year}-{self.start.month:02d}/{self.end.year}-{self.end.month:02d}"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 98: Danmarks Statistik code (four digits), name, region, other spellings."""

    code: str
    name: str
    region: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One table cell that carries a measure: a row of ``values.csv``.

    ``number`` holds a figure, ``fulfilled`` a status; at most one of the two is set, neither
    where the cell is empty or unreadable (``reason`` says which). ``decimals`` is the number of
    decimals printed. ``measure`` is a `Measure` or ``anden:<heading>``.
    """

    page: int | None
    table: int  # the caption's number, else the running number
    table_index: int  # the running number in the document
    row: int  # 1-based body row; 0 of a row that should be there and that no reader saw
    column: int  # 1-based
    municipality: Municipality | None
    measure: str
    group: Group
    period: Period | None
    number: float | None
    fulfilled: Fulfilled | None
    unit: Unit | None
    decimals: int
    raw: str
    source: Source
    status: Status
    reason: tuple[str, ...]
    confidence: float
    marked: str | None  # "red" or None
    box: Box | None

    def doubted(self, reason: str) -> Value:
        """The same value as a guess that a person must look at."""
        doubt = min(self.confidence, OPEN)
        return replace(self, status=Status.REVIEW, reason=(*self.reason, reason), confidence=doubt)


class Mention(NamedTuple):
    """A municipality named in running text.

    ``start`` and ``end`` are places in `Sentence.text`; ``raw`` is the name as read, ``repaired``
    whether that was damaged.
    """

    municipality: Municipality
    start: int
    end: int
    raw: str
    repaired: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the prose, de-hyphenated, names and words repaired, with its place.

    ``raw`` is the sentence before repair. ``section`` is the nearest heading above.
    """

    text: str
    raw: str
    page: int | None
    line: int | None
    paragraph: int  # 0-based index of the paragraph in the document
    section: str = ""
    is_note: bool = False  # from a note below a table (Anm., Kilde)
    mentions: tuple[Mention, ...] | None = None  # None where nobody has looked


@dataclass(frozen=True, slots=True)
class Header:
    """What the note says of itself: title, date (ISO), journal number, period it is about.

    ``open_period`` where that is a guess: the note speaks of several, and of none alone.
    ``rests_on`` is the one period that the prose says a decision rests on.
    """

    title: str = ""
    date: str = ""
    journal_no: str = ""
    period: Period | None = None
    open_period: bool = False
    rests_on: Period | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated question or answer: its date (ISO), and the 0-based places of its paragraphs."""

    date: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """The words over a table, repaired; ``table`` is the number in them, else the running one."""

    table: int
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A short table as it is printed: the heading of each column, and the cells below as text.

    ``table`` is the caption's number, else the running number. What no heading explains is here
    too.
    """

    table: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A document with its values and sentences: everything `rules` needs to know.

    ``entries`` is filled where the note is a series of dated questions and answers; ``grids``
    holds its short tables.
    """

    header: Header
    values: tuple[Value, ...]
    sentences: tuple[Sentence, ...]
    captions: tuple[Caption, ...] = ()
    entries: tuple[Entry, ...] = ()
    grids: tuple[Grid, ...] = ()
