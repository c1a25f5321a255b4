"""Headings that come again further down: a table of its own begins there, with its own columns.

They need not say the same: below a title any do, and over names those that the names of the first
table have. Columns of the one read through the other's would give its figures other measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.layout.figures import is_figure
from extract.layout.lines import Line
from extract.layout.titles import TITLE

_PIECES = 3  # of a heading that is known again; one or two may be the label of a group of rows
_ALIGNED = 3.0  # points by which what heads the names of two tables begins apart, at most
_NEXT = 1.3  # line heights of white between the lines of a heading, at most


def parted(lines: Sequence[Line]) -> list[tuple[int, Sequence[Line]]]:
    """The lines of a zone, cut above every heading that begins as the first of them does.

    Each part with the index of its first line; what stands over a heading is none of the rows
    above it: a caption, a heading of the note.

    The rest of a folded table often stands below it, as wide as its own texts ask for: columns
    of the one read through the other would cut cells in two.
    """
    head = _heading(lines)
    again = {*_repeated(lines, head), *_others(lines, head)} if head else set()
    starts = [0, *sorted(again | {*_entitled(lines, len(head) + 1)})]
    ends = [_last_row(lines, start) + 1 for start in starts[1:]]
    return [(a, lines[a:b]) for a, b in zip(starts, [*ends, len(lines)], strict=True)]


def _last_row(lines: Sequence[Line], start: int) -> int:
    """The last line above ``start`` that is no single piece of words."""
    rows = (
        i for i in range(start - 1, 0, -1) if len(lines[i].pieces) > 1 or _has_figures(lines[i])
    )
    return next(rows, start - 1)


def _repeated(lines: Sequence[Line], head: Sequence[Line]) -> Iterator[int]:
    texts = [line.text for line in head]
    size = len(texts)
    for index in range(size, len(lines) - size):
        if [line.text for line in lines[index : index + size]] == texts:
            yield index


def _others(lines: Sequence[Line], head: Sequence[Line]) -> Iterator[int]:
    """Where other headings begin, over names headed by the same word in the same place."""
    label = min((piece for line in head for piece in line.pieces), key=lambda one: one.box.x0)
    for index in range(len(head) + 1, len(lines) - 1):
        first = lines[index].pieces[0]
        aligned = abs(first.box.x0 - label.box.x0) <= _ALIGNED
        same = first.text.casefold() == label.text.casefold()
        if aligned and same and _is_heading(lines[index]):
            start = index
            while start > len(head) + 1 and _goes_up(lines[start - 1], lines[start]):
                start -= 1
            yield start


def _entitled(lines: Sequence[Line], first: int) -> Iterator[int]:
    """Where headings stand below a title: words apart, running on from the names over figures."""
    ends = [line.pieces[0].box.x1 for line in lines if len(line.pieces) > 1 and _has_figures(line)]
    for index in range(first, len(lines) - 2):
        title = lines[index]
        white = title.box.top - lines[index - 1].box.bottom
        alone = len(title.pieces) == 1 and len(title.words) >= TITLE
        if not alone or white < title.height or title.box.x1 <= max(ends, default=0.0):
            continue
        below = index + 1
        while below < len(lines) and _is_heading(lines[below]):
            below += 1
        if index + 1 < below < len(lines) and _has_figures(lines[below]):
            yield index + 1


def _goes_up(upper: Line, line: Line) -> bool:
    near = line.box.top - upper.box.bottom <= _NEXT * line.height
    return near and _is_heading(upper)


def _is_heading(line: Line) -> bool:
    return len(line.pieces) > 1 and not _has_figures(line)


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
