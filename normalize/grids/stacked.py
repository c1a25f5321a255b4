"""Measures down the rows beside the name of a municipality, or below the name of a benefit.

The stages read one municipality a row and one measure a column, so the rows of each are dealt out
to columns: what stood beside a figure then stands above it. Cells keep their printed places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, Table
from normalize.grids.spans import spanning
from normalize.headings.heading import find_groups, read_heading
from normalize.names.alone import match

_NAMED = 0.6  # part of the blocks that have a municipality's name
_LONGEST = 60  # letters of a label

Row = tuple[Cell, ...]


def dealt_out(table: Table) -> Table:
    """The table with one row a municipality, if its measures stand below each other."""
    whole = _under_groups(_under_names(table))
    for place in range(whole.width):
        labels = _cycle([row[place].text for row in whole.body])
        if labels and (found := _by_name(whole, place, len(labels))) is not None:
            return found
    return whole if whole.width == table.width else table


def _under_names(table: Table) -> Table:
    """The table with a name that opens some rows beside each of them, in a column before theirs."""
    rows: list[Row] = []
    name: Cell | None = None
    for row in table.body:
        if _opens(row) and match(row[0].text).municipality is not None:
            name = row[0]
        elif name is None or not _measure(row[0].text):
            return table
        else:
            rows.append((name, *row))
    headings = tuple((Cell(0, 0), *row) for row in table.headings)
    return replace(table, rows=(*headings, *rows)) if rows else table


def _under_groups(table: Table) -> Table:
    """The table with the name of a benefit that opens some rows put before each of their labels."""
    if not any(map(_opens, table.body)):
        return table
    rows: list[Row] = []
    group = ""
    for row in table.body:
        label = row[0].text.strip()
        if _opens(row) and len(find_groups(label)) == 1 and not _measure(label):
            group = label
        elif group and not (_measure(label) and not find_groups(label)):
            return table
        else:
            text = f"{group} {row[0].text}" if group else row[0].text
            rows.append((replace(row[0], text=text), *row[1:]))
    return replace(table, rows=(*table.headings, *rows)) if group else table


def _opens(row: Row) -> bool:
    """True for a label with nothing beside it."""
    return bool(row[0].text.strip()) and not any(cell.text.strip() for cell in row[1:])


def _cycle(labels: Sequence[str]) -> list[str]:
    """The labels that come round and round, each a measure of its own; none where they do not."""
    if len(labels) < 2 or not all(map(_measure, labels)):
        return []
    size = next((n for n in range(1, len(labels)) if labels[n] == labels[0]), len(labels))
    again = list(labels) == list(labels[:size]) * (len(labels) // size)
    return list(labels[:size]) if again and 1 < size == len(set(labels)) else []


def _measure(label: str) -> bool:
    return len(label) <= _LONGEST and read_heading([label]).measure is not None


def _by_name(table: Table, place: int, size: int) -> Table | None:
    """The table dealt out by the labels in a column; None without names, or with other measures."""
    blocks = [range(start, start + size) for start in range(0, len(table.body), size)]
    for names in range(table.width):
        cells = [_name(table, block, names) for block in blocks]
        named = sum(match(cell.text).municipality is not None for cell in cells)
        values = [n for n in range(table.width) if n not in (place, names)]
        heads = [read_heading([row[n].text for row in table.headings]) for n in values]
        several = any(len(_names(table, block, names)) > 1 for block in blocks)
        if names == place or named < _NAMED * len(blocks) or several:
            continue
        if any(head.measure for head in heads):
            return None
        top = [table.body[index][place] for index in blocks[0] for _ in values]
        rows = [
            (row[names], *(row[n] for _ in range(size) for n in values)) for row in table.headings
        ]
        body = [
            (name, *(table.body[index][n] for index in block for n in values))
            for name, block in zip(cells, blocks, strict=True)
        ]
        headings = ((Cell(0, 0), *(replace(cell, covered=False) for cell in top)), *rows)
        return replace(table, rows=(*headings, *body), heading_rows=len(headings))
    return None


def _names(table: Table, block: Sequence[int], place: int) -> set[str]:
    return {text for index in block if (text := table.body[index][place].text.strip())}


def _name(table: Table, block: Sequence[int], place: int) -> Cell:
    """The name of a block's rows: in the first that has one, or in the cell over them all."""
    for index in block:
        cell = spanning(table, index, place) or table.body[index][place]
        if cell.text.strip():
            return cell
    return table.body[block[0]][place]
