from collections.abc import Callable

import pytest

from normalize.model import Header, Note, Period, Value
from rules.case import Case, build
from rules.derived.phase import entered, extended, leaves
from rules.law.book import load

Make = Callable[..., Note]
Cell = Callable[..., Value]
GREVE = "0253"


def case(cell: Cell, then: tuple[float, float], now: tuple[float, float]) -> Case:
    """Greve's talks and offers (shares without) in 2023 and 2024."""
    values = tuple(
        cell("Greve", measure, share, column=column, period=Period.of_year(year))
        for column, (year, measure, share) in enumerate(
            (
                (2023, "samtaler", then[0]),
                (2023, "tilbud", then[1]),
                (2024, "samtaler", now[0]),
                (2024, "tilbud", now[1]),
            ),
            2,
        )
    )
    return build(Note(Header(period=Period.of_year(2024)), values, ()), load())


@pytest.mark.parametrize(
    ("then", "now", "out", "longer"),
    [
        ((22.1, 16.7), (17.6, 35.0), False, True),  # talks more than half way, offers missed now
        ((6.4, 33.4), (8.1, 26.9), True, False),  # both met: leaves
        ((28.0, 16.7), (25.5, 21.0), False, False),  # 2.5 of 8 needed: under half
        ((28.0, 16.7), (24.0, 21.0), False, True),  # exactly half
    ],
)
def test_exit_and_extension(
    cell: Cell, then: tuple[float, float], now: tuple[float, float], out: bool, longer: bool
) -> None:
    one = case(cell, then, now)
    assert leaves(one, GREVE, Period.of_year(2024)).holds is out
    assert extended(one, GREVE, Period.of_year(2024)).holds is longer


def test_entry_needs_the_result_goal(cell: Cell) -> None:
    one = case(cell, (22.1, 16.7), (17.6, 35.0))
    assert entered(one, GREVE, Period.of_year(2024)).holds is None
    assert entered(one, GREVE, Period.of_year(2022)).holds is None
