"""The project's own notater through the whole pipeline: what must be found, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

import extract
import normalize
import rules
from fixtures.audit import Case, cases
from rules.model import Finding, Verdict


def matches(one: Finding, row: Mapping[str, str]) -> bool:
    """Whether a finding has every column an expectation gives."""
    columns = {
        "kind": one.kind.value,
        "verdict": one.verdict.value,
        "measure": one.measure,
        "stated": one.stated,
        "derived": one.derived,
        "municipality": one.municipality.name if one.municipality else "",
    }
    return all(columns[key] == value for key, value in row.items())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_note(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(case.text, encoding="utf-8")
    found = rules.audit(normalize.note(extract.read(path)), rules.load())
    told = [
        f"{one.kind} {one.verdict} {one.stated}/{one.derived}: {one.explanation}" for one in found
    ]
    for row in case.expect:
        assert any(matches(one, row) for one in found), (row, told)
    wrong = [
        one.explanation
        for one in found
        if one.verdict is Verdict.CONTRADICTED and not any(matches(one, row) for row in case.expect)
    ]
    assert not wrong
