"""What a page's first row holds beyond headings that come again."""

from __future__ import annotations

import pytest

from extract.layout.continuation import Row, with_headings
from extract.model import Cell, Word


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
