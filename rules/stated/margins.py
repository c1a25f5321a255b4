"""A distance of a share to its limit, in percentage points, from the parts that tell of one.

One size in points, and beside it a limit, the goal that is to be met, or a word for room to spare:
``på samtalerne er der en buffer på 2,6 procentpoint``, ``9,0 procentpoint fra de 80 pct.``. A
change, a half of what is asked for or a distance to others is none.
"""

from __future__ import annotations

import re

from rules.grammar.doubts import narrows
from rules.grammar.tagged import POINTS

_POINTS = re.compile(rf"{POINTS}\w*")
_LIMIT = r"(?:\w*grænse\w*|\w*krav(?:et|ene)?|\w*m[åa]ltal\w*|loftet|\w*m[åa]let)"
_ROOM = r"(?:margin(?:en)?|margen|buffer(?:en)?|luft|spillerum\w*|råderum\w*|afstand(?:en)?|slæk)"
_ANCHOR = re.compile(
    rf"\b(?:{_LIMIT}|{_ROOM})\b|\bde\s+(?:\w+\s+)?#\d+\s*pct(?!\s*-?point)"
    r"|\b(?:at|for\s+at)\s+(?:\w+\s+)?(?:opfylde|nå|indfri|klare|overholde|leve|bestå)\b"
    r"|\bfor\s+(?:høj|lav|stor|mange|få)\w*\b"
)
_TO_GO = re.compile(r"\bskal\b[^#]*\bmed\s+(?:mindst\s+)?#")
_LACKING = re.compile(r"\bmangle\w*|\bresterer\b|\btilbage\b")
_MOVED = re.compile(
    r"\b(?:sidste\s+år|året\s+før|siden|steg\w*|stig\w*|fald\w*|forbedr\w*|forværr\w*|reduc\w*|mindske\w*|bragt)\b"
)
_ELSE = re.compile(
    r"\b(?:halvdelen|halvvejs|fremgang\w*|gennemsnit\w*|snittet|landet|region\w*|spænd\w*|forskel\w*"
    r"|median\w*)\b|\bend\s+(?:i\s+)?@|@\[\d{4}\+|@\[\d{4}\].*@\[\d{4}\]"
)
_OPEN = re.compile(
    r"\b(?:hvis|skal|skulle|bør|mindst|højst|mere\s+end|mindre\s+end|godt|knap|omkring|cirka|ca|tidligere|ikke)\b"
)


def margin(tagged: str) -> str | None:
    """The size of the one distance to a limit that a tagged sentence tells of, as printed."""
    found = _POINTS.findall(tagged)
    if len(found) != 1 or tagged.count("point") > 1 or narrows(tagged) or _ELSE.search(tagged):
        return None
    to_go = _TO_GO.search(tagged)
    if not _ANCHOR.search(tagged) or (_MOVED.search(tagged) and not to_go):
        return None
    if _OPEN.search(tagged) and not (to_go or _LACKING.search(tagged)):
        return None
    return str(found[0])
