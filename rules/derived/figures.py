"""The figures of a note by municipality, measure and period, from its tables and its prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.model import Source
from normalize.headings.dating import UNSTATED
from normalize.model import (
    Fulfilled,
    Group,
    Measure,
    Municipality,
    Note,
    Period,
    Status,
    Unit,
    Value,
)

POLAR = {
    Measure.SAMTALER: (Measure.SAMTALER, Measure.SAMTALER_MODTAGET),
    Measure.TILBUD: (Measure.TILBUD, Measure.TILBUD_MODTAGET),
}
_MEASURES = {one.value: one for one in Measure}
RECEIVED = frozenset({Measure.SAMTALER_MODTAGET, Measure.TILBUD_MODTAGET})
_JOINS = {Unit.PCT_POINT: Unit.PCT}  # what shares differ by, and the shares
LEVELS = ((Measure.FAKTISK, Group.ALLE), (Measure.FORVENTET, Group.ALLE))
GOALS = (Measure.RESULTATMAAL, Measure.SAMTALER, Measure.TILBUD)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or a status of one municipality; ``trusted`` is false where a person must look.

    ``table`` is the number in the note's caption, None for a figure that stands in the prose.
    """

    municipality: Municipality
    measure: Measure
    group: Group
    period: Period | None
    number: float | None
    decimals: int
    fulfilled: Fulfilled | None
    unit: Unit | None
    trusted: bool
    page: int | None = None
    table: int | None = None
    table_index: int | None = None
    marked: str | None = None
    scanned: bool = False

    @property
    def received(self) -> bool:
        """True for the share that did get the talks or the offer."""
        return self.measure in RECEIVED

    @property
    def joins(self) -> Unit | None:
        """The unit of the figures that this one may be reckoned with."""
        return _JOINS.get(self.unit, self.unit) if self.unit else None


@dataclass(frozen=True, slots=True)
class _OfPeriod:
    """The figures of one period, by whom and what they are of."""

    index: dict[tuple[str, Measure, Group], list[Figure]] = field(default_factory=dict)
    present: dict[str, Municipality] = field(default_factory=dict)
    tables: dict[Measure, dict[int, int | None]] = field(default_factory=dict)

    def add(self, figure: Figure) -> None:
        """Take in one more figure; the first of a table says on which page it is."""
        who, measure = figure.municipality, figure.measure
        self.present[who.code] = who
        self.index.setdefault((who.code, measure, figure.group), []).append(figure)
        if figure.table is not None:
            self.tables.setdefault(measure, {}).setdefault(figure.table, figure.page)


_NONE = _OfPeriod()


@dataclass(frozen=True)
class Figures:
    """All figures; those of the tables come before those of the prose."""

    every: tuple[Figure, ...]
    _by_period: Mapping[Period | None, _OfPeriod] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: dict[Period | None, _OfPeriod] = {}
        last, these = None, None
        for figure in self.every:
            if these is None or figure.period != last:  # to hash a period for each is dear
                last, these = figure.period, found.setdefault(figure.period, _OfPeriod())
            these.add(figure)
        object.__setattr__(self, "_by_period", found)

    def find(
        self,
        code: str,
        measures: Iterable[Measure],
        period: Period | None,
        group: Group = Group.ALLE,
    ) -> list[Figure]:
        """The figures of one municipality, trusted ones first, then those with more decimals."""
        index = self._by_period.get(period, _NONE).index
        found = [one for measure in measures for one in index.get((code, measure, group), ())]
        if len(found) < 2:
            return found
        return sorted(found, key=lambda f: (not f.trusted, f.table is None, -f.decimals))

    def joined(
        self,
        code: str,
        wanted: Sequence[tuple[Measure, Group]],
        period: Period | None,
    ) -> list[tuple[Figure, ...]]:
        """One figure of each measure and group, once for each unit that all are printed in.

        A table may give persons and the share they make: only figures of one unit have a
        difference, or an order. Persons come first, since a share is rounded from them.
        """
        found = [
            [one for one in self.find(code, (measure,), period, group) if one.number is not None]
            for measure, group in wanted
        ]
        units = set.intersection(*({one.joins for one in figures} for figures in found))
        return [
            _of_one_table([[one for one in figures if one.joins is unit] for figures in found])
            for unit in sorted(units, key=lambda unit: (unit is not Unit.PERSONS, str(unit)))
        ]

    def municipalities(self, period: Period | None) -> dict[str, Municipality]:
        """Code and municipality of everyone with a figure in the period."""
        return self._by_period.get(period, _NONE).present

    def tables(self, measure: Measure, period: Period | None) -> Mapping[int, int | None]:
        """The tables that show a measure: number in the caption → page of its first figure."""
        return self._by_period.get(period, _NONE).tables.get(measure, {})

    @property
    def periods(self) -> list[Period]:
        """The periods there are figures for, oldest first."""
        return sorted(period for period in self._by_period if period is not None)


def _of_one_table(found: Sequence[Sequence[Figure]]) -> tuple[Figure, ...]:
    """One figure of each list, if possible all from the table of the first one that allows it."""
    for table in dict.fromkeys(one.table_index for one in found[0]):
        inside = [[one for one in figures if one.table_index == table] for figures in found]
        if all(inside):
            return tuple(figures[0] for figures in inside)
    return tuple(figures[0] for figures in found)


def from_value(value: Value, main: Period | None, *, one_time: bool = False) -> Figure | None:
    """A table's value as a figure; None where it names no municipality or measure of the rules.

    ``one_time``: all figures of the note are of one time, so it is no matter that none is told.
    """
    measure = _MEASURES.get(value.measure)
    if value.municipality is None or measure is None:
        return None
    doubted = value.status is Status.REVIEW and not (one_time and set(value.reason) == {UNSTATED})
    return Figure(
        municipality=value.municipality,
        measure=measure,
        group=value.group,
        period=value.period or main,
        number=value.number,
        decimals=value.decimals,
        fulfilled=value.fulfilled,
        unit=value.unit,
        trusted=not doubted and (value.number is not None or value.fulfilled is not None),
        page=value.page,
        table=value.table,
        table_index=value.table_index,
        marked=value.marked,
        scanned=value.source is Source.OCR,
    )


def table_figures(note: Note) -> tuple[Figure, ...]:
    """The figures of a note's tables; a cell without a period takes the note's."""
    one_time = _of_one_time(note)
    figures = (from_value(one, note.header.period, one_time=one_time) for one in note.values)
    return tuple(figure for figure in figures if figure is not None)


def _of_one_time(note: Note) -> bool:
    """Whether no figure has a period and none is there twice: what is said is said of these."""
    named = [one for one in note.values if one.municipality is not None]
    keys = {(one.municipality, one.measure, one.group, one.unit) for one in named}
    return len(keys) == len(named) and all(one.period is None for one in named)
