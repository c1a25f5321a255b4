"""A sentence whose words are still spoilt after repair accuses nobody: what they were is not known.

The normalizer puts right what it is sure of. What is left has a digit or a capital in a word, or
letters together that no Danish word has: one such word may have been the name, or the ``ikke``.
Of 33 false contradictions on the own notes with a letter in fourteen spoilt, these words were in
most; a contradiction in such a sentence is for a person, with both sides said.
"""

from __future__ import annotations

import re

from rules.model import Claim, Finding, Verdict
from rules.wording.report import left_open

_CONSONANT = "[bdfgjklmnprstv]"
_SPOILT = re.compile(
    r"(?<![\w./-])(?:"
    r"[^\W\d_]+\d[^\W\d_]+|[A-ZÆØÅ]?[a-zæøåé]{2,}\d|\d[a-zæøåé]{2,}"  # h6jeste, Fan6, 1ever
    r"|[^\W\d_]*[a-zæøå]I[a-zæøå][^\W\d_]*"  # SjaelIand
    rf"|(?!pct\b)[^\W\d_]*{_CONSONANT}c(?:{_CONSONANT}|\b)[^\W\d_]*"  # dcr, andelcn
    r"|[^\W\d_]*[bcdfgjkmnprstv]ll[^\W\d_]*"  # tllbud
    rf"|[^\W\d_]*[bcdfghjkmnprstv]l{_CONSONANT}{{2}}[^\W\d_]*"  # gennemsnlttet
    r")(?![\w/]|[.,]\d)"
)


def weighed(one: Finding, claim: Claim) -> Finding:
    """The finding; a contradiction made `unverifiable` where words of its sentence are spoilt."""
    if one.verdict is not Verdict.CONTRADICTED or not (spoilt := spoilt_words(claim.text)):
        return one
    return left_open(one, f"sætningen er skadet ved »{' '.join(spoilt[:3])}« og skal ses efter")


def spoilt_words(text: str) -> tuple[str, ...]:
    """The words of a repaired sentence that no Danish text has, in order."""
    return tuple(dict.fromkeys(match[0] for match in _SPOILT.finditer(text)))
