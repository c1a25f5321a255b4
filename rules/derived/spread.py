"""A figure of all municipalities, or some, in one period: who is where, and what is their mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median

from normalize.model import Measure, Municipality, Period
from rules.case import Case
from rules.derived.amounts import amount
from rules.derived.derive import Universe
from rules.grammar.counts import ALL
from rules.grammar.doubts import narrows
from rules.grammar.superlatives import Scale
from rules.sentences.tables import short_table

# Highest or mean of something else than the share.
_ELSE = re.compile(
    r"\b(?:antal\w*|placer\w*|fremgang\w*|tilbagegang\w*|stigning\w*|fald\w*|forbedr\w*|ændring\w*"
    r"|omegn\w*|område\w*|øvrige|median\w*|udvikling\w*|forskel\w*|spredning\w*|vækst\w*|udgift\w*"
    r"|ledighed\w*|tidligere|sidste år|året (?:før|for))\b"
)
_ELSEWHERE = (
    r"\bregion\w*|\bside[nr]\b|\b(?:nord|syd|øst|vest|midt)\w*|\w*(?:sjælland|jylland|fyn)s?\b"
    r"|\bhovedstad\w*|\bklynge\w*|\bby(?:er|erne)\b|\bøer\w*|\bkommunegruppe\w*|\ben af\b"
)
_PART = re.compile(_ELSEWHERE)
_AMONG = re.compile(rf"\b(?:blandt|af disse|af de|af dem)\b|{_ELSEWHERE}")
_WHOLE = re.compile(
    r"\b(?:ud\s+)?(?:af|blandt)\s+(?:de|alle|samtlige|landets)(?:\s+landets)?\s+"
    r"(?:#98\s+)?kommuners?\b(?!,?\s+(?:der|som|i)\b)|\bandelen\w*\s+af\s+de\b"
)


@dataclass(frozen=True, slots=True)
class Spread:
    """Code → figure (a share in percent, else as printed), for everyone known for certain."""

    shares: dict[str, float]
    known: dict[str, Municipality]
    whole: int = ALL  # how many there are to know of: all, or those of the note's only table

    @property
    def full(self) -> bool:
        """Whether everyone's share is known."""
        return len(self.shares) == self.whole

    @property
    def among(self) -> str:
        """Who are spoken of where it is not all 98: `` af de 6 kommuner i tabellen``."""
        return "" if self.whole == ALL else f" af de {self.whole} kommuner"

    @property
    def mean(self) -> float:
        """The simple mean."""
        return sum(self.shares.values()) / len(self.shares)

    @property
    def median(self) -> float:
        """The figure of the one in the middle, or the mean of the two there."""
        return median(self.shares.values())

    def beyond(self, code: str, *, highest: bool) -> list[Municipality]:
        """Those with a higher (or lower) share than one municipality, the farthest first."""
        own = self.shares[code]
        found = [
            one for one, share in self.shares.items() if (share > own if highest else share < own)
        ]
        found.sort(key=lambda one: self.shares[one], reverse=highest)
        return [self.known[one] for one in found]

    def level(self, code: str) -> int:
        """How many others have just the same share."""
        return sum(share == self.shares[code] for share in self.shares.values()) - 1


def spread(case: Case, measure: Measure, period: Period | None, *, within: bool) -> Spread:
    """The shares the note gives for a period, in the polarity of ``measure``.

    ``within``: those of the note's only table are meant where it is a short one.
    """
    return over(case, measure, period, short_table(case) if within else None)


def over(case: Case, measure: Measure, period: Period | None, who: Universe | None) -> Spread:
    """A figure of those ``who`` are, or of all."""
    known = dict(case.figures.municipalities(period))
    if who is not None:
        known = {code: one for code, one in known.items() if code in who.codes}
    found = {code: amount(case, code, measure, period) for code in known}
    return Spread(
        {code: figure for code, figure in found.items() if figure is not None},
        known,
        ALL if who is None else len(who.codes) + who.unread,
    )


def scaled(case: Case, found: Spread, period: Period | None, scale: Scale) -> Spread:
    """The same with what is held of each difference: its size, or its part of what was expected."""
    if scale is Scale.PLAIN:
        return found
    if scale is Scale.SIZE:
        return replace(found, shares={code: abs(one) for code, one in found.shares.items()})
    expected = {code: amount(case, code, Measure.FORVENTET, period) for code in found.shares}
    parts = {code: one / of for code, one in found.shares.items() if (of := expected[code])}
    return replace(found, shares=parts)


def of_others(clause: str) -> bool:
    """Whether a tagged clause speaks of something else than the share."""
    return bool(_ELSE.search(clause))


def of_a_part(tagged: str) -> bool:
    """Whether a tagged text speaks of a part of the country or of the people alone."""
    return bool(_PART.search(tagged)) or narrows(tagged)


def among(tagged: str) -> bool:
    """Whether a tagged text speaks of some municipalities or people only; all 98 are not some."""
    return bool(_AMONG.search(_WHOLE.sub("#98 kommuner", tagged))) or narrows(tagged)
