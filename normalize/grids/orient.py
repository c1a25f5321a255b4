"""Tables on their side: municipalities or measures down the rows are what the stages read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.headings.heading import read_heading
from normalize.names.alone import match

_ACROSS = 0.6  # share of the filled cells of a line that must be names, or measures


def upright(table: Table) -> tuple[Table, bool]:
    """The table with one municipality, period or group a row; True where it had to be turned.

    A turned table has its rows and columns exchanged, so ``Cell.row`` is the column as printed.
    """
    if not table.body or table.width < 2:
        return table, False
    if any(_named([row[place] for row in table.body]) for place in range(table.width)):
        return table, False
    top = table.rows[: max(1, table.heading_rows)]
    first = [row[0] for row in table.body]
    measures_down = _measured(first) and not any(_measured(row[1:]) for row in top)
    if any(_named(row[1:]) for row in top) or measures_down:
        return _turned(table), True
    return table, False


def _named(cells: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in cells if cell.text.strip()]
    return bool(texts) and sum(
        match(text).municipality is not None for text in texts
    ) >= _ACROSS * len(texts)


def _measured(cells: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in cells if cell.text.strip()]
    return bool(texts) and sum(
        read_heading([text]).measure is not None for text in texts
    ) >= _ACROSS * len(texts)


def _turned(table: Table) -> Table:
    rows = tuple(
        tuple(
            replace(
                cell,
                row=cell.column,
                column=cell.row,
                row_span=cell.column_span,
                column_span=cell.row_span,
            )
            for cell in column
        )
        for column in zip(*table.rows, strict=True)
    )
    return replace(table, rows=rows, heading_rows=1)
