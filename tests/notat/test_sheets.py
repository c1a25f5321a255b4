"""CSV for programs and for Excel."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notat import sheets
from notat.schema import Field, Resource

SAMPLE = Resource(
    "sample",
    "a sample",
    (
        Field("name", "string", ""),
        Field("share", "number", ""),
        Field("value", "string", "", mixed=True),
        Field("raw", "string", ""),
    ),
)
ROWS = [["Ærø; Fanø", "0.990", "19.98", "19.98"], ["Mors", "", "opfyldt", "a\nb"]]


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", "- kommuner", "-x"]
)
def test_a_formula_is_defused(cell: str) -> None:
    assert sheets.defuse(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["-", "- ", "-1,2", "- 1,2 %", "+3,4%", "-2.320", "--", "a=b", "", "–", "-4 pct."]
)
def test_a_figure_or_missing_mark_is_left_alone(cell: str) -> None:
    assert sheets.defuse(cell) == cell


@given(st.text())
def test_no_cell_starts_as_a_formula(cell: str) -> None:
    first = sheets.defuse(cell)[:1]
    assert first not in tuple("=@\t\r")


def write(folder: Path, style: sheets.Style) -> bytes:
    with sheets.writers(folder, [SAMPLE], style) as append:
        append("sample", ROWS[:1])
        append("sample", [])
        append("sample", ROWS[1:])
    return (folder / "sample.csv").read_bytes()


def test_plain_reads_back_as_written(tmp_path: Path) -> None:
    text = write(tmp_path, sheets.PLAIN).decode("utf-8")
    assert list(csv.reader(text.splitlines(keepends=True))) == [SAMPLE.header, *ROWS]
    assert "\r" not in text


def test_excel_has_bom_semicolons_and_decimal_commas_where_figures_stand(tmp_path: Path) -> None:
    data = write(tmp_path, sheets.EXCEL)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[1] == '"Ærø; Fanø";0,990;19,98;19.98'


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    before = write(tmp_path, sheets.PLAIN)
    with pytest.raises(KeyError), sheets.writers(tmp_path, [SAMPLE], sheets.PLAIN) as append:
        append("sample", ROWS)
        append("other", ROWS)
    assert (tmp_path / "sample.csv").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["sample.csv"]
