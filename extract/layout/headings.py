"""Which of a grid's first rows are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.figures import is_figure
from extract.layout.grid import Grid

_FIGURE = re.compile(r"^[^\w]{0,3}\d[\d.,\s]*\s*(?:%|pct\.?)?[^\w]{0,3}\w?\)?$")
_YEAR = re.compile(r"^(?:19|20)\d\d(?:[-/–]\d{2,4})?$")
_RECURRING = 0.5  # part of the cells of statuses that may hold a word of their own
_MOST = 6  # rows: deeper heads were not seen


def heading_rows(grid: Grid) -> int:
    """The number of heading rows: those above the first that looks like the body."""
    if grid.rows < 2:
        return 0
    if grid.heading_rows is not None:
        return grid.heading_rows
    texts = grid.texts()
    found = first_body_row(texts)
    return _by_style(grid) or _by_words(texts) if found is None else found


def first_body_row(texts: Sequence[Sequence[str]]) -> int | None:
    """Index of the first row with figures, or signs for them; None where the body has none."""
    kinds = [_kind(column) for column in zip(*texts, strict=True)]
    figures = [index for index, kind in enumerate(kinds) if kind and index > 0]
    if not figures:
        return None
    for index, row in enumerate(texts[:_MOST]):
        filled = [column for column in figures if row[column]]
        if any(_is_figure(row[column]) for column in filled):
            return index
        if row[0] and filled and all(is_figure(row[column]) for column in filled):
            return index  # signs that all its figures are missing
    return 1


def _kind(texts: Sequence[str]) -> bool:
    """True for a column whose lower half is mostly figures."""
    body = [text for text in texts[len(texts) // 3 :] if text]
    return bool(body) and sum(1 for text in body if _is_figure(text)) >= 0.5 * len(body)


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.match(text)) and not _YEAR.match(text)


def _by_words(texts: Sequence[Sequence[str]]) -> int:
    """Without figures: one row of words of their own over a few that come again and again."""
    body = [text for row in texts[1:] for text in row[1:] if text]
    own = all(texts[0]) and not set(texts[0][1:]) & set(body)
    return int(own and len(set(body)) <= _RECURRING * len(body))


def _by_style(grid: Grid) -> int:
    """Without figures: one row where it alone is bold, or a line closes it alone."""
    bold = {slot.row for slot in grid.slots if slot.words and all(word.bold for word in slot.words)}
    plain = {slot.row for slot in grid.slots if slot.words and not all(w.bold for w in slot.words)}
    if 0 in bold - plain and plain:
        return 1
    return 1 if 0 in grid.parted else 0
