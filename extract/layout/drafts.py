"""A table growing over its pages: which grid is its next part, and what it is at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from extract.layout.blocks import folds, unfolded
from extract.layout.captions import caption_number
from extract.layout.continuation import CONTINUED, is_rest, joined_break, repeated, with_headings
from extract.layout.grid import Grid, cells
from extract.layout.headings import heading_rows
from extract.layout.places import Row, columns, moved, placed
from extract.layout.scraps import fitted
from extract.model import Page, Paragraph, Role, Source, Table

_MUCH_LIKE = 75  # of 100: the same headings, badly read, have more
_ROW_APART = 14.0  # points of white above a row, at most


@dataclass(slots=True)
class Draft:
    """A table growing over its pages: the grid it began with and its rows so far.

    ``parts`` are the indices of the first row of every further grid.
    """

    grid: Grid
    page: Page
    headings: int
    rows: list[Row]
    last_grid: Grid
    last_page: Page
    above: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = field(default=())
    parts: list[int] = field(default_factory=list)


def begin(grid: Grid, page: Page, above: tuple[Paragraph, ...]) -> Draft:
    """A table that has this one part, below the paragraphs of its caption."""
    count = heading_rows(grid)
    return Draft(grid, page, count, list(cells(grid, page.number)), grid, page, above)


def extend(draft: Draft, grid: Grid, page: Page, own: Sequence[Paragraph], lone: bool) -> bool:
    """Add the grid to the draft where it is its next part; False where it is another table.

    ``own`` is the prose of the grid's page; ``lone`` are rows that made no table by themselves.
    """
    before = [
        p
        for p in own
        if p.role is not Role.FURNITURE and p.box and p.box.bottom <= grid.box.top + 2
    ]
    told = any(CONTINUED.search(" ".join(p.lines)) for p in before)
    same = _only_repeats(before, draft)
    if before and not (told or same or _only_opens(before, draft, grid)):
        return False
    upper = columns(draft.last_grid)
    places = placed(upper, columns(grid))
    if places is None and page.source is Source.OCR:
        grid = fitted(grid, upper)
        places = placed(upper, columns(grid))
    further = draft.last_grid is not draft.grid
    if grid.columns == draft.grid.columns and (further or (places is None and (told or lone))):
        places = tuple(range(grid.columns))
    if places is None:
        return False
    width = len(draft.rows[0])
    rows = moved(cells(grid, page.number), places, width)
    again = repeated(draft.rows[: draft.headings], rows)
    rest = with_headings(draft.rows[: draft.headings], rows) if not again else None
    if rest is not None:
        rows, again = [rest, *rows[1:]], 0
    own_heads = 0 if is_rest(draft.rows[-1], rows[0]) else heading_rows(grid)
    if not again and own_heads and any(sum(bool(c.text) for c in r) > 1 for r in rows[:own_heads]):
        return False
    draft.parts.append(len(draft.rows))
    draft.rows = joined_break(draft.rows, rows[again:])
    draft.last_grid, draft.last_page = grid, page
    return True


def is_part(draft: Draft, grid: Grid, page: Page, own: Sequence[Paragraph]) -> bool:
    """True for what a picture shows of the table before it, whose headings were read otherwise.

    It begins its page under much the same headings over as many columns, and needs no caption.
    """
    over = [p for p in own if p.box and p.box.bottom <= grid.box.top + 2]
    if page.source is not Source.OCR or any(p.role is not Role.FURNITURE for p in over):
        return False
    heads = [
        " ".join(cell.text for row in rows for cell in row)
        for rows in (draft.rows[: draft.headings], cells(grid, page.number)[: heading_rows(grid)])
    ]
    return grid.columns == len(draft.rows[0]) and fuzz.ratio(*heads) >= _MUCH_LIKE


def _only_repeats(before: Sequence[Paragraph], draft: Draft) -> bool:
    """True for the headings again, set so far above their rows that they were read as text."""
    above = Counter(word for p in before for line in p.lines for word in line.split())
    heads = (cell.text for row in draft.rows[: draft.headings] for cell in row)
    return above == Counter(word for text in heads for word in text.split())


def _only_opens(before: Sequence[Paragraph], draft: Draft, grid: Grid) -> bool:
    """True where a page begins with the name of a group of rows of the table on the page before.

    It stands right above rows without headings that are in the same places as those before.
    """
    [*more, last] = before
    near = last.box is not None and grid.box.top - last.box.bottom <= _ROW_APART
    stub = len(last.lines) == 1 and last.role not in (Role.CAPTION, Role.NOTE)
    places = placed(columns(draft.last_grid), columns(grid))
    bare = grid.rows > 1 and not heading_rows(grid) and draft.headings > 0
    return not more and near and stub and bare and places == tuple(range(len(draft.rows[0])))


def extend_below(draft: Draft, grid: Grid, page: Page, own: Sequence[Paragraph]) -> bool:
    """Add the grid to the draft above it, if it has the same headings and no text parts them.

    Or none at all, a row below it: a heading drawn with all its lines over rows drawn without.
    """
    top, bottom = draft.last_grid.box.bottom - 2, grid.box.top + 2
    between = any(p.box and top <= p.box.top and p.box.bottom <= bottom for p in own)
    beside = grid.box.top < draft.last_grid.box.bottom - 2
    if between or beside or grid.columns != len(draft.rows[0]) or not draft.headings:
        return False
    rows = cells(grid, page.number)
    again = repeated(draft.rows[: draft.headings], rows)
    if again < draft.headings and not _goes_straight_on(draft.last_grid, grid):
        return False
    draft.parts.append(len(draft.rows))
    draft.rows = [*draft.rows, *rows[again:]]
    draft.last_grid = grid
    return True


def _goes_straight_on(upper: Grid, lower: Grid) -> bool:
    """True for rows without headings in the columns of the grid less than a row above them."""
    row = (lower.box.bottom - lower.box.top) / lower.rows
    near = lower.box.top - upper.box.bottom < row
    places = placed(columns(upper), columns(lower))
    return near and not heading_rows(lower) and places == tuple(range(upper.columns))


def finish(draft: Draft, index: int) -> Table:
    """The table of all parts, the ``index``-th (from 1) of its document."""
    count = folds(draft.rows[: draft.headings])
    rows = tuple(draft.rows)
    rows = unfolded(rows, [draft.headings, *draft.parts], count) if count > 1 else _numbered(rows)
    caption = " ".join(line for p in draft.above for line in p.lines)
    return Table(
        index=index,
        rows=rows,
        heading_rows=draft.headings,
        number=caption_number(caption) if caption else None,
        caption=caption,
        notes=draft.notes,
        page=draft.page.number,
        last_page=draft.last_page.number,
        source=_source(draft.page, rows),
    )


def _source(page: Page, rows: Sequence[Row]) -> Source:
    """Where most of a table's words come from: a picture may be pasted into a page of text."""
    words = Counter(word.source for row in rows for cell in row for word in cell.words)
    return max(words, key=words.__getitem__, default=page.source)


def _numbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(
        row if all(cell.row == i for cell in row) else tuple(replace(cell, row=i) for cell in row)
        for i, row in enumerate(rows)
    )
