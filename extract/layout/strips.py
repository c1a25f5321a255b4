"""Words on their side put together, a line of them one strip over its column.

One by one they stand on as many levels as the line has words, and each level takes in what the
headings beside it have there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.layout.lines import bounds, box_of
from extract.model import Word

_SHARED = 0.5  # part of the narrower of two words that lies over the other on one line
_SPACE = 1.0  # thicknesses of a line: a blank is 0.3 to 0.5 of it
_UPWARDS = 90


def stripped(words: Sequence[Word], apart: Collection[int] = ()) -> list[Word]:
    """The words, those of each line on its side as one word with blanks in it.

    Those with the ids ``apart`` belong to no table and stay as they are.
    """
    turned = [word for word in words if word.turned and id(word) not in apart]
    if len(turned) < 2:
        return list(words)
    strips: list[list[Word]] = []
    for word in sorted(turned, key=_in_reading_order):
        own = next((strip for strip in strips if _follows(strip[-1], word)), None)
        if own is None:
            strips.append([word])
        else:
            own.append(word)
    taken = set(map(id, turned))
    return [*(word for word in words if id(word) not in taken), *map(_joined, strips)]


def _joined(strip: Sequence[Word]) -> Word:
    if len(strip) == 1:
        return strip[0]
    text = " ".join(word.text for word in strip)
    sure = min(word.confidence for word in strip)
    return strip[0]._replace(text=text, box=bounds(map(box_of, strip)), confidence=sure)


def _in_reading_order(word: Word) -> tuple[int, float]:
    box = box_of(word)
    return word.turned, -box.bottom if word.turned == _UPWARDS else box.top


def _follows(before: Word, word: Word) -> bool:
    if before.turned != word.turned:
        return False
    a, b = box_of(before), box_of(word)
    thin = min(a.x1 - a.x0, b.x1 - b.x0)
    level = min(a.x1, b.x1) - max(a.x0, b.x0) >= _SHARED * thin
    gap = a.top - b.bottom if word.turned == _UPWARDS else b.top - a.bottom
    return level and -thin <= gap <= _SPACE * max(a.x1 - a.x0, b.x1 - b.x0)
