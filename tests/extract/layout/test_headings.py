"""Where a table's body begins."""

from __future__ import annotations

import pytest

from extract.layout.headings import first_body_row

HEADS = ["Kommune", "Samtaler", "Tilbud"]
BODY = [[f"By {n}", f"1{n},4", f"2{n},6"] for n in range(6)]


@pytest.mark.parametrize(
    ("first", "headings"),
    [
        (["By x", "12,4", "8,1"], 1),
        (["By x", "-", "."], 1),  # both missing: a row all the same
        (["By x", "-", "8,1"], 1),
        (["", "-", "-"], 2),
        (["", "pct.", "pct."], 2),
        (["Kommune", "2023", "2024"], 2),
    ],
)
def test_the_first_row_of_the_body(first: list[str], headings: int) -> None:
    assert first_body_row([HEADS, first, *BODY]) == headings
