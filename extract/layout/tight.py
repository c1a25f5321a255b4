"""Lines of headings that nearly touch, as they do where they set the widths of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.columns import IN_LINE, LOOSE, Item, Span, in_line, loose_items
from extract.layout.lines import Line, bounds, box_of
from extract.layout.spanning import repeats
from extract.model import Word

_CLOSE = 0.2  # of the line height: a gap between headings, at least
_CLEAR = 1.5  # times the widest space between words: the gaps between tight headings


def heading_items(line: Line, cuts: Sequence[float]) -> list[Item]:
    """The pieces of a line of headings; a tight one, that sets the columns' widths, by its gaps."""
    return tight_headings(line, cuts) or loose_items(line, cuts)


def tight_headings(line: Line, cuts: Sequence[float]) -> list[Item] | None:
    """A heading over each column, told by the gaps or by capitals; None for another line.

    The first column may have none: rows are often numbered below nothing.
    """
    first = int(bool(cuts) and line.box.x0 > cuts[0])
    groups = set_apart(line, len(cuts) + 1 - first) or by_capitals(line, cuts, first)
    if groups is None:
        return None
    return [Item(column, column, words) for column, words in enumerate(groups, first)]


def by_capitals(line: Line, cuts: Sequence[float], first: int = 0) -> list[tuple[Word, ...]] | None:
    """The words parted before each capital, where they make a group for each column.

    ``first`` is the column of the first group. Two neighbours reach over to either side of the
    cut between their columns: tight headings are not level with what they stand over.
    """
    groups = begun_by_capitals(line.words)
    boxes = [bounds(box_of(word) for word in group) for group in groups]
    own = len(groups) == len(cuts) + 1 - first and groups[0][0].text[0].isupper()
    if not own or not all(
        a.x0 < cut < b.x1 for cut, (a, b) in zip(cuts[first:], pairwise(boxes), strict=True)
    ):
        return None
    return groups


def begun_by_capitals(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words in groups, each but the first begun by a capital."""
    groups: list[list[Word]] = []
    for word in words:
        if word.text[0].isupper() or not groups:
            groups.append([])
        groups[-1].append(word)
    return [tuple(group) for group in groups]


def set_apart(line: Line, count: int) -> list[tuple[Word, ...]] | None:
    """The words parted at the widest gaps into ``count`` groups.

    None where these gaps do not stand clear of the others, as in prose. Capitals that begin each
    group and nothing else tell them as well.
    """
    words = line.words
    gaps = [box_of(b).x0 - box_of(a).x1 for a, b in pairwise(words)]
    if not 1 < count <= len(gaps):
        return None
    order = sorted(range(len(gaps)), key=lambda index: -gaps[index])
    ends = [0, *sorted(index + 1 for index in order[: count - 1]), len(words)]
    groups = [words[start:end] for start, end in pairwise(ends)]
    told = [word.text[0].isupper() for word in words] == [
        word is g[0] for g in groups for word in g
    ]
    clear = (1.0 if told else _CLEAR) * max(gaps[order[count - 1]], _CLOSE * line.height)
    return groups if gaps[order[count - 2]] > clear else None


def parted(rows: Sequence[Sequence[Item]], columns: Sequence[Span]) -> list[list[Item]]:
    """The items of a heading's lines parted where other lines show that they are of two headings.

    ``columns`` are the left and right ends of what stands in the body's columns.
    """
    return _as_above(_over_groups([_ended(_flush(row, columns), columns) for row in rows]))


def _flush(row: Sequence[Item], columns: Sequence[Span]) -> list[Item]:
    """The items parted at their wide gaps where every part stands flush with a column of its own.

    ``1)  Tilbud 2)`` over two columns set flush right is the mark that a heading of the line above
    has, and the next heading. The columns are neighbours.
    """
    found: list[Item] = []
    for item in row:
        parts = [Item(item.first, item.last, words) for words in _wide_apart(item.words)]
        found += parts if len(parts) > 1 and _are_flush(parts, columns) else [item]
    return found


def _wide_apart(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The words in groups, parted where the white is wider than that between words."""
    groups: list[list[Word]] = [[words[0]]]
    for left, right in pairwise(words):
        a, b = box_of(left), box_of(right)
        if b.x0 - a.x1 >= LOOSE * min(a.bottom - a.top, b.bottom - b.top):
            groups.append([])
        groups[-1].append(right)
    return [tuple(group) for group in groups]


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


def _as_above(rows: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The items parted where both halves go on with an item of their own of one line above.

    ``Uden fire`` and ``Uden fire`` apart, below them ``samtaler tilbud`` no wider than a space.
    """
    found: list[list[Item]] = []
    for row in rows:
        own: list[Item] = []
        for item in row:
            ends = [i for i in range(1, len(item.words)) if _go_on(found, item, i)]
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
