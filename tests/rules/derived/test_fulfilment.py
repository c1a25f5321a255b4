from collections.abc import Callable

import pytest

from normalize.model import Fulfilled, Note
from rules.derived.fulfilment import fulfilment
from rules.law.book import load
from rules.model import Basis

Make = Callable[..., Note]
GOALS = ("resultatmaal", "samtaler", "tilbud")
GOT = ("resultatmaal", "samtaler_modtaget", "tilbud_modtaget")


@pytest.mark.parametrize(
    ("year", "measures", "row", "covered", "inspires"),
    [
        (2024, GOALS, ("nej", 21.2, 28.0), True, False),
        (2024, GOALS, ("nej", 12.0, 30.0), True, False),
        (2024, GOALS, ("nej", 19.98, 29.98), False, False),
        (2024, GOALS, ("ja", 35.0, 45.0), False, False),
        (2024, GOALS, ("ja", 12.0, 12.0), False, True),
        (2024, GOALS, ("nej", "25,0?", 12.0), None, False),
        (2024, GOALS, ("nej", "", 12.0), None, False),
        (2024, GOT, ("nej", 79.0, 90.0), True, False),
        (2021, GOT, ("nej", 80.0, 50.0), False, False),  # offers suspended: talks alone count
        (2021, GOT, ("nej", 79.9, 90.0), True, False),
    ],
)
def test_who_is_covered(
    note: Make,
    year: int,
    measures: tuple[str, ...],
    row: tuple[object, ...],
    covered: bool | None,
    inspires: bool | None,
) -> None:
    (one,) = fulfilment(note("", (measures, [("Greve", *row)]), year=year), load())
    assert (one.omfattet, one.inspirationskommune) == (covered, inspires)
    assert one.rule == str(year)


def test_the_result_goal_from_actual_and_expected(note: Make) -> None:
    table = ("faktisk", "forventet"), [("Greve", 12.3, 12.3), ("Køge", 12.4, 12.3)]
    greve, koege = fulfilment(note("", table), load())
    assert greve.resultatmaal is Fulfilled.OPFYLDT
    assert koege.resultatmaal is Fulfilled.IKKE_OPFYLDT
    assert greve.basis is Basis.VALUE
    assert greve.omfattet is False
    assert koege.omfattet is None


def test_a_status_is_only_stated(note: Make) -> None:
    (one,) = fulfilment(note("", (("resultatmaal", "tilbud"), [("Greve", "ja", "nej")])), load())
    assert one.basis is Basis.STATED
    assert one.tilbud is Fulfilled.IKKE_OPFYLDT


def test_the_limit_of_the_note_decides(note: Make) -> None:
    text = "Fokusmålet for tilbud er opfyldt, hvis andelen uden tilbud er mindre end 25 pct."
    (one,) = fulfilment(note(text, (GOALS, [("Greve", "nej", 10.0, 27.0)])), load())
    assert one.omfattet is True
    assert one.rule == "2024+note"


def test_a_status_settles_what_shares_rounded_alike_do_not(note: Make) -> None:
    table = ("faktisk", "forventet", "resultatmaal"), [("Greve", 12.3, 12.3, "nej")]
    (greve,) = fulfilment(note("", table), load())
    assert greve.resultatmaal is Fulfilled.IKKE_OPFYLDT
    assert greve.basis is Basis.STATED
