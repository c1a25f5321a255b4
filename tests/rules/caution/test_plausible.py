"""Contradictions that are off by far, in sentences that lean on others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from normalize.model import Note
from normalize.names.municipalities import municipalities
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

GOALS = ("resultatmaal", "samtaler", "tilbud")
ROWS = [(one.name, "nej" if i % 3 else "ja", 10.0, 20.0) for i, one in enumerate(municipalities())]
BEFORE = "98 kommuner opfylder fokusmålet for samtaler.\n"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("31 kommuner opfylder resultatmålet.", Verdict.CONTRADICTED),
        ("12 kommuner opfylder resultatmålet.", Verdict.CONTRADICTED),  # plain, so it is wrong
        ("Af disse opfylder 31 kommuner resultatmålet.", Verdict.CONTRADICTED),
        ("Af disse opfylder 12 kommuner resultatmålet.", Verdict.UNVERIFIABLE),
        ("Af disse opfylder 43 kommuner resultatmålet.", Verdict.CONTRADICTED),  # 33 misprinted
        ("Af disse opfylder 65 kommuner resultatmålet.", Verdict.CONTRADICTED),  # the opposite
    ],
)
def test_a_count_off_by_far(note: Callable[..., Note], said: str, verdict: Verdict) -> None:
    found = audit(note(BEFORE + said, (GOALS, ROWS)), load())
    told = [
        one for one in found if one.kind is ClaimKind.COUNT and "resultatmål" in one.explanation
    ]
    assert {one.verdict for one in told} == {verdict}
