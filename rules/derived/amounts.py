"""What a superlative, a mean or a gap is of: which figure, of when, and how much it is."""

from __future__ import annotations

import re

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Period
from rules.case import Case
from rules.derived.figures import LEVELS, POLAR
from rules.grammar.shares import share_of, speaks
from rules.wording.danish import number

_RANKED = re.compile(r"\bplacer\w*|\b(?:rang|bench)\w*list\w*|\bpå\s+listen\b")
_GAP = re.compile(
    r"\b(?:differenc|afvigelse|merforbrug|mindreforbrug|overskridelse)\w*"
    r"|\b(?:forskel|afstand)\w*\s+mellem\s+(?:det\s+)?(?:faktisk|forvent)"
    r"|\bi\s+forhold\s+til\s+(?:det\s+|sit\s+)?forvent\w*|\b(?:over|under|end)\s+(?:det\s+|sit\s+)?forvent\w*"
    r"|\bfra\s+(?:sit\s+)?resultatm[åa]l"
)
_EXPECTED = re.compile(r"\bforvent\w*")
PERSONS = re.compile(
    r"\bfuldtidsperson\w*|\boffentligt?\s+fors[øo]rg\w*|\b(?:forventede|faktiske)\s+(?:niveau|antal|tal)\b"
)
_TABLE = re.compile(r"\btabel\s+#(\d{1,2})\b")
SHARES = frozenset(measure for both in POLAR.values() for measure in both)


def measure_told(text: str, received: bool | None) -> Measure | None:
    """The figure a tagged text speaks of; None where it tells none, or more than one."""
    if speaks(text):
        return share_of(text, received=received)
    if _RANKED.search(text):
        return Measure.PLACERING
    if _GAP.search(text):
        return Measure.DIFFERENCE
    if PERSONS.search(text):
        return Measure.FORVENTET if _EXPECTED.search(text) else Measure.FAKTISK
    return None


def period_told(case: Case, measure: Measure, text: str) -> Period | None:
    """The period a text names, else the note's own; of ranks the last that the note lists."""
    told = find_period(text) or case.main
    if measure is not Measure.PLACERING:
        return told
    listed = {one.period for one in case.figures.every if one.measure is measure and one.table}
    return told if told in listed or not listed else max(filter(None, listed), default=told)


def table_told(text: str) -> int | None:
    """The number of the table a tagged text points to."""
    found = _TABLE.search(text)
    return int(found[1]) if found else None


def amount(case: Case, code: str, measure: Measure, period: Period | None) -> float | None:
    """A figure of one municipality that may be believed; a share in the polarity of ``measure``."""
    if measure in SHARES:
        return case.standing(code, period).share(measure)
    found = _trusted(case, code, measure, period)
    if found is None and measure is Measure.DIFFERENCE:
        return _gap(case, code, period)
    return found


def _gap(case: Case, code: str, period: Period | None) -> float | None:
    """Actual less expected, of two figures of one unit that may both be believed."""
    for actual, expected in case.figures.joined(code, LEVELS, period):
        if actual.trusted and expected.trusted:
            return (actual.number or 0.0) - (expected.number or 0.0)
    return None


def _trusted(case: Case, code: str, measure: Measure, period: Period | None) -> float | None:
    for figure in case.figures.find(code, (measure,), period, Group.ALLE):
        if figure.number is not None and figure.trusted:
            return figure.number
    return None


def shown(value: float, measure: Measure) -> str:
    """An amount in Danish: ``31,4 pct.``, ``nr. 8``, ``25``."""
    if measure in SHARES:  # 29,98 is not 30,0 where the limit is 30
        return shown_as(value, measure, 1 if round(value, 1) == round(value, 6) else 2)
    return shown_as(value, measure, 0 if value == round(value) else 1)


def shown_as(value: float, measure: Measure, decimals: int) -> str:
    """An amount in Danish with so many decimals."""
    if measure in SHARES:
        return f"{number(value, decimals)} pct."
    return f"{'nr. ' if measure is Measure.PLACERING else ''}{number(value, decimals)}"
