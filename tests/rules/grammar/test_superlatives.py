"""Ends, names and places of superlatives, in any order."""

from __future__ import annotations

import pytest

from normalize.model import Measure
from rules.grammar import ranges
from rules.grammar.superlatives import EITHER, Outermost, Reading, Scale, outermost

HIGH, LOW = (Reading(True),), (Reading(False),)


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("den højeste andel uden tilbud har @[0851]", (Outermost(("0851",), HIGH),)),
        ("@[0851] ligger næsthøjest på tilbud", (Outermost(("0851",), HIGH, 2),)),
        ("bedst til tilbud er @[0563]", (Outermost(("0563",), LOW),)),
        ("nederst på tilbud ligger @[0563]", (Outermost(("0563",), EITHER),)),
        (
            "øverst ligger @[0851] med den største andel og nederst @[0563] med den mindste",
            (Outermost(("0851",), HIGH), Outermost(("0563",), LOW)),
        ),
        (
            "@[0851] ligger højest og @[0563] lavest",
            (Outermost(("0851",), HIGH), Outermost(("0563",), LOW)),
        ),
        (
            "@[0851+0563] har den højeste og den laveste andel",
            (Outermost(("0851",), HIGH), Outermost(("0563",), LOW)),
        ),
        ("@[0219] har højest andel efter @[0851+0376]", (Outermost(("0219",), HIGH, 3),)),
        ("ingen steder er andelen så lav som på @[0563]", (Outermost(("0563",), LOW),)),
        (
            "kun @[0851] har en højere andel end @[0376]",
            (Outermost(("0851",), HIGH), Outermost(("0376",), HIGH, 2)),
        ),
        ("de #2 laveste andele har @[0563+0825]", (Outermost(("0563", "0825"), LOW),)),
        ("de #3 laveste andele har @[0563+0825]", ()),
        ("@[0851] har den højeste andel, og @[0563] følger", ()),
        ("mindst #4 samtaler fik flere i @[0851]", ()),
        ("@[0851] har haft den største fremgang", ()),
    ],
)
def test_superlatives_of_a_share(clause: str, found: tuple[Outermost, ...]) -> None:
    assert outermost(clause, Measure.TILBUD, better_is_more=False) == found


@pytest.mark.parametrize(
    ("clause", "readings"),
    [
        ("størst positiv afvigelse har @[0183]", HIGH),
        ("størst negativ afvigelse har @[0183]", LOW),
        ("størst afvigelse har @[0183]", (Reading(True, Scale.SIZE), *EITHER)),
        ("mindst afvigelse har @[0183]", (Reading(False, Scale.SIZE),)),
        ("det bedste resultat har @[0183]", (Reading(False), Reading(False, Scale.PART))),
    ],
)
def test_a_difference_has_a_sign_and_a_size(clause: str, readings: tuple[Reading, ...]) -> None:
    (found,) = outermost(clause, Measure.DIFFERENCE, better_is_more=False)
    assert found.readings == readings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("andelen spænder fra #11,3 pct på @[0563] til #44,3 pct i @[0851]", ("0563", "0851")),
        ("andelen svinger mellem @[0563] (#11,3 pct) og @[0851] (#44,3 pct)", ("0563", "0851")),
        ("andelen varierer fra #44,3 pct i @[0851] til #11,3 pct på @[0563]", ("0851", "0563")),
    ],
)
def test_a_range_has_two_ends(text: str, who: tuple[str, str]) -> None:
    first, last = ranges.ends(text)
    assert (*first.codes, *last.codes) == who
    assert {first.codes: first.readings, last.codes: last.readings} == {
        ("0563",): LOW,
        ("0851",): HIGH,
    }
