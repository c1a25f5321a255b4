"""A scanned figure one plausible misreading away: would the contradiction then be gone?

What readers do to figures, by shape: one digit for another that looks like it, and a decimal comma
lost (measured on scanned notater: ``9,1%`` read as ``91%``, ``32,1%`` as ``321%``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rules.derived.figures import Figure
from rules.wording.danish import number

_LIKE = {
    "0": "68",
    "1": "7",
    "3": "85",
    "5": "63",
    "6": "850",
    "7": "1",
    "8": "360",
    "4": "9",
    "9": "4",
    "2": "",
}


def dissolved(figure: Figure, holds: Callable[[float], bool]) -> str:
    """What to add to a contradiction that another plausible reading of a scanned cell dissolves.

    Empty for a figure that was not scanned, or that no such reading brings into line.
    """
    if not figure.scanned or figure.number is None:
        return ""
    for value in _readings(figure.number, figure.decimals):
        if holds(value):
            shown = number(value, figure.decimals)
            return f"; cellen er læst fra et billede, og læst som {shown} ville det passe"
    return ""


def _readings(value: float, decimals: int) -> Iterator[float]:
    """The values one digit away by shape, then the one whose comma was lost."""
    printed = f"{value:.{decimals}f}"
    for place, digit in enumerate(printed):
        for other in _LIKE.get(digit, ""):
            if other == "0" and not place:
                continue  # no figure is printed with a nought in front
            yield float(f"{printed[:place]}{other}{printed[place + 1 :]}")
    if not decimals and value >= 10:
        yield value / 10
