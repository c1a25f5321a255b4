"""Headings of several lines as cells: wrapped lines joined, spanning headings above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.columns import Item, Span
from extract.layout.grid import Slot
from extract.layout.lines import bounds, box_of
from extract.layout.rules import Rule
from extract.layout.spanning import covers, repeats
from extract.layout.tight import begun_by_capitals
from extract.model import Box, Word

_IN_LINE = 1.0  # points by which the lines of one heading stand off each other
_APART = 0.9  # of the line height: more white between lines of a heading parts two cells


@dataclass(slots=True)
class _Head:
    first: int
    last: int
    words: list[Word]

    @property
    def box(self) -> Box:
        return bounds(box_of(w) for w in self.words)


def header(
    rows: Sequence[Sequence[Item]], columns: Sequence[Span], flat: Sequence[Rule]
) -> tuple[int, list[Slot]]:
    """The number of heading rows and their slots, from the items of the heading's lines.

    ``columns`` are the left and right ends of what stands in the body's columns, ``flat`` the
    horizontal rules.
    """
    rows = _parted(_over_groups(rows))
    heads: list[_Head] = []
    for row, cover in zip(rows, covers(rows, columns, flat), strict=True):
        spans = list(zip(cover, row, strict=True))
        above = list(heads)
        for (first, last), item in spans:
            over = [h for h in above if h.first <= last and h.last >= first and _near(h, item)]
            beside = [
                s for s, _ in spans if over and s[0] <= over[-1].last and s[1] >= over[-1].first
            ]
            if len(over) == 1 and len(beside) == 1 and _wraps(over[0], first, last):
                over[0].words.extend(item.words)
                if (over[0].first, over[0].last) != (first, last):
                    over[0].first, over[0].last = min(over[0].first, first), max(over[0].last, last)
            else:
                heads.append(_Head(first, last, list(item.words)))
    return _levels(heads)


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


def _parted(rows: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """The items parted where both halves go on with an item of their own of one line above.

    ``Uden fire`` and ``Uden fire`` apart, below them ``samtaler tilbud`` no wider than a space.
    """
    parted: list[list[Item]] = []
    for row in rows:
        own: list[Item] = []
        for item in row:
            ends = [i for i in range(1, len(item.words)) if _go_on(parted, item, i)]
            starts = [0, *ends[:1]]
            for start, end in zip(starts, [*starts[1:], len(item.words)], strict=True):
                own.append(Item(item.first, item.last, item.words[start:end]))
        parted.append(own)
    return parted


def _go_on(above: Sequence[Sequence[Item]], item: Item, end: int) -> bool:
    """True where the words before and from ``end`` stand in line below two items of one line."""
    left, right = (
        Item(item.first, item.last, words) for words in (item.words[:end], item.words[end:])
    )
    return any(
        _in_line(one, left) and _in_line(other, right)
        for row in above
        for one, other in pairwise(row)
    )


def _in_line(upper: Item, lower: Item) -> bool:
    """True for items with the same middle, or one side in common."""
    (a, b), (c, d) = upper.span, lower.span
    return min(abs(a + b - c - d) / 2, abs(a - c), abs(b - d)) <= _IN_LINE


def _near(head: _Head, item: Item) -> bool:
    top = min(box_of(w).top for w in item.words)
    height = max(box_of(w).bottom for w in item.words) - top
    return top - head.box.bottom <= _APART * height


def _wraps(head: _Head, first: int, last: int) -> bool:
    """The lower line goes on with the upper: over the same columns, or one inside the other."""
    same = (head.first, head.last) == (first, last)
    inside = head.first == head.last or first == last
    return same or inside


def _levels(heads: list[_Head]) -> tuple[int, list[Slot]]:
    """Heads put in rows, each right below those it stands under, down to those it stands over."""
    depth = [0] * len(heads)
    for i in sorted(range(len(heads)), key=lambda i: heads[i].box.top):
        over = [depth[j] + 1 for j in range(len(heads)) if _stands_over(heads[j], heads[i])]
        depth[i] = max(over, default=0)
    rows = max(depth, default=-1) + 1
    slots = []
    for i, head in enumerate(heads):
        below = [depth[j] for j in range(len(heads)) if _stands_over(head, heads[j])]
        down = min(below, default=rows) - depth[i]
        slots.append(
            Slot(depth[i], head.first, tuple(head.words), down, head.last - head.first + 1)
        )
    return rows, _apart(slots)


def _stands_over(upper: _Head, lower: _Head) -> bool:
    shared = upper.first <= lower.last and upper.last >= lower.first
    return shared and upper is not lower and upper.box.bottom <= lower.box.top + 1


def _apart(slots: list[Slot]) -> list[Slot]:
    """Slots that would stand on the same place made one."""
    found: dict[tuple[int, int], Slot] = {}
    for slot in slots:
        place = slot.row, slot.column
        known = found.get(place, slot)
        words = slot.words if known is slot else (*known.words, *slot.words)
        across = max(known.column_span, slot.column_span)
        down = max(known.row_span, slot.row_span)
        found[place] = Slot(slot.row, slot.column, words, down, across)
    return _trimmed(sorted(found.values(), key=lambda s: (s.row, s.column)))


def _trimmed(slots: list[Slot]) -> list[Slot]:
    """Spans cut short where the next slot of the row begins."""
    kept = []
    for slot in slots:
        nexts = [s.column for s in slots if s.row == slot.row and s.column > slot.column]
        room = min(nexts, default=slot.column + slot.column_span) - slot.column
        across = min(slot.column_span, room)
        kept.append(Slot(slot.row, slot.column, slot.words, slot.row_span, across))
    return kept
