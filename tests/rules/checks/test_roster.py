from collections.abc import Callable
from dataclasses import replace

import pytest

from normalize.model import Note, Status
from normalize.names.municipalities import municipalities
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

Make = Callable[..., Note]


@pytest.mark.parametrize(
    ("joined", "lost", "verdict"),
    [
        (4, 0, Verdict.UNVERIFIABLE),  # four rows that hold two names each
        (1, 0, Verdict.UNVERIFIABLE),
        (4, 1, Verdict.CONTRADICTED),
        (0, 1, Verdict.CONTRADICTED),
    ],
)
def test_a_row_of_two_names_may_be_both_that_are_missing(
    note: Make, joined: int, lost: int, verdict: Verdict
) -> None:
    names = [one.name for one in municipalities()][: 98 - joined - lost]
    made = note("", (("tilbud",), [(name, 10.0) for name in names]), captions=["Tabel 1"])
    values = tuple(
        replace(value, municipality=None, status=Status.REVIEW, reason=("name:several",))
        if value.row <= joined
        else value
        for value in made.values
    )
    (found,) = (
        one for one in audit(replace(made, values=values), load()) if one.kind is ClaimKind.ROSTER
    )
    assert found.verdict is verdict
