"""Measuring periods in Danish words → `Period`: years, months, half-years and quarters."""

from __future__ import annotations

import re
from collections.abc import KeysView

from normalize.model import Month, Period

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_FIRST, _LAST = 2010, 2039  # years a note on this supervision (law of 2014) can be about

_YEAR = r"(20[123]\d)"
_MONTH = r"\b(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\.?"
_TO = r"\s*(?:[-–—−=~_]{1,2}|/|til og med|t\.?o\.?m\.?|til|og|frem til)\s*"
_PART = r"\b(?:(1|2|første|andet|i|ii)\.?\s*halv[aåé]r)"
_QUARTER = r"\b([1-4])\.?\s*kv(?:artal|t)?\.?"
# Twelve months told by their end: ``12 måneder til juni 2021``, ``året frem til 2. kvartal 2022``.
_ROLLING = re.compile(
    r"(?:\b(?:12|tolv)\s*(?:måneder|mdr[.,]?)|\b(?:rullende|løbende)?\s*år(?:et)?)\s+"
    r"(?:(?:frem|op|der\s+slutter)\s+)?(?:til(?:\s+og\s+med)?|t\.?\s?o\.?\s?m\.?)\s+"
    rf"(?:(?:udgangen|slutningen)\s+af\s+|ultimo\s+)?(?:{_MONTH}|{_QUARTER}|{_PART})\s*{_YEAR}",
    re.I,
)
_NUMERIC = re.compile(rf"\b(0?[1-9]|1[0-2])[./-]{_YEAR}{_TO}(0?[1-9]|1[0-2])[./-]{_YEAR}\b")
_MONTHS = re.compile(rf"{_MONTH}\s*{_YEAR}?{_TO}(?:\d{{1,2}}\.\s*)?{_MONTH}\s*{_YEAR}", re.I)
_BRIEF = re.compile(rf"{_MONTH}\s*['’]?([123]\d){_TO}{_MONTH}\s*['’]?([123]\d)(?!\d)", re.I)
_HALVES = re.compile(rf"{_PART}\s*{_YEAR}?{_TO}{_PART}\s*{_YEAR}", re.I)
_HALF = re.compile(rf"{_PART}\s*{_YEAR}", re.I)
_H = re.compile(rf"\b(?:{_YEAR}\s?)?[hH]([12])\s?{_YEAR}?")
_QUARTERS = re.compile(rf"{_QUARTER}\s*{_YEAR}?{_TO}{_QUARTER}\s*{_YEAR}", re.I)
_ONE_QUARTER = re.compile(rf"{_QUARTER}\s*{_YEAR}", re.I)
_YEARS = re.compile(rf"(?<![\d.,/-]){_YEAR}(?![\d/]|[.,-]\d)")
_DATED = re.compile(rf"\b\d{{1,2}}\.?\s*{_MONTH}\s*{_YEAR}", re.I)
_SINCE = re.compile(  # a year that says since when, not what was measured
    rf"\b(?:siden|(?:for|efter)[aåé]ret|sommeren|vinteren|primo|medio|ultimo)\s*{_YEAR}"
    rf"|\bsidste\s+gang\b[^.]{{0,80}}?{_YEAR}",
    re.I,
)
# When one decides, not what was measured: ``Nye i 2025``, ``Omfattet fra april 2024``.
_DECIDED = re.compile(
    r"\b(?:nye?|fortsæt\w*|forlæng\w*|udgå\w*|omfatte\w*|indtræd\w*|udtræd\w*|afgør\w*|møder?|"
    r"indkald\w*)\s+(?:(?:kommuner|møder?|tilsyn|i|fra|til|ved|pr\.?|den|året|foråret|efteråret)"
    rf"\s+){{1,4}}(?:\d{{1,2}}\.\s*)?(?:{_MONTH}\s*)?{_YEAR}",
    re.I,
)
_YEAR_AFTER_MONTH = re.compile(rf"{_MONTH}\s*{_YEAR}", re.I)
# One end of a span whose other is gone: ``juni 2021``, ``2. halvår 2020 –``, ``2021- juni 2022``.
_ONE_END = re.compile(
    rf"^\W*{_MONTH}\s*{_YEAR}\W*$"
    rf"|{_YEAR}\s*(?:[-–—−]|\btil\b)\s*(?:$|20\d\d|{_MONTH})|^\W*[-–—−]\s*(?:{_MONTH}|{_YEAR}|{_PART})",
    re.I,
)


def find_period(text: str) -> Period | None:
    """The first measuring period a text states; None where it states none.

    Spans win over single years; a year that only dates something (``18. marts 2025``,
    ``april 2025``) is no period.
    """
    if "20" not in text and not _BRIEF.search(text):  # most sentences have no year
        return None
    plain = " ".join(text.split())
    return _span(plain) or _year(plain)


def _span(plain: str) -> Period | None:
    """The first period that a text states by both its ends, or by its length and one of them."""
    for reader in (_rolling, _months, _brief, _numeric, _halves, _quarters):
        period = reader(plain)
        if period is not None and period.start <= period.end:
            return period
    return None


