"""What counts as a misreading of a name, and that a printed row is found again by its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import reportlab

from benchmarks.readings.misreadings import Print, print_page, read_block, relatable, table

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@pytest.mark.parametrize(
    ("given", "name", "kept"),
    [
        ("Brgndby", "Brøndby", True),
        ("Arg", "Ærø", True),
        ("ro", "Ærø", True),
        ("Ringkobing Skjem", "Ringkøbing-Skjern", True),
        ("x", "Ærø", False),
        ("12,1%", "Assens", False),
        ("qqqq", "Vejle", False),
        ("Opfyldt Opfyldt Opfyldt", "Odder", False),
    ],
)
def test_relatable(given: str, name: str, kept: bool) -> None:
    assert relatable(given, name) is kept


def test_table_is_all_of_denmark_in_order() -> None:
    rows = table()
    assert len(rows) == 98
    assert rows[5].cells == ("Bornholm", "Opfyldt", "19,98%", "28,4%")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_clean_lines_are_read_on_their_rows() -> None:
    rows = table()[:6]
    how = Print(VERA, 11, 200, 1.6)
    read = read_block(print_page(rows, how), len(rows), how, "eng")
    assert [line.row for line in read] == list(range(6))
    assert [line.name for line in read if line.row in (0, 3, 4)] == [
        "Albertslund",
        "Ballerup",
        "Billund",
    ]
