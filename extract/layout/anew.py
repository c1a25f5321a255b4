"""Headings that come again further down: a table of its own begins there, with its own columns."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.figures import is_figure
from extract.layout.lines import Line

_PIECES = 3  # of a heading that is known again; one or two may be the label of a group of rows


def parted(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines of a zone, cut above every repetition of the heading they begin with.

    The rest of a folded table often stands below it, as wide as its own texts ask for: columns
    of the one read through the other would cut cells in two.
    """
    head = _heading(lines)
    if not head:
        return [lines]
    texts = [line.text for line in head]
    size = len(texts)
    again = (
        index
        for index in range(size, len(lines) - size)
        if [line.text for line in lines[index : index + size]] == texts
    )
    starts = [0, *again]
    return [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _heading(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the first with figures; none where they are no heading for certain."""
    first = next((i for i, line in enumerate(lines) if _has_figures(line)), 0)
    head = lines[:first]
    if sum(len(line.pieces) for line in head) < _PIECES:
        return ()
    labelled = min(line.box.x0 for line in head) <= lines[first].pieces[0].box.x1
    return head if labelled else ()


def _has_figures(line: Line) -> bool:
    return any(is_figure(piece.text) for piece in line.pieces)
