"""A table made ready to be read, beside its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Source, Table
from normalize.grids.orient import upright
from normalize.grids.tidy import tidy
from normalize.headings.column import Column, Columns
from normalize.headings.columns import read_columns


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as printed and as it is read: tidied, and upright (``turned`` where it was not)."""

    table: Table
    whole: Table
    turned: bool
    columns: Columns

    @property
    def scanned(self) -> bool:
        """True where a picture was read."""
        return self.table.source is Source.OCR

    def beside(self, names: int | None) -> Sequence[Column]:
        """The columns that belong to one column of names, left to right."""
        return [column for column in self.columns.values if column.names == names]


def read_sheet(table: Table, context: str, *, damaged: bool) -> Sheet:
    """The sheet of a table. ``context`` and ``damaged`` are those of `read_columns`."""
    whole, turned = upright(tidy(table))
    return Sheet(table, whole, turned, read_columns(whole, context, damaged=damaged))
