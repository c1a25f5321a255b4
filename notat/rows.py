"""From results to rows of text, in the column order of `notat.schema`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.across.series import corrects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.model import Box, Document, Table
    from normalize.model import Municipality, Value
    from notat.pipeline import Result
    from rules.model import Claim, Finding, Fulfilment

Row = list[str]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one document, ready to write; plain text throughout, so it survives JSON.

    ``rows`` holds a list of rows by resource name, ``tables`` the grids as read by file name.
    """

    document: str
    status: str
    error: str = ""
    rows: dict[str, list[Row]] = field(default_factory=dict)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    corrects: bool = False  # the note says that it puts an earlier one right


def text(value: object) -> str:
    """A cell: empty for None, ``ja``/``nej`` for a truth value, else the value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value)


def number(value: float | None, decimals: int) -> str:
    """A figure with a decimal point and exactly as many decimals as were printed."""
    return "" if value is None else f"{value:.{decimals}f}"


def one_line(words: str) -> str:
    """``words`` with all white space, line breaks too, folded to single spaces."""
    return " ".join(words.split())


def _who(municipality: Municipality | None) -> Row:
    return ["", ""] if municipality is None else [municipality.code, municipality.name]


def _where(box: Box | None) -> Row:
    return ["", "", "", ""] if box is None else [f"{edge:.2f}" for edge in box]


def value_row(document: str, value: Value) -> Row:
    """A row of ``values.csv``."""
    if value.fulfilled is not None:
        figure = text(value.fulfilled)
    else:
        figure = number(value.number, value.decimals)
    return [
        document,
        text(value.page),
        text(value.table),
        text(value.row),
        text(value.column),
        *_who(value.municipality),
        one_line(value.measure),
        text(value.group),
        text(value.period),
        figure,
        text(value.unit),
        value.raw,
        text(value.source),
        text(value.status),
        ";".join(value.reason),
        f"{value.confidence:.3f}",
        text(value.marked),
        *_where(value.box),
    ]


def fulfilment_row(document: str, item: Fulfilment) -> Row:
    """A row of ``fulfilment.csv``."""
    return [
        document,
        text(item.period),
        *_who(item.municipality),
        text(item.resultatmaal),
        text(item.samtaler),
        text(item.tilbud),
        text(item.omfattet),
        text(item.inspirationskommune),
        text(item.basis),
        item.rule,
    ]


def claim_row(document: str, claim: Claim) -> Row:
    """A row of ``claims.csv``."""
    return [
        document,
        claim.claim_id,
        text(claim.page),
        text(claim.line),
        text(claim.kind),
        one_line(claim.text),
        claim.stated,
        claim.unit,
        ";".join(one.code for one in claim.municipalities),
        claim.measure,
        text(claim.period),
    ]


def finding_row(document: str, finding: Finding) -> Row:
    """A row of ``findings.csv``."""
    return [
        document,
        finding.finding_id,
        text(finding.kind),
        text(finding.verdict),
        *_who(finding.municipality),
        finding.measure,
        text(finding.period),
        finding.stated,
        finding.derived,
        text(finding.page),
        finding.claim_id,
        one_line(finding.explanation),
        finding.rule,
    ]


def document_row(result: Result, status: str, error: str, seconds: str) -> Row:
    """A row of ``documents.csv`` for a document that was read, wholly or in part."""
    document, note = result.document, result.note
    return [
        document.name,
        document.sha256,
        one_line(note.header.title),
        note.header.date,
        note.header.journal_no,
        text(document.kind),
        text(len(document.pages)),
        text(sum(page.source == "ocr" for page in document.pages)),
        text(len(note.values)),
        text(sum(value.status == "review" for value in note.values)),
        text(len(result.findings)),
        text(sum(finding.verdict == "contradicted" for finding in result.findings)),
        status,
        error,
        seconds,
    ]


def table_files(document: Document) -> dict[str, list[Row]]:
    """The grids as read, by file name ``p<page>_t<n>.csv``; plain text counts as page 1."""
    return {f"p{table.page or 1}_t{table.index}.csv": _grid(table) for table in document.tables}


def _grid(table: Table) -> list[Row]:
    return [[one_line(cell.text) for cell in row] for row in table.rows]


def part(result: Result, seconds: str) -> Part:
    """All rows of one result."""
    name = result.document.name
    error = one_line("; ".join(result.document.faults))
    status = "partial" if error else "ok"
    rows: dict[str, Iterable[Row]] = {
        "documents": [document_row(result, status, error, seconds)],
        "values": (value_row(name, value) for value in result.note.values),
        "fulfilment": (fulfilment_row(name, item) for item in result.fulfilment),
        "claims": (claim_row(name, claim) for claim in result.claims),
        "findings": (finding_row(name, finding) for finding in result.findings),
    }
    lists = {key: list(some) for key, some in rows.items()}
    return Part(name, status, error, lists, table_files(result.document), corrects(result.note))


def failed(name: str, error: str, sha256: str = "", seconds: str = "") -> Part:
    """The rows of a document of which nothing could be read: one row that says why."""
    error = one_line(error)
    row = [name, sha256, "", "", "", "", "", "", "0", "0", "0", "0", "failed", error, seconds]
    return Part(name, "failed", error, {"documents": [row]})
