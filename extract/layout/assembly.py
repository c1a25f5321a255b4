"""Pages put together: tables with captions and notes, over page breaks; the rest as prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rapidfuzz import fuzz

from extract.layout.blocks import folds, unfolded
from extract.layout.captions import below, caption_number, captions
from extract.layout.continuation import (
    CONTINUED,
    is_rest,
    joined_break,
    lone_rows,
    repeated,
    with_headings,
)
from extract.layout.folio import folios
from extract.layout.grid import Grid, cells
from extract.layout.headings import heading_rows
from extract.layout.page import Parts, parts
from extract.layout.places import Row, columns, moved, placed
from extract.layout.prose import body_size, furniture, paragraphs
from extract.layout.scraps import fitted
from extract.model import Page, Paragraph, Role, Source, Table

_MUCH_LIKE = 75  # of 100: the same headings, badly read, have more
_ROW_APART = 14.0  # points of white above a row, at most


class Layout(NamedTuple):
    """What a document's pages hold, in reading order."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


@dataclass(slots=True)
class _Draft:
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


def lay_out(pages: Sequence[Page]) -> Layout:
    """Tables and paragraphs of all pages, read from words and rulings alone."""
    taken = [parts(page, apart) for page, apart in zip(pages, folios(pages), strict=True)]
    rest = [[line for _, line in part.lines] for part in taken]
    edges = furniture(rest, [page.height for page in pages])
    body = body_size(rest)
    prose: list[Paragraph] = []
    drafts: list[_Draft] = []
    for found, outer in zip(taken, edges, strict=True):
        last = drafts[-1] if drafts and _ends_page(drafts[-1], prose, found.page) else None
        part, edge = _with_lone_rows(last, found, outer) if last else (found, outer)
        own = _paragraphs(part, edge, body)
        for place, grid in enumerate(part.grids):
            own, above = captions(own, _floor(part.grids[:place], grid), grid.box)
            begun = drafts[-1] if place and not above else None
            on = last is not None and _goes_on(last, grid, part.page, own, part is not found)
            if not on and not (begun and _goes_on_below(begun, grid, part.page, own)):
                head = above or (
                    last.above if last and _is_part(last, grid, part.page, own) else ()
                )
                drafts.append(_draft(grid, part.page, head))
            drafts[-1].notes += below(own, grid.box)
            last = last if place == 0 and part is not found else None
        prose.extend(own)
    return Layout(tuple(prose), tuple(_table(d, i) for i, d in enumerate(drafts, 1)))


def _floor(upper: Sequence[Grid], grid: Grid) -> float:
    """The bottom of the lowest of the grids that stand above this one, not beside it."""
    over = [
        g.box.bottom
        for g in upper
        if g.box.bottom <= grid.box.top + 2 and g.box.x0 < grid.box.x1 and g.box.x1 > grid.box.x0
    ]
    return max(over, default=0.0)


def _with_lone_rows(draft: _Draft, part: Parts, edge: set[int]) -> tuple[Parts, set[int]]:
    """The page with rows that a break left over from the draft made a grid of their own."""
    inner = [index for index in range(len(part.lines)) if index not in edge]
    lines = [part.lines[index][1] for index in inner]
    top = part.grids[0].box.top if part.grids else float("inf")
    first = [line for line in lines if line.box.bottom <= top + 2]
    grid, count = lone_rows(columns(draft.last_grid), draft.rows[-1], first)
    if grid is None:
        return part, edge
    gone = set(inner[:count])
    kept = [i for i in range(len(part.lines)) if i not in gone]
    lines_left = tuple(part.lines[i] for i in kept)
    return (
        replace(part, grids=(grid, *part.grids), lines=lines_left),
        {new for new, old in enumerate(kept) if old in edge},
    )


def _paragraphs(part: Parts, edge: set[int], body: float) -> list[Paragraph]:
    inner = [entry for index, entry in enumerate(part.lines) if index not in edge]
    outer = [entry for index, entry in enumerate(part.lines) if index in edge]
    found = paragraphs(inner, part.page.number, body)
    for entry in outer:
        [single] = paragraphs([entry], part.page.number, body)
        found.append(replace(single, role=Role.FURNITURE))
    return sorted(found, key=lambda p: p.line or 0)


def _draft(grid: Grid, page: Page, above: tuple[Paragraph, ...]) -> _Draft:
    count = heading_rows(grid)
    return _Draft(grid, page, count, list(cells(grid, page.number)), grid, page, above)


def _ends_page(draft: _Draft, prose: Sequence[Paragraph], page: Page) -> bool:
    """True where nothing but running feet stands between the table and this page."""
    if draft.last_page.number != page.number - 1:
        return False
    after = [
        p
        for p in prose
        if p.page == draft.last_page.number
        and p.role is not Role.FURNITURE
        and p.box
        and p.box.top >= draft.last_grid.box.bottom - 2
    ]
    return not after


def _goes_on(draft: _Draft, grid: Grid, page: Page, own: Sequence[Paragraph], lone: bool) -> bool:
    """Add the grid to the draft where it is its next part; False where it is another table."""
    before = [
        p
        for p in own
        if p.role is not Role.FURNITURE and p.box and p.box.bottom <= grid.box.top + 2
    ]
    told = any(CONTINUED.search(" ".join(p.lines)) for p in before)
    if before and not told and not _only_opens(before, draft, grid):
        return False
    upper = columns(draft.last_grid)
    if page.source is Source.OCR and placed(upper, columns(grid)) is None:
        grid = fitted(grid, upper)
    places = placed(upper, columns(grid))
    if draft.last_grid is not draft.grid and grid.columns == draft.grid.columns:
        places = tuple(range(grid.columns))
    if places is None and grid.columns == draft.grid.columns:
        places = tuple(range(grid.columns)) if told or lone else None
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


def _is_part(draft: _Draft, grid: Grid, page: Page, own: Sequence[Paragraph]) -> bool:
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


def _only_opens(before: Sequence[Paragraph], draft: _Draft, grid: Grid) -> bool:
    """True where a page begins with the name of a group of rows of the table on the page before.

    It stands right above rows without headings that are in the same places as those before.
    """
    [*more, last] = before
    near = last.box is not None and grid.box.top - last.box.bottom <= _ROW_APART
    stub = len(last.lines) == 1 and last.role not in (Role.CAPTION, Role.NOTE)
    places = placed(columns(draft.last_grid), columns(grid))
    bare = grid.rows > 1 and not heading_rows(grid) and draft.headings > 0
    return not more and near and stub and bare and places == tuple(range(len(draft.rows[0])))


def _goes_on_below(draft: _Draft, grid: Grid, page: Page, own: Sequence[Paragraph]) -> bool:
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


def _table(draft: _Draft, index: int) -> Table:
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
