"""Two rows of one table with the same key and different figures."""

from dataclasses import replace

import pytest

from extract.model import Source
from normalize.grids.repeats import REASON, doubted
from normalize.model import Fulfilled, Group, Measure, Period, Status, Unit, Value
from normalize.names.municipalities import municipalities

VEJLE = next(one for one in municipalities() if one.name == "Vejle")
ODDER = next(one for one in municipalities() if one.name == "Odder")
FIGURE = Value(
    page=1,
    table=1,
    table_index=1,
    row=1,
    column=2,
    municipality=VEJLE,
    measure=Measure.FAKTISK,
    group=Group.ALLE,
    period=Period.of_year(2021),
    number=310.0,
    fulfilled=None,
    unit=Unit.PERSONS,
    decimals=0,
    raw="310",
    source=Source.OCR,
    status=Status.OK,
    reason=(),
    confidence=0.999,
    marked=None,
    box=None,
)
STATUS = replace(
    FIGURE, number=None, fulfilled=Fulfilled.OPFYLDT, unit=Unit.STATUS, measure=Measure.RESULTATMAAL
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIGURE, replace(FIGURE, row=2, number=4071.0)),
        (STATUS, replace(STATUS, row=5, fulfilled=Fulfilled.IKKE_OPFYLDT)),
    ],
)
def test_all_rows_of_one_key_are_for_a_person(one: Value, other: Value) -> None:
    beside = replace(one, row=3, municipality=ODDER)
    first, second, third = doubted([one, other, beside])
    assert [v.status for v in (first, second)] == [Status.REVIEW] * 2
    assert first.reason == (REASON,)
    assert third == beside


@pytest.mark.parametrize(
    "other",
    [
        replace(FIGURE, row=2),  # the same figure again, as on both sides of a page break
        replace(FIGURE, row=2, number=None),  # a cell that holds nothing says nothing else
        replace(FIGURE, row=2, number=88.0, group=Group.SYGEDAGPENGE),
        replace(FIGURE, row=2, number=88.0, period=Period.of_year(2022)),
        replace(FIGURE, row=2, number=88.0, table_index=2),
    ],
)
def test_rows_that_are_told_apart_or_agree_stay(other: Value) -> None:
    assert doubted([FIGURE, other]) == [FIGURE, other]


def test_rows_without_a_name_are_not_held_together() -> None:
    rows = [replace(FIGURE, municipality=None), replace(FIGURE, municipality=None, number=1.0)]
    assert doubted(rows) == rows
