"""A column as it is read: where it stands, what it measures, in what form."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Cell, Source, Table
from normalize.figures.numbers import Form
from normalize.figures.signs import Signs
from normalize.headings.heading import Heading
from normalize.headings.legend import Legend


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


def texts_in(table: Table, place: int) -> list[str]:
    """The filled cells of one column of the body."""
    return [row[place].text for row in table.body if row[place].text.strip()]
