"""Shares at the entry and now: ``trådte ind med 34,0 pct. …``, ``I dag er tallene …``.

What was measured at the entry is no figure of the period that the note is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalize.model import Group, Measure, Unit
from rules.grammar.shares import speaks
from rules.stated.singles import Told

_THEN = re.compile(
    r"\bved\s+(?:indtr[æe]delsen|indtr[æe]den|starten|begyndelsen|opstarten|forløbets\s+start)\b"
    r"|\b(?:trådte|kom|gik)\s+ind\b|\bindtrådte\b|\b(?:da|hvor)\s+\S+(?:\s+\w+)?\s+blev\s+omfattet\b"
    r"|\bi\s+udgangspunktet\b|\boprindelig\w*\b|\bdengang\b|\btidligere\b"
    r"|\b(?:sidste|forrige)\s+(?:år|måling|opgørelse)\b|\båret\s+før\b"
)
_NOW = re.compile(r"\b(?:nu|i\s+dag|i\s+(?:den\s+)?seneste\s+(?:måling|opgørelse))\b")
_SHARE = re.compile(r"#(\d+(?:,\d+)?)\s*(?:pct\b|(?=og\s+#\d+(?:,\d+)?\s*pct\b))(?!\s*-?point)")

Waiting = tuple[Measure, ...]


def since(tagged: str, told: Sequence[Told], waiting: Waiting) -> tuple[tuple[Told, ...], Waiting]:
    """The figures of a tagged sentence that are of now, and the shares it gives of the entry.

    ``told`` are all its figures, ``waiting`` the shares that the sentence before gave of the
    entry: figures of now that do not say what they are come in the same order.
    """
    then, now = _THEN.search(tagged), _NOW.search(tagged)
    dated = tuple(one for one in told if one.period is not None)
    if then is None:
        if now is None or not waiting or speaks(tagged):
            return tuple(told), ()
        return _in_order(waiting, _SHARE.findall(tagged)), ()
    own = [one for one in told if one.unit is Unit.PCT and one.period is None]
    shares = tuple(one.measure for one in own)
    if now is None or now.start() < then.start():  # ``er 17,9 pct.; ved indtrædelsen 26,3 pct.``
        first = len(_SHARE.findall(tagged[: then.start()]))
        return (*dated, *own[:first]), shares[first:]
    before = len(_SHARE.findall(tagged[: now.start()]))
    return (*dated, *_in_order(shares[:before], _SHARE.findall(tagged[now.start() :]))), ()


def _in_order(measures: Waiting, printed: Sequence[str]) -> tuple[Told, ...]:
    if len(measures) != len(printed) or len(set(measures)) != len(measures):
        return ()
    return tuple(
        Told(
            measure,
            Group.ALLE,
            float(text.replace(",", ".")),
            len(text.partition(",")[2]),
            Unit.PCT,
        )
        for measure, text in zip(measures, printed, strict=True)
    )
