"""The five published documents through the whole pipeline, against what an audit must find.

The documents are not part of the repository; without them beside it these tests skip.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import extract
from normalize import notes
from normalize.model import Note, Status
from rules import audit
from rules.law.book import load
from rules.model import Finding, Verdict

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "gold" / "seeds.json"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the published documents are not here")


def gold() -> dict[str, Any]:
    """Document name → what must be found; empty where the file is not there."""
    if not GOLD.exists():
        return {}
    data: dict[str, Any] = json.loads(GOLD.read_text("utf-8"))
    return {name: entry for name, entry in data.items() if not name.startswith("_")}


@cache
def read(name: str) -> tuple[Note, tuple[Finding, ...], int]:
    """The note, its findings, and how many are covered by the rules."""
    note = notes.note(extract.read(SHARED / "seeds" / name))
    verdict = audit.examine(note, load())
    return note, verdict.findings, sum(row.omfattet is True for row in verdict.fulfilment)


ROWS = [(name, row) for name, entry in gold().items() for row in entry.get("findings", ())]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_every_finding_of_the_gold_file(name: str, row: dict[str, Any]) -> None:
    _, findings, _ = read(name)
    assert [one for one in findings if _matches(one, row)], [
        one for one in findings if one.kind == row["kind"]
    ]


def _matches(one: Finding, row: dict[str, Any]) -> bool:
    """Every column the gold row gives; a municipality in the reason stands in the sentence."""
    return (
        one.kind == row["kind"]
        and one.verdict == row.get("verdict", one.verdict)
        and one.measure == row.get("measure", one.measure)
        and one.stated == str(row.get("stated", one.stated))
        and one.derived == str(row.get("derived", one.derived))
        and ("municipality" not in row or _name(one) == row["municipality"])
        and (row.get("verdict") != "explained" or row["why"].split()[0] in one.explanation)
    )


def _name(one: Finding) -> str:
    return one.municipality.name if one.municipality else ""


@pytest.mark.parametrize("name", gold())
def test_nothing_else_is_contradicted(name: str) -> None:
    _, findings, _ = read(name)
    rows = gold()[name].get("findings", ())
    expected = [row for row in rows if row.get("verdict") == "contradicted"]
    found = [one for one in findings if one.verdict is Verdict.CONTRADICTED]
    assert len(found) == len(expected), [one.explanation for one in found]


@pytest.mark.parametrize("name", [name for name, entry in gold().items() if "values" in entry])
def test_the_values_are_there_and_settled(name: str) -> None:
    note, _, _ = read(name)
    assert len(note.values) == gold()[name]["values"]
    assert not [value for value in note.values if value.status is Status.REVIEW]


@pytest.mark.parametrize("name", [n for n, entry in gold().items() if "omfattet_by_rule" in entry])
def test_who_is_covered_by_the_rules(name: str) -> None:
    assert read(name)[2] == gold()[name]["omfattet_by_rule"]
