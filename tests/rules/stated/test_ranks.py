"""Ranks and the area they are of."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from normalize.model import Group, Note, Unit
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

_TABLE = (("placering",), [("Middelfart", 41), ("Middelfart", 31)])


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ("Placeringen er nr. 31.", Verdict.CONSISTENT),
        ("Kommunen er placeret som nr. 31.", Verdict.CONSISTENT),
        ("Kommunen er samlet placeret som nr. 41.", Verdict.CONSISTENT),
        ("Placeringen er nr. 41.", Verdict.CONSISTENT),  # of all, if it is not of the area
        ("Placeringen er nr. 36.", Verdict.CONTRADICTED),
        ("Kommunen er samlet placeret som nr. 31.", Verdict.CONTRADICTED),
    ],
)
def test_a_rank_may_be_of_the_area_its_paragraph_has_come_to(
    note: Callable[..., Note], after: str, verdict: Verdict
) -> None:
    text = f"På kontanthjælpsområdet havde Middelfart 863 fuldtidspersoner.\n{after}"
    made = note(text, _TABLE)
    alle, area = (replace(value, unit=Unit.RANK) for value in made.values)
    made = replace(made, values=(alle, replace(area, group=Group.KONTANTHJAELP)))
    found = [one.verdict for one in audit(made, load()) if one.kind is ClaimKind.RANK]
    assert found == [verdict]
