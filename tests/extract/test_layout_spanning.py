"""Headings of several words over several columns, drawn or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from extract.model import Document

Rows = Sequence[Sequence[str]]
Build = Callable[[list[Any]], Document]
Story = Callable[..., list[Any]]
SPANS = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]
YEARS = [
    ["Kommune", "Samtaler pct.", "", "Tilbud i pct.", ""],
    ["", "2022", "2023", "2022", "2023"],
]
STATED = [
    ["Kommune", "Andel uden fire samtaler", "", "Andel uden et aktivt tilbud", ""],
    ["", "Pct.", "Opfyldt", "Pct.", "Opfyldt"],
]


def body(row: Callable[[int], list[str]]) -> list[list[str]]:
    return [[f"By {n}", *row(n)] for n in range(10, 24)]


TABLES = {
    "years": YEARS + body(lambda n: [f"{n},1", f"{n + 1},2", f"{n + 2},3", f"{n},9"]),
    "stated": STATED + body(lambda n: [f"{n},1", "Ja", f"{n + 3},7", "Nej"]),
}


@pytest.mark.parametrize("style", ["ruled", "half", "booktabs", "open"])
@pytest.mark.parametrize("table", list(TABLES))
@pytest.mark.parametrize("align", ["LEFT", "CENTER"])
@pytest.mark.parametrize("font", ["Helvetica", "Courier"])
def test_a_heading_of_several_words_stays_whole(
    style: str, table: str, align: str, font: str, build: Build, story: Story
) -> None:
    commands = [
        *SPANS,
        ("ALIGN", (1, 0), (-1, 1), align),
        ("ALIGN", (1, 2), (-1, -1), "RIGHT"),
        ("FONT", (0, 0), (-1, -1), font, 8),
        ("FONT", (0, 0), (-1, 1), f"{font}-Bold", 8),
    ]
    rows = TABLES[table]
    [found] = build(story(rows, style, commands=commands, colWidths=75)).tables
    assert [[cell.text for cell in row] for row in found.rows[:3]] == [list(r) for r in rows[:3]]
    assert [cell.column_span for cell in found.rows[0]][1::2] == [2, 2]
