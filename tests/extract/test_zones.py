"""Where an open table begins."""

from __future__ import annotations

from extract.layout import lay_out
from extract.model import Box, Page, Word

PITCH, WIDE = 12.0, 5.6  # points: from line to line, and of a letter of a typewriter


def line(top: float, *cells: tuple[float, str]) -> list[Word]:
    return [
        Word(text, Box(x0, top, x0 + WIDE * len(text), top + 8.0), size=9.0) for x0, text in cells
    ]


def test_a_caption_in_wide_type_is_no_row_of_the_table_below_it() -> None:
    """Its word spaces lay over the gutters, and the table took in title and prose above it."""
    words = [
        *line(80, (62, "Tabellen"), (130, "viser"), (230, "fokusmål"), (330, "i"), (400, "årene.")),
        *line(104, (62, "Tabel"), (96, "1."), (230, "Fokusmål"), (330, "i"), (400, "årene")),
        *line(122, (62, "Kommune"), (230, "2022"), (330, "2023"), (400, "2024")),
    ]
    for row, name in enumerate(("Assens", "Billund", "Egedal", "Fanø", "Odder", "Vejle")):
        top = 138 + PITCH * row
        words += line(top, (62, name), (230, "9,8"), (330, "8,5"), (400, "7,1"))
    [table] = lay_out([Page(1, 595, 842, tuple(words))]).tables
    assert [cell.text for cell in table.rows[0]] == ["Kommune", "2022", "2023", "2024"]
    assert (table.number, len(table.rows)) == (1, 7)
