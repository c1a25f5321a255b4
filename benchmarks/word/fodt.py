"""Flat OpenDocument text, just enough of it to let LibreOffice set a note as an office does."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.word import fodtstyles

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
    }.items()
)
LIMIT = 300  # seconds for one run of LibreOffice


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; newlines break the line. A cell that spans covers those to its right."""

    text: str
    red: bool = False
    span: int = 1
    rows: int = 1
    align: str = ""
    note: str = ""  # raised mark behind the text
    covered: bool = False  # below a cell that spans rows


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heading rows, body rows, relative column widths, and how it is drawn."""

    head: Sequence[Sequence[Cell]]
    body: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    style: str = "grid"  # grid, lines, bare, zebra, dark, frame
    size: float = 9.0  # points
    repeat: bool = True
    full_width: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `kind` is title, heading, text, item, caption or small."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Break:
    """A new page in another form: portrait or landscape."""

    paper: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Parts set in two newspaper columns."""

    parts: Sequence[Block | Grid]


Part = Block | Grid | Break | Columns


@dataclass
class _Styles:
    """Automatic styles collected while the body is written."""

    font: str
    cells: dict[str, str] = field(default_factory=dict)
    tables: list[str] = field(default_factory=list)

    def cell(self, properties: str) -> str:
        return self.cells.setdefault(properties, f"c{len(self.cells)}")


def document(
    parts: Sequence[Part], font: str, size: float, *, paper: str, header: str, footer: str
) -> str:
    """The whole file; `size` of the prose in points, `paper` is a4 or letter."""
    styles = _Styles(font)
    body = "".join(_part(part, styles) for part in parts)
    cells = "".join(
        f'<style:style style:name="{name}" style:family="table-cell">'
        f"<style:table-cell-properties {properties}/></style:style>"
        for properties, name in styles.cells.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{fodtstyles.named(font, size)}</office:styles>"
        f"<office:automatic-styles>{fodtstyles.layouts(paper)}{''.join(styles.tables)}{cells}"
        "</office:automatic-styles>"
        f"<office:master-styles>{fodtstyles.masters(header, footer)}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def to_pdf(files: Sequence[Path], out: Path) -> None:
    """Let LibreOffice set the files. Raises CalledProcessError or TimeoutExpired."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)


def _part(part: Part, styles: _Styles) -> str:
    if isinstance(part, Block):
        return f'<text:p text:style-name="{part.kind}">{_inline(part.text)}</text:p>'
    if isinstance(part, Break):
        return f'<text:p text:style-name="to_{part.paper}"/>'
    if isinstance(part, Columns):
        inner = "".join(_part(inside, styles) for inside in part.parts)
        return f'<text:section text:style-name="two" text:name="two">{inner}</text:section>'
    return _grid(part, styles)


def _grid(grid: Grid, styles: _Styles) -> str:
    name = f"t{len(styles.tables)}"
    total = sum(grid.widths)
    width = 'style:rel-width="100%"' if grid.full_width else f'style:width="{total * 2.2:.2f}cm"'
    styles.tables.append(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties {width} '
        f'table:align="{"margins" if grid.full_width else "left"}" fo:margin-top="0.1cm" '
        'fo:margin-bottom="0.2cm"/></style:style>'
        + "".join(
            f'<style:style style:name="{name}.{n}" style:family="table-column">'
            f'<style:table-column-properties style:rel-column-width="{int(1000 * share)}*"/>'
            "</style:style>"
            for n, share in enumerate(grid.widths)
        )
        + "".join(
            f'<style:style style:name="{name}.{kind}" style:family="paragraph"><style:paragraph-'
            f'properties fo:text-align="{align}"/><style:text-properties {face} '
            f'fo:font-size="{grid.size}pt"/></style:style>'
            for kind, align, face in (
                ("start", "start", ""),
                ("end", "end", ""),
                ("center", "center", ""),
                ("head", "start", 'fo:font-weight="bold"'),
                ("headmid", "center", 'fo:font-weight="bold"'),
                ("white", "center", 'fo:font-weight="bold" fo:color="#ffffff"'),
            )
        )
    )
    columns = "".join(
        f'<table:table-column table:style-name="{name}.{n}"/>' for n in range(len(grid.widths))
    )
    last = len(grid.head) + len(grid.body) - 1
    rows = [
        _row(row, name, grid, styles, place, last)
        for place, row in enumerate([*grid.head, *grid.body])
    ]
    head, body = "".join(rows[: len(grid.head)]), "".join(rows[len(grid.head) :])
    if grid.repeat and head:
        head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    return (
        f'<table:table table:name="{name}" table:style-name="{name}">{columns}{head}{body}'
        '</table:table><text:p text:style-name="gap"/>'
    )


def _row(
    row: Sequence[Cell], table: str, grid: Grid, styles: _Styles, place: int, last: int
) -> str:
    heading = place < len(grid.head)
    look = styles.cell(_cell_look(grid, place, last))
    cells = []
    for column, cell in enumerate(row):
        if cell.covered:
            cells.append("<table:covered-table-cell/>")
            continue
        align = cell.align or ("start" if column == 0 else "end")
        if heading:
            align = "white" if grid.style == "dark" else "head" if column == 0 else "headmid"
        text = _inline(cell.text)
        if cell.note:
            text += f'<text:span text:style-name="raised">{escape(cell.note)}</text:span>'
        if cell.red:
            text = f'<text:span text:style-name="red">{text}</text:span>'
        cells.append(
            f'<table:table-cell table:style-name="{look}" '
            f'table:number-columns-spanned="{cell.span}" table:number-rows-spanned="{cell.rows}">'
            f'<text:p text:style-name="{table}.{align}">{text}</text:p></table:table-cell>'
            + "<table:covered-table-cell/>"
            * (cell.span - 1)
        )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell_look(grid: Grid, place: int, last: int) -> str:
    heading = place < len(grid.head)
    line, none = "0.5pt solid #000000", "none"
    top, bottom, side, ground = none, none, none, ""
    match grid.style:
        case "grid":
            top = bottom = side = line
        case "lines":
            bottom = "0.4pt solid #808080"
        case "zebra":
            ground = "" if heading or place % 2 else 'fo:background-color="#dde6f0"'
        case "dark":
            ground = 'fo:background-color="#1f3864"' if heading else ""
            bottom = "0.3pt solid #b0b0b0"
        case "frame":
            top = "1pt solid #000000" if place == 0 else none
            bottom = "1pt solid #000000" if place == last else none
            bottom = "0.5pt solid #000000" if place == len(grid.head) - 1 else bottom
    return (
        f'fo:padding="0.05cm" fo:border-top="{top}" fo:border-bottom="{bottom}" '
        f'fo:border-left="{side}" fo:border-right="{side}" {ground}'
    )


def _inline(text: str) -> str:
    return escape(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
