"""Blocks of a table that stand side by side and say the same: one lends the other its headings.

A roster set in two blocks has the same headings twice. Where a picture's reader lost one of them,
its twin tells what the column is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.model import Table
from normalize.figures import numbers, status
from normalize.headings.heading import Heading
from normalize.headings.row import is_sure
from normalize.prose.lexicon import is_known

_MOST = 0.5  # share of the filled cells that make a column one of figures, or of statuses


def lent(table: Table, headings: Sequence[Heading], names: Sequence[int]) -> list[Heading]:
    """The headings, those that name no measure replaced by the one in the same place of a twin.

    ``names`` are the columns (0-based) of municipalities, each of which begins a block. Twins
    have as many columns, of the same kinds, and no two headings that speak of different things.
    """
    found = list(headings)
    blocks = [range(start, end) for start, end in pairwise([*sorted(names), len(found)])]
    for block in blocks:
        for other in blocks:
            if other != block and _twins(table, headings, block, other):
                for place, twin in zip(block, other, strict=True):
                    if found[place].measure is None and _same(
                        found[place], headings[twin], sure=is_sure(table, place)
                    ):
                        found[place] = headings[twin]
    return found


def _same(lost: Heading, whole: Heading, *, sure: bool) -> bool:
    """True where what is left of a heading says nothing that its twin does not.

    Of words that were not read for ``sure``, unknown ones may be damage and say nothing.
    """
    said = {word for word in lost.text.casefold().split() if sure or is_known(word)}
    return said <= set(whole.text.casefold().split())


def _twins(table: Table, headings: Sequence[Heading], block: range, other: range) -> bool:
    if len(block) != len(other):
        return False
    pairs = list(zip(block[1:], other[1:], strict=True))
    known = [
        (headings[a], headings[b]) for a, b in pairs if headings[a].measure and headings[b].measure
    ]
    dated = [
        (headings[a].period, headings[b].period)
        for a, b in pairs
        if headings[a].period and headings[b].period
    ]
    return (
        bool(known)
        and all((a.measure, a.group, a.period) == (b.measure, b.group, b.period) for a, b in known)
        and all(a == b for a, b in dated)
        and all(_kind(table, a) == _kind(table, b) for a, b in pairs)
    )


def _kind(table: Table, place: int) -> str:
    """What stands in a column: figures, statuses or neither."""
    texts = [row[place].text for row in table.body if row[place].text.strip()]
    figures = sum(numbers.parse(text).number is not None for text in texts)
    statuses = sum(status.parse(text) is not None for text in texts)
    if statuses > _MOST * len(texts):
        return "status"
    return "figure" if figures > _MOST * len(texts) else ""
