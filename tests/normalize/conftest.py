"""Documents built by hand, as reading a file would give them."""

from collections.abc import Callable, Sequence

import pytest

from extract.model import (
    Box,
    Cell,
    Document,
    Kind,
    Paragraph,
    Reading,
    Role,
    Source,
    Table,
    Word,
)
from normalize import notes
from normalize.model import Value

MakeTable = Callable[..., Table]
MakeDocument = Callable[..., Document]


def read_values(document: Document) -> list[Value]:
    """The values of a document, through all the steps between."""
    return list(notes.note(document).values)


def short(value: Value) -> tuple[str, str, float | str | None]:
    """Whose a value is, its measure, and the figure or status."""
    name = value.municipality.name if value.municipality else ""
    return name, value.measure, value.fulfilled or value.number


@pytest.fixture
def make_table() -> MakeTable:
    """A table from texts; a tuple of texts is a scan's cell, read once by each reader."""

    def make(
        rows: Sequence[Sequence[str | tuple[str, ...]]],
        *,
        headings: int = 1,
        caption: str = "",
        number: int | None = None,
        notes: tuple[str, ...] = (),
        source: Source = Source.TEXT,
        colours: dict[tuple[int, int], str] | None = None,
        pitch: float = 12.0,
    ) -> Table:
        def cell(row: int, column: int, content: str | tuple[str, ...]) -> Cell:
            texts = content if isinstance(content, tuple) else (content,)
            box = Box(100.0 * column, pitch * row, 100.0 * column + 50, pitch * row + 8)
            colour = (colours or {}).get((row, column), "#000000")
            words = tuple(Word(text, box, colour=colour) for text in texts[0].split())
            readers = ("tesseract", "rapid", "tesseract:eng", "rapid@2")
            readings = tuple(
                Reading(reader, text, 0.9)
                for reader, text in zip(readers, texts, strict=False)
                if source is Source.OCR
            )
            return Cell(row, column, texts[0], 1, box, words, readings=readings)

        grid = tuple(
            tuple(cell(n, place, content) for place, content in enumerate(row))
            for n, row in enumerate(rows)
        )
        return Table(1, grid, headings, number, caption, notes, page=1, source=source)

    return make


@pytest.fixture
def make_document() -> MakeDocument:
    """A document of paragraphs (a text, or a role and a text; lines parted by ⏎) and tables."""

    def make(*paragraphs: str | tuple[Role, str], tables: Sequence[Table] = ()) -> Document:
        made = []
        line = 1
        for given in paragraphs:
            role, text = given if isinstance(given, tuple) else (Role.TEXT, given)
            lines = tuple(text.split("⏎"))
            made.append(Paragraph(lines, page=1, line=line, role=role))
            line += len(lines) + 1
        return Document("notat.txt", Kind.TEXT, "0" * 64, (), tuple(made), tuple(tables))

    return make
