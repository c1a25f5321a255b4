"""What a figure in a table looks like, in any language."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS = r"\d[\d.,'’\s]*"
# A figure with at most a sign before and a unit or a footnote mark behind it.
FIGURE = re.compile(
    rf"^[^\w]{{0,3}}{_DIGITS}(?:[-–/]\d[\d.,]*)?\s*(?:%|pct\.?|kr\.?|mio\.?|[a-z]\)?)?"
    r"[\W¹²³⁰⁴-⁹]{0,3}$"
)
# Two in one cell: a standard error, a share or a margin behind the figure.
_PAIR = re.compile(r"^(\S+)\s*([(\[±]\s*\S+)$")
_KNOWN = 4096  # texts kept: a table's cells are asked about some ten times each
_LONGEST = 40  # letters of such a pair
YEAR = re.compile(r"^\(?(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?\)?[*:a-z†‡¹²³]?$")
_MISSING = re.compile(
    r"^(?:[-–—]{1,3}|[:.*x†‡]|\.\.+|…|na\.?|n/a|(?:[^\W\d_]\. ?){2}|nd|\((?:na|[a-z]|\d)\))$",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(?:\(?[\da-z]{1,2}\)|[*†‡¹²³⁰⁴-⁹]{1,3})$", re.IGNORECASE)
_CURRENCY = frozenset("$€£¥")
_GROUP = re.compile(r"^\d{3}(?:[.,]\d+)?\W?$")
_WHOLE = re.compile(r"^[-–−+$€£]{0,2}\d[\d.,]+%?$")


@lru_cache(_KNOWN)
def is_figure(text: str) -> bool:
    """True for a figure, or a sign that one is missing. A year may be a heading: not one."""
    return is_number(text) and not YEAR.match(text)


@lru_cache(_KNOWN)
def is_number(text: str) -> bool:
    """True for a figure of any kind, or a sign that one is missing."""
    if FIGURE.match(text) or _MISSING.match(text):
        return True
    pair = _PAIR.match(text) if len(text) <= _LONGEST else None
    return pair is not None and all(FIGURE.match(part) for part in pair.groups())


def is_mark(text: str) -> bool:
    """True for the mark of a footnote by itself."""
    return _MARK.match(text) is not None


def is_currency(text: str) -> bool:
    """True for a sign of money without its figure; it may stand at the other end of its cell."""
    return text in _CURRENCY


@lru_cache(_KNOWN)
def are_two(left: str, right: str) -> bool:
    """True for figures that can't be one, however close: ``34,583`` and ``220,226``.

    ``34 583`` can: its second part may be thousands. After ``(1.69)`` another one begins.
    """
    if not _WHOLE.match(right):
        return False
    if left.startswith("(") and left.endswith(")"):
        return is_number(left)
    if not _WHOLE.match(left):
        return False
    return not _GROUP.match(right) or any(sign in left for sign in ",.")


def number(text: str) -> float:
    """The rough value of a figure, for comparing figures with each other; nan for no figure."""
    digits = re.sub(r"[^\d.,−–-]", "", text).replace("−", "-").replace("–", "-")
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return float("nan")
