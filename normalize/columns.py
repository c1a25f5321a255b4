"""The columns of a table: which hold the names, which a measure, in what form.

Columns are known by what stands in them, not by where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.model import Cell, Source, Table
from normalize import numbers, status
from normalize.headings import Heading, find_group, polarity_in, read_heading, received
from normalize.model import Group, Measure, Period, Status, Unit
from normalize.names import match
from normalize.numbers import Form, column_form
from normalize.periods import find_period

_NAMES = 0.4  # share of a column's filled cells that must name a municipality
_FIGURES = 0.5  # share of the filled cells that must be figures, or statuses
# Share of a dump's figures that are visibly damaged from which the others are not believed either:
# in 30 OCR dumps of one table 3 % of the other figures were wrong above it, 0.1 % below.
_DOUBTFUL = 0.03
_LABEL_LONGEST = 40  # letters
_TOTAL = re.compile(r"\W*(?:i alt|alle\b.*|samlet|total)\W*$", re.IGNORECASE)
_LABELS = 0.8  # share of the filled cells that must be periods, or benefit groups
# Per cent. The goals are 80 got and 20 to 30 did not, so the middle of a column tells the polarity
# of its figures; only between these two the text has to.
_NOT_RECEIVED, _RECEIVED = 40.0, 60.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column that carries values: 0-based place, its heading, its form, its name column."""

    place: int
    heading: Heading
    form: Form
    statuses: bool
    names: int | None
    doubtful: bool = False  # OCR failed visibly so often in this table that no figure is believed

    @property
    def measure(self) -> str:
        """A `Measure`, or ``anden:<heading>``."""
        if self.heading.measure is not None:
            return self.heading.measure.value
        return f"anden:{self.heading.text or f'kolonne {self.place + 1}'}"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table by their part in it (0-based places)."""

    names: tuple[int, ...]
    period: int | None
    group: int | None
    values: tuple[Column, ...]


def read_columns(table: Table, context: str, *, damaged: bool) -> Columns:
    """Tell the columns of a table apart.

    ``context`` is the text of the note in which the polarity of talks and offers may stand;
    ``damaged`` says that the text went through OCR, so that lost commas must be expected.
    """
    names = tuple(place for place in range(table.width) if _names(_texts(table, place)))
    headings = _inherited([read_heading(_parts(table, n)) for n in range(table.width)])
    labels = [n for n, heading in enumerate(headings) if n not in names and not heading.measure]
    period = next((n for n in labels if _are(table, n, _is_period)), None)
    group = next((n for n in labels if _are(table, n, _is_group)), None)
    taken = {*names, period, group}
    values = tuple(
        column
        for place, heading in enumerate(headings)
        if place not in taken
        and (column := _column(table, place, heading, names, context, damaged=damaged))
    )
    if damaged and _malformed(table, values) > _DOUBTFUL:
        values = tuple(replace(column, doubtful=True) for column in values)
    return Columns(names, period, group, values)


def _inherited(headings: Sequence[Heading]) -> list[Heading]:
    """Give a heading over several columns to all of them where it came out over the first only.

    ``2023 Samtaler | Tilbud | 2024 Samtaler | Tilbud``: the columns fall into blocks that name
    the same measures in the same order, and only the first of each block has a period, or group.
    """
    found = list(headings)
    starts = [n for n, heading in enumerate(found) if heading.measure and _above(heading)]
    if len(starts) < 2 or len({_above(found[start]) for start in starts}) < len(starts):
        return found
    ends = [*starts[1:], starts[-1] + starts[1] - starts[0]]
    blocks = [found[start:end] for start, end in zip(starts, ends, strict=True)]
    if len({tuple(heading.measure for heading in block) for block in blocks}) > 1:
        return found
    for start, block in zip(starts, blocks, strict=True):
        for offset, heading in enumerate(block[1:], start + 1):
            found[offset] = replace(heading, period=block[0].period, group=block[0].group)
    return found


def _above(heading: Heading) -> tuple[Period | None, Group] | None:
    """The period and group a heading states; None where it states neither."""
    stated = heading.period is not None or heading.group is not Group.ALLE
    return (heading.period, heading.group) if stated else None


def _malformed(table: Table, columns: Sequence[Column]) -> float:
    """Share of the figures of a table that OCR visibly damaged: 0 to 1."""
    figures = [
        numbers.parse(text, column.form)
        for column in columns
        if not column.statuses
        for text in _texts(table, column.place)
    ]
    harmless = {"number:space"}
    damaged = sum(
        figure.status is not Status.OK and not harmless.issuperset(figure.reason)
        for figure in figures
    )
    return damaged / len(figures) if figures else 0.0


def _are(table: Table, place: int, test: Callable[[str], bool]) -> bool:
    """True for a column whose cells pass a test, almost all of them."""
    texts = _texts(table, place)
    return bool(texts) and sum(test(text) for text in texts) >= _LABELS * len(texts)


def _is_period(text: str) -> bool:
    return len(text) <= _LABEL_LONGEST and find_period(text) is not None


def _is_group(text: str) -> bool:
    return len(text) <= _LABEL_LONGEST and (_TOTAL.match(text) or find_group(text)) is not None


def _texts(table: Table, place: int) -> list[str]:
    return [row[place].text for row in table.body if row[place].text.strip()]


def _names(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(match(text).municipality is not None for text in texts) >= max(
        1, _NAMES * len(texts)
    )


def _parts(table: Table, place: int) -> list[str]:
    """Heading cells above a column, top to bottom, those that span it included."""
    return [_covering(row, place).text for row in table.headings]


def _covering(row: Sequence[Cell], place: int) -> Cell:
    for cell in reversed(row[:place]):
        if row[place].covered and not cell.covered and cell.column + cell.column_span > place:
            return cell
    return row[place]


def _column(
    table: Table,
    place: int,
    heading: Heading,
    names: Sequence[int],
    context: str,
    *,
    damaged: bool,
) -> Column | None:
    """The column if it carries values; None for remarks, regions and the like."""
    texts = _texts(table, place)
    strict = damaged or table.source is Source.OCR
    form = column_form(texts, strict=strict)
    statuses = sum(status.parse(text) is not None for text in texts)
    figures = [numbers.parse(text, form) for text in texts]
    read = [figure for figure in figures if figure.number is not None]
    known = heading.measure is not None
    owner = max((name for name in names if name < place), default=names[0] if names else None)
    if texts and statuses >= _FIGURES * len(texts):
        unit = replace(heading, unit=Unit.STATUS)
        return Column(place, unit, form, True, owner) if known or owner is not None else None
    if not known and (owner is None or not read or len(read) < _FIGURES * len(texts)):
        return None
    middle = sorted(figure.number or 0.0 for figure in read)[len(read) // 2] if read else 0.0
    heading = _with_polarity(
        heading, f"{table.caption}\n" + "\n".join(table.notes), context, middle
    )
    return Column(place, _with_unit(heading, table.caption, read), form, False, owner)


def _with_polarity(heading: Heading, nearby: str, context: str, middle: float) -> Heading:
    """Settle open polarity by the size of the figures, else by caption and notes, else the text."""
    if not heading.open_polarity or heading.measure is None:
        return heading
    got: bool | None = middle > _RECEIVED
    if _NOT_RECEIVED <= middle <= _RECEIVED:
        got = polarity_in(nearby, heading.measure)
        got = polarity_in(context, heading.measure) if got is None else got
    measure = received(heading.measure) if got else heading.measure
    return replace(heading, measure=measure, open_polarity=False)


def _with_unit(heading: Heading, caption: str, read: Sequence[numbers.Figure]) -> Heading:
    """Fill the unit from the cells, the caption, or the size of the figures."""
    units = [figure.unit for figure in read if figure.unit is not None]
    if units:
        return replace(heading, unit=max(set(units), key=units.count))
    if heading.unit is not None or heading.measure is None:
        return heading
    unit = read_heading([caption]).unit
    shares = all(figure.number is not None and abs(figure.number) <= 100 for figure in read)
    decimals = any(figure.decimals for figure in read)
    if unit not in {Unit.PCT, Unit.PERSONS, Unit.PCT_POINT}:
        unit = Unit.PCT if shares and decimals else Unit.PERSONS
    if heading.measure is Measure.DIFFERENCE and unit is Unit.PCT:
        unit = Unit.PCT_POINT
    return replace(heading, unit=unit)
