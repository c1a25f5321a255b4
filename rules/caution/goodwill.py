"""A count or list tied to those just spoken of is held against these before it is called wrong.

``De sidste tre opfylder heller ikke resultatmålet`` is wrong of the country and right of the seven
that the sentence before is about. Whom a sentence counts among often stands before it alone, so
where it is tied to what was said and holds of that, it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rules.case import Case
from rules.derived.derive import Universe
from rules.derived.listed import Listing
from rules.grammar.conditions import And, Condition
from rules.grammar.tagged import NAMED
from rules.kind import Kind
from rules.model import Claim, Finding, Verdict
from rules.sentences.counted import Counted
from rules.sentences.prose import Utterance
from rules.wording.report import left_open

_BEFORE = 8  # sentences: a set named farther back is named again before it is counted in
_OF_SOME = r"\b(?:af|blandt)\s+(?:de|dem|disse)\b|\b(?:heraf|hvoraf|deraf|herunder)\b"
# "Af de 49 kommuner, som ikke opfylder resultatmålet, ...": all of whom the clause is true.
_WHOLE = re.compile(r"^(?:ud\s+af|af|blandt)\s+de\s+(?=#\d+\s+kommuner\s*,?\s+(?:som|der)\b)")
_TIED = re.compile(rf"{_OF_SOME}|\b(?:heller|ligeledes|også)\b")
_THESE = re.compile(r"^(?:og\s+|men\s+)?(?:disse|dem|blandt|af\s+(?:de|disse|dem))\b")
# "I 39 kommuner er det alene resultatmålet": the other goals are met, in no word the clause has.
_ONE_GOAL = re.compile(r"\b(?:alene|kun|udelukkende|blot)\s+<[RST]>")
_OTHERS = re.compile(r"\b(?:resterende|øvrige|sidste)\b")  # a count of these has its whole
_EVERYONE = re.compile(r"\bland(?:et|ets|splan)\b|#98\b|\bsamlet\s+set\b|\bi\s+alt\b")


def weighed(
    kind: Kind, claim: Claim, case: Case, found: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The findings; those of the claim made among others where they contradict and these hold."""
    if not any(one.verdict is Verdict.CONTRADICTED for one in found):
        return found
    doubted = tuple(
        left_open(one, "det fremgår ikke sikkert, hvem der tælles iblandt") for one in found
    )
    for nearest, again in _among_others(case, claim):
        told = tuple(kind.check(case, again))
        if told and all(one.verdict is Verdict.CONSISTENT for one in told):
            return told if nearest else doubted
    return doubted if _is_of_some(claim.detail) else found


def _is_of_some(detail: object) -> bool:
    """Whether some of those before are counted, and nothing told who these are."""
    if not isinstance(detail, Counted | Listing) or detail.base or detail.within:
        return False
    clause = _WHOLE.sub("", detail.statement.clause)
    whole = _WHOLE.sub("", detail.utterance.symbols) if isinstance(detail, Counted) else clause
    told = any(isinstance(one, And) for one in detail.statement.readings)  # of the others as well
    one_goal = None if told else _ONE_GOAL.search(clause)
    some = re.search(_OF_SOME, clause) or _THESE.search(whole) or one_goal
    return some is not None and _EVERYONE.search(whole) is None


def _among_others(case: Case, claim: Claim) -> Iterator[tuple[bool, Claim]]:
    """The claim, made among each of the sets that the text before it speaks of, the last first.

    True for the last names and the last condition, which are what is meant where they fit.
    """
    detail = claim.detail
    if not isinstance(detail, Counted | Listing) or not is_tied(detail):
        return
    own = utterance_of(case, claim)
    before = case.utterances[max(0, own.index - _BEFORE) : own.index][::-1]
    listed = {one.code for one in claim.municipalities}
    sets = _sets(one for one in before if one.sentence.section == own.sentence.section)
    for place, codes in enumerate(codes for codes in sets if listed < codes):
        within = Universe(codes, 0)
        yield not place, replace(claim, detail=_among(detail, within, None))
    said = _said(one for one in before if one.sentence.paragraph == own.sentence.paragraph)
    for place, base in enumerate(one for one in said if one not in detail.statement.readings):
        yield not place, replace(claim, detail=_among(detail, None, base))


def is_tied(detail: Counted | Listing) -> bool:
    """Whether the words of a count or list tie it to those the text has just spoken of."""
    clause = detail.statement.clause
    if _EVERYONE.search(clause):
        return False
    return bool(_TIED.search(clause) or (isinstance(detail, Listing) and _OTHERS.search(clause)))


def _among(
    detail: Counted | Listing, within: Universe | None, base: Condition | None
) -> Counted | Listing:
    """The same count or list, of those named or of those a condition holds for."""
    if isinstance(detail, Counted):
        count = replace(detail.count, base=None)
        return replace(detail, within=within, base=base, known_base=True, count=count)
    return replace(detail, within=within, base=base, among=False)


def utterance_of(case: Case, claim: Claim) -> Utterance:
    """The sentence of the note that a claim was read from."""
    where = (claim.text, claim.line, claim.table)
    return next(
        one for one in case.utterances if (one.sentence.text, one.sentence.line, one.table) == where
    )


def _sets(before: Iterable[Utterance]) -> Iterator[frozenset[str]]:
    for one in before:
        for names in reversed(NAMED.findall(one.tagged)):
            codes = frozenset(names.split("+"))
            if len(codes) > 1:
                yield codes


def _said(before: Iterable[Utterance]) -> Iterator[Condition]:
    for one in before:
        for statement in reversed(one.statements):
            yield from statement.readings[:1]
