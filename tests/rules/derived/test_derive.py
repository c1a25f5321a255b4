import pytest

from normalize.names.municipalities import municipalities
from rules.derived.derive import Derived, weigh
from rules.grammar.counts import Amount, Count
from rules.model import Verdict

SOME = municipalities()


@pytest.mark.parametrize(
    ("count", "members", "unsure", "silent", "verdict"),
    [
        (Count(48), 48, 0, 0, Verdict.CONSISTENT),
        (Count(48), 47, 0, 0, Verdict.CONTRADICTED),
        (Count(48), 47, 1, 0, Verdict.UNVERIFIABLE),
        (Count(48), 45, 1, 1, Verdict.CONTRADICTED),
        (Count(48), 49, 5, 40, Verdict.CONTRADICTED),
        (Count(40, Amount.AT_LEAST), 48, 3, 0, Verdict.CONSISTENT),
        (Count(50, Amount.AT_LEAST), 48, 3, 0, Verdict.UNVERIFIABLE),
        (Count(60, Amount.MORE), 48, 3, 0, Verdict.CONTRADICTED),
        (Count(50, Amount.ABOUT), 53, 0, 0, Verdict.CONSISTENT),
        (Count(50, Amount.ABOUT), 63, 0, 0, Verdict.CONTRADICTED),
    ],
)
def test_a_count_is_settled_only_when_every_possible_number_agrees(
    count: Count, members: int, unsure: int, silent: int, verdict: Verdict
) -> None:
    assert weigh(count, Derived(SOME[:members], SOME[:unsure], silent)) is verdict
