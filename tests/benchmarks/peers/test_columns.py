"""What a peer reads is mapped as a patient user would map it, and no better."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from benchmarks.peers.columns import joined, name_columns, values
from benchmarks.score import Row, score

KEYS = (("samtaler", "alle", "2024"), ("tilbud", "alle", "2024"))
FIGURES = {"Assens": ("7.3", "24.2"), "Fanø": ("3.4", "30.1"), "Lyngby-Taarbæk": ("11", "9.9")}


def wanted(figures: Mapping[str, tuple[str, ...]] = FIGURES) -> list[Row]:
    return [
        {
            "document": "a.pdf",
            "municipality": name,
            "measure": measure,
            "group": group,
            "period": period,
            "value": value,
            "unit": "pct",
            "marked": "",
        }
        for name, row in figures.items()
        for (measure, group, period), value in zip(KEYS, row, strict=True)
    ]


PLAIN = [
    ["Kommune", "Samtaler", "Tilbud"],
    ["Assens", "7,3%", "24,2%"],
    ["Fanø", "3,4%", "30,1 %"],
    ["Lyngby-\nTaarbæk", "11,0%", "9,9%"],
]


@pytest.mark.parametrize(
    "grid",
    [
        PLAIN,
        [["", "", ""], *PLAIN],
        [[row[0], None, *row[1:], None] for row in PLAIN],
        [list(column) for column in zip(*PLAIN, strict=True)],
        [*PLAIN[:3], ["Lyngby-", "11,0%", "9,9%"], ["Taarbæk", "", ""]],
        [[*PLAIN[1], *PLAIN[2]], [*PLAIN[3], "", "", ""]],
        [["Udviklingen i 2024 er god."], *PLAIN],
    ],
    ids=[
        "plain",
        "empty row",
        "empty columns",
        "across",
        "broken name",
        "two blocks",
        "prose",
    ],
)
def test_all_values_are_found(grid: list[list[str | None]]) -> None:
    found = values("a.pdf", [grid], wanted())
    assert dict(score(found, wanted())["a.pdf"].counts)["right"] == 6


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [("73%", "silent"), ("7;;3x", "review"), ("", "missing"), ("7,3", "right"), ("-", "silent")],
)
def test_a_misread_cell_is_counted_as_what_it_is(cell: str, verdict: str) -> None:
    grid = [[*row] for row in PLAIN]
    grid[1][1] = cell
    counts = score(values("a.pdf", [grid], wanted()), wanted())["a.pdf"].counts
    assert {name: n for name, n in counts.items() if name != "unit"} == (
        {"right": 6} if verdict == "right" else {"right": 5, verdict: 1}
    )


def test_a_table_with_a_column_too_many_is_mapped_by_its_headings() -> None:
    grid = [["Kommune", "Borgere", "Samtaler", "Tilbud"], ["Assens", "910", "7,3", "24,2"]]
    counts = score(values("a.pdf", [grid], wanted()), wanted())["a.pdf"].counts
    assert counts["right"] == 2
    assert counts["silent"] == 0


def test_a_column_that_can_not_be_told_is_not_guessed() -> None:
    grid = [["Kommune", "A", "B", "C"], ["Assens", "910", "7,3", "24,2"]]
    assert values("a.pdf", [grid], wanted()) == []


def test_a_note_on_one_municipality_needs_no_names() -> None:
    truth = wanted({"Fanø": ("3.4", "30.1")})
    found = values("a.pdf", [[["Samtaler", "3,4"], ["Tilbud", "30,1"]]], truth)
    assert [(row["municipality"], row["value"]) for row in found] == [
        ("Fanø", "3.4"),
        ("Fanø", "30.1"),
    ]
    assert values("a.pdf", [[["Samtaler", "3,4"]]], truth) == []


def test_a_status_broken_over_two_rows_is_one() -> None:
    grid: list[list[str | None]] = [
        ["Fanø", "Lever ikke", "3,4"],
        [None, "op til", None],
        ["Assens", "Lever op til", "7,3"],
    ]
    assert joined(grid) == [["Fanø", "Lever ikke op til", "3,4"], ["Assens", "Lever op til", "7,3"]]


def test_columns_of_names_are_known_by_what_stands_in_them() -> None:
    assert name_columns([["1", "Assens"], ["2", "Fanø"], ["Anm.: som sidst", ""]]) == [1]
    assert name_columns([["Samtaler", "7,3"]]) == []
