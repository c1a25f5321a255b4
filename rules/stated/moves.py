"""A share of one municipality at two times: ``faldet fra 31,4 pct. til 26,5 pct. i 2024``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from normalize.model import Measure, Period
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of

_SHARE = r"#(?P<{0}>\d+(?:,\d+)?)\s*pct(?!\s*-?point)"
_YEAR = r"(?:\s+i\s+#(?P<{0}>20\d\d))?"
_BEFORE, _AFTER = _SHARE.format("before"), _SHARE.format("after")
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\bfra\s+{_BEFORE.replace('pct', '(?:pct)?')}{_YEAR.format('then')}"
        r"\s+(?:\w+\s+){0,2}?til\s+"
        rf"{_AFTER}{_YEAR.format('now')}",
        rf"{_BEFORE}\b[^#]{{0,60}}?\si\s+#(?P<then>20\d\d)\s+mod\s+{_AFTER}\s+i\s+#(?P<now>20\d\d)",
        rf"{_BEFORE}\s+i\s+#(?P<then>20\d\d)\s*(?:,|og|men)\s+(?:\w+\s+){{0,2}}?{_AFTER}\s+i\s+#(?P<now>20\d\d)",
        rf"{_AFTER}(?:\s+(?:[^#;]|#[14]\s){{0,50}}?)?,?\s+mod\s+(?:\w+\s+)?{_BEFORE}\s+i\s+#(?P<then>20\d\d)(?!.*#20\d\d)",
        rf"\b(?:var|lå|udgjorde)\s+(?:\w+\s+){{0,3}}?{_BEFORE}\b[^#]{{0,40}}?\bnu\s+(?:\w+\s+){{0,2}}?{_AFTER}",
    )
)
_BREAK = re.compile(r"[;,](?!\d)|\b(?:mens|men)\b")
_HALF = 50.0


@dataclass(frozen=True, slots=True)
class Move:
    """A share before and after, as printed, with the years where the sentence gives them."""

    measure: Measure
    before: str
    after: str
    then: int | None
    now: int | None

    def periods(
        self, known: Sequence[Period], main: Period | None
    ) -> tuple[Period | None, Period | None]:
        """The periods before and after; a year not given is the last known, or the one before."""
        now = Period.of_year(self.now) if self.now else max(known, default=main)
        if self.then:
            return Period.of_year(self.then), now
        earlier = [one for one in known if now is not None and one < now]
        if earlier or now is None or not now.is_year:
            return (earlier[-1] if earlier else None), now
        return Period.of_year(now.start.year - 1), now


def polarity(value: float, received: bool | None) -> bool:
    """Whether a share that does not say so is of those who got it.

    By the tables where they tell. Else by its size: the goals ask for at most 30 pct. without and
    at least 70 pct. with, so a share between is short of the goal whichever it is.
    """
    return value > _HALF if received is None else received


def move(tagged: str, received: bool | None, about: Measure | None = None) -> Move | None:
    """The move a tagged sentence tells of; ``about`` is the share the sentences before speak of."""
    if "pct" not in tagged or narrows(tagged):
        return None
    match = next((found for form in _FORMS if (found := form.search(tagged))), None)
    if match is None:
        return None
    years = match.groupdict()
    size = float((match["after"]).replace(",", "."))
    received = polarity(size, received)
    own = _BREAK.split(tagged[: match.start()])[-1] + match[0]
    measure = share_of(own, received=received) or share_of(tagged, received=received) or about
    if measure is None:
        return None
    then, now = years.get("then"), years.get("now")
    return Move(
        measure,
        match["before"],
        match["after"],
        int(then) if then else None,
        int(now) if now else None,
    )
