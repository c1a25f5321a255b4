"""The figures of a note by municipality, measure and period, from its tables and its prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.model import Source
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
RECEIVED = frozenset({Measure.SAMTALER_MODTAGET, Measure.TILBUD_MODTAGET})
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


@dataclass(frozen=True)
class Figures:
    """All figures; those of the tables come before those of the prose."""

    every: tuple[Figure, ...]
    _index: Mapping[tuple[str, Measure, Group], list[Figure]] = field(init=False, repr=False)
    _present: Mapping[Period | None, dict[str, Municipality]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        index: dict[tuple[str, Measure, Group], list[Figure]] = {}
        present: dict[Period | None, dict[str, Municipality]] = {}
        for figure in self.every:
            present.setdefault(figure.period, {})[figure.municipality.code] = figure.municipality
            key = (figure.municipality.code, figure.measure, figure.group)
            index.setdefault(key, []).append(figure)
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_present", present)

    def find(
        self,
        code: str,
        measures: Iterable[Measure],
        period: Period | None,
        group: Group = Group.ALLE,
    ) -> list[Figure]:
        """The figures of one municipality, trusted ones first, then those with more decimals."""
        found = [
            figure
            for measure in measures
            for figure in self._index.get((code, measure, group), ())
            if figure.period == period
        ]
        return sorted(found, key=lambda f: (not f.trusted, f.table is None, -f.decimals))

    def municipalities(self, period: Period | None) -> dict[str, Municipality]:
        """Code and municipality of everyone with a figure in the period."""
        return self._present.get(period, {})

    @property
    def periods(self) -> list[Period]:
        """The periods there are figures for, oldest first."""
        return sorted(period for period in self._present if period is not None)


def from_value(value: Value, main: Period | None) -> Figure | None:
    """A table's value as a figure; None where it names no municipality or measure of the rules."""
    if value.municipality is None or value.measure not in tuple(Measure):
        return None
    return Figure(
        municipality=value.municipality,
        measure=Measure(value.measure),
        group=value.group,
        period=value.period or main,
        number=value.number,
        decimals=value.decimals,
        fulfilled=value.fulfilled,
        unit=value.unit,
        trusted=value.status is not Status.REVIEW
        and (value.number is not None or value.fulfilled is not None),
        page=value.page,
        table=value.table,
        table_index=value.table_index,
        marked=value.marked,
        scanned=value.source is Source.OCR,
    )


def table_figures(note: Note) -> tuple[Figure, ...]:
    """The figures of a note's tables; a cell without a period takes the note's."""
    figures = (from_value(value, note.header.period) for value in note.values)
    return tuple(figure for figure in figures if figure is not None)
