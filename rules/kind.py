"""What a kind of claim is: how it is read from the prose and how it is checked.

A new kind is one new module in ``rules/claims/`` with a ``KIND`` and its examples beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from normalize.model import Municipality, Period
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.wording.danish import ended, place

if TYPE_CHECKING:
    from rules.case import Case

_SAID = "Notatet skriver, at "


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim: its reader and its check, both pure."""

    name: str
    read: Callable[[Case], Iterable[Claim]]
    check: Callable[[Case, Claim], Iterable[Finding]]


def digest(*parts: object) -> str:
    """Eight characters that are the same for the same parts in every run."""
    text = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def claim(
    kind: ClaimKind,
    utterance: Utterance,
    detail: object,
    *,
    stated: str,
    unit: str = "",
    municipalities: tuple[Municipality, ...] = (),
    measure: str = "",
    period: Period | None = None,
) -> Claim:
    """A claim of one utterance; the id follows from what is claimed, not from its number."""
    sentence = utterance.sentence
    codes = ";".join(one.code for one in municipalities)
    key = digest(kind, sentence.text, stated, measure, codes, sentence.page, sentence.line)
    return Claim(
        claim_id=f"{kind}-{key}",
        kind=kind,
        text=sentence.text,
        page=sentence.page,
        line=sentence.line,
        table=utterance.table,
        stated=stated,
        unit=unit,
        municipalities=municipalities,
        measure=measure,
        period=period,
        detail=detail,
    )


def finding(
    about: Claim,
    verdict: Verdict,
    explanation: str,
    *,
    derived: str = "",
    municipality: Municipality | None = None,
    measure: str | None = None,
    stated: str | None = None,
    rule: str = "",
    fragile: bool = False,
) -> Finding:
    """The finding of a claim's check; where the claim stands is added to the sentence."""
    where = place(about.page, about.line, about.table)
    said = f"Notatet skriver ({where}), at "
    if where and explanation.startswith(_SAID):
        explanation, where = explanation.replace(_SAID, said, 1), ""
    return Finding(
        finding_id="",
        kind=about.kind,
        verdict=verdict,
        explanation=ended(explanation, f"({where})" if where else ""),
        municipality=municipality,
        measure=about.measure if measure is None else measure,
        period=about.period,
        stated=about.stated if stated is None else stated,
        derived=derived,
        page=about.page,
        claim_id=about.claim_id,
        rule=rule,
        fragile=fragile,
    )
