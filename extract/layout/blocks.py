"""Blocks side by side: a table folded to save paper, its headings repeated to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.model import Cell

Row = tuple[Cell, ...]


def folds(headings: Sequence[Row]) -> int:
    """How many blocks with the same headings stand side by side; 1 for an ordinary table."""
    for row in reversed(headings):
        texts = [_plain(cell.text) for cell in row]
        for count in range(len(texts) // 2, 1, -1):
            wide, rest = divmod(len(texts), count)
            blocks = [texts[i * wide : (i + 1) * wide] for i in range(count)]
            if not rest and wide > 1 and all(blocks[0]) and all(b == blocks[0] for b in blocks):
                return count
    return 1


def unfolded(rows: Sequence[Row], parts: Sequence[int], count: int) -> tuple[Row, ...]:
    """One record a row: the blocks below each other, from left to right, empty rows left out.

    ``parts`` are the indices of the first row below the headings and of the first row of every
    further page or part: each is read to its end before the next, as it is printed. Of the
    headings the left block's part stays; one over several blocks is cut to the width of one.
    """
    wide = len(rows[0]) // count
    kept = [row[:wide] for row in rows[: parts[0]]]
    for first, after in pairwise([*parts, len(rows)]):
        for block in range(count):
            for row in rows[first:after]:
                part = row[block * wide : (block + 1) * wide]
                if any(cell.text for cell in part):
                    kept.append(part)
    return tuple(_placed(row, index) for index, row in enumerate(kept))


def _placed(row: Row, index: int) -> Row:
    wide = len(row)
    return tuple(
        replace(cell, row=index, column=column, column_span=min(cell.column_span, wide - column))
        for column, cell in enumerate(row)
    )


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
