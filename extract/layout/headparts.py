"""Lines of headings parted where other lines, rules or columns show that they are of several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.columns import IN_LINE, LOOSE, Item, Span, in_line
from extract.layout.lines import bounds, box_of
from extract.layout.rules import Rule
from extract.layout.spanning import repeats
from extract.layout.tight import begun_by_capitals
from extract.model import Word


def parted(
    rows: Sequence[Sequence[Item]], columns: Sequence[Span], flat: Sequence[Rule]
) -> list[list[Item]]:
    """The items of a heading's lines parted where other lines show that they are of two headings.

    ``columns`` are the left and right ends of what stands in the body's columns, ``flat`` the
    horizontal rules.
    """
    parts = [_ended(_flush(_over_rules(row, flat), columns), columns) for row in rows]
    down = _as_above(_over_groups(parts))
    return _as_above(down[::-1], capitals=True)[::-1]


def _over_rules(row: Sequence[Item], flat: Sequence[Rule]) -> list[Item]:
    """The items parted above the white between two rules drawn close below the line."""
    found: list[Item] = []
    for item in row:
        box = bounds(box_of(word) for word in item.words)
        under = sorted(
            (rule.start, rule.end)
            for rule in flat
            if box.bottom - 2 <= rule.at <= box.bottom + box.bottom - box.top
            and rule.start < box.x1
            and rule.end > box.x0
        )
        white = [(a[1], b[0]) for a, b in pairwise(under) if a[1] < b[0]]
        ends = [
            place
            for place, (one, other) in enumerate(pairwise(item.words), 1)
            if any(box_of(one).x1 <= x1 and x0 <= box_of(other).x0 for x0, x1 in white)
        ]
        found += [Item(item.first, item.last, words) for words in _cut(item.words, ends)]
    return found


def _flush(row: Sequence[Item], columns: Sequence[Span]) -> list[Item]:
    """The items parted at their wide gaps where every part stands flush with a column of its own.

    ``1)  Tilbud 2)`` over two columns set flush right is the mark that a heading of the line above
    has, and the next heading. The columns are neighbours.
    """
    found: list[Item] = []
    for item in row:
        parts = [Item(item.first, item.last, words) for words in _apart(item.words)]
        found += parts if len(parts) > 1 and _are_flush(parts, columns) else [item]
    return found


def _apart(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words in groups, parted where the white is wider than that between words."""
    boxes = [box_of(word) for word in words]
    ends = [
        place
        for place, (a, b) in enumerate(pairwise(boxes), 1)
        if b.x0 - a.x1 >= LOOSE * min(a.bottom - a.top, b.bottom - b.top)
    ]
    return _cut(words, ends)


def _cut(words: Sequence[Word], ends: Sequence[int]) -> list[tuple[Word, ...]]:
    """The words parted before the places ``ends``."""
    return [tuple(words[a:b]) for a, b in pairwise([0, *ends, len(words)])]


def _are_flush(parts: Sequence[Item], columns: Sequence[Span]) -> bool:
    """True for parts that end, begin or have their middles where columns side by side do."""
    spans = [part.span for part in parts]
    for start in range(len(columns) - len(parts) + 1):
        own = columns[start : start + len(parts)]
        off = [
            (b - d, a - c, (a + b - c - d) / 2) for (a, b), (c, d) in zip(spans, own, strict=True)
        ]
        if any(max(map(abs, side)) <= IN_LINE for side in zip(*off, strict=True)):
            return True
    return False


def _ended(row: Sequence[Item], columns: Sequence[Span]) -> list[Item]:
    """The items parted before a capital, where the rest of a heading runs up to the next one.

    ``fuldtidspersoner Forskel``: the first word goes on from the line above.
    """
    found: list[Item] = []
    for item in row:
        parts = begun_by_capitals(item.words)
        items = [Item(item.first, item.last, part) for part in parts]
        nearest = [_nearest(part.span, columns) for part in items]
        goes_on = item.text[0].islower() and nearest == sorted(set(nearest))
        found += items if len(parts) > 1 and goes_on else [item]
    return found


def _nearest(span: Span, columns: Sequence[Span]) -> int:
    """The column whose middle is nearest to that of the extent."""
    return min(range(len(columns)), key=lambda c: abs(sum(columns[c]) - sum(span)))


def _over_groups(rows: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The items parted before their capitals where a line below comes again for each part.

    ``Uden fire samtaler Uden tilbud`` over ``2023 2024 2023 2024``, no wider than a space apart.
    """
    found = [list(row) for row in rows]
    for number, lower in enumerate(rows):
        groups = repeats(lower, [(item.first, item.last) for item in lower])
        for upper in found[:number]:
            for index, item in enumerate(upper):
                words = begun_by_capitals(item.words)
                if len(words) != len(groups) or len(groups) < 2:
                    continue
                parts = [Item(*group, part) for group, part in zip(groups, words, strict=True)]
                if all(_is_over(part, lower) for part in parts):
                    upper[index : index + 1] = parts
                    break
    return found


def _is_over(part: Item, lower: Sequence[Item]) -> bool:
    """True where the middle lies between the ends of what stands below in the part's columns."""
    below = [item.span for item in lower if part.first <= item.first <= part.last]
    return min(a for a, _ in below) <= sum(part.span) / 2 <= max(b for _, b in below)


def _as_above(rows: Sequence[Sequence[Item]], *, capitals: bool = False) -> list[list[Item]]:
    """The items parted where both halves go on with an item of their own of one line before.

    ``Uden fire`` and ``Uden fire`` apart, below them ``samtaler tilbud`` no wider than a space.
    With ``capitals`` only before one: a heading begins with it, its second line hardly ever.
    """
    found: list[list[Item]] = []
    for row in rows:
        own: list[Item] = []
        for item in row:
            ends = [
                i
                for i in range(1, len(item.words))
                if _go_on(found, item, i) and (item.words[i].text[0].isupper() or not capitals)
            ]
            starts = [0, *ends[:1]]
            for start, end in zip(starts, [*starts[1:], len(item.words)], strict=True):
                own.append(Item(item.first, item.last, item.words[start:end]))
        found.append(own)
    return found


def _go_on(above: Sequence[Sequence[Item]], item: Item, end: int) -> bool:
    """True where the words before and from ``end`` stand in line below two items of one line."""
    left, right = (
        Item(item.first, item.last, words) for words in (item.words[:end], item.words[end:])
    )
    return any(
        in_line(one, left) and in_line(other, right)
        for row in above
        for one, other in pairwise(row)
    )
