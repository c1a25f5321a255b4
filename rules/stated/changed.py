"""The words of a change of a share: ``faldet med 5,2 procentpoint``, ``mindst 10 point op``."""

from __future__ import annotations

import re
from typing import NamedTuple

from normalize.model import Measure, Period
from rules.derived.figures import RECEIVED
from rules.grammar.counts import AMOUNTS, Amount
from rules.grammar.shares import topic
from rules.grammar.tagged import POINTS

_GAP = re.compile(
    rf"(?:\b(?P<how>{'|'.join(sorted(map(re.escape, AMOUNTS), key=len, reverse=True))})\s+)?"
    rf"{POINTS}"
)
_PIECES = re.compile(r",\s+|\s+(?:og|men|mens|hvorefter)\s+")
_FROM_TO = re.compile(
    r"\b(?:(?:fra|mellem)\s+#(20\d\d)\s+(?:til|og)|perioden\s+#(20\d\d)\s*[-–])\s*#?(20\d\d)\b"
)
_SINCE = re.compile(
    r"\b(?:siden|i forhold til|sammenlignet med|set i forhold til|fra)\s+#(20\d\d)\b"
)
_UP = re.compile(  # "lever op til målet" is no rise
    r"\b(?:steg\w*|stig\w*|op(?:ad)?(?!\s+til)|øg\w+|voks\w*|højere|løftet)\b"
)
_DOWN = re.compile(
    r"\b(?:fald\w*|ned(?:ad)?|nedgang\w*|nedbragt|reduce\w*|sænk\w*|mindske\w*|lavere|dyk\w*)\b"
)
_BETTER = re.compile(r"\b(?:forbedr\w*|fremgang\w*|bedre)\b")
_WORSE = re.compile(r"\b(?:forværr\w*|forring\w*|tilbagegang\w*|dårligere|tilbage)\b")
_START = re.compile(  # "2,7 procentpoint fra 36,8 pct. i 2023", "sidste år var den 36,8 pct."
    r"point\w*\s+fra\s+#(?P<share>\d+(?:,\d+)?)\s*pct(?!\s*-?point)(?:\s+i\s+#(?P<year>20\d\d))?"
    r"|\b(?P<last>sidste\s+år|året\s+før|i\s+fjor)\s+(?:lå|var|havde|udgjorde)\s+(?:\w+\s+){0,3}?"
    r"#(?P<share2>\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
    r"|\bsiden\s+#(?P<year3>20\d\d),?\s+(?:hvor|da)\s+(?:\w+\s+){1,3}(?:lå|var|udgjorde)\s+(?:på\s+)?"
    r"#(?P<share3>\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
)
_ELSE = re.compile(  # a distance to a limit or to others, or a change that is asked for
    r"\b(?:grænse\w*|krav\w*|målet|mangle\w*|nødvendig\w*|krævede?|skal|hvis|gennemsnit\w*|landet"
    r"|end\s+(?:i\s+)?@|halvdelen|hele\s+perioden|årlige?|største|mindste)\b"
)


class Start(NamedTuple):
    """The share a change starts from, as printed, and its year; ``last``: the year before."""

    share: str
    year: int | None
    last: bool


class Worded(NamedTuple):
    """The size of a change as printed, and how exactly it is meant."""

    size: str
    amount: Amount


def worded(piece: str) -> Worded:
    """The one change a piece of `pieces` tells of."""
    match = _GAP.search(piece)
    if match is None:
        raise ValueError(piece)
    return Worded(match["size"], AMOUNTS.get(match["how"] or "", Amount.EXACT))


def pieces(tagged: str) -> list[str]:
    """The whole of a sentence with one change, the pieces of one with several.

    Several must each say when, or of what share they are.
    """
    if _ELSE.search(tagged):
        return []
    if len(_GAP.findall(tagged)) == 1:
        return [tagged]
    found = [piece for piece in _PIECES.split(tagged) if "point" in piece]
    dated = all(_FROM_TO.search(piece) for piece in found)
    told = all(topic(piece) and len(_GAP.findall(piece)) == 1 for piece in found)
    return found if dated or told else []


def start(piece: str) -> Start | None:
    """Where the change is said to start."""
    match = _START.search(piece)
    if match is None:
        return None
    share, year = (
        match["share"] or match["share2"] or match["share3"],
        match["year"] or match["year3"],
    )
    return Start(share, int(year) if year else None, match["last"] is not None)


def dates(piece: str) -> tuple[Period, Period | None] | None:
    """The period before and, where it is said, the one after."""
    if dated := _FROM_TO.search(piece):
        return Period.of_year(int(dated[1] or dated[2])), Period.of_year(int(dated[3]))
    since = _SINCE.search(piece)
    return (Period.of_year(int(since[1])), None) if since else None


def way(piece: str, measure: Measure) -> bool | None:
    """Whether the figure is said to have gone up; better is down for a share that got nothing."""
    up, down = bool(_UP.search(piece)), bool(_DOWN.search(piece))
    if up != down:
        return up
    better, worse = bool(_BETTER.search(piece)), bool(_WORSE.search(piece))
    return None if better == worse or up else better == (measure in RECEIVED)
