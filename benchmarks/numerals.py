"""Whole numbers in Danish letters."""

from __future__ import annotations

# The words as one string each, as a reader counts them off.
_ONES = (
    "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten "
    "atten nitten"
)
_TENS = "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems"


def spelled(number: int) -> str:
    """A whole number from 0 to 99 in Danish letters: ``otteogfyrre``."""
    ones = _ONES.split()
    if number < len(ones):
        return ones[number]
    ten, one = _TENS.split()[number // 10 - 2], number % 10
    return f"{ones[one]}og{ten}" if one else ten
