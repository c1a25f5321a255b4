"""Figures of the output files in Danish: what they are, of when, and how much."""

from __future__ import annotations

import re

from normalize.model import Measure, Month, Period, Unit
from rules.across.series import Key
from rules.wording.danish import GOAL, NAMED
from rules.wording.danish import number as in_danish
from rules.wording.danish import period as in_words

_GROUPS = {
    "a-dagpenge": " på a-dagpengeområdet",
    "kontanthjaelp": " på kontanthjælpsområdet",
    "sygedagpenge": " på sygedagpengeområdet",
}
_UNITS = {
    "pct": " pct.",
    "pct_point": " procentpoint",
    "persons": " personer",
    "mio_kr": " mio. kr.",
}
_PERIOD = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")


def measure(key: Key) -> str:
    """What a figure is: ``andelen uden tilbud``, ``resultatmålet på sygedagpengeområdet``."""
    one = Measure(key.measure)
    name = GOAL[one] if key.unit == Unit.STATUS and one in GOAL else NAMED[one]
    return name + _GROUPS.get(key.group, "")


def period(text: str) -> str:
    """``2024`` as it is; ``2021-04/2022-03`` as ``april 2021 – marts 2022``."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return text
    start, end = (Month(int(match[at]), int(match[at + 1])) for at in (1, 3))
    return in_words(Period(start, end))


def value(text: str, unit: str) -> str:
    """A value of ``values.csv`` as it reads: ``12,9 pct.``, ``2.380 personer``, ``nr. 37``."""
    try:
        figure = float(text)
    except ValueError:
        return text.replace("_", " ")
    shown = in_danish(figure, len(text.partition(".")[2]))
    return f"nr. {shown}" if unit == Unit.RANK else f"{shown}{_UNITS.get(unit, '')}"
