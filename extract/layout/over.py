"""The column that each item of a heading's lines lies over, spans not yet known."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import Cover, Item, Span
from extract.layout.lines import bounds, box_of

_LEAN = 0.3  # part of the narrower of two headings in which they stand over each other
_CLEAR = 0.6  # more, where an item has more than this over a column of its own
_BESIDE = 0.2  # part of the lower of two items that lies beside the other, half a line off it
_TWICE = 400.0  # points of distance that outweigh two items in one column
_ELSEWHERE = 1000.0  # and an item away from the column it stands over


def first_covers(rows: Sequence[Sequence[Item]], columns: Sequence[Span]) -> list[list[Cover]]:
    """First and last column for every item of every line, by what stands below and above it."""
    fullest = max(range(len(rows)), key=lambda index: (len(rows[index]), -index))
    band = _band(rows, fullest)
    known = _over_all(band, columns)
    return [known if row == band else _like(row, band, known, columns) for row in rows]


def _band(rows: Sequence[Sequence[Item]], fullest: int) -> list[Item]:
    """The items of the fullest line and those that stand half a line off it, beside them all.

    Headings of one and of two lines, set level by their middles, share one band.
    """
    band = list(rows[fullest])
    for row in (*rows[fullest + 1 :], *rows[:fullest][::-1]):
        band += [
            item
            for item in row
            if any(_level(item, other) for other in rows[fullest])
            and all(_shared(item.span, other.span) < 0 for other in band)
        ]
    return sorted(band, key=lambda item: item.span)


def level(rows: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The lines, those made one that stand half a line off each other over columns of their own.

    Headings of one and of two lines, each set level by its middle, do.
    """
    found: list[list[Item]] = []
    for row in rows:
        above = found[-1] if found else []
        apart = all(_shared(item.span, other.span) < 0 for item in row for other in above)
        if apart and any(_level(item, other) for item in row for other in above):
            found[-1] = sorted([*above, *row], key=lambda item: item.span)
        else:
            found.append(list(row))
    return found


def _level(one: Item, other: Item) -> bool:
    """True where two items stand beside each other, at least in part."""
    a, b = (bounds(box_of(word) for word in item.words) for item in (one, other))
    return min(a.bottom, b.bottom) - max(a.top, b.top) >= _BESIDE * min(
        a.bottom - a.top, b.bottom - b.top
    )


def _over_all(row: Sequence[Item], columns: Sequence[Span]) -> list[Cover]:
    """The columns each item lies over; items over none or one go to columns in their order.

    As many items as columns, each over its own at least in part, stand over one each.
    """
    own = zip(row, columns, strict=False)
    if len(row) == len(columns) and all(_shared(item.span, span) > 0 for item, span in own):
        return [(column, column) for column in range(len(columns))]
    over = [_over(item, columns) for item in row]
    if any(len(held) > 1 for held in over):
        return [
            (held[0], held[-1]) if held else (_nearest(item, columns),) * 2
            for held, item in zip(over, row, strict=True)
        ]
    return [(column, column) for column in _in_order(row, columns)]


def _like(
    row: Sequence[Item], fullest: Sequence[Item], known: Sequence[Cover], columns: Sequence[Span]
) -> list[Cover]:
    """The columns of a line's items, by what they stand over or under in the fullest line.

    Several under the same heading are each of a column of their own, if they stand over such.
    """
    alone = _over_all(row, columns)
    under: list[Cover | None] = []
    for item, own in zip(row, alone, strict=True):
        least = _LEAN + max(0.0, _shared(item.span, columns[own[0]]) - _CLEAR)
        near = [
            cover
            for other, cover in zip(fullest, known, strict=True)
            if _shared(item.span, other.span) >= (least if cover[0] == cover[1] else _LEAN)
        ]
        under.append((near[0][0], near[-1][1]) if near else None)
    return [
        own if cover is None or (under.count(cover) > 1 and alone.count(own) == 1) else cover
        for cover, own in zip(under, alone, strict=True)
    ]


def _shared(one: Span, other: Span) -> float:
    """The part of the narrower extent that both have."""
    narrow = min(one[1] - one[0], other[1] - other[0])
    return (min(one[1], other[1]) - max(one[0], other[0])) / max(narrow, 0.1)


def _over(item: Item, columns: Sequence[Span]) -> list[int]:
    a, b = item.span
    return [index for index, (x0, x1) in enumerate(columns) if _shared((a, b), (x0, x1)) >= 0.5]


def _nearest(item: Item, columns: Sequence[Span]) -> int:
    return min(range(len(columns)), key=lambda index: _distance(item.span, columns[index]))


def _in_order(row: Sequence[Item], columns: Sequence[Span]) -> list[int]:
    """A column for each item, from left to right, as near as can be, hardly ever one twice.

    A left-aligned heading may stand clear of the right-aligned figures that it is meant for.
    """
    costs = [_costs(item, columns) for item in row]
    best = [(cost, [column]) for column, cost in enumerate(costs[0])]
    for own in costs[1:]:
        after = []
        for column, cost in enumerate(own):
            twice = (best[column][0] + _TWICE, best[column][1])
            so_far, chosen = min([twice, *best[:column]])
            after.append((so_far + cost, [*chosen, column]))
        best = after
    return min(best)[1]


def _costs(item: Item, columns: Sequence[Span]) -> list[float]:
    """What it costs to give the item to each column: much, where it stands over another."""
    over = _over(item, columns)
    return [
        _distance(item.span, span) + (_ELSEWHERE if over and index not in over else 0.0)
        for index, span in enumerate(columns)
    ]


def _distance(one: Span, other: Span) -> float:
    """Points between two extents, and a little for lying off each other's middle."""
    apart = max(0.0, max(one[0], other[0]) - min(one[1], other[1]))
    return apart + 0.01 * abs(sum(one) - sum(other))
