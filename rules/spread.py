"""The shares of all municipalities in one period: who is where, and what is their mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalize.model import Measure, Municipality, Period
from rules.case import Case
from rules.grammar.counts import ALL
from rules.grammar.doubts import narrows
from rules.tables import short_table

# Highest or mean of something else than the share.
_ELSE = re.compile(
    r"\b(?:antal\w*|placer\w*|fremgang\w*|tilbagegang\w*|stigning\w*|fald\w*|forbedr\w*|ændring\w*"
    r"|omegn\w*|område\w*|øvrige|median\w*|udvikling\w*|forskel\w*|spredning\w*|vækst\w*|udgift\w*"
    r"|ledighed\w*|tidligere|sidste år|året (?:før|for))\b"
)
_AMONG = re.compile(
    r"\b(?:blandt|af disse|af de|af dem|region\w*|side[nr]|en af)\b"
    r"|\b(?:nord|syd|øst|vest|midt)\w*|\w*(?:sjælland|jylland|fyn)s?\b|\bhovedstad\w*|\bklynge\w*"
    r"|\bby(?:er|erne)\b|\bøer\w*|\bkommunegruppe\w*"
)
_WHOLE = re.compile(
    r"\b(?:ud\s+)?(?:af|blandt)\s+(?:de|alle|samtlige|landets)(?:\s+landets)?\s+"
    r"(?:#98\s+)?kommuner\b(?!,?\s+(?:der|som|i)\b)|\bandelen\w*\s+af\s+de\b"
)


@dataclass(frozen=True, slots=True)
class Spread:
    """Code → share in percent, for everyone whose share is known for certain."""

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
        return "" if self.whole == ALL else f" af de {self.whole} kommuner i tabellen"

    @property
    def mean(self) -> float:
        """The simple mean in percent."""
        return sum(self.shares.values()) / len(self.shares)

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
    known = dict(case.figures.municipalities(period))
    short = short_table(case) if within else None
    if short is not None:
        known = {code: one for code, one in known.items() if code in short.codes}
    shares = {code: case.standing(code, period).share(measure) for code in known}
    return Spread(
        {code: share for code, share in shares.items() if share is not None},
        known,
        ALL if short is None else len(short.codes) + short.unread,
    )


def of_others(clause: str) -> bool:
    """Whether a tagged clause speaks of something else than the share."""
    return bool(_ELSE.search(clause))


def among(tagged: str) -> bool:
    """Whether a tagged text speaks of some municipalities or people only; all 98 are not some."""
    return bool(_AMONG.search(_WHOLE.sub("#98 kommuner", tagged))) or narrows(tagged)
