"""The measuring period a note is about, from its header, its tables or its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from normalize.headings.periods import find_period, only_period
from normalize.model import Header, Period
from rules.derived.figures import Figure
from rules.grammar.dates import date_of
from rules.grammar.tagged import tag
from rules.stated.dated import years

_AHEAD = re.compile(
    r"\b(?:forventer|ventes|næste|kommende|vil|skal|bør|senest|ambition\w*|planen?)\b"
)
_TOP, _LINE = 4, 40  # sentences from the top, and letters of one that is only a date
_HISTORY = 4  # years: of what a note tells from longer ago it is not
_PLAN = re.compile(r"\w*(?:plan|strategi|budget)\b", re.I)


def main_period(header: Header, tables: Sequence[Figure], texts: Sequence[str]) -> Period | None:
    """The period a note is about: the header's, else the one most of its figures are of.

    ``texts`` are its sentences and captions, read only where neither header nor tables tell.
    Where neither tells: the year most sentences name, else the year before the note's own date,
    as the yearly statement in spring is of the calendar year before.
    """
    periods = [figure.period for figure in tables if figure.period is not None]
    planned = not periods and _PLAN.search(header.title)  # measured on years before its own
    if header.period in periods:
        alone = only_period(header.title) == header.period
        return header.period if alone else _latest(tables, header.period)
    year = _own_year(header, texts)
    least = 0 if year is None else year - _HISTORY
    if header.period and not periods and not planned and header.period.end.year >= least:
        before = None if year is None else Period.of_year(year - 1)
        open_ = before is not None and header.period.is_year and only_period(header.title) is None
        later = before is not None and header.period < before and before in tuple(_told(texts))
        return before if open_ and later else header.period
    if not periods:
        periods = [one for one in _told(texts) if one.end.year >= least]
    if year is not None and not (periods and any(one.table for one in tables)):
        before = Period.of_year(year - 1)
        told_before = [one for one in periods if one.end.year < year]
        periods = [before] if before in periods or not told_before else told_before
    if periods:
        return max(periods, key=lambda one: (periods.count(one), one))
    return None


def _own_year(header: Header, texts: Sequence[str]) -> int | None:
    """The year the note is of: its date, else a month in its title or alone at its top."""
    if header.date[:4].isdigit():
        return int(header.date[:4])
    for text in (header.title, *(one for one in texts[:_TOP] if len(one) <= _LINE)):
        month = date_of(tag(text, ()))
        if month is not None:
            return month.year
    return None


def _told(texts: Iterable[str]) -> Iterable[Period]:
    """The calendar years the sentences speak of, but for those that look ahead."""
    for text in texts:
        tagged = tag(text, ())
        if _AHEAD.search(tagged):
            continue
        several = years(tagged)
        if len(several) > 1:
            yield from map(Period.of_year, several)
        elif (one := find_period(text)) is not None and one.is_year:
            yield one


def _latest(tables: Sequence[Figure], period: Period) -> Period:
    """The last year that the same table gives the same measure for, as well as for ``period``.

    ``Fokusmål i 2023 og 2024``: the status is of the later year, held against the earlier.
    """
    columns = {(one.table_index, one.measure, one.period) for one in tables if one.period}
    beside = {
        later
        for table, measure, later in columns
        if later.is_year and period.is_year and (table, measure, period) in columns
    }
    return max((period, *beside))
