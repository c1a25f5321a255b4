"""How a figure must stand to a limit."""

from __future__ import annotations

from enum import StrEnum

# A limit and a share are decimals with at most two digits printed; subtracting such numbers from
# 100 leaves binary dust around 1e-14, so comparisons are made on six decimals.
PRECISION = 6


def hidden(decimals: int) -> float:
    """How far a share may lie from what is printed, in per cent, where that may hide a limit.

    19,6 and 20,4 are both printed as 20, and goals are measured on shares as they are.
    """
    return 0.0 if decimals else 0.5


class Comparison(StrEnum):
    """How a figure must stand to the limit for the goal to be met."""

    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    def holds(self, left: float, right: float) -> bool:
        """Whether ``left`` compares to ``right`` this way, on six decimals."""
        left, right = round(left, PRECISION), round(right, PRECISION)
        if self is Comparison.LESS:
            return left < right
        if self is Comparison.AT_MOST:
            return left <= right
        return left > right if self is Comparison.MORE else left >= right

    def holds_within(self, left: float, right: float, reach: float) -> bool | None:
        """Whether all within ``reach`` of ``left`` compares so; None where only some of it does."""
        least, most = (self.holds(left + by, right) for by in (-reach, reach))
        return least if least is most else None

    @property
    def mirrored(self) -> Comparison:
        """The same demand on the other share: ``>= 80`` that got it is ``<= 20`` that did not."""
        pairs = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        return Comparison(pairs[self.value])

    @property
    def opposite(self) -> Comparison:
        """What holds when this does not: ``< 20`` fails from ``>= 20`` on."""
        pairs = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}
        return Comparison(pairs[self.value])
