"""Benefit groups over the columns of a picture's table."""

from __future__ import annotations

import pytest

from normalize.groups import shifted
from normalize.headings import Heading
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
