from collections.abc import Callable

import pytest

from normalize.model import Note
from rules.audit import audit
from rules.law.book import load
from rules.model import ClaimKind, Verdict

Make = Callable[..., Note]
SAME, WRONG = Verdict.CONSISTENT, Verdict.CONTRADICTED
PERSONS_FIRST = ("forventet", "faktisk", "difference", "forventet", "faktisk")
SHARES_FIRST = ("forventet", "faktisk", "forventet", "faktisk", "difference")


@pytest.mark.parametrize(
    ("measures", "row", "verdicts"),
    [
        (PERSONS_FIRST, (2700, 2654, -46, 8.7, 8.6), [SAME]),
        (PERSONS_FIRST, (2700, 2654, -64, 8.7, 8.6), [WRONG]),
        (SHARES_FIRST, (8.7, 8.6, 2700, 2654, -46), [SAME]),
        (SHARES_FIRST, (2700, 2654, 8.7, 8.6, -0.1), [SAME]),
        (SHARES_FIRST, (2700, 2654, 8.7, 8.6, -1.1), [Verdict.UNVERIFIABLE]),  # or of expected
        ((*PERSONS_FIRST, "difference"), (2700, 2654, -46, 8.7, 8.6, -0.1), [SAME, SAME]),
        (("forventet", "faktisk", "difference"), (8.7, 8.6, -46), []),
        (("forventet", "faktisk", "difference"), (2700, 2654, -0.1), []),
    ],
)
def test_a_difference_is_of_figures_of_its_own_unit(
    note: Make, measures: tuple[str, ...], row: tuple[object, ...], verdicts: list[Verdict]
) -> None:
    made = note("", (measures, [("Assens", *row)]))
    found = [one for one in audit(made, load()) if one.kind is ClaimKind.DIFFERENCE]
    assert [one.verdict for one in found] == verdicts


@pytest.mark.parametrize(
    ("measures", "row", "verdict"),
    [
        (("forventet", "faktisk"), (14.9, 14.9, "nej"), Verdict.UNVERIFIABLE),  # rounded alike
        (("forventet", "faktisk"), (14.9, 14.9, "ja"), SAME),
        (("forventet", "faktisk"), (1080, 1080, "nej"), WRONG),
        (("forventet", "faktisk"), (14.9, 15.0, "nej"), SAME),
        (("forventet", "faktisk"), (14.9, 14.8, "nej"), WRONG),
        (("forventet", "faktisk", "forventet", "faktisk"), (14.9, 14.9, 1080, 1082, "nej"), SAME),
        (("forventet", "faktisk", "forventet", "faktisk"), (14.9, 14.9, 1082, 1080, "nej"), WRONG),
        (("forventet", "faktisk", "forventet", "faktisk"), (1080, 1082, 14.9, 14.9, "ja"), WRONG),
    ],
)
def test_persons_tell_what_rounded_shares_do_not(
    note: Make, measures: tuple[str, ...], row: tuple[object, ...], verdict: Verdict
) -> None:
    made = note("", ((*measures, "resultatmaal"), [("Assens", *row)]))
    found = [one.verdict for one in audit(made, load()) if one.kind is ClaimKind.STATUS]
    assert found == [verdict]
