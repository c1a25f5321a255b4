"""Where an open table begins."""

from __future__ import annotations

from extract.layout import lay_out
from extract.layout.gutters import Gutter
from extract.layout.lines import lines
from extract.layout.zone import Zone, extended
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


def rows(top: float, *lefts: float) -> list[Word]:
    words = []
    for row, name in enumerate(("Assens", "Billund", "Egedal", "Odder", "Vejle")):
        figures = ((left, f"1{row},4") for left in lefts)
        words += line(top + PITCH * row, (62, name), *figures)
    return words


def test_a_title_over_the_gutters_and_what_stands_above_it_are_no_heading() -> None:
    """``Notits | 3. maj 2024`` and a caption without a number gave one column a year."""
    words = [
        *line(70, (62, "Notits"), (330, "3. maj 2024")),
        *line(94, (62, "Oversigt"), (112, "B."), (128, "Amter"), (162, "ved valget i maj 2024")),
        *line(108, (62, "By"), (230, "Samtaler"), (330, "Tilbud")),
        *rows(122, 230, 330),
    ]
    [table] = lay_out([Page(1, 595, 842, tuple(words))]).tables
    assert [cell.text for cell in table.rows[0]] == ["By", "Samtaler", "Tilbud"]
    assert len(table.rows) == 6
    assert table.caption.startswith("Oversigt B.")


def test_another_heading_over_the_names_begins_another_table() -> None:
    """The figures of the second came under the measures of the first, a column off."""
    words = [
        *line(80, (62, "By"), (170, "2021"), (230, "2022"), (290, "2023")),
        *rows(94, 170, 230, 290),
        *line(166, (62, "Oversigt"), (112, "II")),
        *line(180, (200, "Andel"), (330, "Andel")),
        *line(192, (62, "By"), (200, "Samtaler"), (330, "Tilbud")),
        *rows(206, 200, 330),
    ]
    first, second = lay_out([Page(1, 595, 842, tuple(words))]).tables
    assert [cell.text for cell in first.rows[0]] == ["By", "2021", "2022", "2023"]
    assert (len(first.rows), len(second.body)) == (6, 5)
    assert [cell.text for cell in second.body[0]] == ["Assens", "10,4", "10,4"]
    assert second.caption == "Oversigt II"


def test_the_rest_of_a_last_status_belongs_to_it_where_a_heading_parts_its_column() -> None:
    """It stood below the table as prose, and the table did not go on over the page."""
    words = [
        *line(100, (62, "Assens"), (180, "Lever"), (213, "op"), (229, "til"), (330, "9,8")),
        *line(112, (62, "Billund"), (180, "Lever"), (213, "ikke"), (330, "8,5")),
        *line(122, (195, "op"), (211, "til")),
        *line(150, (62, "Notat"), (100, "side"), (140, "1")),
    ]
    found = lines(words)
    rows = frozenset({0, 1})
    cuts = [Gutter(x - 2, x + 2, 0, 1, rows) for x in (140, 200, 300)]
    assert extended(found, Zone(0, 1, tuple(cuts)), (), 0).last == 2


def test_below_a_title_another_table_begins_whatever_heads_its_names() -> None:
    """The empty cells of the second were those of the first, said to be certain."""
    words = [
        *line(80, (230, "2021"), (290, "2022"), (350, "2023")),
        *rows(94, 230, 290, 350),
        *line(
            170, (62, "Antal"), (94, "og"), (108, "andel"), (140, "i"), (150, "de"), (165, "fem")
        ),
        *line(188, (62, "Egn"), (200, "Andel"), (330, "Antal")),
        *rows(202, 200, 330),
    ]
    first, second = lay_out([Page(1, 595, 842, tuple(words))]).tables
    assert (first.width, len(first.rows)) == (4, 6)
    assert [cell.text for cell in second.rows[0]] == ["Egn", "Andel", "Antal"]
    assert len(second.body) == 5
