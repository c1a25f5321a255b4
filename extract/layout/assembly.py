"""Pages put together: tables with captions and notes, over page breaks; the rest as prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.layout.captions import caption_number
from extract.layout.grid import Grid, cells
from extract.layout.headings import heading_rows
from extract.layout.page import Parts, parts
from extract.layout.prose import body_size, furniture, paragraphs
from extract.model import Box, Page, Paragraph, Role, Source, Table


class Layout(NamedTuple):
    """What a document's pages hold, in reading order."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


def lay_out(pages: Sequence[Page]) -> Layout:
    """Tables and paragraphs of all pages, read from words and rulings alone."""
    taken = [parts(page) for page in pages]
    rest = [[line for _, line in part.lines] for part in taken]
    edges = furniture(rest, [page.height for page in pages])
    body = body_size(rest)
    prose: list[Paragraph] = []
    tables: list[Table] = []
    for part, edge in zip(taken, edges, strict=True):
        own = _paragraphs(part, edge, body)
        for grid in part.grids:
            tables.append(_captioned(_table(grid, part.page, len(tables) + 1), grid.box, own))
        prose.extend(own)
    return Layout(tuple(prose), tuple(tables))


def _paragraphs(part: Parts, edge: set[int], body: float) -> list[Paragraph]:
    inner = [entry for index, entry in enumerate(part.lines) if index not in edge]
    outer = [entry for index, entry in enumerate(part.lines) if index in edge]
    found = paragraphs(inner, part.page.number, body)
    for entry in outer:
        [single] = paragraphs([entry], part.page.number, body)
        found.append(replace(single, role=Role.FURNITURE))
    return sorted(found, key=lambda p: p.line or 0)


def _table(grid: Grid, page: Page, index: int) -> Table:
    return Table(
        index=index,
        rows=cells(grid, page.number),
        heading_rows=heading_rows(grid),
        page=page.number,
        last_page=page.number,
        source=page.source if page.source is Source.OCR else Source.TEXT,
    )


def _captioned(table: Table, box: Box, own: Sequence[Paragraph]) -> Table:
    above = [p for p in own if p.box and p.box.bottom <= box.top + 4][-3:]
    below = [p for p in own if p.box and p.box.top >= box.bottom - 4]
    caption = next((p for p in reversed(above) if p.role is Role.CAPTION), None)
    if caption is None and below and below[0].role is Role.CAPTION:
        caption = below[0]
    notes = []
    for paragraph in below:
        if paragraph.role is not Role.NOTE:
            break
        notes.append(" ".join(paragraph.lines))
    text = " ".join(caption.lines) if caption else ""
    return replace(
        table, caption=text, number=caption_number(text) if text else None, notes=tuple(notes)
    )
