"""Counts and lists that hold of those just spoken of, and of nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from normalize.model import Note
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

GOALS = ("resultatmaal", "samtaler", "tilbud")
ROWS = [
    ("Brøndby", "ja", 25.0, 20.0),
    ("Greve", "nej", 25.0, 20.0),
    ("Ishøj", "nej", 26.0, 20.0),
    ("Odder", "nej", 9.0, 20.0),
    ("Samsø", "nej", 8.0, 20.0),
    ("Vejle", "ja", 7.0, 20.0),
]
BEFORE = "Brøndby, Greve og Ishøj opfylder ikke fokusmålet for samtaler.\n"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Heraf er det kun Greve og Ishøj, der heller ikke opfylder resultatmålet.", "open"),
        ("Heraf er det kun Brøndby og Greve, der heller ikke opfylder resultatmålet.", "open"),
        ("Kun Greve og Ishøj opfylder ikke resultatmålet.", "wrong"),
        (
            "I hele landet er det kun Greve og Ishøj, der heller ikke opfylder resultatmålet.",
            "wrong",
        ),
    ],
)
def test_a_list_tied_to_those_before(note: Callable[..., Note], said: str, verdict: str) -> None:
    made = note(BEFORE + said, (GOALS, ROWS))
    found = [one for one in audit(made, load()) if one.kind is ClaimKind.LIST]
    told = [one for one in found if "resultatmålet" in one.explanation]
    assert told
    contradicted = any(one.verdict is Verdict.CONTRADICTED for one in told)
    assert contradicted is (verdict == "wrong")


@pytest.mark.parametrize(
    "said",
    [
        "I fire kommuner er det alene resultatmålet, der ikke er opfyldt.",
        "Ses der bort fra sygemeldte, opfylder fire kommuner resultatmålet.",
        "Var resultatmålet ikke opfyldt i Vejle, ville Vejle være omfattet.",
    ],
)
def test_counts_of_nobody_knows_whom_are_not_called_wrong(
    note: Callable[..., Note], said: str
) -> None:
    found = audit(note(f"Seks er set nærmere.\n{said}", (GOALS, ROWS)), load())
    assert not [
        one.explanation for one in found if one.verdict is Verdict.CONTRADICTED and one.claim_id
    ]
