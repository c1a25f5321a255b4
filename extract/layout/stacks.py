"""Rows of a drawn grid that hold several records, because a line between them is missing."""

from __future__ import annotations

from dataclasses import replace

from extract.layout.figures import is_figure
from extract.layout.grid import Grid, Slot
from extract.layout.lines import Line, levels, lines
from extract.model import Box


def unstacked(grid: Grid) -> Grid:
    """The grid with every row parted where all its figures stand in stacks of one height.

    A row is parted only if two of its columns or more hold figures, each of them the same
    number of lines, and its label has as many lines too: a single broken figure parts nothing.
    """
    slots: list[Slot] = []
    parted: set[int] = set()
    shift = 0
    for row in range(grid.rows):
        own = [slot for slot in grid.slots if slot.row == row]
        label = next((slot.words for slot in own if slot.column == 0), ())
        tall = len(label) > 1 and len(levels(label)) > 1
        stack = {slot.column: lines(slot.words) for slot in own if slot.words} if tall else {}
        whole = not tall or any(
            s.row <= row < s.row + s.row_span for s in grid.slots if s.row_span > 1
        )
        height = 1 if whole else _height(stack)
        for slot in own:
            slots.extend(
                _pieces(replace(slot, row=row + shift), stack.get(slot.column, []), height)
            )
        if row in grid.parted:
            parted |= set(range(row + shift, row + shift + height))
        shift += height - 1
    if not shift:
        return grid
    return replace(grid, rows=grid.rows + shift, slots=tuple(slots), parted=frozenset(parted))


def _height(stack: dict[int, list[Line]]) -> int:
    figures = [inner for inner in stack.values() if all(is_figure(line.text) for line in inner)]
    heights = {len(inner) for inner in figures}
    if len(figures) < 2 or len(heights) != 1 or len(stack.get(0, [])) not in heights:
        return 1
    return heights.pop()


def _pieces(slot: Slot, inner: list[Line], height: int) -> list[Slot]:
    if height == 1 or slot.box is None:
        return [slot]
    step = (slot.box.bottom - slot.box.top) / height
    made: list[Slot] = []
    for index in range(height):
        top, bottom = slot.box.top + index * step, slot.box.top + (index + 1) * step
        words = tuple(
            word
            for line in inner
            if top <= (line.box.top + line.box.bottom) / 2 < bottom
            for word in line.words
        )
        box = Box(slot.box.x0, top, slot.box.x1, bottom)
        made.append(replace(slot, row=slot.row + index, words=words, box=box))
    return made
