"""Tables as word-processor users make them, each with the truth of every cell."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np

from benchmarks.word.fodt import Cell, Grid

ROOT = Path(__file__).parents[2]
DATA = ROOT / "fixtures" / "data" / "2024.csv"
PARTS = ROOT / "normalize" / "data" / "kommuner.csv"
MISSING = ("-", "..", "u.a.", "–")
SAMTALER, TILBUD = Decimal(20), Decimal(30)  # per cent, 2023-2025


@dataclass(frozen=True, slots=True)
class Truth:
    """What a reader must find in one cell; `value` is empty where the note prints no figure."""

    municipality: str
    measure: str
    group: str
    period: str
    value: str
    unit: str
    marked: str
    raw: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: where they come from and how they are printed."""

    heading: str
    measure: str
    unit: str
    value: Callable[[str], Decimal | str | None]
    period: str = "2024"
    group: str = "alle"
    form: str = "{}"
    decimals: int | None = 1
    red: Callable[[Decimal | str], bool] = lambda _: False


@dataclass(frozen=True, slots=True)
class Made:
    """A table and its truth."""

    grid: Grid
    truth: tuple[Truth, ...]


def names() -> tuple[str, ...]:
    """The 98 in Danish order."""
    return tuple(facts())


def facts() -> dict[str, tuple[bool, Decimal, Decimal]]:
    """Published 2024: result goal met, share without talks, share without an offer."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return {
            row["name"]: (
                row["resultatmaal"] == "opfyldt",
                Decimal(row["samtaler"]),
                Decimal(row["tilbud"]),
            )
            for row in csv.DictReader(file)
        }


def regions() -> dict[str, str]:
    """Region by municipality, for tables with a heading row to each."""
    with PARTS.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["region"] for row in csv.DictReader(file)}


def draws(
    rng: np.random.Generator, mean: float, spread: float, low: float = 0.5, places: int = 1
) -> Callable[[str], Decimal]:
    """Normal figures, one to a name, the same whenever it is asked for again."""
    table = {name: Decimal(f"{max(low, rng.normal(mean, spread)):.{places}f}") for name in names()}
    return table.__getitem__


def danish(value: Decimal, decimals: int | None) -> str:
    """Decimal comma, thousands points; decimals None prints the figure as it is."""
    text = f"{value:,}" if decimals is None else f"{value:,.{decimals}f}"
    return text.replace(",", "~").replace(".", ",").replace("~", ".")


def status(words: tuple[str, str]) -> Callable[[bool], str]:
    """Words for met and not met."""
    return lambda met: words[0] if met else words[1]


def table(
    rows: Sequence[str],
    columns: Sequence[Column],
    *,
    words: tuple[str, str] = ("Opfyldt", "Ikke opfyldt"),
    head: Sequence[Sequence[Cell]] | None = None,
    breaks: Mapping[str, str] | None = None,
    names_as: Callable[[str], Cell] = Cell,
    names_at: int = 0,
    missing: Callable[[str, Column], str | None] = lambda *_: None,
    total: str = "",
    style: str = "grid",
    size: float = 9.0,
    repeat: bool = True,
    full_width: bool = True,
) -> Made:
    """Lay rows by columns; `breaks` puts a spanning row with a text before a name.

    `missing` gives the mark printed instead of a figure, if any. `names_at` is the position of
    the column of names. `total` adds a last row of sums that belongs to no municipality.
    """
    body: list[list[Cell]] = []
    truth: list[Truth] = []
    for name in rows:
        if breaks and name in breaks:
            body.append([Cell(breaks[name], span=len(columns) + 1)])
        cells = []
        for column in columns:
            value = column.value(name)
            mark = missing(name, column)
            if mark is not None:
                value, cell = None, Cell(mark)
            else:
                cell = _printed(value, column, words)
            cells.append(cell)
            shown = "" if value is None else str(value)
            red = "red" if cell.red else ""
            truth.append(
                Truth(
                    name, column.measure, column.group, column.period, shown, column.unit, red,
                    cell.text,
                )
            )  # fmt: skip
        cells.insert(names_at, names_as(name))
        body.append(cells)
    if total:
        sums = [Cell("") if c.unit in {"status", "rank"} else _sum(rows, c) for c in columns]
        sums.insert(names_at, Cell(total))
        body.append(sums)
    if head is None:
        top = [Cell(column.heading) for column in columns]
        top.insert(names_at, Cell("Kommune"))
        head = [top]
    widths = [1.2] * len(columns)
    widths.insert(names_at, 1.8)
    grid = Grid(head, body, widths, style, size, repeat, full_width)
    return Made(grid, tuple(truth))


def transposed(made: Made, columns: Sequence[Column], rows: Sequence[str]) -> Made:
    """The same figures with the municipalities across and the measures down."""
    head = [[Cell("Nøgletal"), *(Cell(name) for name in rows)]]
    cells = {(t.municipality, t.measure, t.group, t.period): t for t in made.truth}
    body = [
        [
            Cell(column.heading.replace("\n", " ")),
            *(Cell(cells[name, column.measure, column.group, column.period].raw) for name in rows),
        ]
        for column in columns
    ]
    return Made(Grid(head, body, [2.5, *([1.0] * len(rows))], made.grid.style), made.truth)


def _printed(value: Decimal | str | None, column: Column, words: tuple[str, str]) -> Cell:
    if value is None:
        return Cell("")
    red = column.red(value)
    if isinstance(value, str):
        return Cell(words[0 if value == "opfyldt" else 1], red)
    places = column.decimals
    # 19,98 is printed in full: at one decimal it would seem to lie on the limit.
    if places is not None and value != round(value, places):
        places = None
    return Cell(column.form.format(danish(value, places)), red)


def _sum(rows: Sequence[str], column: Column) -> Cell:
    values = [value for name in rows if isinstance(value := column.value(name), Decimal)]
    whole = sum(values, Decimal(0))
    if column.unit in {"pct", "pct_point"}:
        whole = round(whole / len(values), 1)
    return Cell(column.form.format(danish(whole, column.decimals)))
