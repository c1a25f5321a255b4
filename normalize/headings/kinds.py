"""What the texts of a column are, besides names and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from normalize.figures import status
from normalize.figures.numbers import Figure
from normalize.headings.labels import group_of
from normalize.headings.periods import find_period

_LABEL_LONGEST = 40  # letters
# Share of the filled cells that must be periods, or benefit groups: one row of four may be misread,
# or of benefits that have no name here. Such a row is for a person.
_LABELS = 0.6
_MUNICIPALITIES = 98
_ONCE = 0.9  # share of the ranks that nobody else has
_IN_ORDER = 0.8  # share of the names that follow one another in the alphabet: Aabenraa does not
_REMARKS = 0.5  # share of the filled cells that must be words


def are(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    """True for texts that pass a test, most of them."""
    return bool(texts) and sum(test(text) for text in texts) >= _LABELS * len(texts)


def is_period(text: str) -> bool:
    """True for the name of a period."""
    return len(text) <= _LABEL_LONGEST and find_period(text) is not None


def is_group(text: str) -> bool:
    """True for a benefit group, or the word for all of them."""
    return len(text) <= _LABEL_LONGEST and group_of(text)[0] is not None


def are_words(texts: Sequence[str], figures: Sequence[Figure]) -> bool:
    """True for remarks: words that are no status, and no mark for a figure that is missing."""
    words = sum(
        not figure.missing and not any(map(str.isdigit, text)) and status.parse(text) is None
        for text, figure in zip(texts, figures, strict=True)
    )
    return bool(texts) and words > _REMARKS * len(texts)


def counts_rows(texts: Sequence[str]) -> bool:
    """True for ``1``, ``2.``, ``3``: numbers of the rows, which measure nothing."""
    counted = [str(number) for number in range(1, len(texts) + 1)]
    return len(texts) > 1 and [text.strip(" .)") for text in texts] == counted


def are_ranks(texts: Sequence[str], names: Sequence[str]) -> bool:
    """True for whole numbers from 1 to 98, hardly one of them twice, that do not count the rows.

    Numbers that rise with ``names`` in the order of the alphabet are those of a longer list.
    """
    numbers = [int(text) for one in texts if (text := one.strip(" .")).isdecimal()]
    ranked = [number for number in numbers if 1 <= number <= _MUNICIPALITIES]
    once = len(set(ranked)) >= _ONCE * len(ranked)
    rising = sum(a.casefold() < b.casefold() for a, b in pairwise(names))
    listed = ranked == sorted(ranked) and rising >= _IN_ORDER * (len(names) - 1)
    whole = 1 < len(ranked) == len(texts)
    return whole and once and not listed and not counts_rows(texts)
