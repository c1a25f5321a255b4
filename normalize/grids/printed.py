"""The short tables of a document as they are printed, for what no measure explains."""

from __future__ import annotations

from extract.model import Document, Table
from normalize.model import Grid

_LONG = 60  # rows; a longer table is one of all 98, whose columns are read or are of no use


def grids(document: Document) -> tuple[Grid, ...]:
    """Every table of at most 60 rows; a heading over several columns is the heading of each."""
    return tuple(_grid(table) for table in document.tables if 0 < len(table.body) <= _LONG)


def _grid(table: Table) -> Grid:
    headings = [""] * table.width
    for row in table.headings:
        over = ""
        for place, cell in enumerate(row):
            over = over if cell.covered else " ".join(cell.text.split())
            headings[place] = f"{headings[place]} {over}".strip()
    rows = tuple(tuple(" ".join(cell.text.split()) for cell in row) for row in table.body)
    number = table.number if table.number is not None else table.index
    return Grid(number, tuple(headings), rows)
