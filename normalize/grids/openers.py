"""Rows that open a group under the name of its only municipality: Bornholm is also a landsdel."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Table
from normalize.headings.columns import Column
from normalize.names.roster import Named


def openers(table: Table, columns: Sequence[Column], names: Sequence[Named]) -> set[int]:
    """Body rows without anything in ``columns`` whose municipality has a row with something.

    ``names`` are those of the rows, ``columns`` the ones that belong to them.
    """
    filled = [any(row[column.place].text.strip() for column in columns) for row in table.body]
    told = {name.municipality for name, full in zip(names, filled, strict=True) if full}
    return {
        index
        for index, (name, full) in enumerate(zip(names, filled, strict=True))
        if not full and name.municipality is not None and name.municipality in told
    }
