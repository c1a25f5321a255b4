"""A sentence whose words are not all understood accuses nobody.

Of 47 contradictions given on notes nobody had read, 27 were wrong. A status, a step of the phase or
a figure that was called wrong rightly stood in a sentence without a word the grammar does not
know in all of 12 cases, one called wrong by mistake in 3 of 16.
"""

from __future__ import annotations

import re
from pathlib import Path

from rules.case import Case
from rules.caution.gaps import prints_own_share
from rules.derived.listed import Listing
from rules.grammar.doubts import doubts, of_one
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.wording.report import left_open

_WHOLE = frozenset((ClaimKind.STATUS, ClaimKind.PHASE, ClaimKind.CROSS_TABLE))
# Reasons, amounts and times beside what is said of a goal or step: they change nothing in it.
_BESIDE = frozenset((Path(__file__).parent / "beside_words.txt").read_text("utf-8").split())
_MAY = re.compile(
    r"\bkan\s+(?!ikke|nu\s+ikke|derfor\s+ikke)(?:\w+\s+){0,2}(?:forlænges|omfattes|få|blive|komme)\b"
)
_NO_MATTER = re.compile(r"\b(?:betydning|ændrer|indflydelse|rolle|påvirker)\b")
_REPORTED = re.compile(r"\b(?:sagde|skrev|stod|hed|lød|angav)\b[^.]*\bat\b")
_REASON = re.compile(r",\s+(?:idet|fordi|eftersom|hvorefter)\b[^<#@]*$")  # changes nothing in it
_TELLS = re.compile(r"skal|bør|må|kan")  # "det skal bemærkes, at": told, not wished
_TOLD = re.compile(r"\b(?:bemærkes|nævnes|oplyses|siges|konstateres|tilføjes|anses|fremhæves)\b")


def weighed(one: Finding, claim: Claim, case: Case, utterance: Utterance) -> Finding:
    """The finding; a contradiction made `unverifiable` where words of its sentence are unknown."""
    if one.verdict is Verdict.CONTRADICTED and _REPORTED.search(utterance.tagged):
        return left_open(one, "det er sagt et andet sted, og siges ikke her")
    if one.verdict is not Verdict.CONTRADICTED or not (
        one.kind in _WHOLE or isinstance(claim.detail, Listing)
    ):
        return one
    if one.kind is ClaimKind.PHASE and _NO_MATTER.search(claim.text):
        return left_open(one, "der står kun, hvad der ingen betydning har for det")
    if one.kind is ClaimKind.PHASE and _MAY.search(claim.text):
        return left_open(one, "der står kun, at det kan ske")
    words = unknown_words(utterance)
    if not words or prints_own_share(claim, case, utterance):
        return one
    return left_open(one, f"ordene »{' '.join(words[:3])}« kan gøre en forskel")


def unknown_words(utterance: Utterance) -> tuple[str, ...]:
    """The words of a sentence that the grammar does not know, in order."""
    told = bool(_TOLD.search(utterance.sentence.text))
    found = dict.fromkeys(of_one(doubts(_REASON.sub("", utterance.symbols))))
    return tuple(
        word for word in found if not (word in _BESIDE or (told and _TELLS.fullmatch(word)))
    )
