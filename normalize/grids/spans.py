"""Cells that reach over several rows or columns."""

from __future__ import annotations

from extract.model import Cell, Table


def spanning(table: Table, index: int, place: int) -> Cell | None:
    """The cell that covers another (0-based body row and column); None where none does."""
    if not table.body[index][place].covered:
        return None
    whole = index + table.heading_rows
    return next(
        (
            cell
            for up, row in enumerate(reversed(table.rows[: whole + 1]))
            for left, cell in enumerate(reversed(row[: place + 1]))
            if not cell.covered and cell.row_span > up and cell.column_span > left
        ),
        None,
    )
