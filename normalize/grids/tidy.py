"""Tables put right where their layout gave them away: split columns, rows broken off.

A heading centred over figures set to the right may come out as two columns, and a cell that goes
on over a page break as two rows. Both lose values silently if they stay (an ``ikke`` on the next
page), so they are joined before anything is read. Rows and columns keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extract.model import Cell, Source, Table
from normalize.figures import numbers, status
from normalize.headings.heading import read_heading
from normalize.headings.periods import find_period
from normalize.names.alone import match
from normalize.names.municipalities import by_name

_Rows = list[list[Cell]]
_OF_NAMES = re.compile(r"\W*kommune(?:r|rne)?\W*", re.IGNORECASE)
_OWN = re.compile(r"(?:regions)?kommune|\(?\d{1,2}\)|\*+", re.IGNORECASE)  # the name's own words
_YEAR = re.compile(r"(?:19|20)\d\d")


def tidy(table: Table) -> Table:
    """The table with split columns and broken rows joined."""
    if not table.body:
        return table
    rows = [list(row) for row in table.rows]
    heads = table.heading_rows
    while 0 < heads < len(rows) - 1 and (_goes_on(rows[heads]) or _says_years(rows[heads])):
        heads += 1
    while heads and _is_row(rows[heads - 1]):
        heads -= 1
    if table.source is Source.OCR:
        for row in rows[:heads]:
            _part_headings(row, rows[:heads])
    _join_columns(rows, heads)
    _join_rows(rows, heads)
    for row in rows[heads:]:
        _part_status(row)
    return replace(table, rows=tuple(tuple(row) for row in rows), heading_rows=heads)


def _part_headings(row: list[Cell], heads: _Rows) -> None:
    """Give a column without a heading the second of two that a stamp or a crease ran together.

    ``Resultatmål Samtaler | (nothing) | Tilbud``: talks handed over as met, results lost.
    """
    for place, (cell, beside) in enumerate(pairwise(row)):
        words = cell.text.split()
        if len(words) < 2 or _worded(heads, place + 1) or beside.covered:
            continue
        whole = read_heading([cell.text]).measure
        for cut in range(1, len(words)):
            left, right = " ".join(words[:cut]), " ".join(words[cut:])
            named = read_heading([left]).measure, read_heading([right]).measure
            if None not in named and named[0] is not named[1] and whole in {*named, None}:
                row[place] = replace(cell, text=left, readings=())
                row[place + 1] = replace(beside, text=right)
                break


def _is_row(row: Sequence[Cell]) -> bool:
    """True for a municipality with a figure or a status: no heading, whatever stood close above it.

    A figure that was misread (``R9%``) was put into the heading, and the row with it.
    """
    if match(row[0].text).municipality is None:
        return False
    texts = [cell.text.strip() for cell in row[1:] if not _YEAR.fullmatch(cell.text.strip())]
    return any(status.parse(text) or numbers.parse(text).number is not None for text in texts)


def _goes_on(row: Sequence[Cell]) -> bool:
    """True for the row below a heading that goes on with it: words beside an empty first cell.

    Markdown has one row of headings, so the lower one with its ``Kommune`` may come after it.
    """
    texts = [cell.text for cell in row if cell.text.strip()]
    words = all(any(letter.isalpha() for letter in text) for text in texts)
    plain = not any(status.parse(text) or numbers.parse(text).number is not None for text in texts)
    below = not row[0].text.strip() or (len(texts) > 1 and _OF_NAMES.fullmatch(row[0].text))
    return bool(texts) and bool(below) and words and plain


def _says_years(row: Sequence[Cell]) -> bool:
    """True for a row of periods beside no municipality: the lower of two heading rows.

    ``Kommune | 2022 | 2023``, taken for figures, left its columns to the year of the note.
    """
    texts = [cell.text.strip() for cell in row[1:] if cell.text.strip()]
    said = [
        _YEAR.fullmatch(text) or (any(map(str.isalpha, text)) and find_period(text))
        for text in texts
    ]
    return len(texts) > 1 and all(said) and match(row[0].text).municipality is None


def _join_columns(rows: _Rows, heads: int) -> None:
    """Move the cells of a column without a heading under the heading beside it.

    Only where the two never have a cell in the same row, and only one neighbour will do.
    """
    if heads == 0:
        return
    width = len(rows[0])
    for place in range(width):
        if _worded(rows[:heads], place) or not _filled(rows[heads:], place):
            continue
        beside = [
            other
            for other in (place - 1, place + 1)
            if 0 <= other < width
            and _worded(rows[:heads], other)
            and _apart(rows[heads:], place, other)
        ]
        if len(beside) == 1:
            for row in rows[heads:]:
                if row[place].text.strip():
                    moved, empty = row[place], row[beside[0]]
                    row[beside[0]] = replace(moved, column=empty.column)
                    row[place] = replace(empty, column=moved.column)


def _filled(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return any(row[place].text.strip() or row[place].covered for row in rows)


def _worded(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return any(row[place].text.strip() for row in rows)


def _apart(rows: Sequence[Sequence[Cell]], one: int, other: int) -> bool:
    """True where no row fills both columns."""
    return not any(row[one].text.strip() and row[other].text.strip() for row in rows)


def _join_rows(rows: _Rows, heads: int) -> None:
    """Give a row that is only the rest of the one above back to it.

    Such a row has no first cell and no digit, and less than half of its cells are filled, each
    below a filled one.
    """
    for above, row in zip(rows[heads:], rows[heads + 1 :], strict=False):
        filled = [place for place, cell in enumerate(row) if cell.text.strip()]
        rest = (
            0 < len(filled) < len(row) / 2
            and 0 not in filled
            and bool(above[0].text.strip())
            and all(above[place].text.strip() for place in filled)
            and not any(letter.isdigit() for place in filled for letter in row[place].text)
        )
        if not rest:
            continue
        for place in filled:
            upper, lower = above[place], row[place]
            above[place] = replace(
                upper,
                text=f"{upper.text} {lower.text}",
                words=upper.words + lower.words,
                readings=(),
            )
            row[place] = replace(lower, text="", words=(), readings=())


def _part_status(row: list[Cell]) -> None:
    """Give a status the words that stand between it and the name, in the cell of the name.

    In text without rulings the cut may fall within a status: ``Vejle ikke | opfyldt``. What stands
    there need not be legible; the status is read with it, and doubted where it makes no sense.
    """
    for place, (name, cell) in enumerate(pairwise(row)):
        words = name.text.split()
        whole = by_name(name.text) or by_name("".join(words))
        if len(words) < 2 or whole or status.parse(cell.text) is None:
            continue
        cuts = range(len(words) - 1, 0, -1)
        cut = next((n for n in cuts if match(" ".join(words[:n])).municipality), len(words))
        cut += len(list(takewhile(_OWN.fullmatch, words[cut:])))
        # Another name is no part of a status: the cell holds the names of two rows.
        if cut < len(words) and not any(by_name(word) for word in words[cut:]):
            tail = " ".join(words[cut:])
            row[place] = replace(name, text=" ".join(words[:cut]))
            row[place + 1] = replace(cell, text=f"{tail} {cell.text}")
            return
