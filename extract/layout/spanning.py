"""Which columns each item of a heading's lines stands over."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import Item, Span
from extract.layout.lines import box_of
from extract.layout.rules import Rule

Cover = tuple[int, int]  # first and last column, inclusive


def covers(
    rows: Sequence[Sequence[Item]], columns: Sequence[Span], flat: Sequence[Rule]
) -> list[list[Cover]]:
    """First and last column for every item of every line.

    An item covers the columns it lies over; one over several, centred or not, is told by the
    texts that come again below it (``2023`` and ``2024`` over ``Samtaler``, ``Tilbud`` each)
    or by a rule under it that runs over some of the columns.
    """
    found = [[_over(item, columns) for item in row] for row in rows]
    for upper in range(len(rows) - 1):
        groups = _repeats(rows[upper + 1], found[upper + 1])
        groups += _underlined(rows[upper], rows[upper + 1], columns, flat)
        for first, last in groups:
            held = [
                i
                for i, item in enumerate(rows[upper])
                if _inside(item, columns[first][0], columns[last][1])
            ]
            if len(held) == 1:
                found[upper][held[0]] = (first, last)
    return found


def _over(item: Item, columns: Sequence[Span]) -> Cover:
    a, b = item.span
    over = [
        index
        for index, (x0, x1) in enumerate(columns)
        if min(b, x1) - max(a, x0) >= 0.5 * min(b - a, x1 - x0)
    ]
    return (over[0], over[-1]) if over else (item.first, item.last)


def _inside(item: Item, left: float, right: float) -> bool:
    a, b = item.span
    return left - 15 <= (a + b) / 2 <= right + 15


def _repeats(lower: Sequence[Item], spans: Sequence[Cover]) -> list[Cover]:
    """Groups of columns whose headings come again, in the same order, to the right."""
    texts = [item.text.casefold() for item in lower]
    for start in range(min(3, len(texts))):
        rest = texts[start:]
        for wide in range(2, len(rest) // 2 + 1):
            if len(rest) % wide == 0 and rest == rest[:wide] * (len(rest) // wide):
                ends = range(start, len(texts), wide)
                return [(spans[i][0], spans[i + wide - 1][1]) for i in ends]
    return []


def _underlined(
    upper: Sequence[Item], lower: Sequence[Item], columns: Sequence[Span], flat: Sequence[Rule]
) -> list[Cover]:
    """Groups of columns under a rule that parts the two lines over some columns only."""
    top = min(box_of(w).top for item in upper for w in item.words)
    bottom = max(box_of(w).bottom for item in lower for w in item.words)
    found = []
    for rule in flat:
        if not top < rule.at < bottom:
            continue
        under = [i for i, (a, b) in enumerate(columns) if rule.start <= (a + b) / 2 <= rule.end]
        if 1 < len(under) < len(columns):
            found.append((under[0], under[-1]))
    return found
