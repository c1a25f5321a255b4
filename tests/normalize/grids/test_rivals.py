"""Two tables that give the same figures of the same municipalities differently."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.model import Source
from normalize.grids.rivals import REASON, doubted
from normalize.model import Group, Measure, Status, Unit, Value
from normalize.names.municipalities import municipalities

SOME = municipalities()[:10]


def table(index: int, figures: Sequence[float], decimals: int = 1) -> list[Value]:
    return [
        Value(
            page=index,
            table=index,
            table_index=index,
            row=row,
            column=2,
            municipality=municipality,
            measure=Measure.FAKTISK,
            group=Group.ALLE,
            period=None,
            number=round(figure, decimals),
            fulfilled=None,
            unit=Unit.PERSONS,
            decimals=decimals,
            raw=str(figure),
            source=Source.OCR,
            status=Status.OK,
            reason=(),
            confidence=0.999,
            marked=None,
            box=None,
        )
        for row, (municipality, figure) in enumerate(zip(SOME, figures, strict=False), 1)
    ]


FIRST = [10.25 * step for step in range(1, 11)]


@pytest.mark.parametrize(
    ("other", "decimals", "rival"),
    [
        ([figure + 3 for figure in FIRST], 1, True),
        (FIRST[:4] + [figure + 3 for figure in FIRST[4:]], 1, True),
        (FIRST[:5] + [figure + 3 for figure in FIRST[5:]], 1, False),  # a note with five mistakes
        (FIRST, 0, False),  # rounded
        ([figure + 3 for figure in FIRST[:4]], 1, False),  # too few to tell
    ],
)
def test_tables_that_differ_in_most_rows_are_for_a_person(
    other: Sequence[float], decimals: int, rival: bool
) -> None:
    values = [*table(1, FIRST), *table(2, other, decimals)]
    found = doubted(values)
    assert [one.raw for one in found] == [one.raw for one in values]
    assert {one.status for one in found} == {Status.REVIEW if rival else Status.OK}
    assert all((REASON in one.reason) is rival for one in found)


def test_another_group_unit_or_measure_is_another_thing() -> None:
    first, second = table(1, FIRST), table(2, [figure + 3 for figure in FIRST])
    for other in (
        [replace(one, group=Group.SYGEDAGPENGE) for one in second],
        [replace(one, unit=Unit.PCT) for one in second],
        [replace(one, measure="anden:antal") for one in second],
    ):
        values = [*first, *other]
        assert doubted(values) == values


def test_a_column_of_another_measure_in_a_rival_table_stays() -> None:
    own = [replace(one, measure=Measure.FORVENTET) for one in table(1, FIRST)]
    values = [*table(1, FIRST), *own, *table(2, [figure + 3 for figure in FIRST])]
    kept = [one for one in doubted(values) if one.status is Status.OK]
    assert kept == own


def test_what_rival_tables_happen_to_share_is_for_a_person_too() -> None:
    shared = [
        replace(one, measure=Measure.POTENTIALE, unit=Unit.MIO_KR, number=0.0)
        for index in (1, 2)
        for one in table(index, FIRST)
    ]
    values = [*table(1, FIRST), *table(2, [figure + 3 for figure in FIRST]), *shared]
    assert {one.status for one in doubted(values)} == {Status.REVIEW}
