"""Labels alone on their lines: names of groups, or parts of a label broken over two lines?"""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import Item
from extract.layout.lines import box_of

_SPACE = 0.35  # of the line height: a word space is no wider


def is_stub(row: Sequence[Item]) -> bool:
    """True for a line with nothing but a label."""
    return len(row) == 1 and row[0].first == 0


def room(rows: Sequence[Sequence[Item]]) -> float:
    """Where the labels of a table end, x in points: a longer one would have been broken."""
    return max(
        (row[0].span[1] for row in rows if row and row[0].first == row[0].last == 0), default=0
    )


def are_two(upper: Sequence[Item], lower: Sequence[Item], end: float) -> bool:
    """True for labels on two lines that are no two parts of one.

    Only one of them is bold, or the first word of the lower would have found room behind the
    upper (before ``end``), and nothing there says that it goes on.
    """
    if not upper or not lower or upper[0].first or lower[0].first:
        return False
    above, below = upper[0].words, lower[0].words
    if all(word.bold for word in above) != all(word.bold for word in below):
        return True
    if upper[0].text.endswith(("-", ",", "(", "/", "&")) or not below[0].text[0].isupper():
        return False
    last, first = box_of(above[-1]), box_of(below[0])
    space = _SPACE * (first.bottom - first.top)
    return last.x1 + space + first.x1 - first.x0 < end
