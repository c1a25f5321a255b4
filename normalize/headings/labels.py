"""The labels of rows that say of which benefits, or of when, the figures beside them are.

Benefits are a closed list, as the municipalities are: a label that is damaged is the nearest of
them, or nobody's. A row whose label cannot be read is never taken for the whole of its table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from normalize.headings.heading import find_group
from normalize.headings.periods import find_period
from normalize.model import OPEN, Group, Period, Status

CONFUSED = "group:confusion"
UNKNOWN_GROUP = "group:unknown"
UNKNOWN_PERIOD = "period:unknown"
_TOTAL = re.compile(r"\W*(?:i alt|alle\b.*|samlet|total)\W*$", re.IGNORECASE)
_WORDS = {
    "kontanthjælp": Group.KONTANTHJAELP,
    "sygedagpenge": Group.SYGEDAGPENGE,
    "a-dagpenge": Group.A_DAGPENGE,
    "arbejdsløshedsdagpenge": Group.A_DAGPENGE,
    "samlet": Group.ALLE,
    "alle ydelser": Group.ALLE,
    "alle ydelser under ét": Group.ALLE,
}
_MOST, _MARGIN = 0.25, 2  # part of a label's letters that may be wrong; letters to the next label
_RESTORED = 0.98  # confidence, as of a name that was repaired


@dataclass(frozen=True, slots=True)
class Label:
    """What the labels of a row state, and how far they may be believed."""

    group: Group | None = None
    period: Period | None = None
    status: Status = Status.OK
    reason: tuple[str, ...] = ()
    confidence: float = 1.0


def read_label(group: str, period: str) -> Label:
    """The label of a row from the texts of the cells that say of whom and of when; empty for none.

    An unread label is for review: its figures are not those of all, nor of the note's period.
    """
    whom, certain = group_of(group)
    when = find_period(period)
    unread = (UNKNOWN_GROUP,) * (whom is None and bool(group.strip()))
    unread += (UNKNOWN_PERIOD,) * (when is None and bool(period.strip()))
    if unread:
        return Label(whom, when, Status.REVIEW, unread, OPEN)
    if not certain:
        return Label(whom, when, Status.REPAIRED, (CONFUSED,), _RESTORED)
    return Label(whom, when)


def group_of(text: str) -> tuple[Group | None, bool]:
    """The benefits that a label names, None for none, and whether it does in so many words."""
    plain = " ".join(text.split()).casefold()
    if not plain:
        return None, True
    if (found := find_group(plain)) is not None:
        return found, True
    if _TOTAL.match(plain):
        return Group.ALLE, True
    ranked = sorted((Levenshtein.distance(plain, word), word) for word in _WORDS)
    off, nearest = ranked[0]
    group = _WORDS[nearest]
    next_best = min(cost for cost, word in ranked if _WORDS[word] is not group)
    if off > _MOST * len(nearest) or next_best - off < _MARGIN:
        return None, True
    return group, False
