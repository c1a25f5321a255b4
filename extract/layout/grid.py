"""A table in the making, and the cells it becomes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.layout.lines import bounds, box_of, levels
from extract.model import Box, Cell, Word


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a grid: position, span and the words in it."""

    row: int
    column: int
    words: tuple[Word, ...] = ()
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A rectangular grid of slots on one page; positions without a slot are empty.

    ``parted`` are the rows that a drawn line (or the edge of a field) closes below;
    ``heading_rows`` is None where the building did not tell.
    """

    rows: int
    columns: int
    slots: tuple[Slot, ...]
    box: Box
    parted: frozenset[int] = frozenset()
    heading_rows: int | None = None

    def texts(self) -> list[list[str]]:
        """Cell texts by row and column, empty where covered by a span."""
        lines = [[""] * self.columns for _ in range(self.rows)]
        for slot in self.slots:
            lines[slot.row][slot.column] = cell_text(slot.words)
        return lines


def tidy(grid: Grid) -> Grid | None:
    """The grid without empty rows and columns; None where nothing is left."""
    rows = sorted({slot.row for slot in grid.slots if slot.words})
    columns = sorted({slot.column for slot in grid.slots if slot.words})
    if not rows or not columns:
        return None
    row_of = {row: index for index, row in enumerate(rows)}
    column_of = {column: index for index, column in enumerate(columns)}
    slots = []
    for slot in grid.slots:
        spanned = _between(rows, slot.row, slot.row_span)
        across = _between(columns, slot.column, slot.column_span)
        if spanned and across:
            slots.append(
                replace(
                    slot,
                    row=row_of[spanned[0]],
                    column=column_of[across[0]],
                    row_span=len(spanned),
                    column_span=len(across),
                )
            )
    parted = frozenset(row_of[row] for row in grid.parted if row in row_of)
    return replace(grid, rows=len(rows), columns=len(columns), slots=tuple(slots), parted=parted)


def _between(places: list[int], first: int, count: int) -> list[int]:
    """Those of the ordered places that stand among ``count`` from ``first`` on."""
    return places[bisect_left(places, first) : bisect_left(places, first + count)]


def cells(grid: Grid, page: int) -> tuple[tuple[Cell, ...], ...]:
    """The full grid of cells, covered and empty positions included."""
    made: dict[tuple[int, int], Cell] = {}
    for slot in grid.slots:
        for row in range(slot.row, slot.row + slot.row_span):
            for column in range(slot.column, slot.column + slot.column_span):
                made[row, column] = Cell(row, column, page=page, covered=True)
        made[slot.row, slot.column] = Cell(
            row=slot.row,
            column=slot.column,
            text=cell_text(slot.words),
            page=page,
            box=slot.box or (bounds(box_of(w) for w in slot.words) if slot.words else None),
            words=slot.words,
            row_span=slot.row_span,
            column_span=slot.column_span,
        )
    return tuple(
        tuple(
            made.get((row, column)) or Cell(row, column, page=page)
            for column in range(grid.columns)
        )
        for row in range(grid.rows)
    )


def cell_text(words: Sequence[Word]) -> str:
    """The words of a cell in reading order, lines joined, broken words made whole."""
    if len(words) == 1:  # most cells
        return words[0].text
    turned = [word for word in words if word.turned]
    if 2 * sum(len(word.text) for word in turned) > sum(len(word.text) for word in words):
        return joined(_turned_lines(turned))
    return joined(" ".join(word.text for word in level) for level in levels(words))


def joined(lines: Iterable[str]) -> str:
    """Lines of one cell as one text.

    A hyphen at the end of a line goes where the next starts in lower case (``Resultat-`` and
    ``mål``) and stays, closed up, before anything else (``Lyngby-`` and ``Taarbæk``).
    """
    text = ""
    for line in lines:
        if len(text) > 1 and text[-1] in "-\u00ad\u2010" and text[-2].isalpha() and line:
            text = (text[:-1] if line[0].islower() else text) + line
        else:
            text = f"{text} {line}" if text else line
    return text


def _turned_lines(words: list[Word]) -> list[str]:
    """Lines of text that reads upwards (90) or downwards (270)."""
    upwards = words[0].turned == 90
    flipped = []
    for word in words:
        box = box_of(word)
        place = (
            Box(-box.bottom, box.x0, -box.top, box.x1)
            if upwards
            else Box(box.top, -box.x1, box.bottom, -box.x0)
        )
        flipped.append(word._replace(box=place))
    return [" ".join(word.text for word in level) for level in levels(flipped)]
