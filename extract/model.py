"""What reading a file gives: pages, words, rulings, paragraphs and tables, each with its place.

Lengths are PDF points (1/72 inch) measured from the top left corner of the page as a person
reads it, that is after the page's own rotation. Plain text has no places: ``box`` is None there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Source(StrEnum):
    """Where a word comes from: the file's own characters or a picture of them."""

    TEXT = "text"
    OCR = "ocr"


class Kind(StrEnum):
    """The form of an input file."""

    PDF = "pdf"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    IMAGE = "image"


class Role(StrEnum):
    """What a paragraph is on the page."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    CAPTION = "caption"
    NOTE = "note"
    FURNITURE = "furniture"  # running heads, feet and page numbers


class Box(NamedTuple):
    """A rectangle on a page: left, top, right, bottom in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of one cell: its name, the text and its own confidence (0-1)."""

    reader: str
    text: str
    confidence: float


class Word(NamedTuple):
    """A run of characters without white space.

    ``size`` is the font size in points, ``colour`` the fill as ``#rrggbb``; each is None where
    the source does not tell. ``confidence`` (0-1) is 1 for a text layer that is believed.
    ``turned`` is the direction of reading in degrees counter-clockwise, 0 for most words;
    ``hidden`` marks the invisible text that lies over a scanned picture.
    """

    text: str
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    colour: str | None = None
    confidence: float = 1.0
    source: Source = Source.TEXT
    turned: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight horizontal or vertical line, drawn or the edge of a shaded field."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """True where the line is wider than it is high."""
        return abs(self.x1 - self.x0) >= abs(self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table's grid.

    ``row`` and ``column`` are 0-based in the whole grid, headings included. A cell that spans
    stands at its upper left position; the positions it covers hold empty cells with
    ``covered`` true. ``readings`` is filled where a picture was read more than once.
    """

    row: int
    column: int
    text: str = ""
    page: int | None = None
    box: Box | None = None
    words: tuple[Word, ...] = ()
    row_span: int = 1
    column_span: int = 1
    covered: bool = False
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as one rectangular grid, also where it goes on over several pages.

    ``index`` runs from 1 in the document; ``number`` is the one in the table's own caption.
    ``rows`` all have the same length; the first ``heading_rows`` of them are headings.
    ``line`` is the 1-based line of the first row in a text file.
    """

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    heading_rows: int = 0
    number: int | None = None
    caption: str = ""
    notes: tuple[str, ...] = ()
    page: int | None = None
    last_page: int | None = None
    line: int | None = None
    source: Source = Source.TEXT

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def headings(self) -> tuple[tuple[Cell, ...], ...]:
        """The heading rows."""
        return self.rows[: self.heading_rows]

    @property
    def body(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows below the headings."""
        return self.rows[self.heading_rows :]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside the tables, its lines kept as they stand (hyphens included).

    ``line`` is the 1-based line of its first line on the page, or in a text file.
    """

    lines: tuple[str, ...]
    page: int | None = None
    line: int | None = None
    role: Role = Role.TEXT
    level: int | None = None  # 1-6 for a heading where the source tells
    box: Box | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its words and rulings, and how and why they were read as they were."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    rotation: int = 0  # degrees clockwise that the reading turned the page
    source: Source = Source.TEXT
    reason: str = ""  # why the picture was read, where it was
    pictures: tuple[Box, ...] = ()  # where images lie on the page, drawn lines not counted


@dataclass(frozen=True, slots=True)
class Document:
    """One input file as read. ``faults`` says what could not be read, a line each."""

    name: str
    kind: Kind
    sha256: str
    pages: tuple[Page, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    faults: tuple[str, ...] = field(default=())
