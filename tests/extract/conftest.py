"""Small PDFs drawn for the tests, so that what should be read is known."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from extract import read
from extract.model import Document

Rows = Sequence[Sequence[str]]
STYLES: dict[str, list[tuple[Any, ...]]] = {
    "ruled": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "half": [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
    "booktabs": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    ],
    "open": [],
    "zebra": [("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, colors.lightblue])],
    "box": [("BOX", (0, 0), (-1, -1), 0.8, colors.black)],
    "dashed": [("GRID", (0, 0), (-1, -1), 0.5, colors.black, None, (2, 2))],
    "double": [("GRID", (0, 0), (-1, -1), 0.5, colors.black, None, None, None, 2, 1)],
}
PROSE = (
    "Tallene bygger på registre, som hver måned samler kommunernes indberetninger, og de er "
    "gennemgået af en gruppe med deltagere fra begge sider, før de blev lagt frem. Hvor en "
    "kommune har meldt en fejl, er den rettet, og den rettede værdi står i oversigten."
)


def story_of(rows: Rows, style: str, align: str = "RIGHT", **more: Any) -> list[Any]:
    """A caption, the table in the style named and a note."""
    text = getSampleStyleSheet()["BodyText"]
    commands = [*STYLES[style], ("ALIGN", (1, 0), (-1, -1), align), *more.pop("commands", [])]
    table = Table([list(row) for row in rows], style=TableStyle(commands), **more)
    return [
        Paragraph(PROSE, text),
        Paragraph("Tabel 4: Kommunernes tal", text),
        table,
        Spacer(1, 6),
        Paragraph("Anm.: Tallene er afrundet.", text),
        Paragraph("Kilde: Egne beregninger.", text),
        Paragraph(PROSE, text),
    ]


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Document]:
    """Reads the document that reportlab makes of a story."""

    def make(
        story: list[Any],
        pagesize: tuple[float, float] = A4,
        furnish: Callable[[Canvas, Any], None] | None = None,
    ) -> Document:
        path = tmp_path / "note.pdf"
        template = SimpleDocTemplate(str(path), pagesize=pagesize)
        if furnish is None:
            template.build(story)
        else:
            template.build(story, onFirstPage=furnish, onLaterPages=furnish)
        return read(path)

    return make


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Callable[[Canvas], None]], Document]:
    """Reads the one page that a function draws on a canvas."""

    def make(draw: Callable[[Canvas], None]) -> Document:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=A4)
        draw(canvas)
        canvas.save()
        path = tmp_path / "page.pdf"
        path.write_bytes(buffer.getvalue())
        return read(path)

    return make


@pytest.fixture
def drawn_pages(tmp_path: Path) -> Callable[..., Document]:
    """Reads a table whose rows are set page by page, in the style named."""

    def make(*pages: Rows, style: str) -> Document:
        canvas = Canvas(str(tmp_path / "pages.pdf"), pagesize=A4)
        for rows in pages:
            table = Table(
                [list(row) for row in rows], colWidths=90, style=TableStyle(STYLES[style][1:2])
            )
            table.wrapOn(canvas, 500, 800)
            table.drawOn(canvas, 60, 300)
            canvas.showPage()
        canvas.save()
        return read(tmp_path / "pages.pdf")

    return make


@pytest.fixture
def story() -> Callable[..., list[Any]]:
    """Makes a story of rows and the name of a style."""
    return story_of


@pytest.fixture
def texts() -> Callable[[Document], list[list[list[str]]]]:
    """The cell texts of every table."""
    return lambda document: [
        [[cell.text for cell in row] for row in table.rows] for table in document.tables
    ]


@pytest.fixture
def rows() -> list[list[str]]:
    """A heading and eight records, one figure missing."""
    return [
        ["Kommune", "Status", "Samtaler", "Tilbud"],
        ["Allerød", "Opfyldt", "13,3%", "36,9%"],
        ["Brøndby", "Ikke opfyldt", "9,1%", "28,3%"],
        ["Fanø", "Ikke opfyldt", "3,4%", ""],
        ["Faaborg-Midtfyn", "Opfyldt", "3,8%", "32,3%"],
        ["Høje-Taastrup", "Ikke opfyldt", "11,3%", "30,4%"],
        ["Ishøj", "Ikke opfyldt", "17,6%", "35,0%"],
        ["Ærø", "Ikke opfyldt", "6,1%", "28,0%"],
        ["Aarhus", "Opfyldt", "9,5%", "28,2%"],
    ]
