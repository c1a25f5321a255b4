"""Why a municipality is in the recovery phase: ``omfattes på grund af tilbud``.

The goal that is named as the reason is said to be missed.
"""

from __future__ import annotations

import re

from rules.grammar.row import Row

_FOR = (
    r"(?:på\s+grund\s+af|på\s+baggrund\s+af|med\s+baggrund\s+i|grundet|som\s+følge\s+af|skyldes|begrundet\s+i|udløst\s+af"
    r"|alene\s+for)"
)
_LITTLE = (
    r"(?:manglende|for\s+få|utilstrækkelige?|for\s+mange\s+uden|for\s+lidt|(?:den\s+|en\s+)?(?:for\s+)?(?:høje?|store?)\s+andel\s+uden"
    r"|andelen\s+uden|andelen\s+(?:med|der\s+har)\s+(?:fået\s+)?(?:færre\s+end|under|mindre\s+end|for\s+få)(?:\s+#[14])?)"
)
# One of the two goals: as a symbol, or as the talks or the offers themselves.
GOAL = (
    rf"(?:(?:alene|kun|især|primært|netop)\s+)?(?:opfyldelse\w*\s+af\s+)?(?:<(?P<symbol>[ST])>"
    rf"|(?:{_LITTLE}\s+)?(?:aktive?\s+|fire\s+|#4\s+)?(?:(?P<talks>samtale(?:r|rne|delen|siden)?)|tilbud(?:dene|sdelen|ssiden)?|aktivering(?:en)?)\b)"
)
_COVERED = r"(?:omfatte[st]|<covered>|tilsyn|fasen|genopret)"
_IN_PHASE = re.compile(_COVERED)
_BRINGS = r"(?:bringer|sender|udløser|fører|trækker|bevirker|giver|medfører|skaffer)"


def goal(match: re.Match[str]) -> str:
    """The symbol of the goal a pattern with `GOAL` has found."""
    return f"<{match['symbol'] or ('S' if match['talks'] else 'T')}>"


def _because(match: re.Match[str]) -> str:
    """``under skærpet tilsyn på grund af manglende tilbud``: the goal that is missed."""
    if not _IN_PHASE.search(match.string[: match.start()]):
        return match[0]
    return f" , da {goal(match)} ikke er <M>"


def _brings(match: re.Match[str]) -> str:
    """``det er tilbud, der bringer Greve i fasen``."""
    return f"{match['who']} omfattes , da {goal(match)} ikke er <M>"


def _too_high(match: re.Match[str]) -> str:
    """``andelen uden tilbud er for høj``."""
    return f"{goal(match)} ikke er <M>"


REASONS: tuple[Row, ...] = (
    (rf"\s*,?\s*\b{_FOR}\s+{GOAL}(?!\s+(?:i\s+)?(?:#|på))", _because),
    (
        rf"^(?:det|der)\s+er\s+{GOAL}\s*,?\s+(?:der|som)\s+{_BRINGS}\b(?=[^@]*{_COVERED})[^@]*(?P<who>@\[[\d+]+\])\s*\.?$",
        _brings,
    ),
    (
        rf"^(?:det|der)\s+er\s+{GOAL}\s*,?\s+(?:der|som)\s+{_BRINGS}\s+(?P<who>@\[[\d+]+\])[^@,;]*{_COVERED}[^@,;]*$",
        _brings,
    ),
    (
        rf"^(?:årsagen|grunden)\s+til,?\s+at\s+(?P<who>@\[[\d+]+\])\s+(?:\w+\s+){{0,2}}?{_COVERED}[^@,;]*,?\s+er\s+{GOAL}\s*\.?$",
        _brings,
    ),
    (rf"\b(?:når\s+)?{GOAL}\s+(?:er|var|ligger|blev)\s+(?:\w+\s+)?for\s+(?:høj|stor)\b", _too_high),
)
