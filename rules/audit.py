"""The audit of one note: its claims, and every check's finding in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from normalize.model import Note
from rules.case import Case, build
from rules.caution import damaged, elsewhere, goodwill, plausible, unread, unsaid
from rules.caution.goodwill import utterance_of
from rules.checks import checks
from rules.claims import kinds
from rules.derived.fulfilment import of_case
from rules.fit.settle import settle
from rules.kind import Kind, digest
from rules.law.book import RuleBook, load
from rules.model import Claim, ClaimKind, Finding, Fulfilment, Verdict
from rules.wording.danish import added

_OF_ALL = (ClaimKind.COUNT, ClaimKind.LIST)
_ORDER = (Verdict.CONTRADICTED, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONSISTENT)


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything the rules make of one note."""

    fulfilment: tuple[Fulfilment, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def examine(note: Note, rulebook: RuleBook) -> Examination:
    """Fulfilment, claims and findings of a note in one go."""
    case = build(note, rulebook)
    stated = [(kind, claim) for kind in kinds() for claim in kind.read(case)]
    by_book = replace(case, rules=rulebook) if case.rules.years != rulebook.years else None
    found: list[Finding] = []
    by_the_book: set[str] = set()  # goals counted by the book's limit and not by the note's own
    for kind, claim in stated:
        told, rescued = _checked(kind, claim, case, by_book)
        told = goodwill.weighed(kind, claim, case, told)
        found += (_weighed(one, claim, case) for one in told)
        by_the_book |= {claim.measure} if rescued else set()
    found = [_own_limit(one) if one.measure in by_the_book else one for one in found]
    told_all, settled = settle(case, (claim for _, claim in stated), found)
    every = (*settled, *(finding for check in checks() for finding in check(case)))
    return Examination(
        fulfilment=of_case(case),
        claims=_in_order(told_all),
        findings=_numbered(every),
    )


def _weighed(one: Finding, claim: Claim, case: Case) -> Finding:
    """The finding; a contradiction left open where it is more likely ours than the note's."""
    if one.verdict is not Verdict.CONTRADICTED:
        return one
    near = utterance_of(case, claim)
    said = unsaid.weighed(plausible.weighed(one, claim), claim, near)
    read = unread.weighed(damaged.weighed(said, claim), claim, case, near)
    return elsewhere.weighed(read, claim, case, near)


def _own_limit(one: Finding) -> Finding:
    """A limit that the note's own counts do not follow is wrong, however sure the book is of it."""
    open_limit = one.kind is ClaimKind.THRESHOLD and one.verdict is Verdict.UNVERIFIABLE
    if not open_limit or one.stated == one.derived:
        return one
    text = added(one.explanation, "notatets egne antal følger regelbogens grænse")
    return replace(one, verdict=Verdict.CONTRADICTED, explanation=text)


def _checked(
    kind: Kind, claim: Claim, case: Case, by_book: Case | None
) -> tuple[tuple[Finding, ...], bool]:
    """The findings of a claim, and whether the note's own limit alone contradicts it.

    A note that prints a wrong limit has counted by the right one: the limit is what is wrong.
    """
    found = tuple(kind.check(case, claim))
    if (
        by_book is None
        or claim.kind not in _OF_ALL
        or not any(one.verdict is Verdict.CONTRADICTED for one in found)
    ):
        return found, False
    again = tuple(kind.check(by_book, claim))
    right = bool(again) and all(one.verdict is Verdict.CONSISTENT for one in again)
    wrong = any(one.verdict is Verdict.CONTRADICTED for one in again)
    return (found, False) if wrong else (again, right)


def claims(note: Note, rulebook: RuleBook | None = None) -> tuple[Claim, ...]:
    """What the prose states and can be checked, in the order of the note."""
    case: Case = build(note, rulebook or load())
    return _in_order(claim for kind in kinds() for claim in kind.read(case))


def audit(note: Note, rulebook: RuleBook) -> tuple[Finding, ...]:
    """Every check and its verdict: contradictions first, then what is explained or open."""
    return examine(note, rulebook).findings


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    once = {claim.claim_id: claim for claim in claims}
    return tuple(sorted(once.values(), key=lambda c: (c.page or 0, c.line or 0, c.claim_id)))


def _numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with ids that follow from what they are about; the same thing found once only."""
    once: dict[str, Finding] = {}
    for one in findings:
        code = one.municipality.code if one.municipality else ""
        key = digest(one.kind, code, one.measure, one.period, one.stated, one.derived, one.claim_id)
        once.setdefault(key, replace(one, finding_id=f"{one.kind}-{key}"))
    return tuple(
        sorted(
            once.values(),
            key=lambda f: (_ORDER.index(f.verdict), f.fragile, f.page or 0, f.kind, f.finding_id),
        )
    )
