"""Benefit groups over the columns of a picture's table."""

from __future__ import annotations

import pytest

from normalize.headings.groups import is_odd, shifted
from normalize.headings.heading import Heading
from normalize.model import Group, Measure

A, K, ALL = Group.A_DAGPENGE, Group.KONTANTHJAELP, Group.ALLE
EXPECTED, ACTUAL = Measure.FORVENTET, Measure.FAKTISK


@pytest.mark.parametrize(
    ("columns", "doubted"),
    [
        ([(A, EXPECTED), (A, ACTUAL), (K, EXPECTED), (K, ACTUAL)], False),
        ([(A, EXPECTED), (A, ACTUAL), (ALL, EXPECTED), (ALL, ACTUAL)], False),
        ([(ALL, Measure.PLACERING), (A, ACTUAL), (K, ACTUAL)], False),
        ([(ALL, Measure.PLACERING), (ALL, ACTUAL), (A, ACTUAL)], False),
        ([(ALL, EXPECTED), (ALL, ACTUAL)], False),
        ([(A, EXPECTED), (A, ACTUAL), (ALL, Measure.DIFFERENCE)], True),
        ([(K, EXPECTED), (A, ACTUAL), (ALL, EXPECTED), (ALL, ACTUAL)], True),
        ([(ALL, EXPECTED), (A, ACTUAL), (ALL, ACTUAL)], True),
        ([(A, EXPECTED), (A, ACTUAL), (K, ACTUAL)], True),
    ],
)
def test_a_block_whose_groups_have_other_measures_is_doubted(
    columns: list[tuple[Group, Measure]], doubted: bool
) -> None:
    headings = [(0, Heading("", measure, group)) for group, measure in columns]
    assert shifted(headings) == ({0} if doubted else set())


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("A-dacdenge Faktisk", True),
        ("Alle ydelser Faktisk", False),
        ("Ydelser i alt Faktisk", False),
        ("Faktisk", False),
    ],
)
def test_what_nobody_understands_beside_groups_is_not_for_all(text: str, odd: bool) -> None:
    """The figures of one benefit were handed over as those of all."""
    beside = [Heading(f"{name} Faktisk", ACTUAL, K) for name in ("Kontanthjælp", "Ydelse K")]
    assert is_odd(Heading(text, ACTUAL, ALL), beside) is odd
    assert not is_odd(Heading(text, ACTUAL, ALL), [Heading("Faktisk", ACTUAL, ALL)])
