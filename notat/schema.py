"""The files written, column by column: the contract as data.

Column order is a promise to whoever reads the files: new columns go to the end. The same
tables make the CSV headers, the data package descriptor and the tests of both.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, Frictionless type, meaning and, for a code list, its words.

    ``mixed`` columns hold text or figures, row by row.
    """

    name: str
    type: str
    description: str
    words: tuple[str, ...] = ()
    mixed: bool = False

    @property
    def figures(self) -> bool:
        """True where cells may be figures with decimals."""
        return self.mixed or self.type == "number"


@dataclass(frozen=True, slots=True)
class Resource:
    """One CSV file: what a row is, its columns and the columns that name a row."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()

    @property
    def header(self) -> list[str]:
        """The column names in order."""
        return [field.name for field in self.fields]

    def field(self, name: str) -> Field:
        """The column of this name; raises StopIteration where there is none."""
        return next(field for field in self.fields if field.name == name)


MET = ("opfyldt", "ikke_opfyldt")
YES_NO = ("ja", "nej")
GROUPS = ("alle", "a-dagpenge", "kontanthjaelp", "sygedagpenge")
DOCUMENT = Field("document", "string", "path relative to the input folder, with /")
CODE = Field("municipality_code", "string", "Danmarks Statistik code, four digits")
NAME = Field("municipality", "string", "canonical name, one of the 98")
PAGE = Field("page", "integer", "1-based page; empty for plain text")
PERIOD = Field("period", "string", "2024 for a calendar year, else 2021-04/2022-03")
MEASURE = Field("measure", "string", "measure, or anden:<heading> for another numeric column")
RULE = Field("rule", "string", "id of the rule-book entry used")

DOCUMENTS = Resource(
    "documents",
    "one input file, also one that failed",
    (
        DOCUMENT,
        Field("sha256", "string", "SHA-256 of the file's bytes, hexadecimal"),
        Field("title", "string", "the note's title"),
        Field("date", "date", "the note's own date"),
        Field("journal_no", "string", "the note's journal number"),
        Field("kind", "string", "form of the file", ("pdf", "text", "markdown", "html", "image")),
        Field("pages", "integer", "number of pages; 0 for plain text"),
        Field("pages_ocr", "integer", "pages read from their picture"),
        Field("values", "integer", "rows in values.csv"),
        Field("review", "integer", "rows in values.csv that a person must look at"),
        Field("findings", "integer", "rows in findings.csv"),
        Field("contradicted", "integer", "findings with verdict contradicted"),
        Field("status", "string", "how the reading went", ("ok", "partial", "failed")),
        Field("error", "string", "one line on what could not be read"),
        Field("seconds", "number", "time taken; filled only on request"),
    ),
    ("document",),
)

VALUES = Resource(
    "values",
    "one table cell that carries a measure",
    (
        DOCUMENT,
        PAGE,
        Field("table", "integer", "number in the caption, else running number in the document"),
        Field("row", "integer", "1-based body row, headings excluded; 0: a lost row of a scan"),
        Field("column", "integer", "1-based column"),
        CODE,
        NAME,
        MEASURE,
        Field("group", "string", "benefit group", GROUPS),
        PERIOD,
        Field("value", "string", "number, or opfyldt / ikke_opfyldt", mixed=True),
        Field(
            "unit",
            "string",
            "unit of value",
            ("pct", "pct_point", "persons", "rank", "mio_kr", "status"),
        ),
        Field("raw", "string", "the cell as read"),
        Field("source", "string", "text layer or picture", ("text", "ocr")),
        Field("status", "string", "how far to trust it", ("ok", "repaired", "review")),
        Field("reason", "string", "machine-readable causes, joined by ;"),
        Field("confidence", "number", "0-1: of cells given 0.99, 99 in 100 are right"),
        Field("marked", "string", "red where the cell is set in red", ("red",)),
        Field("x0", "number", "left edge in points from the left"),
        Field("top", "number", "upper edge in points from the top"),
        Field("x1", "number", "right edge in points from the left"),
        Field("bottom", "number", "lower edge in points from the top"),
    ),
)

FULFILMENT = Resource(
    "fulfilment",
    "one municipality in one measuring period: what follows from values and rule book",
    (
        DOCUMENT,
        PERIOD,
        CODE,
        NAME,
        Field("resultatmaal", "string", "result goal", MET),
        Field("samtaler", "string", "focus goal for talks", MET),
        Field("tilbud", "string", "focus goal for offers", MET),
        Field("omfattet", "string", "falls under the recovery phase by the rule book", YES_NO),
        Field("inspirationskommune", "string", "meets all three goals", YES_NO),
        Field("basis", "string", "derived from figures or only stated", ("value", "stated")),
        RULE,
    ),
)

CLAIMS = Resource(
    "claims",
    "one statement of the prose that can be checked",
    (
        DOCUMENT,
        Field("claim_id", "string", "id within the document"),
        PAGE,
        Field("line", "integer", "1-based line on the page, or in the text file"),
        Field("kind", "string", "kind of claim"),
        Field("text", "string", "the sentence as read, repaired"),
        Field("stated", "string", "what it states", mixed=True),
        Field("unit", "string", "unit of what it states"),
        Field("municipalities", "string", "codes joined by ;"),
        MEASURE,
        PERIOD,
    ),
    ("document", "claim_id"),
)

FINDINGS = Resource(
    "findings",
    "one check: a claim, a cell or a table held against something else",
    (
        DOCUMENT,
        Field("finding_id", "string", "id within the document, stable across runs"),
        Field("kind", "string", "kind of check"),
        Field(
            "verdict",
            "string",
            "what came of it",
            ("consistent", "contradicted", "explained", "unverifiable"),
        ),
        CODE,
        NAME,
        MEASURE,
        PERIOD,
        Field("stated", "string", "one side", mixed=True),
        Field("derived", "string", "the other side", mixed=True),
        PAGE,
        Field("claim_id", "string", "claim checked, if any"),
        Field("explanation", "string", "one Danish sentence that says it all"),
        RULE,
    ),
    ("document", "finding_id"),
)

SERIES = Resource(
    "series",
    "one figure as one note prints it, by municipality, measure and period over all notes",
    (
        CODE,
        NAME,
        MEASURE,
        VALUES.field("group"),
        PERIOD,
        VALUES.field("value"),
        VALUES.field("unit"),
        VALUES.field("status"),
        Field("stands", "string", "the figure that counts: of the latest note", YES_NO),
        DOCUMENT,
        Field("date", "date", "the note's own date"),
        PAGE,
        *map(VALUES.field, ("table", "row", "column")),
    ),
)

RESOURCES = (DOCUMENTS, VALUES, FULFILMENT, CLAIMS, FINDINGS, SERIES)
