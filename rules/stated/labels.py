"""Shares that only stand beside the word for them: ``samtaler 12,4 pct. og tilbud 27,0 pct.``

Whether the share is of those who got it follows from the tables, else from its size: see
`rules.stated.moves.polarity`. A limit (``kravet til tilbud er 30 pct.``) is no share of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.model import Group, Measure, Unit
from rules.derived.figures import POLAR
from rules.grammar.doubts import narrows
from rules.stated.moves import polarity
from rules.stated.singles import Told

_WORD = (
    r"(?:(?P<{0}talks>samtale(?:r|rne|området|delen|siden|indsatsen|målet|kravet)?)"
    r"|(?P<{0}offers>tilbud(?:dene|sområdet|sdelen|ssiden|sindsatsen|smålet|skravet)?))"
)
_LINK = (
    r"(?:\s*[:(–]\s*|\s+(?:er|var|ligger|lå|endte|ender|lander|landede|udgør|udgjorde|kommunen|andelen"
    r"|tallet|resultatet|den|nu|her|i|#20\d\d|på|med|dermed|så|således|nede|kun|blot|hele|der|og"
    r"|tilsvarende)\b){1,6}\s*"
)
_PAIRED = re.compile(r"\b(?:samtale|tilbud)\w*\s+og\s+$")  # "samtaler og tilbud: 96,3 pct. har …"
_SHARE = r"#(?P<{0}>\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
_AFTER = re.compile(rf"\b{_WORD.format('')}(?:{_LINK}|\s+){_SHARE.format('share')}")
_BEFORE = re.compile(
    rf"{_SHARE.format('share')}\s+(?:(?:på|for|vedr\w*|hvad\s+angår|i\s+forhold\s+til|inden\s+for)\s+"
    rf"|\(){_WORD.format('')}\b"
)
_TWO = (
    r"#(?P<one>\d+(?:,\d+)?)\s*(?:pct\s*)?(?:og|samt|/)\s*"
    r"#(?P<two>\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
)
_RESPECTIVELY = re.compile(
    rf"\b{_WORD.format('a')}\b[^#]{{0,60}}?(?:#\d+\s+timer[^#]{{0,30}})?\b(?:og|samt)\b"
    rf"[^#]{{0,40}}?\b{_WORD.format('b')}\b[^#]{{0,60}}?\b(?:hhv|henholdsvis)\b\.?\s*{_TWO}"
)
_BOTH_GOALS = re.compile(
    rf"\bbegge\s+(?:de\s+)?(?:to\s+|#2\s+)?fokusm[åa]l\w*\b[^#]{{0,40}}?{_TWO}"
)
_LIMIT = re.compile(
    r"\b(?:krav\w*|grænse\w*|m[åa]let|mindst|højst|maks\w*|under|over|fra|skal|ambition\w*|stiler"
    r"|forventes|budget\w*|udgift\w*|tid(?:en)?)\b[^#]{0,20}$"
)
_OTHER = re.compile(
    r"\b(?:gennemsnit\w*|lands\w+|regionen\w*|året\s+før|sidste\s+år|tidligere|forrige|forventes|ventes"
    r"|skal|bør|hvis|stiler|ambition\w*|(?:et|eget|egne|sat\s+(?:\w+\s+)?)m[åa]l\s+(?:på|om)|m[åa]lsætning\w*|ved\s+indtræ\w+)\b"
)
_ORDER = (Measure.SAMTALER, Measure.TILBUD)  # as the law and every note has them
_OF_GOAL = re.compile(r"^(?:samtalemålet|samtalekravet|tilbudsmålet|tilbudskravet)$")


def labelled(tagged: str, received: bool | None) -> Iterator[Told]:
    """The shares of a tagged sentence about one municipality that stand beside their word.

    ``received`` is the polarity of the tables' shares, None where there are none.
    """
    if "pct" not in tagged or narrows(tagged) or _OTHER.search(tagged):
        return
    pair = _RESPECTIVELY.search(tagged) or _BOTH_GOALS.search(tagged)
    if pair is not None:
        order = (Measure.TILBUD, Measure.SAMTALER) if pair.groupdict().get("aoffers") else _ORDER
        for goal, printed in zip(order, (pair["one"], pair["two"]), strict=True):
            yield _told(goal, printed, received)
        return
    taken: set[int] = set()
    for form in (_BEFORE, _AFTER):
        for match in form.finditer(tagged):
            if match.start("share") in taken or _LIMIT.search(tagged[: match.start()]):
                continue
            if form is _AFTER and _PAIRED.search(tagged[: match.start()]):
                continue
            word = match["talks"] or match["offers"]
            if form is _AFTER and _OF_GOAL.match(word) and "(" not in match[0]:
                continue  # "tilbudsmålet er 30 pct."
            taken.add(match.start("share"))
            goal = Measure.SAMTALER if match["talks"] else Measure.TILBUD
            yield _told(goal, match["share"], received)


def _told(goal: Measure, printed: str, received: bool | None) -> Told:
    number = float(printed.replace(",", "."))
    measure = POLAR[goal][polarity(number, received)]
    return Told(measure, Group.ALLE, number, len(printed.partition(",")[2]), Unit.PCT)
