"""What a figure may be of the note's short tables: a cell, or what two cells differ by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.fit.fields import Field, fields, pairs
from rules.fit.place import Place
from rules.fit.quantities import Sort
from rules.fit.reading import Reading
from rules.grammar.counts import ALL
from rules.model import ClaimKind

_PER_CENT = re.compile(r"pct|%|procent|andel", re.I)
_DIFFERENCE = re.compile(r"forskel|afvig|differen|fremgang|ændring|udvikling|påkræve", re.I)
_RANKED = re.compile(r"placer|\brang|\bnr\b", re.I)
_YEAR = re.compile(r"20\d\d")
_EXPECTED = re.compile(r"vent(?:et|ede)\b", re.I)
_PRECISION = 6  # decimals; sums of printed figures are exact but for binary rounding


def of_cells(place: Place, who: tuple[str, ...]) -> Iterator[Reading]:
    """Every cell of a table a figure of ``who`` may be, or difference of two if it says so.

    Without a name the cells are those of no municipality.
    """
    told = place.keys(who)
    those = tuple(
        one
        for one in fields(place.case)
        if told.allow(one.keys) and (who or not one.keys.who) and _suits(place, one)
    )
    for one in those:
        if told.in_time(one.keys):
            gap = bool(_DIFFERENCE.search(one.words))
            what = f"tallet i tabel {one.table} ({one.words})"
            below = True if gap and one.number < 0 else None
            kind = ClaimKind.CROSS_TABLE
            yield Reading(abs(one.number), one.decimals, what, kind, gap=gap, below=below)
    for one, other in pairs(those) if place.apart else ():
        if told.in_time(one.keys) or told.in_time(other.keys):
            apart = abs(round(one.number - other.number, _PRECISION))
            what = f"forskellen mellem to tal i tabel {one.table} ({one.words} og {other.words})"
            dated = _fell(one, other)
            below = _below(one, other) if dated is None else dated
            kind, over_time = ClaimKind.DIFFERENCE, dated is not None
            yield Reading(
                apart, one.decimals, what, kind, gap=True, below=below, over_time=over_time
            )


def _fell(one: Field, other: Field) -> bool | None:
    """Whether the figure of the later year lies below that of the earlier; None without years."""
    years = [_YEAR.findall(" ".join(field.keys.times)) for field in (one, other)]
    if any(len(set(each)) != 1 for each in years) or years[0][0] == years[1][0]:
        return None
    later, earlier = (one, other) if years[0][0] > years[1][0] else (other, one)
    return later.number < earlier.number


def _below(one: Field, other: Field) -> bool | None:
    """Whether the actual figure lies below the expected one; None of other figures."""
    expected = [field for field in (one, other) if _EXPECTED.search(field.words)]
    if len(expected) != 1 or one.number == other.number:
        return None
    return (other if expected[0] is one else one).number < expected[0].number


def _suits(place: Place, one: Field) -> bool:
    """Whether a cell may be of the figure's sort."""
    sorts = place.quantity.sorts
    if Sort.SHARE in sorts or Sort.POINT in sorts:
        whole = not one.decimals and not _PER_CENT.search(one.words)
        return one.decimals >= place.quantity.decimals and not whole
    if one.decimals or (sorts == (Sort.RANK,) and not 1 <= one.number <= ALL):
        return False
    ranks = Sort.RANK in sorts or Sort.PLACES in sorts
    return not _PER_CENT.search(one.words) and (ranks or not _RANKED.search(one.words))
