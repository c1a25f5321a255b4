"""A difference on the wrong side of its status is doubted."""

from __future__ import annotations

from normalize.figures.cells import Content
from normalize.figures.numbers import Form
from normalize.figures.sides import REASON, opposed
from normalize.headings.column import Column
from normalize.headings.heading import Heading
from normalize.model import Fulfilled, Measure, Status, Unit

COLUMNS = [
    Column(1, Heading("", Measure.DIFFERENCE), Form(), False, 0),
    Column(2, Heading("", Measure.RESULTATMAAL), Form(), True, 0),
]


def table(differences: list[float], met: list[bool]) -> dict[tuple[int, int], Content]:
    figures = {
        (row, 1): Content(Status.OK, (), 0.999, number=number)
        for row, number in enumerate(differences)
    }
    return figures | {
        (row, 2): Content(
            Status.OK,
            (),
            0.999,
            fulfilled=Fulfilled.OPFYLDT if one else Fulfilled.IKKE_OPFYLDT,
            unit=Unit.STATUS,
        )
        for row, one in enumerate(met)
    }


def doubted(differences: list[float], met: list[bool], *, scanned: bool = True) -> list[int]:
    contents = table(differences, met)
    found = opposed(contents, COLUMNS, set(contents) if scanned else set())
    return [row for (row, _), content in found.items() if REASON in content.reason]


def test_a_lost_minus_changes_sides() -> None:
    differences = [-3.0, 4.0, -1.0, 2.0, -6.0, 5.0, -2.0, 8.0, -9.0, 7.0, 1.0]
    met = [number < 0 for number in differences]
    assert doubted(differences, met) == []
    met[-1] = True
    assert doubted(differences, met) == [10]
    assert doubted(differences, met, scanned=False) == []
    assert doubted([-number for number in differences], met) == [10]


def test_a_table_that_shows_no_side_doubts_none() -> None:
    assert doubted([-3.0, 4.0, -1.0], [True, False, False]) == []
    assert doubted([-3.0, 4.0, -1.0, 2.0, -6.0, 5.0], [True, False] * 2 + [False, True]) == []
