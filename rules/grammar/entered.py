"""The bare year an entry into the phase is dated with: ``kom ind i fasen i 2024``.

An entry is decided in spring on the figures of the year before; told of afterwards with a year
alone, the year may be that of the decision or that of the figures.
"""

from __future__ import annotations

import re

_ENTRY = re.compile(
    r"\b(?:kom|kommet|blev|trådte|indtrådte|indtrådt|gik|overgik|røg|faldt|endte|landede|været|var)\b"
    r"[^;]*<covered>|<covered>[^;]*\bsiden\b|^[^;]*\bhar\s+<covered>"
)
_YEAR = re.compile(r"\b(?:i|siden|fra|tilbage\s+i)\s+(?:år(?:et)?\s+|foråret\s+)?#(20[1-4]\d)\b")
_MEASURED = re.compile(
    r"\b(?:grundlag|baggrund|målår\w*|opgørelse\w*|måling\w*|målt|tal|tallene|resultater\w*)\b"
)


def entered_in(clause: str) -> int | None:
    """The year of an entry told of afterwards in a clause in symbols; None where none is told,
    or where the clause says that the year is the one measured."""
    if not _ENTRY.search(clause) or _MEASURED.search(clause):
        return None
    found = {int(match[1]) for match in _YEAR.finditer(clause)}
    return found.pop() if len(found) == 1 else None
