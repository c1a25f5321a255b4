"""The same figure in two tables, also printed with another number of decimals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from rules.case import Case
from rules.caution.misread import dissolved
from rules.derived.figures import Figure
from rules.model import ClaimKind, Finding, Verdict
from rules.wording.danish import GOAL, NAMED, bare, shown
from rules.wording.report import doubtful, settled, table_finding

_HALF = 0.5


def check(case: Case) -> Iterable[Finding]:
    """A finding a cell where two tables disagree, and one a pair of tables where they agree."""
    cells: dict[tuple[object, ...], dict[int, Figure]] = {}
    for figure in case.figures.every:
        if figure.table_index is not None:
            of = (figure.measure, figure.group, figure.period, figure.unit)
            key = (figure.municipality.code, *of)
            cells.setdefault(key, {}).setdefault(figure.table_index, figure)
    agreed: dict[tuple[int, int], list[Figure]] = {}
    differing: dict[tuple[int, int], list[Finding]] = {}
    for places in cells.values():
        for (first, one), (second, other) in combinations(sorted(places.items()), 2):
            same = agree(one, other)
            if same:
                agreed.setdefault((first, second), []).append(one)
            elif same is False:
                differing.setdefault((first, second), []).append(_differs(one, other))
    numbers = {figure.table_index: figure.table for figure in case.figures.every}
    for pair, findings in differing.items():
        about = f"Tabel {numbers[pair[0]]} og {numbers[pair[1]]}"
        yield from settled(ClaimKind.CROSS_TABLE, findings, len(agreed.get(pair, ())), about)
    for (_, second), figures in sorted(agreed.items()):
        yield _same(figures, numbers[second])


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
