"""Rows of scanned tables that nobody saw."""

from extract.model import Source
from normalize.grids.lost import NOWHERE, REASON, lost
from normalize.model import Group, Measure, Municipality, Status, Unit, Value
from normalize.names.municipalities import municipalities

ALL = municipalities()


def value(
    municipality: Municipality, row: int, *, source: Source = Source.OCR, column: int = 2
) -> Value:
    measure = Measure.SAMTALER if column == 2 else Measure.TILBUD
    return Value(
        page=1 + row // 50,
        table=1,
        table_index=1,
        row=row,
        column=column,
        municipality=municipality,
        measure=measure,
        group=Group.ALLE,
        period=None,
        number=12.5,
        fulfilled=None,
        unit=Unit.PCT,
        decimals=1,
        raw="12,5",
        source=source,
        status=Status.OK,
        reason=(),
        confidence=0.999,
        marked=None,
        box=None,
    )


def test_a_row_that_a_table_of_all_should_have_is_for_a_person_to_look_at() -> None:
    absent = {ALL[10].code, ALL[97].code}
    seen = [
        value(one, row, column=column)
        for row, one in enumerate(ALL, 1)
        for column in (2, 3)
        if one.code not in absent
    ]
    found = lost(seen)
    assert [
        (one.municipality.code if one.municipality else "", one.measure, one.page) for one in found
    ] == [
        (ALL[10].code, "samtaler", 1),
        (ALL[97].code, "samtaler", 2),
        (ALL[10].code, "tilbud", 1),
        (ALL[97].code, "tilbud", 2),
    ]
    assert {(one.status, one.row, one.reason, one.number) for one in found} == {
        (Status.REVIEW, NOWHERE, (REASON,), None)
    }


def test_nothing_is_added_to_a_list_of_some_a_whole_table_or_a_text() -> None:
    rows = list(enumerate(ALL, 1))
    assert lost([value(one, row) for row, one in rows[:60]]) == []
    assert lost([value(one, row) for row, one in rows]) == []
    assert lost([value(one, row, source=Source.TEXT) for row, one in rows[:-1]]) == []


def test_nothing_is_added_where_a_municipality_has_several_rows() -> None:
    rows = [value(one, 2 * place + k) for place, one in enumerate(ALL[:-1]) for k in (1, 2)]
    assert lost(rows) == []
