"""What the law makes of values and sentences: fulfilment, claims and findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from normalize.model import Fulfilled, Municipality, Period


class ClaimKind(StrEnum):
    """Kinds of claims and findings (CONTRACT.md, findings.csv)."""

    COUNT = "count"
    LIST = "list"
    LIST_LENGTH = "list_length"
    SUM = "sum"
    CROSS_TABLE = "cross_table"
    COLOUR = "colour"
    STATUS = "status"
    DIFFERENCE = "difference"
    RANK = "rank"
    RANK_CHANGE = "rank_change"
    PHASE = "phase"
    THRESHOLD = "threshold"
    PERIOD = "period"
    ROSTER = "roster"
    BOUNDARY = "boundary"
    AGGREGATE = "aggregate"


class Verdict(StrEnum):
    """What came of holding two sides against each other."""

    CONSISTENT = "consistent"
    CONTRADICTED = "contradicted"
    EXPLAINED = "explained"  # differs, and the note itself gives the reason
    UNVERIFIABLE = "unverifiable"  # the explanation says what is missing


class Basis(StrEnum):
    """What a fulfilment rests on."""

    VALUE = "value"  # derived from figures
    STATED = "stated"  # only stated


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """One municipality in one measuring period: a row of ``fulfilment.csv``."""

    period: Period
    municipality: Municipality
    resultatmaal: Fulfilled | None
    samtaler: Fulfilled | None
    tilbud: Fulfilled | None
    omfattet: bool | None
    inspirationskommune: bool | None
    basis: Basis
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the prose that can be checked: a row of ``claims.csv``.

    ``detail`` is what the claim's own kind needs for its check, a frozen dataclass.
    """

    claim_id: str
    kind: ClaimKind
    text: str
    page: int | None = None
    line: int | None = None
    table: int | None = None  # whose caption it is, where it is one
    stated: str = ""
    unit: str = ""
    municipalities: tuple[Municipality, ...] = ()
    measure: str = ""
    period: Period | None = None
    detail: object = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and its verdict: a row of ``findings.csv``; ``explanation`` is Danish."""

    finding_id: str
    kind: ClaimKind
    verdict: Verdict
    explanation: str
    municipality: Municipality | None = None
    measure: str = ""
    period: Period | None = None
    stated: str = ""
    derived: str = ""
    page: int | None = None
    claim_id: str = ""
    rule: str = ""
    fragile: bool = False  # a plausible misreading would dissolve it: ranked below the others
