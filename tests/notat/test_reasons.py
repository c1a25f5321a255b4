"""Every cause that a cell may carry has Danish words."""

from __future__ import annotations

import re
from pathlib import Path

from normalize.figures import cells, units
from notat.reasons import REASONS, because

ROOT = Path(__file__).parents[2]
_CODE = re.compile(
    r'"((?:column|group|heading|name|number|order|period|picture|readers|relation|row|status|table|text|missing)'
    r':[a-z_]+)"'
)


def test_every_code_of_the_sources_has_words_and_no_other() -> None:
    found = {
        code
        for package in ("extract", "normalize")
        for path in (ROOT / package).rglob("*.py")
        for code in _CODE.findall(path.read_text("utf-8"))
    }
    marks = {f"missing:{mark}" for mark in map(units.missing, ("", "-", "..", "*", "u.a")) if mark}
    assert found | marks | {cells.RANGE} == set(REASONS)


def test_several_causes_make_one_phrase() -> None:
    assert (
        because("readers:disagree;number:letter")
        == "læserne er uenige; et bogstav er læst som ciffer"
    )
    assert because("") == ""
    assert because("new:code") == "skal ses efter"
