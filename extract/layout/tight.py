"""Lines of headings that nearly touch, as they do where they set the widths of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.layout.columns import Item, loose_items
from extract.layout.lines import Line, bounds, box_of
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
