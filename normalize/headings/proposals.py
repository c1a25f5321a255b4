"""Columns whose heading a picture's readers lost: what they measure, as far as the note tells.

A column of figures for the municipalities is never left out. Where its heading cannot be read it
gets that of the same column of a table of the same form, or the one measure that the columns beside
it leave open, and a person must look at every cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalize.grids.sheets import Sheet
from normalize.headings.column import Column
from normalize.headings.doubts import UNKNOWN
from normalize.headings.heading import Heading
from normalize.model import Measure, Unit
from normalize.prose.lexicon import is_known

REASON = "heading:proposed"
_OTHER_GOAL = {
    Measure.SAMTALER: Measure.TILBUD,
    Measure.TILBUD: Measure.SAMTALER,
    Measure.SAMTALER_MODTAGET: Measure.TILBUD_MODTAGET,
    Measure.TILBUD_MODTAGET: Measure.SAMTALER_MODTAGET,
}
_GOALS = (Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD)
_BOUND = (Measure.FAKTISK, Measure.FORVENTET, Measure.DIFFERENCE)


def proposed(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, with a measure proposed for every lost column of a scan that one is found for."""
    return [_with_proposals(place, sheets) for place in range(len(sheets))]


def _with_proposals(place: int, sheets: Sequence[Sheet]) -> Sheet:
    sheet = sheets[place]
    lost = [column for column in sheet.columns.values if sheet.scanned and _is_lost(column)]
    if not lost:
        return sheet
    near = sorted(range(len(sheets)), key=lambda other: abs(other - place))
    twins = [sheets[other] for other in near if other != place and _alike(sheet, sheets[other])]
    found = {
        column.place: heading
        for column in lost
        if (heading := _lent(column, twins) or _left(column, sheet)) is not None
    }
    values = tuple(
        _given(column, found[column.place]) if column.place in found else column
        for column in sheet.columns.values
    )
    return replace(sheet, columns=replace(sheet.columns, values=values))


def _is_lost(column: Column) -> bool:
    return column.heading.measure is None and column.names is not None and UNKNOWN in column.doubts


def _given(column: Column, heading: Heading) -> Column:
    doubts = tuple(doubt for doubt in column.doubts if doubt != UNKNOWN)
    return replace(column, heading=heading, doubts=(*doubts, REASON))


def _alike(one: Sheet, other: Sheet) -> bool:
    """True for tables of one form: the same columns of names, the same kinds, no two measures."""
    if (one.whole.width, one.columns.names) != (other.whole.width, other.columns.names):
        return False
    pairs = list(zip(one.columns.values, other.columns.values, strict=False))
    return len(one.columns.values) == len(other.columns.values) and all(
        (a.place, a.statuses, a.form.decimals) == (b.place, b.statuses, b.form.decimals)
        and (None in {a.heading.measure, b.heading.measure} or a.measure == b.measure)
        for a, b in pairs
    )


def _lent(column: Column, twins: Sequence[Sheet]) -> Heading | None:
    """The heading of the column in the same place of the nearest table of the same form."""
    for twin in twins:
        whole = next(one for one in twin.columns.values if one.place == column.place)
        if whole.heading.measure is not None and _legible(column) <= _words(whole.heading.text):
            return whole.heading
    return None


def _left(column: Column, sheet: Sheet) -> Heading | None:
    """The one heading that the columns beside a lost one leave open, if they leave just one."""
    block = sheet.beside(column.names)
    alike = [one for one in block if one.statuses == column.statuses]
    if sum(map(_is_lost, alike)) != 1 or not _legible(column) <= {
        word for one in block if one is not column for word in _words(one.heading.text)
    }:
        return None
    known = [one for one in alike if one.heading.measure is not None]
    missing = set(_missing_status(known) if column.statuses else _missing_figure(column, known))
    dated = {
        one
        for one in missing
        if column.heading.period is None or one.period in {None, column.heading.period}
    }
    return dated.pop() if len(dated) == 1 else None


def _missing_status(known: Sequence[Column]) -> Iterator[Heading]:
    """The goal of three that is left where the two others are stated."""
    stated = {one.heading.measure for one in known}
    if len(stated & set(_GOALS)) == len(stated) == len(_GOALS) - 1:
        for goal in set(_GOALS) - stated:
            yield replace(known[0].heading, text=goal, measure=goal)


def _missing_figure(column: Column, known: Sequence[Column]) -> Iterator[Heading]:
    """The other focus goal of a share that stands without it; the third of a difference."""
    has = {(one.heading.measure, one.heading.group, one.heading.period) for one in known}
    for one in known:
        measure, group, period = one.heading.measure, one.heading.group, one.heading.period
        if one.form.decimals != column.form.decimals:
            continue
        others: list[Measure] = []
        if measure in _OTHER_GOAL and column.heading.unit in {None, Unit.PCT}:
            others = [_OTHER_GOAL[measure]]
        elif measure in _BOUND[:2]:
            others = [other for other in _BOUND if (other, group, period) not in has]
        if len(others) == 1 and (others[0], group, period) not in has:
            points = others[0] is Measure.DIFFERENCE and one.heading.unit is Unit.PCT
            unit = Unit.PCT_POINT if points else one.heading.unit
            yield replace(one.heading, text=others[0], measure=others[0], unit=unit)


def _legible(column: Column) -> set[str]:
    """What is left of a lost heading that is a word for certain."""
    return {word for word in _words(column.heading.text) if is_known(word)}


def _words(text: str) -> set[str]:
    return set(text.casefold().split())
