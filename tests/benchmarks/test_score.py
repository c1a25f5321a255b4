"""Every way a cell can go wrong is counted as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.score import Row, read_truth, score


def wanted(value: str, name: str = "Fanø", **other: str) -> Row:
    row = {"document": "a.pdf", "municipality": name, "measure": "samtaler", "group": "alle"}
    return row | {"period": "2024", "value": value, "unit": "pct", "marked": ""} | other


def found(value: str, name: str = "Fanø", **other: str) -> Row:
    return wanted(value, name) | {"status": "ok", "raw": value, "reason": ""} | other


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([found("3.4")], {"right": 1}),
        ([found("3.40", status="repaired")], {"right": 1}),
        ([found("34")], {"silent": 1}),
        ([found("34", status="review")], {"review": 1}),
        ([found("3.4", status="review")], {"review": 1}),
        ([], {"missing": 1}),
        ([found("3.4", period="2023")], {"missing": 1, "extra": 1}),
        ([found("3.4", period="2023", status="review")], {"missing": 1}),
        ([found("3.4"), found("3.4")], {"right": 1, "extra": 1}),
        ([found("3.4"), found("7", name="Ærø", status="review")], {"right": 1}),
        ([found("3.4"), found("7", measure="anden:Borgere")], {"right": 1}),
        ([found("3.4", unit="persons", marked="red")], {"right": 1, "unit": 1, "marked": 1}),
    ],
)
def test_one_cell(rows: list[Row], counts: dict[str, int]) -> None:
    assert dict(score(rows, [wanted("3.4")])["a.pdf"].counts) == counts


def test_a_figure_that_stands_twice_must_be_found_twice() -> None:
    truth = [wanted("3.4"), wanted("3.4")]
    assert dict(score([found("3.4")], truth)["a.pdf"].counts) == {"right": 1, "missing": 1}
    one_wrong = [found("3.4"), found("3.9")]
    assert dict(score(one_wrong, truth)["a.pdf"].counts) == {"right": 1, "silent": 1}


def test_an_empty_cell_is_right_when_it_is_found_empty() -> None:
    assert dict(score([found("")], [wanted("")])["a.pdf"].counts) == {"right": 1}


def test_truth_of_a_folder_names_its_documents(tmp_path: Path) -> None:
    (tmp_path / "b.pdf.values.csv").write_text("municipality,value\nFanø,3.4\n", encoding="utf-8")
    assert list(read_truth(tmp_path)) == [
        {"document": "b.pdf", "municipality": "Fanø", "value": "3.4"}
    ]
