"""What stands around a figure: its unit, footnote marks, marks that say there is none."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from normalize.model import Unit

_MISSING = {
    "": "empty",
    "-": "dash",
    "--": "dash",
    ".": "dots",
    "..": "dots",
    "...": "dots",
    "....": "dots",
    "*": "suppressed",
    "**": "suppressed",
    "/": "not_available",
    "n.a": "not_available",
    "na": "not_available",
    "n/a": "not_available",
    "i.a": "not_available",
    "u.a": "not_available",
    "i.o": "not_available",
    "i/o": "not_available",
    "i/a": "not_available",
    "uoplyst": "not_available",
    "ikke relevant": "not_available",
    "ingen data": "not_available",
    "ikke oplyst": "not_available",
    "diskretioneret": "suppressed",
}
_UNITS: tuple[tuple[re.Pattern[str], Unit | None], ...] = tuple(
    (re.compile(pattern + r"$", re.IGNORECASE), unit)
    for pattern, unit in (
        (r"\s*(?:pct\.?|procent|%)\s?-?\s?(?:point|enheder|pt\.?)\.?", Unit.PCT_POINT),
        (r"\s*(?<![a-z])p\.?p\.?", Unit.PCT_POINT),
        (r"\s*(?:%|pct\.{0,2}|procent)", Unit.PCT),
        (r"\s*(?:mio|mill?)\.?\s?(?:kr|kroner)?\.?", Unit.MIO_KR),
        (r"\s*(?:fuldtids)?personer", Unit.PERSONS),
    )
)
# "°/o", "%%", "%." or "%6" for "%", "pet," for "pct.": after a digit nothing else looks like that.
_PERCENT_MISREAD = re.compile(
    r"\s*(?:[°º]/[o0]|[o0]/[o0]|%[o%.\d]|9[o°]/[o0]|(?<=[\d ])[-.]?p[ce][ce]?[tl] ?[.,:;]?)$"
)
_PCT = re.compile(r"\d\s?pct\.?$", re.IGNORECASE)
_RANK = re.compile(r"^nr\.?\s*(?=\d)|^#\s*(?=\d)", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"(?:\*{1,3}|[†‡¹²³⁰⁴-⁹]+|\s+\(?\d{1,2}\)|(?<=[%.])\d\)|\s*\([a-z0-9]\)|\s+[a-z]\))$"
)
_DASHES = str.maketrans(dict.fromkeys("−–—‐‑‒﹣－÷", "-") | {"\u00ad": ""})
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u205f\u3000]+")

_SPACED = re.compile(r"(?<=\d)(?:\s,\s?|,\s)(?=\d)")


class Bare(NamedTuple):
    """A cell without what stands around its figure; ``reason`` where that had to be repaired."""

    body: str
    unit: Unit | None = None
    reason: tuple[str, ...] = ()


def missing(body: str) -> str | None:
    """The kind of a mark that says that there is no figure; None for any other text."""
    return _MISSING.get(body.casefold().rstrip(".") or body)


@lru_cache(maxsize=4096)  # a cell is asked about three times, and figures come again
def strip(text: str) -> Bare:
    """Take unit, footnote marks and odd spaces off a cell; dashes become ``-``."""
    body = unicodedata.normalize("NFC", text).translate(_DASHES)
    body = _SPACES.sub(" ", body).strip()
    reasons: tuple[str, ...] = ()
    if missing(body):
        return Bare(body)
    body = _FOOTNOTE.sub("", body).strip()
    unit: Unit | None = Unit.RANK if _RANK.match(body) else None
    body = _RANK.sub("", body)
    if not _PCT.search(body) and _PERCENT_MISREAD.search(body):
        body, unit, reasons = _PERCENT_MISREAD.sub("", body), Unit.PCT, ("number:percent",)
    for pattern, found in _UNITS:
        if unit is None and (match := pattern.search(body)) and match.start() > 0:
            body, unit = body[: match.start()], found
    body = _FOOTNOTE.sub("", body).strip()
    if _SPACED.search(body):
        body, reasons = _SPACED.sub(",", body), (*reasons, "number:space")
    return Bare(body, unit, reasons)
