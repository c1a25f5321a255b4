"""Findings of the checks that rest on tables alone."""

from __future__ import annotations

from dataclasses import replace

from normalize.model import Municipality, Period
from rules.derived.figures import Figure
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import added


def table_finding(
    kind: ClaimKind,
    verdict: Verdict,
    explanation: str,
    *,
    stated: str = "",
    derived: str = "",
    municipality: Municipality | None = None,
    measure: str = "",
    period: Period | None = None,
    page: int | None = None,
    rule: str = "",
    fragile: bool = False,
) -> Finding:
    """A finding that belongs to no claim; the audit gives it its id."""
    where = f" (side {page})" if page and "side " not in explanation else ""
    return Finding(
        finding_id="",
        kind=kind,
        verdict=verdict,
        explanation=f"{explanation}{where}.",
        municipality=municipality,
        measure=measure.removesuffix("_modtaget"),
        period=period,
        stated=stated,
        derived=derived,
        page=page,
        rule=rule,
        fragile=fragile,
    )


# Share of the cells held together above which disagreement tells of a table misread or defined in
# another way, not of slips: published notes have none or one or two slips among 98 rows.
MASS = 0.2
FEW = 3  # disagreements below which there is no mass


def settled(kind: ClaimKind, differing: list[Finding], agreed: int, about: str) -> list[Finding]:
    """Slips one by one; where a fifth of the cells disagree, one open finding instead."""
    if len(differing) <= FEW or len(differing) <= MASS * (len(differing) + agreed):
        return differing
    first = differing[0]
    text = (
        f"{about}: {len(differing)} af {len(differing) + agreed} celler passer ikke sammen, "
        "så tabellen er nok læst eller defineret anderledes og skal ses efter"
    )
    return [
        table_finding(
            kind,
            Verdict.UNVERIFIABLE,
            text,
            stated=str(len(differing) + agreed),
            derived=str(agreed),
            period=first.period,
            page=first.page,
        )
    ]


def left_open(one: Finding, why: str) -> Finding:
    """The finding; a contradiction made `unverifiable`, with the reason added."""
    if one.verdict is not Verdict.CONTRADICTED:
        return one
    return replace(one, verdict=Verdict.UNVERIFIABLE, explanation=added(one.explanation, why))


def doubtful(verdict: Verdict, *figures: Figure) -> tuple[Verdict, str]:
    """A contradiction that rests on a cell for review is open until a person has looked."""
    if verdict is Verdict.CONTRADICTED and not all(figure.trusted for figure in figures):
        return Verdict.UNVERIFIABLE, ", men en af cellerne er usikkert læst og skal ses efter først"
    return verdict, ""
