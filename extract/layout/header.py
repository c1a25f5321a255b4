"""Headings of several lines as cells: wrapped lines joined, spanning headings above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.columns import Item, Span
from extract.layout.grid import Slot
from extract.layout.headparts import parted
from extract.layout.lines import bounds, box_of
from extract.layout.over import level
from extract.layout.rules import Rule
from extract.layout.spanning import covers
from extract.model import Box, Word

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
    rows = parted(level(rows), columns, flat)
    heads: list[_Head] = []
    for row, cover in zip(rows, covers(rows, columns, flat), strict=True):
        spans = list(zip(cover, row, strict=True))
        above = list(heads)
        for (first, last), item in spans:
            over = [
                h for h in above if h.first <= last and h.last >= first and _near(h, item, flat)
            ]
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


def _near(head: _Head, item: Item, flat: Sequence[Rule]) -> bool:
    """True where the item stands right below the heading, with no line drawn between them."""
    upper, lower = head.box, bounds(box_of(word) for word in item.words)
    ruled = any(
        upper.bottom - 1 <= rule.at <= lower.top + 1
        and rule.start <= max(upper.x0, lower.x0)
        and rule.end >= min(upper.x1, lower.x1)
        for rule in flat
    )
    return not ruled and lower.top - upper.bottom <= _APART * (lower.bottom - lower.top)


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
