"""Findings of the checks that rest on tables alone."""

from __future__ import annotations

from normalize.model import Municipality, Period
from rules.figures import Figure
from rules.model import ClaimKind, Finding, Verdict


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
) -> Finding:
    """A finding that belongs to no claim; the audit gives it its id."""
    where = f" (side {page})" if page else ""
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
    )


def doubtful(verdict: Verdict, *figures: Figure) -> tuple[Verdict, str]:
    """A contradiction that rests on a cell for review is open until a person has looked."""
    if verdict is Verdict.CONTRADICTED and not all(figure.trusted for figure in figures):
        return Verdict.UNVERIFIABLE, ", men en af cellerne er usikkert læst og skal ses efter først"
    return verdict, ""
