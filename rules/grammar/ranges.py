"""The two ends of a range with whom they are: ``fra 11,3 pct. på Fanø til 44,3 pct. i Aalborg``."""

from __future__ import annotations

import re

from rules.grammar.superlatives import EITHER, Outermost, Reading

SPREADS = re.compile(
    r"\b(?:spænd|varier|sving|ligger mellem|lå mellem|går (?:\w+ )?fra|strækker|yderpunkt)"
)
_FIGURE = r"#\d+(?:,\d+)?"
_ENDS = re.compile(
    rf"\b(?:fra|mellem)\s+(?:(?P<from>{_FIGURE})[^@#]{{0,30}})?@\[(?P<one>\d{{4}})\]"
    rf"(?:[^@#]{{0,12}}(?P<at>{_FIGURE}))?[^@#]{{0,12}}?\b(?:til|og)\s+"
    rf"(?:[^@#]{{0,20}}(?P<to>{_FIGURE})[^@#]{{0,30}})?[^@#]{{0,12}}@\[(?P<other>\d{{4}})\]"
    rf"(?:[^@#]{{0,12}}(?P<with>{_FIGURE}))?"
)
_OUTER = re.compile(r"\byderpunkt\w*\b[^@]*@\[(?P<one>\d{4})(?:\+|\][^@]*@\[)(?P<other>\d{4})\]")


def ends(tagged: str) -> tuple[Outermost, ...]:
    """The lowest and the highest of a range; which is which its own figures say, else either."""
    if not SPREADS.search(tagged):
        return ()
    low: tuple[Reading, ...] = (Reading(False),)
    high: tuple[Reading, ...] = (Reading(True),)
    if found := _OUTER.search(tagged):
        low = high = EITHER
    elif found := _ENDS.search(tagged):
        first, last = found["from"] or found["at"], found["to"] or found["with"]
        if first and last and _number(first) > _number(last):
            low, high = high, low
    return (Outermost((found["one"],), low), Outermost((found["other"],), high)) if found else ()


def _number(tagged: str) -> float:
    return float(tagged[1:].replace(",", "."))
