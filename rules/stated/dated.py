"""The year of each figure where a sentence names several: ``27,5 pct. i 2025, 36,8 i 2024``."""

from __future__ import annotations

import re

from normalize.headings.periods import MONTHS
from normalize.model import Period

_YEAR = re.compile(
    rf"(?<!halvår )(?<!kvartal )\b(?:i|for|fra|til|året|år|siden)\s+(?:hele\s+|året\s+)?"
    rf"#(20[1-4]\d)\b(?!\s*(?:\w*personer|borgere|mod|pct|forvent))|\b(?:{'|'.join(MONTHS)})\s+#20\d\d"
)
_OWN = re.compile(r"^\s*(?:pct\b)?(?:\s+\w+){0,2}?\s+(?:i|for)\s+#(20[1-4]\d)\b")
_BREAK = re.compile(r"[;]|,(?!\d)|\b(?:mens|men|hvorimod)\b|\bog\b(?=\s+(?:andelen|der|er|på|i)\b)")


def years(tagged: str) -> tuple[int, ...]:
    """The years a tagged sentence names that date nothing, each once, in order."""
    return tuple(dict.fromkeys(int(match[1]) for match in _YEAR.finditer(tagged) if match[1]))


def period_of(tagged: str, number: float, decimals: int) -> Period | None:
    """The year a figure of a sentence with several years is of; None where that is not clear.

    It stands right behind the figure, or before it: in its own clause, else the last one named.
    """
    printed = f"#{number:.{decimals}f}".replace(".", ",")
    place = tagged.find(printed)
    if place < 0 or tagged.find(printed, place + 1) >= 0:
        return None
    if own := _OWN.match(tagged[place + len(printed) :]):
        return Period.of_year(int(own[1]))
    lead = tagged[:place]
    clause = lead[max((match.end() for match in _BREAK.finditer(lead)), default=0) :]
    found = years(clause) or years(lead)[-1:]
    return Period.of_year(found[0]) if len(found) == 1 else None
