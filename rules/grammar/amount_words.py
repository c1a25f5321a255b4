"""Ways to say how many municipalities, rewritten to ``#17 kommuner``."""

from __future__ import annotations

import re

from rules.grammar.counts import ALL
from rules.grammar.row import Row


def _all_but(match: re.Match[str]) -> str:
    left_out = int(match["number"]) if match["number"] else match["names"].count("+") + 1
    return f"#{ALL - left_out} kommuner"


AMOUNTS: tuple[Row, ...] = (
    # Other ways to say how many.
    (
        r"\b(?:alle|samtlige)\s+(?:#98\s+)?kommuner\s+(?:på n(?:æ|ae|a|å)r|undtagen|bortset fra"
        r"|med undtagelse af)\s+"
        r"(?:#(?P<number>\d+)|@\[(?P<names>[\d+?]+)\])",
        _all_but,
    ),
    (
        r"\bantallet\s+af\s+kommuner,?\s+((?:der|som)\s+[^#]{5,120}?),?\s+(?:er|var|udgør|udgjorde)\s+"
        r"(?:(?:dermed|nu|i alt|på)\s+){0,2}#(\d+)",
        r"#\2 kommuner \1",
    ),
    (r"\bkan\s+(?:nu\s+)?(?:kalde sig|betegnes som|udnævnes til)\b", "er"),
    (r"\bfor\s+(#\d+)\s+kommuners\s+vedkommende\b", r"i \1 kommuner"),
)
