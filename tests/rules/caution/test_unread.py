"""Contradictions in sentences with a word that nobody understood."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from normalize.model import Note
from normalize.names.municipalities import municipalities
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

GOALS = ("resultatmaal", "samtaler", "tilbud")
ROWS = [(one.name, "nej", 10.0, 35.0) for one in municipalities()]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Greve opfylder fokusmålet for tilbud.", Verdict.CONTRADICTED),
        ("Greve opfylder fokusmålet for tilbud, idet 35,0 pct. er uden.", Verdict.CONTRADICTED),
        ("Det bemærkes, at Greve opfylder fokusmålet for tilbud.", Verdict.CONTRADICTED),
        ("Greve opfylder vistnok fokusmålet for tilbud.", Verdict.UNVERIFIABLE),
        ("I sin tidligere udformning opfylder Greve fokusmålet for tilbud.", Verdict.UNVERIFIABLE),
    ],
)
def test_a_status(note: Callable[..., Note], said: str, verdict: Verdict) -> None:
    found = audit(note(said, (GOALS, ROWS)), load())
    assert {one.verdict for one in found if one.kind is ClaimKind.STATUS} == {verdict}


@pytest.mark.parametrize(
    "said",
    [
        "Det er endnu uvist, hvornår Greve kan forlade fasen.",
        "Byrådet har spurgt, om Greve er i fare for skærpet tilsyn.",
        "Fasen kan forlænges for Greve.",
    ],
)
def test_what_may_happen_is_not_said_to(note: Callable[..., Note], said: str) -> None:
    found = audit(note(said, (GOALS, ROWS)), load())
    assert Verdict.CONTRADICTED not in {one.verdict for one in found if one.claim_id}
