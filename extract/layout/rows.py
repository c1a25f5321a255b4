"""An open zone's lines as the rows of a grid: wrapped lines joined, spans recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.grid import Grid, Slot
from extract.layout.lines import Line, bounds, box_of
from extract.layout.rules import Rule
from extract.model import Word

_FIGURE = re.compile(r"^[^\w]*\d[\d.,\s%–−-]*\D{0,6}$")

Row = dict[int, tuple[list[Word], int]]  # first column -> words, columns spanned


def open_grid(lines: Sequence[Line], cuts: Sequence[float], flat: Sequence[Rule]) -> Grid:
    """The grid of the lines parted at ``cuts`` (x of the gutters' middles)."""
    rows: list[tuple[Line, Row]] = [(line, _row(line, cuts)) for line in lines]
    figures = _figure_columns([row for _, row in rows], len(cuts) + 1)
    merged: list[tuple[Line, Row]] = []
    parted: set[int] = set()
    for line, row in rows:
        if merged:
            above = merged[-1]
            between = any(
                above[0].box.bottom - 2 <= rule.at <= line.box.top + 2
                and rule.end > line.box.x0
                and rule.start < line.box.x1
                for rule in flat
            )
            if between:
                parted.add(len(merged) - 1)
            elif _continues(above[1], row, above[0], line, figures):
                for column, (words, span) in row.items():
                    held = above[1].get(column)
                    above[1][column] = (
                        ([*held[0], *words], max(held[1], span)) if held else (words, span)
                    )
                merged[-1] = (Line(line.pieces, line.box), above[1])
                continue
        merged.append((line, dict(row)))
    slots = tuple(
        Slot(row=r, column=column, words=tuple(words), column_span=span)
        for r, (_, row) in enumerate(merged)
        for column, (words, span) in sorted(row.items())
    )
    return Grid(
        rows=len(merged),
        columns=len(cuts) + 1,
        slots=slots,
        box=bounds(line.box for line in lines),
        parted=frozenset(parted),
    )


def _row(line: Line, cuts: Sequence[float]) -> Row:
    row: Row = {}
    for piece in line.pieces:
        group: list[Word] = []
        start = end = 0
        for word in piece.words:
            box = box_of(word)
            column = sum(1 for cut in cuts if (box.x0 + box.x1) / 2 > cut)
            crossing = [i for i, cut in enumerate(cuts) if box.x0 < cut - 1 and box.x1 > cut + 1]
            if crossing:
                column = crossing[0]
            last = crossing[-1] + 1 if crossing else column
            if group and (column <= end or _tight(group[-1], word)):
                group.append(word)
                end = max(end, last)
            else:
                if group:
                    _put(row, start, end, group)
                group, start, end = [word], column, last
        if group:
            _put(row, start, end, group)
    return row


def _tight(left: Word, right: Word) -> bool:
    """A cut falls into an ordinary word space: the text runs on over it."""
    a, b = box_of(left), box_of(right)
    return b.x0 - a.x1 < 0.4 * (a.bottom - a.top)


def _put(row: Row, start: int, end: int, words: list[Word]) -> None:
    held = row.get(start)
    if held:
        row[start] = ([*held[0], *words], max(held[1], end - start + 1))
    else:
        row[start] = (words, end - start + 1)


def _figure_columns(rows: Sequence[Row], columns: int) -> set[int]:
    found = set()
    for column in range(1, columns):
        texts = [" ".join(w.text for w in row[column][0]) for row in rows if column in row]
        if texts and sum(1 for t in texts if _FIGURE.match(t)) >= 0.5 * len(texts):
            found.add(column)
    return found


def _continues(above: Row, row: Row, upper: Line, lower: Line, figures: set[int]) -> bool:
    """True where the lower line only goes on with cells of the one above."""
    if lower.box.top - upper.box.bottom > 0.6 * lower.height:
        return False
    if not set(row) <= set(above):
        return False
    if any(column in figures for column in row):
        return False
    return bool(figures) and any(column in figures for column in above) and 0 not in row
