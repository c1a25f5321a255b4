"""What a page's first row holds beyond headings that come again."""

from __future__ import annotations

import pytest

from extract.layout import lay_out
from extract.layout.continuation import with_headings
from extract.layout.places import Row
from extract.model import Box, Cell, Page, Source, Word


def row(*texts: str) -> Row:
    return tuple(
        Cell(0, column, text, words=tuple(map(Word, text.split())))
        for column, text in enumerate(texts)
    )


@pytest.mark.parametrize(
    ("known", "first", "rest"),
    [
        (
            ("Kommune", "Resultatmål", "Samtaler"),
            ("Kommune", "Resultatmål ikke", "Samtaler"),
            "ikke",
        ),
        # The page before took in a line of its own.
        (("Kommune", "Mål", "Samtaler pct."), ("Kommune", "Mål ikke", "Samtaler"), "ikke"),
        (("Kommune", "Mål", "Samtaler"), ("Kommune", "Mål", "Samtaler"), None),
        (("Kommune", "Mål", "Samtaler"), ("Kommune", "Tilbud ikke", "Samtaler"), None),
        (("Kommune", "Mål", "Samtaler"), ("Kommune", "Mål Opfyldt", "Samtaler"), None),
    ],
)
def test_the_rest_of_a_row_above(
    known: tuple[str, ...], first: tuple[str, ...], rest: str | None
) -> None:
    found = with_headings([row(*known)], [row(*first)])
    assert (found and " ".join(filter(None, (cell.text for cell in found)))) == rest


@pytest.mark.parametrize(
    ("heads", "source", "caption"),
    [
        (["Kommune", "Forvemtel", "Faktisk"], Source.OCR, True),
        (["Kommune", "Forvemtel", "Faktisk"], Source.TEXT, False),
        (["Kommune", "Potentiale", "Rang"], Source.OCR, False),
    ],
)
def test_a_caption_is_that_of_the_next_page_too(
    heads: list[str], source: Source, caption: bool
) -> None:
    """Read otherwise, the heading made a table of its own, of no benefit group and no year."""
    pages = []
    for number, above in enumerate((["Kommune", "Forventet", "Faktisk"], heads), 1):
        rows = [above, *([f"By{n}", f"{n}1", f"{n}2"] for n in range(number * 20, number * 20 + 9))]
        words = [
            Word(text, Box(60 + 90 * k, 100 + 14 * n, 100 + 90 * k, 109 + 14 * n), source=source)
            for n, row in enumerate(rows)
            for k, text in enumerate(row)
        ]
        title = [] if number > 1 else ["Tabel", "1.", "Sygedagpenge"]
        words += [
            Word(text, Box(60 + 45 * k, 80, 100 + 45 * k, 89), source=source)
            for k, text in enumerate(title)
        ]
        pages.append(Page(number, 595, 250, tuple(words), source=source))
    tables = lay_out(pages).tables
    assert [bool(table.caption) for table in tables] == [True, caption]


@pytest.mark.parametrize(("second", "tables"), [("2024", 1), ("2025", 2)])
def test_headings_set_far_above_their_rows_on_the_next_page_are_headings_still(
    second: str, tables: int
) -> None:
    """A word processor left a row of white below them, and no figure of that page had a measure."""
    pages = []
    for number, year in enumerate(("2024", second), 1):
        rows = [[f"By{n}", f"{n},1", f"{n},2"] for n in range(number * 20, number * 20 + 9)]
        heads = ["Kommune", "Samtaler", year], 42 if number > 1 else 72
        lines = [heads, *((row, 100 + 28 * n) for n, row in enumerate(rows))]
        words = [
            Word(text, Box(60 + 90 * k, top, 60 + 90 * k + 5 * len(text), top + 10))
            for row, top in lines
            for k, text in enumerate(row)
        ]
        pages.append(Page(number, 595, 360, tuple(words)))
    found = lay_out(pages).tables
    assert len(found) == tables
    assert [len(table.body) for table in found] == ([18] if tables == 1 else [9, 9])
