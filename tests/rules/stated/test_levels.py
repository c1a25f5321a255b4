"""Actual, expected and the difference, told apart in one sentence."""

from __future__ import annotations

import pytest

from rules.grammar.tagged import tag
from rules.stated.levels import gap_alone, levels


@pytest.mark.parametrize(
    ("text", "actual", "expected", "gap"),
    [
        ("Det faktiske antal (612) svarer til det forventede (615)", 612, 615, None),
        ("Forventet niveau: 1.412 ; faktisk niveau: 1.388", 1388, 1412, None),
        ("Der er 1.450 forsørgede, 38 højere end de forventede 1.412", 1450, 1412, 38),
        ("Med 612 forsørgede mod et forventet antal på 612", 612, 612, None),
        ("Modellen forudsagde 1.045 personer ; resultatet blev 1.020", 1020, 1045, None),
    ],
)
def test_levels(text: str, actual: int, expected: int, gap: int | None) -> None:
    found = levels(tag(text, ()))
    assert found is not None
    assert (found.actual.number, found.expected.number) == (actual, expected)
    assert (found.gap.number if found.gap else None) == gap


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Det er 38 for mange.", (38, False)),
        ("Kommunen ligger altså 60 personer under.", (60, True)),
        ("Overskridelsen er 38 personer.", (38, None)),
        ("Det er 34 færre end året før.", None),
        ("Der er ansat 4 flere.", None),
        ("Kommunen har 38 personer på forsørgelse.", None),
    ],
)
def test_a_difference_alone(text: str, told: tuple[int, bool | None] | None) -> None:
    found = gap_alone(tag(text, ()))
    assert (found and (found[0].number, found[1])) == told
