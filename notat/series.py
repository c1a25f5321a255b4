"""An archive's notes together: every source of a figure, and where two notes disagree."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from normalize.names.municipalities import by_code
from notat import rows
from notat.schema import CLAIMS, DOCUMENTS, FINDINGS, FULFILMENT, VALUES
from rules.across.breaks import breaks, gaps
from rules.across.disagreements import disagreements
from rules.across.series import Key, Pair, Series, Source, pairs
from rules.across.series import series as grouped
from rules.across.steps import Step, steps_agree
from rules.model import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from notat.rows import Part, Row

DATE = DOCUMENTS.header.index("date")
COUNT = DOCUMENTS.header.index("findings")
CONTRADICTED = DOCUMENTS.header.index("contradicted")
VERDICT = FINDINGS.header.index("verdict")


def across(parts: Iterable[Part]) -> tuple[list[Row], dict[str, list[Row]]]:
    """The rows of ``series.csv``, and by document the rows to add to ``findings.csv``."""
    sources: list[Source] = []
    steps: list[Step] = []
    for part in parts:
        sources += _sources(part)
        steps += _steps(part)
    every = tuple(grouped(sources))
    compared: list[Pair] = [pair for one in every for pair in pairs(one)]
    findings: dict[str, list[Row]] = defaultdict(list)
    for document, finding in (
        *disagreements(compared, by_code),
        *breaks(every, by_code),
        *gaps(every, by_code),
        *steps_agree(steps, by_code),
    ):
        findings[document].append(rows.finding_row(document, finding))
    return [row for one in every for row in _rows(one)], dict(findings)


def with_findings(part: Part, findings: list[Row]) -> None:
    """Add findings to a document's rows and to its counts in ``documents.csv``."""
    if not findings:
        return
    part.rows["findings"] += findings
    [row] = part.rows["documents"]
    row[COUNT] = str(int(row[COUNT]) + len(findings))
    contradicted = sum(finding[VERDICT] == "contradicted" for finding in findings)
    row[CONTRADICTED] = str(int(row[CONTRADICTED]) + contradicted)


def _sources(part: Part) -> Iterator[Source]:
    """A document's figures that have a municipality, a period and a value."""
    [document] = part.rows["documents"]
    for row in part.rows.get("values", []):
        cell = dict(zip(VALUES.header, row, strict=True))
        if not (cell["municipality_code"] and cell["period"] and cell["value"]):
            continue
        yield Source(
            key=Key(
                cell["municipality_code"],
                cell["measure"],
                cell["group"],
                cell["period"],
                cell["unit"],
            ),
            value=cell["value"],
            status=cell["status"],
            document=part.document,
            date=document[DATE],
            corrects=part.corrects,
            page=cell["page"],
            table=cell["table"],
            row=cell["row"],
            column=cell["column"],
        )


def _steps(part: Part) -> Iterator[Step]:
    """The steps of the recovery phase that a document states, or that follow from its figures."""
    [document] = part.rows["documents"]
    date = document[DATE]
    for row in part.rows.get("claims", []):
        claim = dict(zip(CLAIMS.header, row, strict=True))
        if claim["kind"] == ClaimKind.PHASE and claim["municipalities"]:
            code = claim["municipalities"]
            yield Step(code, claim["stated"], part.document, date, claim["text"])
    for row in part.rows.get("fulfilment", []):
        met = dict(zip(FULFILMENT.header, row, strict=True))
        if met["omfattet"] == "ja":
            yield Step(met["municipality_code"], "covered", part.document, date)


def _rows(series: Series) -> Iterator[Row]:
    key, standing = series.key, series.standing
    for one in series.sources:
        yield [
            key.code,
            by_code(key.code).name,
            key.measure,
            key.group,
            key.period,
            one.value,
            key.unit,
            one.status,
            rows.text(one is standing),
            one.document,
            one.date,
            one.page,
            one.table,
            one.row,
            one.column,
        ]