def period_in(text: str, main: Period | None) -> Period | None:
    """The period a caption states; ``main``, the note's, where its years are several with that.

    ``Kommuner, som i 2025 bliver omfattet på baggrund af 2024``.
    """
    found = find_period(text)
    if found is None or main is None or found.start.year == main.start.year:
        return found
    several = found == Period.of_year(found.start.year) and main == Period.of_year(main.start.year)
    return main if several and main.start.year in _years(text) else found


def undecided(text: str) -> str:
    """A caption without the years in which something was decided: it measures another."""
    return _DECIDED.sub(" ", text)


def is_broken(text: str) -> bool:
    """True where a heading says one end of a span, and no whole one: when is then not known."""
    plain = " ".join(text.split())
    return _ONE_END.search(plain) is not None and _span(plain) is None


def is_whole(text: str) -> bool:
    """True where a text states a period by both its ends, or by its length and one of them."""
    return _span(" ".join(text.split())) is not None


def is_ahead(period: Period, date: str) -> bool:
    """True for a period that was not over on an ISO date within it: a plan, or when one decides.

    A date that lies before the period may well be misread, and speaks against nothing.
    """
    if not date:
        return False
    written = Month(int(date[:4]), int(date[5:7]))
    return period.start <= written < period.end


def only_period(text: str) -> Period | None:
    """The one measuring period a text speaks of; None where it speaks of several, or of none."""
    measured = _SINCE.sub(" ", text)
    period = find_period(measured)
    if period is None:
        return None
    return period if _years(text) <= {period.start.year, period.end.year} else None


def _rolling(text: str) -> Period | None:
    match = _ROLLING.search(text)
    if match is None:
        return None
    month, quarter, half, last_year = match.groups()
    last = _SHORT[month.lower()] if month else 3 * int(quarter) if quarter else 6 * _half(half)
    year = int(last_year)
    first = Month(year, 1) if last == 12 else Month(year - 1, last + 1)
    return Period(first, Month(year, last))


def _months(text: str) -> Period | None:
    match = _MONTHS.search(text)
    if match is None:
        return None
    first, first_year, last, last_year = match.groups()
    start, end = _SHORT[first.lower()], _SHORT[last.lower()]
    year = int(first_year) if first_year else int(last_year) - (start > end)
    return Period(Month(year, start), Month(int(last_year), end))


def _brief(text: str) -> Period | None:
    """``jul 21 – jun 22``: a year at most, as two days of a month look the same."""
    match = _BRIEF.search(text)
    if match is None:
        return None
    first, first_year, last, last_year = match.groups()
    start = Month(2000 + int(first_year), _SHORT[first.lower()])
    end = Month(2000 + int(last_year), _SHORT[last.lower()])
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    return Period(start, end) if 1 <= months <= 12 else None


def _numeric(text: str) -> Period | None:
    match = _NUMERIC.search(text)
    if match is None:
        return None
    first, first_year, last, last_year = (int(part) for part in match.groups())
    return Period(Month(first_year, first), Month(last_year, last))


def _halves(text: str) -> Period | None:
    if match := _HALVES.search(text):
        first, last = _half(match[1]), _half(match[3])
        last_year = int(match[4])
        first_year = int(match[2]) if match[2] else last_year - (first > last)
        return Period(Month(first_year, 6 * first - 5), Month(last_year, 6 * last))
    alone = [(int(match[2]), _half(match[1])) for match in _HALF.finditer(text)]
    if alone:
        (year, half), (next_year, other) = alone[0], alone[min(1, len(alone) - 1)]
        follows = 2 * next_year + other == 2 * year + half + 1  # whatever a scan has for the dash
        end = Month(next_year, 6 * other) if follows else Month(year, 6 * half)
        return Period(Month(year, 6 * half - 5), end)
    spans = [
        (int(match[1] or match[3]), int(match[2]))
        for match in _H.finditer(text)
        if match[1] or match[3]
    ]
    if not spans:
        return None
    (year, half), (last_year, last) = spans[0], spans[min(1, len(spans) - 1)]
    return Period(Month(year, 6 * half - 5), Month(last_year, 6 * last))


def _half(word: str) -> int:
    return 1 if word.lower() in {"1", "første", "i"} else 2


def _quarters(text: str) -> Period | None:
    if match := _QUARTERS.search(text):
        first, last, last_year = int(match[1]), int(match[3]), int(match[4])
        first_year = int(match[2]) if match[2] else last_year - (first > last)
        return Period(Month(first_year, 3 * first - 2), Month(last_year, 3 * last))
    if match := _ONE_QUARTER.search(text):
        quarter, year = int(match[1]), int(match[2])
        return Period(Month(year, 3 * quarter - 2), Month(year, 3 * quarter))
    return None


def _year(text: str) -> Period | None:
    years = _years(text)
    return Period.of_year(next(iter(years))) if years else None


def _years(text: str) -> KeysView[int]:
    """The years a text names that date nothing, in its order."""
    undated = _YEAR_AFTER_MONTH.sub(" ", _DATED.sub(" ", text))
    years = (int(match[1]) for match in _YEARS.finditer(undated))
    return {year: None for year in years if _FIRST <= year <= _LAST}.keys()
