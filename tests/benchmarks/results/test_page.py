"""Tables on the page are read again as they were printed."""

from __future__ import annotations

import pytest

from benchmarks.results import page

BARS = """Text.

| tool | right % | seconds |
|---|--:|--:|
| notat | 99.50 | 1,204.5 |
| b | | x |
"""
SPACES = "reader      F1  seconds\nnotat    0.968      1.8\nb c      0.656     10.0\n"


def test_sections_come_back() -> None:
    bodies = {"One": "text\n\n### not a section", "Two": "| a |"}
    assert page.sections(page.render("# Head\n\nWords.", bodies)) == bodies


@pytest.mark.parametrize(
    ("text", "row", "column", "cell"),
    [
        (BARS, "notat", "right %", "99.50"),
        (BARS, "b", "right %", ""),
        (SPACES, "b c", "F1", "0.656"),
        (f"```\n{SPACES}```\n\n{BARS}", "notat", "seconds", "1.8"),
    ],
)
def test_cells_are_found_by_row_and_column(text: str, row: str, column: str, cell: str) -> None:
    assert page.tables(text)[0][row][column] == cell


def test_two_tables_stay_two() -> None:
    assert [list(table) for table in page.tables(f"{BARS}\n{SPACES}")] == [
        ["notat", "b"],
        ["notat", "b c"],
    ]


@pytest.mark.parametrize(
    ("cell", "value"), [("1,204.5 s", 1204.5), ("-2", -2.0), ("not installed", None), ("", None)]
)
def test_figures(cell: str, value: float | None) -> None:
    assert page.number(cell) == value


def test_only_text_that_is_no_table_is_fenced() -> None:
    assert page.shown(BARS) == BARS.strip()
    assert page.shown("a  b\n") == "```\na  b\n```"
