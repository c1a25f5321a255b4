"""Why the cells of a column are not believed, whatever each of them says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Source, Table
from normalize.figures import numbers
from normalize.figures.signs import STATED
from normalize.headings import groups
from normalize.headings.column import Column, texts_in
from normalize.headings.row import is_sure
from normalize.model import Measure, Status, Unit

_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:og|til|[-–/,])\s*(?:i )?(?:19|20)\d\d\b")
# Share of a dump's figures that are visibly damaged from which the others are not believed either:
# in 30 OCR dumps of one table 24 % of the other figures were wrong above it, 0.4 % below.
_DOUBTFUL = 0.05
_RESULT = re.compile(r"resultatm[aåá]l", re.IGNORECASE)
_FOCUS = re.compile(r"^(?!.*fokus).*(?:samtale|tilbud|aktiver)", re.IGNORECASE | re.DOTALL)
MIXED = "column:mixed"  # statuses and shares in one column
UNREAD = "column:unread"  # a picture's column of which no more than half is figures
_FIGURES = 0.5  # share of the rows; a tick is a 1 to a reader, one of a column of ticks
UNKNOWN = "heading:unknown"  # no heading, or one of a picture that nobody read for certain


def doubted(
    table: Table, columns: Sequence[Column], *, damaged: bool, open_years: bool
) -> tuple[Column, ...]:
    """Say of each column why its cells cannot be believed, if they cannot.

    ``damaged`` says that the text went through OCR; ``open_years`` that the rows do not say when:
    below a scanned caption that lists years, a column has then lost the heading that did.
    """
    same = Counter(key for column in columns for key in _keys(column))
    dump = damaged and _malformed(table, columns) > _DOUBTFUL
    several = open_years and table.source is Source.OCR and _YEARS.search(table.caption) is not None
    scanned = columns if table.source is Source.OCR else ()
    shifted = groups.shifted((column.names, column.heading) for column in scanned)
    found = []
    for column in columns:
        heading, texts = column.heading, texts_in(table, column.place)
        unreadable = (
            _is_half(column)
            or _is_double(column)
            or _is_signed(column, texts)
            or (column.statuses and heading.measure not in (None, *STATED))
            or (column in scanned and _is_of_two(heading.text))
        )
        beside = (other.heading for other in scanned if other != column)
        doubts = {
            "text:damaged": not column.statuses and (dump or _commaless(table, column)),
            "heading:ambiguous": unreadable or any(same[key] > 1 for key in _keys(column)),
            "period:several": several and heading.period is None,
            groups.REASON: (column.names in shifted and heading.measure is not None)
            or groups.is_odd(heading, beside),
            MIXED: column.statuses and _is_mixed(texts),
            UNREAD: column in scanned and not column.statuses and _is_unread(table, column),
            "heading:polarity": heading.open_polarity and not column.statuses,
            UNKNOWN: heading.measure is None
            and not (heading.text and is_sure(table, column.place)),
        }
        found.append(replace(column, doubts=tuple(why for why, holds in doubts.items() if holds)))
    return tuple(found)


def _is_of_two(text: str) -> bool:
    """True for ``Resultatmål (samtaler)``: on paper the heading beside it lost its last word."""
    return _RESULT.search(text) is not None and _FOCUS.search(text) is not None


def _is_mixed(texts: Sequence[str]) -> bool:
    """True for statuses among which shares stand: two tables were read as one, or two columns."""
    figures = (numbers.parse(text) for text in texts)
    return sum(bool(one.decimals) or one.unit is not None for one in figures) > 1


def _is_unread(table: Table, column: Column) -> bool:
    """True where hardly a row has a figure, or a mark for one that is missing: what has is chance.

    Rows that have nothing in any column (names of groups) are not counted, nor empty cells where
    only some have what the column says: a remark, a potential.
    """
    some = column.heading.measure in (None, Measure.POTENTIALE)
    rows = [
        row
        for row in table.body
        if (row[column.place].text.strip() or not some)
        and sum(bool(cell.text.strip()) for cell in row) > 1
    ]
    read = (numbers.parse(row[column.place].text, column.form) for row in rows)
    told = sum(
        figure.number is not None or (figure.missing and bool(row[column.place].text.strip()))
        for figure, row in zip(read, rows, strict=True)
    )
    return told <= _FIGURES * len(rows)


def _is_half(column: Column) -> bool:
    """True for figures headed by the result goal alone: a level, but the expected or the actual?"""
    return column.heading.measure is Measure.RESULTATMAAL and not column.statuses


def _is_signed(column: Column, texts: Sequence[str]) -> bool:
    """True for levels with signs, or in points: the difference, its heading's first line lost."""
    if column.statuses or column.heading.measure not in {Measure.FAKTISK, Measure.FORVENTET}:
        return False
    signed = (
        text.strip().startswith("+") or (numbers.parse(text, column.form).number or 0.0) < 0
        for text in texts
    )
    return column.heading.unit is Unit.PCT_POINT or any(signed)


def _is_double(column: Column) -> bool:
    """True for a difference headed by the actual level alone: the headings of two columns."""
    said = column.heading.text.casefold()
    difference = column.heading.measure is Measure.DIFFERENCE
    return difference and "faktisk" in said and "forvent" not in said


def _commaless(table: Table, column: Column) -> bool:
    """True for a column of whole per cents in a dump: its commas may all be lost."""
    dump = column.form.strict and table.source is Source.TEXT
    return dump and column.heading.unit is Unit.PCT and not column.form.decimals


def _keys(column: Column) -> tuple[tuple[object, ...], ...]:
    """What no two columns of a table can have in common if their headings were read right."""
    heading = column.heading
    if heading.measure is None:
        return ()
    unit = Unit.PCT if heading.unit is Unit.PCT_POINT else heading.unit
    stated = heading.measure, heading.group, heading.period, unit, column.names
    return stated, (heading.text, column.names)


def _malformed(table: Table, columns: Sequence[Column]) -> float:
    """Share of the figures of a table that OCR visibly damaged: 0 to 1.

    Where a column's figures have now one and now two decimals all of them count as damaged.
    """
    harmless = {"number:space"}
    total = damaged = 0
    for column in columns:
        if column.statuses:
            continue
        figures = [numbers.parse(text, column.form) for text in texts_in(table, column.place)]
        formless = column.form.decimals is None and any(figure.decimals for figure in figures)
        total += len(figures)
        damaged += sum(
            formless or (figure.status is not Status.OK and not harmless.issuperset(figure.reason))
            for figure in figures
        )
    return damaged / total if total else 0.0
