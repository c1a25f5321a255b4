"""The figures of a tagged sentence, each with the kinds of thing its nearest words let it be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a figure counts or measures."""

    SHARE = "pct."
    POINT = "procentpoint"
    PERSONS = "personer"
    RANK = "placering"
    PLACES = "pladser"
    KOMMUNER = "kommuner"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with ``decimals`` as printed, what it may be, and where it stands (characters)."""

    number: float
    decimals: int
    sorts: tuple[Sort, ...]
    start: int
    end: int


_NUMBER = re.compile(r"#(\d+)(?:,(\d+))?")
_WORDS = r"\s*(?:[a-zæøå-]+\s+)?"
_AFTER = (
    (Sort.POINT, re.compile(r"\s*(?:pct|procent)\.?\s*-?\s*point")),
    (Sort.SHARE, re.compile(r"\s*pct\b")),
    (Sort.PLACES, re.compile(r"\s*(?:pladser|placeringer|trin)\b")),
    (Sort.RANK, re.compile(r"\.?\s*-?\s*plads\b")),
    (Sort.KOMMUNER, re.compile(rf"{_WORDS}kommuner?\b")),
    (
        Sort.PERSONS,
        re.compile(
            rf"{_WORDS}(?:(?:fuldtids|helårs)?person(?:er)?\b|fuldtidsmodtagere\b|borgere\b|forsørgede\b"
            r"|\w*modtagere\b|faktiske?\b|(?:for)?ventede?\b)"
        ),
    ),
)
_BEFORE_RANK = re.compile(
    r"\b(?:nr\.?|nummer(?:et)?|plads(?:en)?|placering(?:en)?|rang(?:en)?)\s*(?:(?:er|som|på|var)\s+)?$"
)
_ELSE_AFTER = re.compile(  # time, money, the law's own numbers, the goals themselves
    r"\.?\s*(?:måned|år\b|års\b|uge|time|dag|samtale|tilbud\b|mio|mia|kr|halvår|kvartal|gang|m[åa]l\b|fokusm"
    r"|ydels|område|benefit|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december|kap|§|stk|[.:]\s*#|[-/]#?\d|ud\s+af)"
)
_ELSE_BEFORE = re.compile(
    r"(?:\b(?:tabel|bilag|figur|side|afsnit|punkt|lov|kapitel|stk|sag|jf|kl|uge|j|journal|§+)\.?\s*(?:nr\.?\s*)?"
    r"|\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s+"
    r"|\b(?:ud\s+)?af\s+(?:de\s+|landets\s+|i\s+alt\s+)*(?=#98)|[/-])$"
)
_ROUGHLY = re.compile(
    r"\b(?:ca|cirka|omkring|omtrent|knap|næsten|godt|lidt\s+(?:over|under|mere\s+end|mindre\s+end)"
    r"|mindst|højst|mere\s+end|mindre\s+end|minimum|maksimalt|over|under)\.?\s+(?:de\s+|på\s+)?$"
)
_SOME_YEAR = range(1990, 2040)
_RANKS = re.compile(r"plads|placer|\brang|\bnr\b|nummer|rykke|\bliste")
_PLAIN = (Sort.PERSONS, Sort.KOMMUNER)
_OPEN = (*_PLAIN, Sort.RANK, Sort.PLACES)


def quantities(tagged: str) -> tuple[Quantity, ...]:
    """The figures that may be of municipalities; not dates, numbers of tables, limits or bounds."""
    found = (_quantity(match, tagged) for match in _NUMBER.finditer(tagged))
    return tuple(one for one in found if one is not None)


def _quantity(match: re.Match[str], tagged: str) -> Quantity | None:
    lead, trail = tagged[: match.start()], tagged[match.end() :]
    decimals = len(match[2] or "")
    number = float(f"{match[1]}.{match[2] or 0}")
    sort = next((sort for sort, words in _AFTER if words.match(trail)), None)
    if sort not in (Sort.POINT, Sort.SHARE) and _BEFORE_RANK.search(lead):
        sort = Sort.RANK
    elif _ELSE_BEFORE.search(lead) or (sort is None and _ELSE_AFTER.match(trail)):
        return None
    if _ROUGHLY.search(lead) and not (sort is Sort.SHARE and decimals):
        return None
    if sort in (None, Sort.KOMMUNER) and not decimals and number in _SOME_YEAR:
        return None
    bare = (Sort.SHARE, Sort.POINT) if decimals else _OPEN if _RANKS.search(tagged) else _PLAIN
    sorts = (sort,) if sort else bare
    return Quantity(number, decimals, sorts, match.start(), match.end())
