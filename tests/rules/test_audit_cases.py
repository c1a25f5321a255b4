"""The project's own notater through the whole pipeline: what must be found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.audit import matches, read
from fixtures.audit import Case, cases
from rules import audit
from rules.law.book import load
from rules.model import Verdict


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_note(case: Case, tmp_path: Path) -> None:
    result = audit.examine(read(case.text, tmp_path), load())
    sentences = {claim.claim_id: claim.text for claim in result.claims}
    found = [(one, sentences.get(one.claim_id, "")) for one in result.findings]
    told = [
        f"{one.kind} {one.verdict} {one.stated}/{one.derived}: {one.explanation}"
        for one, _ in found
    ]
    for row in case.expect:
        assert any(matches(one, row, said) for one, said in found), (row, told)
    wrong = [
        one.explanation
        for one, said in found
        if one.verdict is Verdict.CONTRADICTED
        and not any(matches(one, row, said) for row in case.expect)
    ]
    assert not wrong
