"""Words of a clause that the grammar does not know, and that may narrow what it says.

A count that does not fit is a contradiction only when every word around it is understood:
``53 jyske kommuner`` or ``opfylder … for unge`` is about something else.
"""

from __future__ import annotations

import re
from pathlib import Path

_WORD = re.compile(r"(?<![<@#:\w-])[a-zæøåé]{2,}(?:-[a-zæøåé]+)*(?![>\w])")
_PLAIN = frozenset((Path(__file__).parent / "plain_words.txt").read_text("utf-8").split())
_NARROWING = re.compile(
    r"\b(?:a-dagpenge\w*|kontanthjælp\w*|sygedagpenge\w*|unge|ældre|kvinder|mænd|region\w*|jyske|fynske|sjællandske)\b"
)


def doubts(clause: str) -> tuple[str, ...]:
    """The words that are not understood, in order."""
    return tuple(
        word for word in _WORD.findall(clause) if word not in _PLAIN or _NARROWING.fullmatch(word)
    )
