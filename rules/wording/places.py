"""Where in the note the figures of a condition stand, in Danish."""

from __future__ import annotations

from normalize.model import Measure, Period
from rules.case import FOCUS, Case
from rules.derived.figures import GOALS, POLAR
from rules.grammar.conditions import Condition, Focus, Goal, Not, Share, atoms
from rules.wording.danish import listed

_LEVELS = (Measure.RESULTATMAAL, Measure.FAKTISK, Measure.FORVENTET)
_MOST = 2  # tables named before it is no help any more


def shown_in(case: Case, condition: Condition, period: Period | None) -> str:
    """`` (tabel 1, side 2)``: the tables with figures the condition is about; empty for none."""
    about = {measure for goal in _goals(condition) for measure in POLAR.get(goal, _LEVELS)}
    places: dict[int, int | None] = {}
    for measure in about:
        places.update(case.figures.tables(measure, period))
    if not 1 <= len(places) <= _MOST:
        return ""
    words = (
        f"tabel {table}" + (f", side {page}" if page else "")
        for table, page in sorted(places.items())
    )
    return f" ({listed(words)})"


def _goals(condition: Condition) -> frozenset[Measure]:
    """The goals whose figures decide the condition."""
    found: set[Measure] = set()
    for part in atoms(condition.part if isinstance(condition, Not) else condition):
        if isinstance(part, Goal):
            found.add(part.measure)
        elif isinstance(part, Share):
            found.update(goal for goal, both in POLAR.items() if part.measure in both)
        else:
            found.update(FOCUS if isinstance(part, Focus) else GOALS)
    return frozenset(found)
