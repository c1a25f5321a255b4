"""What a figure in a table looks like, in any language."""

from __future__ import annotations

import re

# A figure with at most a sign before and a unit or a footnote mark behind it.
FIGURE = re.compile(
    r"^[^\w]{0,3}\d[\d.,'’\s]*(?:[-–/]\d[\d.,]*)?\s*(?:%|pct\.?|kr\.?|mio\.?|[a-z]\)?)?[^\w]{0,3}$"
)
YEAR = re.compile(r"^\(?(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?\)?[*:]?$")
_MISSING = re.compile(r"^(?:[-–—:.*x]|\.\.+|…|n\.?a\.?|u\.a\.|nd)$", re.IGNORECASE)


def is_figure(text: str) -> bool:
    """True for a figure, or a sign that one is missing. A year may be a heading: not one."""
    return is_number(text) and not YEAR.match(text)


def is_number(text: str) -> bool:
    """True for a figure of any kind, or a sign that one is missing."""
    return bool(FIGURE.match(text)) or bool(_MISSING.match(text))


def number(text: str) -> float:
    """The rough value of a figure, for comparing figures with each other; nan for no figure."""
    digits = re.sub(r"[^\d.,−–-]", "", text).replace("−", "-").replace("–", "-")
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return float("nan")
