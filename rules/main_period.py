"""The measuring period a note is about, from its header, its tables or its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from normalize.model import Header, Period
from normalize.periods import find_period, only_period
from rules.figures import Figure
from rules.prose import Utterance
from rules.stated.dated import years

_AHEAD = re.compile(
    r"\b(?:forventer|ventes|næste|kommende|vil|skal|bør|senest|ambition\w*|planen?)\b"
)
_PLAN = re.compile(r"\w*(?:plan|strategi|budget)\b", re.I)


def main_period(
    header: Header, tables: Sequence[Figure], utterances: Iterable[Utterance]
) -> Period | None:
    """The period a note is about: the header's, else the one most of its figures are of.

    Where neither tells: the year most sentences name, else the year before the note's own date,
    as the yearly statement in spring is of the calendar year before.
    """
    periods = [figure.period for figure in tables if figure.period is not None]
    planned = not periods and _PLAN.search(header.title)  # measured on years before its own
    if header.period in periods:
        alone = only_period(header.title) == header.period
        return header.period if alone else _latest(tables, header.period)
    if header.period and not periods and not planned:
        return header.period
    if not periods:
        told = [one for one in utterances if not _AHEAD.search(one.tagged)]
        found = [find_period(one.sentence.text) for one in told if len(years(one.tagged)) < 2]
        periods = [one for one in found if one is not None and one.is_year]
        periods += [
            Period.of_year(year)
            for one in told
            if len(several := years(one.tagged)) > 1
            for year in several
        ]
    year = int(header.date[:4]) if header.date[:4].isdigit() else None
    if year is not None and not (periods and any(one.table for one in tables)):
        before = Period.of_year(year - 1)
        told_before = [one for one in periods if one.end.year < year]
        periods = [before] if before in periods or not told_before else told_before
    if periods:
        return max(periods, key=lambda one: (periods.count(one), one))
    return None


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
