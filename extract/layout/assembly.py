"""Pages put together: tables with captions and notes, over page breaks; the rest as prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.layout.captions import below, captions
from extract.layout.continuation import lone_rows
from extract.layout.drafts import Draft, begin, extend, extend_below, finish, is_part
from extract.layout.folio import folios
from extract.layout.grid import Grid
from extract.layout.page import Parts, parts
from extract.layout.places import columns
from extract.layout.prose import body_size, furniture, paragraphs
from extract.model import Page, Paragraph, Role, Table


class Layout(NamedTuple):
    """What a document's pages hold, in reading order."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


def lay_out(pages: Sequence[Page]) -> Layout:
    """Tables and paragraphs of all pages, read from words and rulings alone."""
    taken = [parts(page, apart) for page, apart in zip(pages, folios(pages), strict=True)]
    rest = [[line for _, line in part.lines] for part in taken]
    edges = furniture(rest, [page.height for page in pages])
    body = body_size(rest)
    prose: list[Paragraph] = []
    drafts: list[Draft] = []
    for found, outer in zip(taken, edges, strict=True):
        last = drafts[-1] if drafts and _ends_page(drafts[-1], prose, found.page) else None
        part, edge = _with_lone_rows(last, found, outer) if last else (found, outer)
        own = _paragraphs(part, edge, body)
        for place, grid in enumerate(part.grids):
            own, above = captions(own, _floor(part.grids[:place], grid), grid.box)
            upper = drafts[-1] if place and not above else None
            on = last is not None and extend(last, grid, part.page, own, part is not found)
            if not on and not (upper and extend_below(upper, grid, part.page, own)):
                head = above or (last.above if last and is_part(last, grid, part.page, own) else ())
                drafts.append(begin(grid, part.page, head))
            drafts[-1].notes += below(own, grid.box)
            last = last if place == 0 and part is not found else None
        prose.extend(own)
    return Layout(tuple(prose), tuple(finish(d, i) for i, d in enumerate(drafts, 1)))


def _floor(upper: Sequence[Grid], grid: Grid) -> float:
    """The bottom of the lowest of the grids that stand above this one, not beside it."""
    over = [
        g.box.bottom
        for g in upper
        if g.box.bottom <= grid.box.top + 2 and g.box.x0 < grid.box.x1 and g.box.x1 > grid.box.x0
    ]
    return max(over, default=0.0)


def _with_lone_rows(draft: Draft, part: Parts, edge: set[int]) -> tuple[Parts, set[int]]:
    """The page with rows that a break left over from the draft made a grid of their own."""
    inner = [index for index in range(len(part.lines)) if index not in edge]
    lines = [part.lines[index][1] for index in inner]
    top = part.grids[0].box.top if part.grids else float("inf")
    first = [line for line in lines if line.box.bottom <= top + 2]
    corner = draft.rows[0][0].text if draft.headings else ""
    if corner and first and first[0].text.startswith(corner):  # headings, be they the same or not
        return part, edge
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


def _ends_page(draft: Draft, prose: Sequence[Paragraph], page: Page) -> bool:
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
