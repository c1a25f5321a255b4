"""A table made ready to be read, beside its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Cell, Source, Table
from normalize.grids.orient import upright
from normalize.grids.stacked import dealt_out
from normalize.grids.tidy import tidy
from normalize.headings.column import Column, Columns
from normalize.headings.columns import read_columns


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as printed and as it is read: tidied, and upright (``turned`` where it was not).

    ``dealt`` where its rows were dealt out to columns.
    """

    table: Table
    whole: Table
    turned: bool
    dealt: bool
    columns: Columns

    @property
    def scanned(self) -> bool:
        """True where a picture was read."""
        return self.table.source is Source.OCR

    def place(self, cell: Cell, index: int, column: int) -> tuple[int, int]:
        """The printed body row and column (0-based) of a cell of ``whole``."""
        if self.dealt:
            row, place = (cell.column, cell.row) if self.turned else (cell.row, cell.column)
            return row - self.table.heading_rows, place
        if self.turned:
            return column - self.table.heading_rows, index + self.whole.heading_rows
        return index, column

    def beside(self, names: int | None) -> Sequence[Column]:
        """The columns that belong to one column of names, left to right."""
        return [column for column in self.columns.values if column.names == names]


def read_sheet(table: Table, context: str, *, damaged: bool) -> Sheet:
    """The sheet of a table. ``context`` and ``damaged`` are those of `read_columns`."""
    tidied = tidy(table)
    dealt = dealt_out(tidied)
    whole, turned = upright(dealt)
    columns = read_columns(whole, context, damaged=damaged)
    return Sheet(table, whole, turned, dealt is not tidied, columns)
