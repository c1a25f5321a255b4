"""Lines outside the tables as paragraphs, and what each of them is on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise, permutations

from rapidfuzz import fuzz

from extract.layout.captions import caption_number, is_label, is_note
from extract.layout.lines import Line, bounds
from extract.model import Box, Paragraph, Role

_APART = 0.75  # of the line height: more white above a line begins a paragraph
_LARGER = 1.12  # times the body's size: a heading
_ITEM = re.compile(r"^(?:[•·▪◦‣–—\-]|\d{1,2}[.)]|[a-z]\))\s+\S")
_MARGIN = 0.15  # part of the page's height where running heads and feet stand
_ENDS = 4  # lines at either end of a page that may be one
_MUCH_LIKE = 60  # of 100; ``Sider`` and ``Side 2`` have 73
_MOSTLY = 80  # of 100, digits apart; ``Notat- t-side 1`` and ``Notat side 2`` have 92
_TINY = 3  # signs of a page number, however it was read
_LEVEL = 8.0  # points: running heads may shift by this from page to page
_PART = 0.01  # of the page's height, as much
PAGE_NUMBER = re.compile(
    r"^\W{0,8}(?:side|page|s\.|p\.)?\W{0,4}\d{1,4}\s*(?:(?:af|/|of|von)\s*\d{1,4})?\W{0,8}$", re.I
)

_Like = tuple[str, str, int]


def paragraphs(lines: Sequence[tuple[int, Line]], page: int, body: float) -> list[Paragraph]:
    """Numbered lines (1-based on the page) as paragraphs; ``body`` is the text's size."""
    groups: list[list[tuple[int, Line]]] = []
    for number, line in lines:
        if groups and not _begins(groups[-1], number, line):
            groups[-1].append((number, line))
        else:
            groups.append([(number, line)])
    return [_paragraph(group, page, body) for group in groups]


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[set[int]]:
    """Indices of the lines of each page that are running heads, feet or page numbers.

    They stand at an end of the page and come again, digits apart, at the same height on
    another page, in points or as a part of it: no two photographs are cut alike. A page number
    needs no second page.
    """
    edge: list[dict[int, tuple[_Like, _Like]]] = []
    for lines, height in zip(pages, heights, strict=True):
        order = [i for _, i in sorted((line.box.top, i) for i, line in enumerate(lines))]
        ends = {*order[:_ENDS], *order[-_ENDS:]}
        edge.append({i: _alike(lines[i], height) for i in ends if _is_outer(lines[i], height)})
    seen = Counter(one for likes in edge for one in {*chain.from_iterable(likes.values())})
    found = []
    for lines, height, likes in zip(pages, heights, edge, strict=True):
        found.append(
            {
                index
                for index, two in likes.items()
                if any(_comes_again(one, seen) for one in two)
                or (PAGE_NUMBER.match(lines[index].text) and _is_outer(lines[index], height))
            }
        )
    placed = [
        [(lines[i].box, two[0][0]) for i, two in likes.items()]
        for lines, likes in zip(pages, edge, strict=True)
    ]
    for here, there in (
        (a, b) for one in pairwise(range(len(pages))) for a, b in permutations(one)
    ):
        found[here] |= {
            index
            for index, own in zip(edge[here], placed[here], strict=True)
            if any(_much_alike(own, other) for other in placed[there])
        }
    feet = [
        (lines[i], height)
        for lines, height, some in zip(pages, heights, found, strict=True)
        for i in some
    ]
    known = {(round(line.box.x0), round(line.box.top)): (line, high) for line, high in feet}
    for lines, height, likes, some in zip(pages, heights, edge, found, strict=True):
        some |= {
            index
            for index in likes
            if any(_stands_for(lines[index], one, height / high) for one, high in known.values())
        }
    return found


def _stands_for(line: Line, known: Line, larger: float) -> bool:
    """A foot read badly from a picture, ``Sider`` for ``Side 1``: in its place and much like it.

    Two signs in the place of a foot no larger (``z`` for the page number 2) need not be like it.
    ``larger`` is the height of the line's page by that of the other.
    """
    shifts = [abs(line.box.top - part * known.box.top) for part in (1.0, larger)]
    beside = abs(line.box.x0 - known.box.x0) + min(shifts) < _LEVEL
    tiny = max(len(line.text), len(known.text)) <= _TINY
    return beside and (tiny or fuzz.ratio(line.text, known.text) >= _MUCH_LIKE)


def _much_alike(one: tuple[Box, str], other: tuple[Box, str]) -> bool:
    """Two feet that a picture's readers both read badly, but for their place and most letters."""
    (a, text), (b, like) = one, other
    beside = abs(a.x0 - b.x0) + abs(a.top - b.top) < _LEVEL
    return beside and "#" in text and fuzz.ratio(text, like) >= _MOSTLY


def _alike(line: Line, height: float) -> tuple[_Like, _Like]:
    """What the same line on another page has too: text and height, in points or of the page.

    Digits and signs apart: a dash comes out of a scan as one of three.
    """
    text = re.sub(r"[^\w#]+", " ", re.sub(r"\d+", "#", line.text)).strip().lower()
    part = line.box.top / max(height, 1.0)
    return (text, "points", round(line.box.top / _LEVEL)), (text, "part", round(part / _PART))


def _comes_again(one: _Like, seen: Counter[_Like]) -> bool:
    text, of, level = one
    return sum(seen[text, of, level + step] for step in (-1, 0, 1)) > 1


def _is_outer(line: Line, height: float) -> bool:
    return line.box.bottom < _MARGIN * height or line.box.top > (1 - _MARGIN) * height


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in points that most characters are set in, 0 where there are none."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            for word in line.words:
                sizes[round(2 * _size(word.size, line)) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _size(size: float | None, line: Line) -> float:
    return size if size is not None else line.height


def _line_size(line: Line) -> float:
    return max((_size(word.size, line) for word in line.words), default=line.height)


def _begins(group: list[tuple[int, Line]], number: int, line: Line) -> bool:
    last_number, last = group[-1]
    if number != last_number + 1 or line.box.top - last.box.bottom > _APART * line.height:
        return True
    if abs(_line_size(line) - _line_size(last)) > 0.1 * _line_size(last):
        return True
    if _bold(line) != _bold(last) and (_bold(line) or len(group) == 1):
        return True
    text = line.text
    if _ITEM.match(text) or caption_number(text) is not None or is_label(text) or is_note(text):
        return True
    return last.box.bottom > line.box.bottom


def _bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


def _paragraph(group: list[tuple[int, Line]], page: int, body: float) -> Paragraph:
    lines = tuple(line.text for _, line in group)
    size = _line_size(group[0][1])
    bold = all(_bold(line) for _, line in group)
    return Paragraph(
        lines=lines,
        page=page,
        line=group[0][0],
        role=_role(lines, size, bold, body),
        box=bounds(line.box for _, line in group),
        size=round(size, 2),
    )


def _role(lines: tuple[str, ...], size: float, bold: bool, body: float) -> Role:
    first = lines[0]
    if caption_number(first) is not None and len(lines) <= 4:
        return Role.CAPTION
    if is_note(first):
        return Role.NOTE
    if _ITEM.match(first):
        return Role.ITEM
    short = len(lines) <= 3 and not lines[-1].rstrip().endswith((".", ",", ";"))
    if short and (bold or (body and size >= _LARGER * body)):
        return Role.HEADING
    return Role.TEXT
