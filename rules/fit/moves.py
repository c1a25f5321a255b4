"""What a count of municipalities may be where it tells who moved, and which way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.model import Measure, Period
from rules.case import Case
from rules.derived.amounts import SHARES, amount
from rules.fit.reading import Reading
from rules.model import ClaimKind
from rules.stated.changed import way
from rules.wording.danish import NAMED, kommuner

_UNMOVED = re.compile(
    r"\b(?:uændre\w*|beholdt|fasthold\w*|st[åo]r?\s+stille|den\s+samme|blevet\s+stående)\b"
)
_FORWARD = re.compile(r"\b(?:frem|op|bedre|forbedr\w*|fremgang\w*|vundet)\b")
_BACK = re.compile(r"\b(?:tilbage\w*|ned|ringere|dårligere|lavere|forværr\w*|tabt|faldet)\b")
_WORDS = {True: "er steget", False: "er faldet", None: "er uændret"}


def movers(
    case: Case, text: str, measures: tuple[Measure, ...], codes: frozenset[str]
) -> Iterator[Reading]:
    """How many of some moved the way a clause tells, between the last two periods shown."""
    for measure in (*measures, Measure.PLACERING):
        told, up = _told(text, measure)
        last = _last_two(case, measure) if told else None
        if last is None:
            continue
        both = [tuple(amount(case, code, measure, period) for period in last) for code in codes]
        pairs = [(old, new) for old, new in both if old is not None and new is not None]
        if len(pairs) == len(codes):
            number = sum(_moved(old, new) is up for old, new in pairs)
            what = f"antallet af {kommuner(len(codes))}, hvor {NAMED[measure]} {_WORDS[up]}"
            yield Reading(number, 0, what, ClaimKind.COUNT, measure, period=last[1], likely=True)


def _told(text: str, measure: Measure) -> tuple[bool, bool | None]:
    """Whether a text tells of a move, and whether of one up (None where of none)."""
    if _UNMOVED.search(text):
        return True, None
    if measure in SHARES:
        up = way(text, measure)
        return up is not None, up
    forward, back = bool(_FORWARD.search(text)), bool(_BACK.search(text))
    return forward is not back, back  # a higher number is a lower place


def _moved(old: float, new: float) -> bool | None:
    return None if old == new else new > old


def _last_two(case: Case, measure: Measure) -> tuple[Period, Period] | None:
    shown = sorted(
        {one.period for one in case.figures.every if one.measure is measure and one.period}
    )
    return (shown[-2], shown[-1]) if len(shown) > 1 else None
