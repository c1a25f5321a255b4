"""The columns of a table: which hold the names, which a measure, in what form.

Columns are known by what stands in them, not by where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.model import Source, Table
from normalize.figures import numbers, status
from normalize.figures.numbers import column_form
from normalize.figures.signs import STATED, find_signs, sign_of
from normalize.figures.units import strip
from normalize.headings import kinds
from normalize.headings.column import Column, Columns, texts_in
from normalize.headings.doubts import doubted
from normalize.headings.heading import Heading
from normalize.headings.legend import find_legend
from normalize.headings.polarity import GOT
from normalize.headings.row import bare_got, column_headings, with_polarity, with_unit
from normalize.headings.twins import lent
from normalize.model import Measure, Unit
from normalize.names.alone import match

_NAMES = 0.4  # share of a column's filled cells that must name a municipality
_FIGURES = 0.5  # share of the filled cells that must be figures, or statuses
# Share of the rows that a goal's column fills; in words nobody knows it is for a person to read.
_GIVEN = 0.9
_NUMBER = re.compile(r"(?:^|\s)(?:nr|nummer|no)\.?\W*$", re.IGNORECASE)  # of rows, or ranks
_STATUS_ONLY = re.compile(
    r"\W*(?:status|mål(?:et|opfyldelse)?|opfyldt|opfylder|nået|vurdering)\W*", re.IGNORECASE
)


def read_columns(table: Table, context: str, *, damaged: bool) -> Columns:
    """Tell the columns of a table apart.

    ``context`` is the text of the note in which the polarity of talks and offers may stand;
    ``damaged`` says that the text went through OCR, so that lost commas must be expected.
    """
    names = tuple(place for place in range(table.width) if _names(texts_in(table, place)))
    headings = column_headings(table, context)
    if table.source is Source.OCR:
        headings = lent(table, headings, names)
    labels = [n for n, heading in enumerate(headings) if n not in names and not heading.measure]
    period = next((n for n in labels if kinds.are(texts_in(table, n), kinds.is_period)), None)
    group = next((n for n in labels if kinds.are(texts_in(table, n), kinds.is_group)), None)
    taken = {*names, period, group}
    values = _beside_shares(
        [
            column
            for place, heading in enumerate(headings)
            if place not in taken
            and (column := _column(table, place, heading, names, context, damaged=damaged))
        ]
    )
    values = _beside_got(values)
    open_years = period is None
    return Columns(
        names, period, group, doubted(table, values, damaged=damaged, open_years=open_years)
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


def _beside_got(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Let a bare ``Tilbud`` beside ``Mindst fire samtaler`` be the share that got them too.

    Its figures are those of most people. Shares of those who did not are never headed so barely
    beside one of those who did.
    """
    got = {one.names for one in columns if one.measure in GOT and not one.heading.open_polarity}
    return tuple(
        replace(one, heading=bare_got(one.heading)) if one.names in got else one for one in columns
    )


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
    texts, owner = texts_in(table, place), _owner(table, place, names)
    numbered = heading.measure is None and names and _NUMBER.search(heading.text)
    if numbered and kinds.are_ranks(texts, texts_in(table, names[0])):
        heading = replace(heading, measure=Measure.PLACERING, unit=Unit.RANK)
    around = "\n".join([table.caption, *table.notes, context])
    stated = heading.measure in STATED
    printed = [sign_of(row[place]) for row in table.body if row[place].text.strip()]
    signs = (find_signs(printed, heading.text) if stated else None) or find_legend(texts, around)
    if signs is not None:
        unit = replace(heading, unit=Unit.STATUS)
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
