"""A note that holds, changed in one place: the audit must notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.audit import read
from fixtures.audit import cases
from rules import audit
from rules.law.book import load
from rules.model import Verdict

MUTANTS = [
    pytest.param(text, id=f"{case.name}: {what}") for case in cases() for what, text in case.mutants
]


@pytest.mark.parametrize("text", MUTANTS)
def test_a_broken_statement_is_noticed(text: str, tmp_path: Path) -> None:
    found = audit.audit(read(text, tmp_path), load())
    assert any(one.verdict is Verdict.CONTRADICTED for one in found)
