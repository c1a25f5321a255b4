"""The columns of a table: which hold the names, which a measure, in what form.

Columns are known by what stands in them, not by where they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.model import Cell, Source, Table
from normalize.figures import numbers, status
from normalize.figures.numbers import Form, column_form
from normalize.figures.signs import STATED, Signs, find_signs, sign_of
from normalize.figures.units import strip
from normalize.headings import groups, kinds
from normalize.headings.heading import Heading
from normalize.headings.legend import Legend, find_legend
from normalize.headings.row import column_headings, is_sure, with_polarity, with_unit
from normalize.headings.twins import lent
from normalize.model import Measure, Status, Unit
from normalize.names.alone import match

_NAMES = 0.4  # share of a column's filled cells that must name a municipality
_FIGURES = 0.5  # share of the filled cells that must be figures, or statuses
# Share of a dump's figures that are visibly damaged from which the others are not believed either:
# in 30 OCR dumps of one table 24 % of the other figures were wrong above it, 0.4 % below.
_DOUBTFUL = 0.05
# Share of the rows that a goal's column fills; in words nobody knows it is for a person to read.
_GIVEN = 0.9
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:og|til|[-–/,])\s*(?:i )?(?:19|20)\d\d\b")
_STATUS_ONLY = re.compile(
    r"\W*(?:status|mål(?:et|opfyldelse)?|opfyldt|opfylder|nået|vurdering)\W*", re.IGNORECASE
)
MIXED = "column:mixed"  # doubt: statuses and shares in one column
UNKNOWN = "heading:unknown"  # doubt: what a picture's column measures nobody read for certain


@dataclass(frozen=True, slots=True)
class Column:
    """One column that carries values: 0-based place, its heading, its form, its name column."""

    place: int
    heading: Heading
    form: Form
    statuses: bool
    names: int | None
    signs: Signs | Legend | None = None  # where the statuses are ``+`` and ``-``, or in a code
    doubts: tuple[str, ...] = ()  # reasons why no cell of it is believed

    @property
    def measure(self) -> str:
        """A `Measure`, or ``anden:<heading>``."""
        if self.heading.measure is not None:
            return self.heading.measure.value
        return f"anden:{self.heading.text or f'kolonne {self.place + 1}'}"

    def in_words(self, cell: Cell, source: Source) -> Cell:
        """The cell with a sign or code that stands for a status in words."""
        if isinstance(self.signs, Signs):
            return self.signs.in_words(cell, source)
        return self.signs.in_words(cell) if self.signs else cell


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
    headings = column_headings(table, context)
    if table.source is Source.OCR:
        headings = lent(table, headings, names)
    labels = [n for n, heading in enumerate(headings) if n not in names and not heading.measure]
    period = next((n for n in labels if kinds.are(_texts(table, n), kinds.is_period)), None)
    group = next((n for n in labels if kinds.are(_texts(table, n), kinds.is_group)), None)
    taken = {*names, period, group}
    values = _beside_shares(
        [
            column
            for place, heading in enumerate(headings)
            if place not in taken
            and (column := _column(table, place, heading, names, context, damaged=damaged))
        ]
    )
    dump = damaged and _malformed(table, values) > _DOUBTFUL
    return Columns(
        names, period, group, _doubted(table, values, dump=dump, open_years=period is None)
    )


def _beside_shares(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Give statuses under no more than ``Status`` the measure of the shares to their left."""
    found = list(columns)
    for place, (left, right) in enumerate(pairwise(columns), 1):
        bare = right.heading.measure is None and _STATUS_ONLY.fullmatch(right.heading.text)
        shares = left.heading.measure in STATED and not left.statuses
        if bare and right.statuses and shares and right.place == left.place + 1:
            text = f"{left.heading.text} {right.heading.text}"
            found[place] = replace(
                right, heading=replace(left.heading, text=text, unit=Unit.STATUS)
            )
    return tuple(found)


