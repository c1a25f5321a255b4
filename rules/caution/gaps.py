"""What else a difference may lie between: other figures of the same municipality."""

from __future__ import annotations

import re
from itertools import combinations, product

from normalize.model import Group, Measure, Unit
from rules.case import Case
from rules.claims.difference import Difference
from rules.derived.amounts import amount
from rules.derived.figures import POLAR
from rules.grammar.shares import speaks
from rules.model import Claim, Finding
from rules.sentences.prose import Utterance

SHARE = re.compile(r"#(\d+(?:,\d+)?)\s*pct(?!\s*-?point)")
YEAR = re.compile(r"#20[12]\d\b(?!\s*(?:fuldtids)?person)")
SAME = 0.05 + 1e-9  # percentage points: shares are printed with a decimal
_SINCE = re.compile(r"\b(?:siden|fra|i\s+forhold\s+til)\s+#20\d\d\b")
_DISTANCE = re.compile(
    r"grænse|krav|kræve|målet|mangle|for\s+(?:meget|mange|høj)|indtr[æå]d|halv|nødvendig"
)
_WHOLE = re.compile(r"\b(?:samlet|i\s+alt|alle\s+ydelser|under\s+(?:ét|#1))\b")
_EXPECTED_THEN = re.compile(r"\bforvent\w*\s+(?:\w+\s+)?#\d+\s*[,–-]\s*(?:\w+\s+){0,3}#\d+\s")
_OTHER_TIME = re.compile(
    r"\b(?:sidste\s+år|året\s+(?:før|inden|forinden)|tidligere|forrige|dengang|i\s+fjor|hvis|såfremt)\b"
)
_LEVELS = (Measure.FAKTISK, Measure.FORVENTET)


def says_from_what(case: Case, near: Utterance) -> bool:
    """Whether a sentence says itself what lies between what, or the note shows but two times."""
    told = len(SHARE.findall(near.tagged)) > 1 or len(YEAR.findall(near.tagged)) > 1
    plain = speaks(near.tagged) and not _DISTANCE.search(near.tagged)
    return told or bool(_SINCE.search(near.tagged)) or (plain and len(case.figures.periods) <= 2)


def prints_own_share(claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether a sentence prints the share that its municipality has for the goal it speaks of."""
    printed = [float(share.replace(",", ".")) for share in SHARE.findall(near.tagged)]
    told = [one for one in POLAR.values() if any(each.startswith(claim.measure) for each in one)]
    shares = {
        amount(case, who.code, measure, claim.period)
        for both in told
        for measure in both
        for who in claim.municipalities
    }
    return any(abs(a - b) < SAME for a in shares if a is not None for b in printed)


def beside_expected(said: Difference, one: Finding, case: Case, near: Utterance) -> str:
    """As many as lie between the two levels of another area or time, or on the other side where
    the words do not say below what."""
    if one.derived.lstrip("-") == one.stated:
        turned = _EXPECTED_THEN.search(near.tagged)
        return "med det forventede over det faktiske" if turned else ""
    if _OTHER_TIME.search(near.tagged):
        return "måske med et andet tidspunkt"
    if near.group is not Group.ALLE or _WHOLE.search(near.tagged):
        return ""
    code, gaps = said.municipality.code, set()
    for pair in case.pairs.values():
        gaps.add(abs(pair.levels.actual.number - pair.levels.expected.number))
    for group, period in product(Group, {None, *case.figures.periods}):
        for both in case.figures.joined(code, [(level, group) for level in _LEVELS], period):
            if len(both) == len(_LEVELS):
                gaps.add(abs((both[0].number or 0.0) - (both[1].number or 0.0)))
    return "med et andet område eller tidspunkt" if said.size in gaps else ""


def gap(one: Finding, claim: Claim, case: Case, near: Utterance) -> str:
    """A distance between two of the municipality's shares, or from one of them to a limit."""
    size = float(one.stated.lstrip("-"))
    codes = {each.code for each in claim.municipalities}
    shares = {
        value.number
        for value in case.note.values
        if value.number is not None
        and value.unit is Unit.PCT
        and (value.municipality is None or value.municipality.code in codes)
    }
    for each in case.utterances:
        if each.sentence.section == near.sentence.section:
            shares |= {float(share.replace(",", ".")) for share in SHARE.findall(each.tagged)}
    limits = _limits(case, claim)
    gaps = [abs(a - b) for a, b in combinations(sorted(shares | limits), 2)]
    gaps += [abs(a - b) / 2 for a in shares for b in limits]
    return "med to andre tal" if any(abs(gap - size) < SAME for gap in gaps) else ""


def _limits(case: Case, claim: Claim) -> set[float]:
    return {
        goal.limit_for(received=received)[1]
        for measure in POLAR
        for period in {claim.period, *case.figures.periods}
        for goal in case.rules.goals(measure, period)
        for received in (False, True)
    }
