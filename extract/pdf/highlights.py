"""Fields drawn behind words alone, as a highlighter does: no edge of theirs is a ruling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.model import Word
from extract.pdf.fields import Field

# In line heights: how far a field drawn behind words goes beyond them, to the sides and up or
# down. Word's and LibreOffice's end with the words, a web page's badge has 0.2 to 0.4 of padding;
# a cell's own padding is more, or the cells of its row stand beside it.
_SIDE, _OVER = 0.4, 0.6
_HIGHEST = 2.2  # line heights: a field of several lines is a cell or a box
_ROW = 0.6  # line heights of white between the filled cells of one row, at most


def without_highlights(fields: Sequence[Field], words: Sequence[Word]) -> list[Field]:
    """The fields (upright, y from the top) save the highlighted words'."""
    placed = sorted((w.box.top + w.box.bottom, w.box) for w in words if w.box is not None)
    middles = [middle for middle, _ in placed]
    levels: dict[int, list[Field]] = {}
    for field in fields:
        levels.setdefault(round(field.y0), []).append(field)
    kept = []
    for field in fields:
        first = bisect_left(middles, 2 * field.y0)
        last = bisect_left(middles, 2 * field.y1, first)
        inside = [
            box for _, box in placed[first:last] if field.x0 <= (box.x0 + box.x1) / 2 <= field.x1
        ]
        high = max((box.bottom - box.top for box in inside), default=0.0)
        if field.y1 - field.y0 > _HIGHEST * high or not (
            field.x0 >= min(box.x0 for box in inside) - _SIDE * high
            and field.x1 <= max(box.x1 for box in inside) + _SIDE * high
            and field.y0 >= min(box.top for box in inside) - _OVER * high
            and field.y1 <= max(box.bottom for box in inside) + _OVER * high
            and not any(
                _beside(field, other, _ROW * high)
                for level in range(round(field.y0) - 1, round(field.y0) + 2)
                for other in levels.get(level, ())
            )
        ):
            kept.append(field)
    return kept


def _beside(field: Field, other: Field, near: float) -> bool:
    """True for another field on the same level, right beside this one."""
    level = abs(field.y0 - other.y0) <= 1 and abs(field.y1 - other.y1) <= 1
    apart = max(field.x0 - other.x1, other.x0 - field.x1)
    return level and -1 <= apart <= near
