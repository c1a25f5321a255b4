"""Which numbers of a sentence are parts, and whether anybody may be in two of them."""

from __future__ import annotations

import pytest

from rules.grammar.parting import are_all, exclude, parts


def numbers(text: str) -> list[int]:
    return [part.number for part in parts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#8 har sagt ja, og #6 har sagt nej", [8, 6]),
        ("#17 ligger under #5 pct, #40 fra #5 til under #10 pct", [17, 40]),
        ("#9 fra #2023 og én fra #2024", [9, 1]),
        ("på #3 grupper i tabel #1: #8 i #2024", [8]),
        ("nr #4, #1,5 pct og #225 timer", []),
    ],
)
def test_numbers_that_count(text: str, found: list[int]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "apart", "whole"),
    [
        ("#8 har sagt ja, og #6 har sagt nej", True, False),
        ("#8 har sagt ja, #4 har sagt nej, og #2 har ikke svaret", True, True),
        ("#41 er besøgt, mens #56 endnu ikke er det", True, True),
        ("#12 er afgjort, og #10 er endnu ikke afgjort", True, True),
        ("#8 ligger i jylland og #6 på fyn", True, False),
        ("#8 har fået besøg, og #6 har en plan", False, False),
        ("#8 har fået besøg, #6 har en plan; ingen har begge dele", True, False),
    ],
)
def test_parts_that_exclude_each_other(text: str, *, apart: bool, whole: bool) -> None:
    found = parts(text)
    assert exclude(found, text) is apart
    assert are_all(found) is whole
