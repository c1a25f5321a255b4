"""Contradictions that another reading of a scanned cell would dissolve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extract.model import Source
from normalize.model import Note, Value
from rules.audit import audit
from rules.law.book import load
from rules.model import Verdict

Make = Callable[..., Note]
GOALS = ("resultatmaal", "samtaler", "tilbud")
TEXT = "Greve opfylder fokusmålet for tilbud.\nOdder opfylder fokusmålet for tilbud."


def scanned(note: Note) -> Note:
    def ocr(value: Value) -> Value:
        return replace(value, source=Source.OCR)

    return replace(note, values=tuple(map(ocr, note.values)))


@pytest.mark.parametrize(("share", "fragile"), [(81.4, False), (37.4, False), (71.4, True)])
def test_only_a_scanned_cell_a_digit_away_is_fragile(
    note: Make, share: float, fragile: bool
) -> None:
    made = note("Greve opfylder fokusmålet for tilbud.", (GOALS, [("Greve", "ja", 7.5, share)]))
    [printed] = [one for one in audit(made, load()) if one.verdict is Verdict.CONTRADICTED]
    assert not printed.fragile
    [read] = [one for one in audit(scanned(made), load()) if one.verdict is Verdict.CONTRADICTED]
    assert read.fragile is fragile
    assert ("læst som" in read.explanation) is fragile


def test_the_certain_comes_before_the_fragile(note: Make) -> None:
    rows = [("Greve", "ja", 7.5, 71.4), ("Odder", "ja", 7.5, 55.5)]
    found = audit(scanned(note(TEXT, (GOALS, rows))), load())
    wrong = [one for one in found if one.verdict is Verdict.CONTRADICTED]
    names = [one.municipality.name for one in wrong if one.municipality]
    assert [one.fragile for one in wrong] == sorted(one.fragile for one in wrong)
    assert names[0] == "Odder"
