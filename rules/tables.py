"""The table a sentence says it speaks of: ``alle 5 kommuner i tabellen``."""

from __future__ import annotations

import re

from rules.case import Case
from rules.derive import Universe

_WITHIN = re.compile(
    r"\bkommuner(?:ne)?\s+(?:(?:der|som)\s+)?(?:(?:er|vises|indgår|fremgår|nævnes|står|vist|nævnt)\s+){0,2}"
    r"(?:i|af)\s+(?:tabellen\b|(?:neden|oven)stående\s+tabel\b|tabel\s+#(?P<number>\d{1,2})\b)"
    r"|\b(?:tabellens|de\s+viste)\s+(?:#\d+\s+)?kommuner\b"
)
# A longer table is meant to show all 98, and one that lost rows would give a false count.
_SMALL = 60


def universe(case: Case, clause: str) -> Universe | None:
    """The municipalities of the small table a clause is about; None where it is about all 98."""
    match = _WITHIN.search(clause) if "tabel" in clause or "viste" in clause else None
    if match is None:
        return None
    cells = [
        value
        for value in case.note.values
        if not match["number"] or value.table == int(match["number"])
    ]
    named = {value.table_index for value in cells if value.municipality is not None}
    if len(named) != 1:
        return None
    cells = [value for value in cells if value.table_index in named]
    codes = frozenset(value.municipality.code for value in cells if value.municipality is not None)
    unread = {value.row for value in cells} - {
        value.row for value in cells if value.municipality is not None
    }
    return Universe(codes, len(unread)) if 2 <= len(codes) <= _SMALL else None
