"""Which columns each item of a heading's lines stands over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.layout.centring import centred
from extract.layout.columns import Cover, Item, Span
from extract.layout.lines import bounds, box_of
from extract.layout.rules import Rule

_LEAN = 0.3  # part of the narrower of two headings in which they stand over each other
_BESIDE = (
    0.2  # part of the lower of two items that lies beside the other where half a line parts them
)
_TWICE = 400.0  # points of distance that outweigh two items in one column
_ELSEWHERE = 1000.0  # and an item away from the column it stands over
_FLUSH = 1.0  # points by which the middles of two lines of one heading differ
_OFF = 0.2  # of a group's width that its heading stands off its middle
_AROUND = 15.0  # points that a heading may stand off to the side of its columns


def covers(
    rows: Sequence[Sequence[Item]], columns: Sequence[Span], flat: Sequence[Rule]
) -> list[list[Cover]]:
    """First and last column for every item of every line.

    An item covers the columns it lies over; one over several, centred or not, is told by the
    texts that come again below it (``2023`` and ``2024`` over ``Samtaler``, ``Tilbud`` each)
    or by a rule under it that runs over some of the columns.
    """
    fullest = max(range(len(rows)), key=lambda index: (len(rows[index]), -index))
    band = _band(rows, fullest)
    known = _over_all(band, columns)
    found = [known if row == band else _like(row, band, known, columns) for row in rows]
    for lower in range(1, len(rows)):
        repeats = _repeats(rows[lower], found[lower])
        reach = _reach(rows[lower], found[lower], columns)
        for upper in range(lower - 1, -1, -1):
            groups = repeats + _underlined(rows[upper], rows[upper + 1], columns, flat)
            over = [_over_group(rows[upper], group, reach) for group in groups]
            for number, (group, index) in enumerate(zip(repeats, over, strict=False)):
                lower_lines = zip(rows[upper + 1 :], found[upper + 1 :], strict=True)
                if index is not None and _goes_on(rows[upper][index], group, reach, lower_lines):
                    over[number] = None
            if any(i is not None and _fills(found[upper][i], found[lower]) for i in over):
                over[: len(repeats)] = [None] * len(repeats)
            if repeats and None in over[: len(repeats)]:
                over[: len(repeats)] = [None] * len(repeats)
            for group, index in zip(groups, over, strict=True):
                if index is not None:
                    found[upper][index] = group
    for upper, row in enumerate(rows):
        below = next((i for i in range(upper + 1, len(rows)) if len(rows[i]) > len(row)), None)
        if below is not None and all(first == last for first, last in found[upper]):
            for index, group in centred(row, rows[below], found[below]):
                found[upper][index] = group
    return found


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


def _level(one: Item, other: Item) -> bool:
    """True where two items stand beside each other, at least in part."""
    a, b = (bounds(box_of(word) for word in item.words) for item in (one, other))
    return min(a.bottom, b.bottom) - max(a.top, b.top) >= _BESIDE * min(
        a.bottom - a.top, b.bottom - b.top
    )


def _reach(row: Sequence[Item], spans: Sequence[Cover], columns: Sequence[Span]) -> list[Span]:
    """The columns with the headings of a line that stand over one each."""
    found = list(columns)
    for item, (first, last) in zip(row, spans, strict=True):
        if first == last:
            (a, b), (c, d) = item.span, found[first]
            found[first] = min(a, c), max(b, d)
    return found


def _over_group(row: Sequence[Item], group: Cover, columns: Sequence[Span]) -> int | None:
    """Index of the one item of the row that stands over the group of columns."""
    left, right = columns[group[0]][0] - _AROUND, columns[group[1]][1] + _AROUND
    held = [i for i, item in enumerate(row) if left <= sum(item.span) / 2 <= right]
    return held[0] if len(held) == 1 else None


def _goes_on(
    item: Item,
    group: Cover,
    columns: Sequence[Span],
    below: Iterable[tuple[Sequence[Item], Sequence[Cover]]],
) -> bool:
    """True for the first line of a heading of one column, not of the whole group's.

    It stands over the middle of a line below it in a column other than the first, far from the
    group's own middle.
    """
    left, right = columns[group[0]][0], columns[group[1]][1]
    if abs(sum(item.span) - left - right) / 2 <= _OFF * (right - left):
        return False
    return any(
        group[0] < first == last <= group[1] and abs(sum(item.span) - sum(one.span)) / 2 <= _FLUSH
        for row, covers in below
        for one, (first, last) in zip(row, covers, strict=True)
    )


def _fills(cover: Cover, lower: Sequence[Cover]) -> bool:
    """True where the lower line has nothing under the item: it is a heading on its own."""
    return not any(first <= cover[1] and last >= cover[0] for first, last in lower)


def _over_all(row: Sequence[Item], columns: Sequence[Span]) -> list[Cover]:
    """The columns each item lies over; items over none or one go to columns in their order."""
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
    """The columns of a line's items, by what they stand over or under in the fullest line."""
    found = []
    for item, own in zip(row, _over_all(row, columns), strict=True):
        near = [
            cover
            for other, cover in zip(fullest, known, strict=True)
            if _shared(item.span, other.span) >= _LEAN
        ]
        found.append((near[0][0], near[-1][1]) if near else own)
    return found


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
