"""Benefit groups over a table's columns: do they stand over the columns that are theirs?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from normalize.headings.heading import Heading
from normalize.model import Group, Measure

_WORD = re.compile(r"[^\W\d_]{3,}")
_FOR_ALL = re.compile(r"al[lt]|saml|total|ydelse|tilsammen|hele|under|offentlig|forsørg|ialt")
REASON = "heading:group"  # doubt: which benefits a picture's column is about
_BOUND = frozenset({Measure.FORVENTET, Measure.FAKTISK, Measure.DIFFERENCE})  # of one group each


def shifted(columns: Iterable[tuple[int | None, Heading]]) -> frozenset[int | None]:
    """The blocks whose groups do not have the same measures: a heading over several is misplaced.

    ``columns`` are the block of each column (what it shares with the others of its own names) and
    its heading. What stands once beside the groups, such as a rank, is none of theirs.
    """
    held: dict[int | None, dict[Group, set[Measure]]] = defaultdict(lambda: defaultdict(set))
    for block, heading in columns:
        if heading.measure is not None:
            held[block][heading.group].add(heading.measure)
    return frozenset(block for block, groups in held.items() if _uneven(groups))


def is_odd(heading: Heading, beside: Iterable[Heading]) -> bool:
    """True where what is for all may be for a group that nobody could read (``A-dacdenge``).

    Those ``beside`` it have groups, and its heading says something that none of theirs do.
    """
    if heading.group is not Group.ALLE or heading.measure is None:
        return False
    alike = [other for other in beside if other.measure is heading.measure]
    theirs = {word for other in alike for word in _WORD.findall(other.text.casefold())}
    grouped = any(other.group is not Group.ALLE for other in alike)
    return grouped and any(
        word not in theirs and not _FOR_ALL.match(word)
        for word in _WORD.findall(heading.text.casefold())
    )


def _uneven(groups: Mapping[Group, set[Measure]]) -> bool:
    """True where two groups, or one and what has none, differ in the measures that groups have."""
    own = [measures for group, measures in groups.items() if group is not Group.ALLE]
    theirs = set().union(*own)
    for_all = groups.get(Group.ALLE, set()) & (theirs | (_BOUND if theirs & _BOUND else set()))
    compared = [*own, for_all] if for_all else own
    return any(measures != compared[0] for measures in compared)
