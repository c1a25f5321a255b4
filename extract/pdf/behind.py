"""Fields drawn behind words, whose edges are no rulings: highlights and bars.

A highlighter's field ends with the words; bars begin at one side of a column and end elsewhere
in each row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extract.model import Box, Word
from extract.pdf.fields import Field

# In line heights: how far a field drawn behind words goes beyond them, to the sides and up or
# down. Word's and LibreOffice's end with the words, a web page's badge has 0.2 to 0.4 of padding;
# a cell's own padding is more, or the cells of its row stand beside it.
_SIDE, _OVER = 0.4, 0.6
_HIGHEST = 2.2  # line heights: a field of several lines is a cell or a box
_ROW = 0.6  # line heights of white between the filled cells of one row, at most
_BARS = 5  # bars of one column, at least; of them
_ENDS = 0.5  # this part ends in places of their own, and
_BEHIND = 0.6  # this part lies behind a word: the short ones may not reach it


def without_highlights(fields: Sequence[Field], words: Sequence[Word]) -> list[Field]:
    """The fields save those behind words alone. All are upright, measured from the top left."""
    rows: dict[int, list[Field]] = defaultdict(list)
    for field in fields:
        rows[round(field.y0)].append(field)
    return [
        field
        for field, boxes in zip(fields, _level(fields, words), strict=True)
        if not _hugs(field, [box for box in boxes if _is_over(field, box)])
        or any(
            _is_beside(field, other)
            for at in range(round(field.y0) - 1, round(field.y0) + 2)
            for other in rows.get(at, ())
        )
    ]


def without_bars(fields: Sequence[Field], words: Sequence[Word]) -> list[Field]:
    """The fields save those of a length of their own in each row, behind the words there."""
    groups: dict[tuple[str, int, int], dict[Field, bool]] = defaultdict(dict)
    for field, boxes in zip(fields, _level(fields, words), strict=True):
        behind = any(box.x0 < field.x1 and box.x1 > field.x0 for box in boxes)
        high = round(field.y1 - field.y0)
        groups["from left", round(field.x0), high][field] = behind
        groups["from right", round(field.x1), high][field] = behind
    bars = {
        field
        for (side, _, _), group in groups.items()
        if _are_bars([f.x1 if side == "from left" else f.x0 for f in group], group.values())
        for field in group
    }
    return [field for field in fields if field not in bars]


def _level(fields: Sequence[Field], words: Sequence[Word]) -> list[list[Box]]:
    """For each field the places of the words on its level, wherever on the line."""
    if not fields:  # most pages
        return []
    placed = sorted((w.box.top + w.box.bottom, w.box) for w in words if w.box is not None)
    middles = [middle for middle, _ in placed]
    found = []
    for field in fields:
        first = bisect_left(middles, 2 * field.y0)
        last = bisect_left(middles, 2 * field.y1, first)
        found.append([box for _, box in placed[first:last]])
    return found


def _is_over(field: Field, box: Box) -> bool:
    return field.x0 <= (box.x0 + box.x1) / 2 <= field.x1


def _hugs(field: Field, inside: Sequence[Box]) -> bool:
    """True for a field that goes but little beyond the words in it."""
    high = max((box.bottom - box.top for box in inside), default=0.0)
    return (
        field.y1 - field.y0 <= _HIGHEST * high
        and field.x0 >= min(box.x0 for box in inside) - _SIDE * high
        and field.x1 <= max(box.x1 for box in inside) + _SIDE * high
        and field.y0 >= min(box.top for box in inside) - _OVER * high
        and field.y1 <= max(box.bottom for box in inside) + _OVER * high
    )


def _is_beside(field: Field, other: Field) -> bool:
    """True for another field on the same level, right beside this one: cells of a row."""
    same = abs(field.y0 - other.y0) <= 1 and abs(field.y1 - other.y1) <= 1
    apart = max(field.x0 - other.x1, other.x0 - field.x1)
    return same and -1 <= apart <= _ROW * (field.y1 - field.y0)


def _are_bars(ends: Sequence[float], behind: Iterable[bool]) -> bool:
    own = len({round(end) for end in ends})
    return len(ends) >= _BARS and own >= _ENDS * len(ends) and sum(behind) >= _BEHIND * len(ends)
