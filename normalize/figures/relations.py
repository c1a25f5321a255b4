"""Figures of one row that are bound to each other: a difference is that of the two beside it.

The rows of a scanned table that are beyond doubt show which way round the difference is taken and
how often it holds. An open figure is then weighed together with the two it is bound to: the
readings that fit each other gain, by Bayes' rule, what the others lose. Where it holds in hardly
any row, the headings are those of other columns, and nothing under them is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from normalize.figures.cells import RANGE, Content
from normalize.figures.evidence import CERTAIN, Guess
from normalize.headings.column import Column
from normalize.model import Measure, Status, Unit

REASON = "relation:difference"
BROKEN = "relation:broken"  # the three columns are not what their headings make them
_FEWEST = 5  # rows beyond doubt, to show a relation
_HOLDS = 0.9  # share of them that must show it: notes have their own errors
# Printed triples that break a relation are spread over this many values, those that nobody read
# over that many: 98 rows of three or four digits.
_SPREAD, _UNREAD = 100.0, 1000.0
_ROUNDED = 1.05  # units of the last decimal: parts are rounded for themselves

_BREAKS = 0.25  # share of the rows that a relation may fit by chance: figures of few persons
_JOINS = {Unit.PCT_POINT: Unit.PCT}  # what shares differ by, and the shares

Contents = Mapping[tuple[int, int], Content]  # by 0-based body row and column


class _Bound(NamedTuple):
    """The columns (0-based) of a difference and of the two figures it is taken between."""

    difference: int
    actual: int
    expected: int


class _Rule(NamedTuple):
    """Whether three numbers fit, and the share of rows that do not."""

    fits: Callable[[Sequence[float]], bool]
    broken: float


def related(contents: Contents, columns: Sequence[Column]) -> Contents:
    """The contents with open figures decided, or doubted, by what they are bound to."""
    found = dict(contents)
    for bound in _bound(columns):
        rows = _rows(found, bound)
        rule = _rule([cells for _, cells in rows])
        if rule is None:
            if _breaks([cells for _, cells in rows]):
                found |= {
                    key: cell.doubted(BROKEN)
                    for key, cell in found.items()
                    if key[1] in bound and cell.number is not None
                }
            continue
        for row, cells in rows:
            if any(cell.status is not Status.OK for cell in cells) or _contested(cells, rule):
                found |= {
                    (row, place): cell
                    for place, cell in zip(bound, _weighed(cells, rule), strict=True)
                }
    return found


def _bound(columns: Sequence[Column]) -> Iterator[_Bound]:
    by_key = {(c.heading.measure, _sort(c)): c.place for c in columns if not c.statuses}
    for (measure, sort), place in by_key.items():
        actual = by_key.get((Measure.FAKTISK, sort))
        expected = by_key.get((Measure.FORVENTET, sort))
        if measure is Measure.DIFFERENCE and actual is not None and expected is not None:
            yield _Bound(place, actual, expected)


def _sort(column: Column) -> tuple[object, ...]:
    """What figures that are reckoned together have in common: persons and shares have not."""
    heading = column.heading
    unit = _JOINS.get(heading.unit, heading.unit) if heading.unit else None
    return heading.group, heading.period, column.names, unit


def _rows(contents: Contents, bound: _Bound) -> list[tuple[int, list[Content]]]:
    rows = sorted({row for row, _ in contents})
    full = [(row, [contents.get((row, place)) for place in bound]) for row in rows]
    return [
        (row, [cell for cell in cells if cell is not None])
        for row, cells in full
        if all(cell is not None and cell.guesses for cell in cells)
    ]


def _rule(rows: Sequence[Sequence[Content]]) -> _Rule | None:
    """The strictest form of the relation that the rows beyond doubt show; None for none."""
    known = [[cell.number or 0.0 for cell in cells] for cells in _sure(rows)]
    places = max((cell.decimals for cells in rows for cell in cells), default=0)
    if len(known) < _FEWEST:
        return None
    for slack in (0.05, _ROUNDED):
        for sign in (1.0, -1.0):
            fits = _fits(sign, slack * 10.0**-places)
            broken = sum(not fits(numbers) for numbers in known)
            if broken <= (1.0 - _HOLDS) * len(known):
                return _Rule(fits, (broken + 0.5) / (len(known) + 1))
    return None


def _sure(rows: Sequence[Sequence[Content]]) -> list[Sequence[Content]]:
    """The rows of which all three figures are beyond doubt."""
    return [
        cells
        for cells in rows
        if all(cell.number is not None and cell.status is Status.OK for cell in cells)
    ]


def _breaks(rows: Sequence[Sequence[Content]]) -> bool:
    """True where hardly a row has the difference of its two figures, also in per cent of either."""
    known = _sure(rows)
    likely = max(map(sum, zip(*map(_forms, known), strict=True)), default=0)
    return len(known) >= _FEWEST and likely <= _BREAKS * len(known)


def _forms(cells: Sequence[Content]) -> tuple[bool, ...]:
    """Whether the figure is the difference of the others, as it is or in per cent of either."""
    difference, actual, expected = (cell.number or 0.0 for cell in cells)
    gap = actual - expected
    slack = _ROUNDED * sum(0.5 * 10.0**-cell.decimals for cell in cells)
    wholes = 100.0, expected or 100.0, actual or 100.0
    return tuple(abs(abs(difference) - abs(100.0 * gap / whole)) <= slack for whole in wholes)


def _fits(sign: float, slack: float) -> Callable[[Sequence[float]], bool]:
    def fits(numbers: Sequence[float]) -> bool:
        difference, actual, expected = numbers
        return abs(difference - sign * (actual - expected)) <= slack

    return fits


def _contested(cells: Sequence[Content], rule: _Rule) -> bool:
    """True where the figures as read break the relation and others that were possible keep it."""
    first = [cell.number for cell in cells if cell.number is not None]
    if len(first) < len(cells) or rule.fits(first):
        return False
    choices = [
        [g.figure.number for g in cell.guesses if g.figure.number is not None] for cell in cells
    ]
    return any(rule.fits(numbers) for numbers in product(*choices))


def _weighed(cells: Sequence[Content], rule: _Rule) -> list[Content]:
    """The three cells of a row with the shares they have together."""
    unread = [max(1.0 - sum(guess.share for guess in cell.guesses), 1e-6) for cell in cells]
    weights: dict[tuple[Guess, ...], float] = {}
    for combination in product(*(cell.guesses for cell in cells)):
        numbers = [guess.figure.number for guess in combination]
        known = [number for number in numbers if number is not None]
        fit = len(known) == len(numbers) and rule.fits(known)
        weight = 1.0 - rule.broken if fit else rule.broken / _SPREAD
        for guess in combination:
            weight *= guess.share
        weights[combination] = weight
    # One of the three is what nobody read: then the other two say what it must be.
    rest = sum(share / _UNREAD for share in unread)
    total = sum(weights.values()) + rest
    best = max(weights, key=weights.__getitem__)
    settled = []
    for index, cell in enumerate(cells):
        chosen = best[index]
        share = sum(w for key, w in weights.items() if key[index] == chosen) / total
        kept = cell.status is Status.OK and chosen == cell.guesses[0]
        settled.append(cell if kept else _decided(cell, chosen, share))
    return settled


def _decided(cell: Content, chosen: Guess, share: float) -> Content:
    figure = chosen.figure
    if RANGE in cell.reason or figure.number is None:
        return cell
    repaired = cell.status is Status.REPAIRED
    if share >= CERTAIN:
        reason = cell.reason if repaired else (*figure.reason, REASON)
        status = Status.REPAIRED
    else:
        reason = (*cell.reason, REASON) if repaired else cell.reason
        status = Status.REVIEW
    number, decimals = figure.number, figure.decimals
    return replace(
        cell, status=status, reason=reason, confidence=share, number=number, decimals=decimals
    )
