"""Superlatives of named municipalities in a clause: ``de tre laveste``, ``Næsthøjest ligger A``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalize.model import Measure
from rules.grammar.tagged import NAMED

PLACES = {"næst": 2, "tredje": 3, "fjerde": 4, "femte": 5}
_NTH = rf"(?:(?P<nth>{'|'.join(PLACES)})[\s-]?)?"
_MORE = re.compile(rf"\b{_NTH}(?:højeste?|største?|flest|topper|mak?simum)\b")
_LESS = re.compile(rf"\b{_NTH}(?:laveste?|mindste|færrest|minimum)\b(?!\s*#)")
_BEST = re.compile(rf"\b{_NTH}(?:bedste?|øverste?)\b")
_WORST = re.compile(
    rf"\b{_NTH}(?:dårligste?|værste?|ringeste?|nederste?)\b"
    r"|\blængst\s+fra\s+(?:\w+\s+)?(?:\w*m[åa]le[tn]\w*|grænsen|kravet|at\s+(?:leve|opfylde|nå|indfri))\b"
)
_ON_WHAT = re.compile(r"pct|tilbud|samtale|m[åa]l|grænse|krav|placer|list|forvent")
_CHANGED = re.compile(  # the most of something else than the figure itself
    r"\b(?:fremgang|tilbagegang|stigning|fald|forbedr|forværr|ændring|udvikling|vækst|udgift|ledighed"
    r"|spredning|median|antal\s+(?!fuldtidsperson))\w*"
    r"|\b(?:tidligere|sidste\s+år|året\s+(?:før|for)|næste\s+år)\b"
)
_BEATEN = re.compile(
    r",?\s+(?:(?:der|som)\s+[^@]*)?\b(?:overgik|overgår|slog|foran|(?:efter)?fulgt|mod)\b"
)
KNOWN = re.compile(  # words of a superlative that say nothing of what it is of
    r"\b(?:(?:næst|tredje|fjerde|femte)?(?:høje?st|lave?st|størst|mindst|bedst|dårligst|værst|ringest|øverst"
    r"|nederst)\w*|flest|færrest|mak?simum|minimum|topper|længst|stillet|listen|målet|tabel)\b"
)
_SEVERAL = re.compile(r"\bde\s+#(\d{1,2})\s+(?:kommuner\s+med\s+(?:de[nt]?\s+)?)?$")
_NOBODY = re.compile(  # "ingen kommune har en højere andel end A"
    r"\bingen\s+(?:anden\s+|andre\s+)?kommuner?\s+(?:har|havde|ligger|lå|mangler)\b[^@]*?"
    r"\b(?:(?P<more>højere|større|flere)|lavere|mindre|færre(?!\s+end\s+#))\b[^@]*\bend\s+(?:i\s+|hos\s+)?@\[(?P<who>\d{4})\]"
)
_NEGATIVE, _POSITIVE = re.compile(r"\bnegativ\w*\b"), re.compile(r"\bpositiv\w*\b")
# Less is better of these: a place on the list, and more people than expected.
_LOW_IS_GOOD = frozenset({Measure.PLACERING, Measure.DIFFERENCE, Measure.FAKTISK})


@dataclass(frozen=True, slots=True)
class Outermost:
    """Who is said to be outermost, and at which end; ``place``: 2 for ``næsthøjest``."""

    codes: tuple[str, ...]
    highest: bool
    place: int = 1


def outermost(clause: str, measure: Measure | None, *, better_is_more: bool) -> Outermost | None:
    """The one superlative of a tagged clause; None where there is none, or where it is unclear.

    ``measure`` is what it is of, ``better_is_more`` which end of that is the best.
    """
    if nobody := _NOBODY.search(clause):
        return Outermost((nobody["who"],), bool(nobody["more"]))
    found, highest = _end(clause, measure, better_is_more)
    named = NAMED.findall(_BEATEN.split(clause)[0])
    if found is None or len(named) != 1 or _CHANGED.search(clause):
        return None
    codes = tuple(named[0].split("+"))
    several = _SEVERAL.search(clause[: found.start()].replace("kommuner, der har ", ""))
    if several and int(several[1]) != len(codes):
        return None  # a list of another length than announced is a finding of its own kind
    nth = found.groupdict().get("nth")
    if len(codes) > 1 and (nth or not several):
        return None
    return Outermost(codes, highest, PLACES[nth] if nth else 1)


def _end(
    clause: str, measure: Measure | None, better_is_more: bool
) -> tuple[re.Match[str] | None, bool]:
    more, less = _MORE.search(clause), _LESS.search(clause)
    best, worst = _judged(_BEST, clause), _judged(_WORST, clause)
    if measure is Measure.PLACERING and not (best or worst):
        best, worst, more, less = more, less, None, None  # the highest place is number one
    if (more and less) or (best and worst):
        return None, False
    if more or less:
        highest = more is not None
        if measure is Measure.DIFFERENCE:
            signed = _signed(clause)
            return (more or less, highest is signed) if signed is not None else (None, False)
        return more or less, highest
    good_is_high = better_is_more and measure not in _LOW_IS_GOOD
    return best or worst, (best is not None) is good_is_high


def _signed(clause: str) -> bool | None:
    """Whether the largest of a difference is the highest (positive) or the lowest (negative)."""
    negative, positive = _NEGATIVE.search(clause), _POSITIVE.search(clause)
    return None if bool(negative) is bool(positive) else positive is not None


def _judged(word: re.Pattern[str], clause: str) -> re.Match[str] | None:
    """``bedst`` or ``dårligst`` where its own part of the clause says on what."""
    found = word.search(clause)
    if found is None:
        return None
    part = clause[clause.rfind(",", 0, found.start()) + 1 :].split(", ", maxsplit=1)[0]
    return found if _ON_WHAT.search(part) else None
