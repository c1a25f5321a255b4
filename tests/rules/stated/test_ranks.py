"""Ranks: whether of now or of earlier, and the area they are of."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from normalize.model import Group, Header, Note, Sentence, Unit
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict
from rules.sentences.prose import prose
from rules.stated.ranks import ranks

_TABLE = (("placering",), [("Middelfart", 41), ("Middelfart", 31)])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("nr. 75 (79)", [(75, False), (79, True)]),
        ("nr. 37 (nr. 61 året før)", [(37, False), (61, True)]),
        ("nr. 37 (61 i 2023)", [(37, False), (61, True)]),
        ("nr. 37 (61 ved sidste måling)", [(37, False), (61, True)]),
        ("nr. 23 (41,2 pct. på overførsel)", [(23, False)]),
        ("nr. 23 (12 pladser bedre end sidste år)", [(23, False)]),
        ("nr. 23 (4 færre end forventet)", [(23, False)]),
        ("nr. 30 i 2023 og nr. 24 i 2024", [(30, True), (24, False)]),
        ("nr. 24 i dag og nr. 30 ved målingen i juni", [(24, False), (30, True)]),
    ],
)
def test_a_rank_beside_another_figure(told: str, expected: list[tuple[int, bool]]) -> None:
    text = f"I benchmarkingen er Skive Kommune {told}."
    found = ranks(prose(Note(Header(), (), (Sentence(text, text, 1, 1, 0),))))
    assert [(one.rank, one.before) for one in found] == expected


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
