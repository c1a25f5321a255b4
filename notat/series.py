"""An archive's notes together: every source of a figure, and where two notes disagree."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from normalize.municipalities import by_code
from notat import rows
from notat.schema import DOCUMENTS, FINDINGS, VALUES
from rules.across import Key, Pair, Series, Source, disagreements, pairs
from rules.across import series as grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from notat.rows import Part, Row

DATE = DOCUMENTS.header.index("date")
COUNT = DOCUMENTS.header.index("findings")
CONTRADICTED = DOCUMENTS.header.index("contradicted")
VERDICT = FINDINGS.header.index("verdict")


def across(parts: Iterable[Part]) -> tuple[list[Row], dict[str, list[Row]]]:
    """The rows of ``series.csv``, and by document the rows to add to ``findings.csv``."""
    listed: list[Row] = []
    findings: dict[str, list[Row]] = defaultdict(list)
    compared: list[Pair] = []
    for one in grouped(source for part in parts for source in _sources(part)):
        listed += _rows(one)
        compared += pairs(one)
    for document, finding in disagreements(compared, by_code):
        findings[document].append(rows.finding_row(document, finding))
    return listed, dict(findings)


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
