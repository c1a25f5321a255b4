"""Rows that open a group under the name of its only municipality: Bornholm is also a landsdel."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Table
from normalize.headings.column import Column
from normalize.names.roster import Named

REASON = "row:empty"  # of several columns all empty: hardly the row of a municipality


def hollow(table: Table, columns: Sequence[Column]) -> set[int]:
    """Body rows without anything in any of ``columns``."""
    return {
        index
        for index, row in enumerate(table.body)
        if not any(row[column.place].text.strip() for column in columns)
    }


def openers(table: Table, columns: Sequence[Column], names: Sequence[Named]) -> set[int]:
    """Body rows without anything in ``columns`` whose municipality has a row with something.

    ``names`` are those of the rows, ``columns`` the ones that belong to them.
    """
    empty = hollow(table, columns)
    filled = [index not in empty for index in range(len(names))]
    told = {name.municipality for name, full in zip(names, filled, strict=True) if full}
    return {
        index
        for index, (name, full) in enumerate(zip(names, filled, strict=True))
        if not full and name.municipality is not None and name.municipality in told
    }
