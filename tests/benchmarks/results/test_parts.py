"""The page's parts are commands that exist, and their sections can be told apart."""

from __future__ import annotations

import importlib.util

import pytest

from benchmarks.results.parts import PARTS


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_a_command_and_has_a_section_of_its_own(name: str) -> None:
    part = PARTS[name]
    assert importlib.util.find_spec(part.command[0]) is not None
    assert [one.title for one in PARTS.values()].count(part.title) == 1