def _doubted(
    table: Table, columns: Sequence[Column], *, dump: bool, open_years: bool
) -> tuple[Column, ...]:
    """Say of each column why its cells cannot be believed, if they cannot.

    ``open_years`` where the rows do not say when: below a scanned caption that lists years, a
    column has then lost the heading that did.
    """
    same = Counter(key for column in columns for key in _keys(column))
    several = open_years and table.source is Source.OCR and _YEARS.search(table.caption) is not None
    scanned = columns if table.source is Source.OCR else ()
    shifted = groups.shifted((column.names, column.heading) for column in scanned)
    return tuple(
        replace(
            column,
            doubts=("text:damaged",) * (not column.statuses and (dump or _commaless(table, column)))
            + ("heading:ambiguous",)
            * (
                any(same[key] > 1 for key in _keys(column))
                or _is_half(column)
                or _is_double(column)
                or (column.statuses and column.heading.measure not in (None, *STATED))
            )
            + ("period:several",) * (several and column.heading.period is None)
            + (groups.REASON,)
            * (
                (column.names in shifted and column.heading.measure is not None)
                or groups.is_odd(column.heading, (c.heading for c in scanned if c != column))
            )
            + (MIXED,) * (column.statuses and _is_mixed(_texts(table, column.place)))
            + ("heading:polarity",) * (column.heading.open_polarity and not column.statuses)
            + (UNKNOWN,) * (column.heading.measure is None and not is_sure(table, column.place)),
        )
        for column in columns
    )


def _is_mixed(texts: Sequence[str]) -> bool:
    """True for statuses among which shares stand: two tables were read as one, or two columns."""
    figures = (numbers.parse(text) for text in texts)
    return sum(bool(one.decimals) or one.unit is not None for one in figures) > 1


def _is_half(column: Column) -> bool:
    """True for figures headed by the result goal alone: a level, but the expected or the actual?"""
    return column.heading.measure is Measure.RESULTATMAAL and not column.statuses


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
    stated = heading.measure, heading.group, heading.period, heading.unit, column.names
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
        figures = [numbers.parse(text, column.form) for text in _texts(table, column.place)]
        formless = column.form.decimals is None and any(figure.decimals for figure in figures)
        total += len(figures)
        damaged += sum(
            formless or (figure.status is not Status.OK and not harmless.issuperset(figure.reason))
            for figure in figures
        )
    return damaged / total if total else 0.0


def _texts(table: Table, place: int) -> list[str]:
    return [row[place].text for row in table.body if row[place].text.strip()]


def _names(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(match(text).municipality is not None for text in texts) >= max(
        1, _NAMES * len(texts)
    )


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
    around = "\n".join([table.caption, *table.notes, context])
    stated = heading.measure in STATED
    printed = [sign_of(row[place]) for row in table.body if row[place].text.strip()]
    signs = (find_signs(printed, heading.text) if stated else None) or find_legend(texts, around)
    if signs is not None:
        unit = replace(heading, unit=Unit.STATUS)
        owner = _owner(table, place, names)
        return Column(place, unit, column_form(texts, strict=True), True, owner, signs)
    if not texts and not any(row[place].text.strip() for row in table.headings):
        return None
    if not any(map(str.isalpha, heading.text)) and kinds.counts_rows(texts):
        return None
    strict = damaged or table.source is Source.OCR
    form = column_form(texts, strict=strict)
    statuses = sum(status.parse(text) is not None for text in texts)
    figures = [numbers.parse(text, form) for text in texts]
    read = [figure for figure in figures if figure.number is not None]
    known = heading.measure is not None
    owner = _owner(table, place, names)
    if texts and statuses >= _FIGURES * len(texts):
        unit = replace(heading, unit=Unit.STATUS)
        return Column(place, unit, form, True, owner) if known or owner is not None else None
    if not known and (owner is None or not read or len(read) < _FIGURES * len(texts)):
        return None
    filled = len(texts) / len(table.body) if table.body else 0.0
    if not strict and (not stated or filled < _GIVEN) and kinds.are_words(texts, figures):
        return None
    signed = heading.measure is Measure.DIFFERENCE or any((f.number or 0.0) < 0 for f in read)
    percents = sum(strip(text).unit is Unit.PCT for text in texts)
    form = replace(form, signed=signed, per_cent=2 * percents > len(texts))
    nearby = "\n".join([table.caption, *table.notes])
    heading = with_polarity(heading, nearby, context, read)
    return Column(place, with_unit(heading, table.caption, read), form, False, owner)


def _owner(table: Table, place: int, names: Sequence[int]) -> int | None:
    """The column of names that a column belongs to: the nearest to its left, else the first.

    Blocks side by side may each begin with columns before their names, such as a rank.
    """
    wide = {b - a for a, b in pairwise(names)}
    before = names[0] if wide and wide == {table.width / len(names)} else 0
    left = (name for name in names if name - before <= place)
    return max(left, default=names[0] if names else None)
