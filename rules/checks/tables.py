"""The same figure in two tables, also printed with another number of decimals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rules.case import Case
from rules.caution.misread import dissolved
from rules.derived.figures import Figure
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import GOAL, NAMED, bare, shown
from rules.wording.report import doubtful, settled, table_finding

_HALF = 0.5
_Key = tuple[object, ...]


def check(case: Case) -> Iterable[Finding]:
    """A finding a cell where two tables disagree, and one a pair of tables where they agree.

    A cell is held against the first table that prints it alike, or else against the first and
    the latest that have it, so that many tables take no longer than their cells are many.
    """
    tables = _by_table(case.figures.every)
    printed: dict[_Key, dict[object, int]] = {}  # how a cell is printed → first table with it so
    agreed: dict[tuple[int, int], list[Figure]] = {}
    differing: dict[tuple[int, int], list[Finding]] = {}
    for second, cells in sorted(tables.items()):
        for key, other in cells.items():
            forms = printed.setdefault(key, {})
            form = (other.number, other.decimals, other.fulfilled, other.trusted)
            like = forms.get(form)
            rivals = [*forms.values()] if like is None else [like]
            for first in dict.fromkeys((*rivals[:1], *rivals[-1:])):
                one = tables[first][key]
                same = agree(one, other)
                if same:
                    agreed.setdefault((first, second), []).append(one)
                elif same is False:
                    differing.setdefault((first, second), []).append(_differs(one, other))
            forms.setdefault(form, second)
    numbers = {figure.table_index: figure.table for figure in case.figures.every}
    for (first, second), findings in differing.items():
        about = f"Tabel {numbers[first]} og {numbers[second]}"
        shared = tables[first].keys() & tables[second].keys()
        alike = sum(bool(agree(tables[first][key], tables[second][key])) for key in shared)
        yield from settled(ClaimKind.CROSS_TABLE, findings, alike, about)
    for (_, second), figures in sorted(agreed.items()):
        yield _same(figures, numbers[second])


def _by_table(figures: Iterable[Figure]) -> dict[int, dict[_Key, Figure]]:
    """Index of a table → whose and what each cell with content is → the cell; the first of two."""
    tables: dict[int, dict[_Key, Figure]] = {}
    for figure in figures:
        empty = figure.number is None and figure.fulfilled is None
        if figure.table_index is not None and not empty:
            of = (figure.measure, figure.group, figure.period, figure.unit)
            key = (figure.municipality.code, *of)
            tables.setdefault(figure.table_index, {}).setdefault(key, figure)
    return tables


def agree(one: Figure, other: Figure) -> bool | None:
    """Whether two cells say the same as far as both are printed; None where one is empty."""
    if one.fulfilled is not None and other.fulfilled is not None:
        return one.fulfilled is other.fulfilled
    if one.number is None or other.number is None or one.unit != other.unit:
        return None
    # Each figure stands for everything that rounds to it.
    slack = _HALF * (10.0**-one.decimals + 10.0**-other.decimals)
    if one.decimals == other.decimals:
        return one.number == other.number
    return abs(one.number - other.number) <= slack + 1e-9


def _bare(figure: Figure) -> str:
    if figure.number is None:
        return str(figure.fulfilled or "")
    return bare(figure.number, figure.decimals)


def _differs(one: Figure, other: Figure) -> Finding:
    verdict, doubt = doubtful(Verdict.CONTRADICTED, one, other)
    misread = _misread(one, other) or _misread(other, one)
    what = NAMED[one.measure] if one.fulfilled is None else GOAL.get(one.measure, one.measure)
    return table_finding(
        ClaimKind.CROSS_TABLE,
        verdict,
        f"{what[0].upper()}{what[1:]} i {one.municipality.name} er {shown(one)}, men {shown(other)}"
        f"{doubt}{misread}",
        stated=_bare(one),
        derived=_bare(other),
        municipality=one.municipality,
        measure=one.measure,
        period=one.period,
        page=one.page,
        fragile=bool(misread),
    )


def _misread(one: Figure, other: Figure) -> str:
    """What to say where another reading of the one makes it agree with the other."""
    return dissolved(one, lambda value: bool(agree(replace(one, number=value), other)))


def _same(figures: list[Figure], other: int | None) -> Finding:
    first = figures[0]
    return table_finding(
        ClaimKind.CROSS_TABLE,
        Verdict.CONSISTENT,
        f"{len(figures)} celler i tabel {first.table} står igen med samme tal i tabel {other}",
        stated=str(len(figures)),
        derived=str(len(figures)),
        period=first.period,
        page=first.page,
    )
