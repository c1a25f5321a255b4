"""Running heads and feet that count the pages, told before anyone looks for tables.

One that stands in the columns of the table below it would be taken for its heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.layout.lines import box_of
from extract.model import Page, Word

_APART = 1.5  # times its own thickness that a turned line stands off the text of the page

_Count = tuple[tuple[str, ...], int]


def folios(pages: Sequence[Page]) -> list[frozenset[int]]:
    """The ids of the words of each page's first and last line, where these count the pages.

    Such a line comes again on another page, but for one number that rises as the pages do. With
    them the lines that run up or down beside all the text: heads and feet of a page on its side.
    """
    ends = [[*_ends(page)] if len(pages) > 1 else [] for page in pages]
    counts = [
        [frozenset(_counts(line, page.number)) for line in lines]
        for page, lines in zip(pages, ends, strict=True)
    ]
    seen = Counter(count for lines in counts for one in lines for count in one)
    return [
        frozenset(
            id(word)
            for line, own in zip(lines, found, strict=True)
            if any(seen[count] > 1 for count in own)
            for word in line
        )
        | frozenset(map(id, _beside(page)))
        for lines, found, page in zip(ends, counts, pages, strict=True)
    ]


def _ends(page: Page) -> Iterator[list[Word]]:
    """The words of the first and of the last line, from left to right."""
    words = [word for word in page.words if word.box is not None and not word.turned]
    for outer in (min(words, key=_middle), max(words, key=_middle)) if words else ():
        box = box_of(outer)
        level = [word for word in words if box.top < _middle(word) < box.bottom]
        yield sorted(level, key=lambda word: box_of(word).x0)


def _beside(page: Page) -> Iterator[Word]:
    """The turned words to the left or right of everything that is not turned, well off it."""
    turned = [word for word in page.words if word.turned]
    if not turned:  # most pages
        return
    boxes = [word.box for word in page.words if word.box is not None and not word.turned]
    left = min((box.x0 for box in boxes), default=0.0)
    right = max((box.x1 for box in boxes), default=page.width)
    for word in turned:
        box = box_of(word)
        white = _APART * (box.x1 - box.x0)
        if box.x1 + white <= left or box.x0 - white >= right:
            yield word


def _counts(line: Sequence[Word], page: int) -> Iterator[_Count]:
    """Each way to read the line as its page's number: the other words, and its distance to that."""
    texts = [word.text for word in line]
    for place, text in enumerate(texts):
        if text.isdecimal() and len(text) <= 3:
            yield (*texts[:place], "", *texts[place + 1 :]), int(text) - page


def _middle(word: Word) -> float:
    box = box_of(word)
    return (box.top + box.bottom) / 2
