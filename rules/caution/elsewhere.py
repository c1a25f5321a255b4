"""A claim that fails against one figure may be of another that the note shows.

A sentence seldom says all of what it is about: which time, which of the tables, whether above the
limit or since the year before. Where what it claims fits another reading of these exactly, the
sentence is open, and nobody is accused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from normalize.model import Period, Unit
from rules.case import Case
from rules.caution.gaps import (
    SAME,
    SHARE,
    YEAR,
    beside_expected,
    gap,
    prints_own_share,
    says_from_what,
)
from rules.claims.difference import Difference
from rules.claims.extremes import Extreme
from rules.claims.phase import Stepped
from rules.claims.status import Said
from rules.derived.amounts import amount
from rules.derived.derive import Universe, derive
from rules.derived.listed import Listing
from rules.derived.phase import entered
from rules.grammar.conditions import Level, Step
from rules.grammar.tagged import NAMED
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.counted import Counted
from rules.sentences.prose import Utterance
from rules.wording.report import left_open

_PART = re.compile(r"\bregion|\blandsdel|\b(?:øst|vest)\b|jylland|sjælland|\bfyn|hovedstad")
_TIMED = (ClaimKind.STATUS, ClaimKind.DIFFERENCE, ClaimKind.CROSS_TABLE, ClaimKind.COUNT)
_HAS_BEEN = re.compile(r"\bhar\s+(?:\w+\s+){0,2}været\b")
_PRESENT = re.compile(r"\b(?:bliver|er|omfattes|kommer|forlænges|fortsætter)\b")
_YEAR_OF_STEP = re.compile(r"#20[12]\d\b")
_PAST = re.compile(
    r"\b(?:var|lå|havde|blev|fik|opfyldte|nåede|levede|klarede|kom|missede|overskred|oversteg)\b"
)
_EVERYONE = re.compile(r"\bland(?:et|ets|splan)\b|#98\b")
_CHANGE = re.compile(
    r"\b(?:fald\w*|stigning|fremgang|tilbagegang|ændring|forbedring|hop|spring|ryk|dyk)\b"
)
_OR = re.compile(r"\b(?:eller|lig|samme)\b")
_OF_KIND = re.compile(r"\b(?:den|de)\s+\w+(?:ede|te)\s+kommuner?\b")  # "den varslede kommune med"
_MOST = 60  # rows: a longer table is one of all


def weighed(one: Finding, claim: Claim, case: Case, near: Utterance) -> Finding:
    """The finding; a contradiction made `unverifiable` where the claim fits something else."""
    if one.verdict is not Verdict.CONTRADICTED:
        return one
    what = _fits(one, claim, case, near)
    return left_open(one, f"men det passer {what}") if what else one


def _fits(one: Finding, claim: Claim, case: Case, near: Utterance) -> str:
    """What else the claim fits; empty where it is nothing the note shows."""
    detail = claim.detail
    if _gives_both(one, claim, case, near):
        return ""
    if one.kind in _TIMED and _then(claim, case, near):
        return "måske med et andet år"
    if isinstance(detail, Stepped) and _stepped_then(detail, claim, case, near):
        return "måske med et andet år"
    if isinstance(detail, Said) and _held_then(detail, claim, case, near):
        return "med et andet år"
    if isinstance(detail, Counted | Listing):
        return _among_others(detail, claim, case, near)
    if isinstance(detail, Extreme):
        return _at_an_end(detail, claim, case, near)
    if isinstance(detail, Difference) and detail.unit is Unit.PERSONS:
        return beside_expected(detail, one, case, near)
    if one.kind is ClaimKind.DIFFERENCE and claim.unit == Unit.PCT_POINT and one.stated:
        return "" if says_from_what(case, near) else gap(one, claim, case, near)
    return ""


def _gives_both(one: Finding, claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether a sentence prints itself what it is held against: two levels, or the share of now."""
    if isinstance(claim.detail, Difference):
        pair = case.pairs.get(near.index)
        return pair is not None and pair.alone
    return one.kind is ClaimKind.STATUS and prints_own_share(claim, case, near)


def _then(claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether a sentence in the past goes on from one of another year than it is held against."""
    if claim.period is None or YEAR.search(near.tagged) or not _PAST.search(near.tagged):
        return False
    before = (
        one.tagged
        for one in case.utterances
        if one.sentence.paragraph == near.sentence.paragraph and one.index < near.index
    )
    years = [year for text in before for year in YEAR.findall(text)]
    return bool(years) and int(years[-1][1:]) != claim.period.end.year


def _stepped_then(said: Stepped, claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether a step that is told of, and not taken now, may be one of another year."""
    if said.part.step is Step.LEAVES or _YEAR_OF_STEP.search(near.tagged):
        return False
    others = [period for period in case.figures.periods if period != claim.period]
    code = said.municipality.code
    told = _PAST.search(near.tagged) or _HAS_BEEN.search(near.tagged)
    return bool(told and not _PRESENT.search(near.tagged)) or any(
        entered(case, code, period).holds for period in others
    )


def _held_then(said: Said, claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether what a sentence in the past says of one municipality held at another time."""
    return any(
        reading.holds(case.standing(said.municipality.code, period))
        for period in _periods(claim, case, near) - {claim.period}
        for reading in said.readings
    )


def _among_others(detail: Counted | Listing, claim: Claim, case: Case, near: Utterance) -> str:
    """A count or list of those of one table, region or list before, or of another time."""
    statement = detail.statement
    count = statement.count
    if isinstance(detail, Listing) and detail.table is not None:
        return ""
    short = count is not None and statement.names and len(statement.names) != count.number
    if short or _EVERYONE.search(statement.clause) or (count is not None and count.part):
        return ""
    listed = {one.code for one in claim.municipalities} if isinstance(detail, Listing) else None
    sets = [detail.within.codes] if detail.within else [*_sets(case, near)]
    if count is not None and count.elliptic and not detail.within:
        sets += _named(case, near)
    then = _periods(claim, case, near) - {claim.period}
    if not detail.within:
        sets += [frozenset(case.figures.municipalities(period)) for period in then]
    sharp = tuple(one for one in statement.readings if isinstance(one, Level))
    loose = _OR.search(statement.clause)
    readings = sharp if sharp and not loose else statement.readings
    for codes in sets:
        if listed is not None and not listed <= codes:
            continue
        for period, reading in product(_periods(claim, case, near), readings):
            found = derive(case, reading, period, None, Universe(codes, 0))
            if found.unsure or found.silent:
                continue
            members = {one.code for one in found.members}
            if members == listed if listed is not None else count and count.fits(found.low):
                return "med dem, der står i en af tabellerne"
    return ""


def _at_an_end(said: Extreme, claim: Claim, case: Case, near: Utterance) -> str:
    """Highest or lowest of some of the country, or at another time."""
    if _CHANGE.search(near.tagged) or _OF_KIND.search(near.tagged):
        return "måske på andet end tallene her"
    if len(said.who) == 1 and _prints_the_rest(said, claim, case, near):
        return "med den modsatte andel"
    if len(said.who) == 1 and _prints_another(said, claim, case, near):
        return "ikke med sætningens eget tal"
    who = {one.code for one in said.who}
    then = _periods(claim, case, near) - {claim.period}
    told = said.among.who.codes if said.among.who else None
    now = [] if told else [(codes, claim.period) for codes in _sets(case, near)]
    everyone = frozenset(case.figures.municipalities(claim.period))
    for codes, period in (*now, *((told or everyone, period) for period in then)):
        shares = {code: amount(case, code, said.measure, period) for code in codes}
        ranked = sorted((share, code) for code, share in shares.items() if share is not None)
        if not who < {code for _, code in ranked}:
            continue
        for end in said.readings:
            outer = ranked[-len(who) :] if end.highest else ranked[: len(who)]
            if {code for _, code in outer} == who:
                return "på nogle af kommunerne"
    return ""


def _prints_the_rest(said: Extreme, claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether a sentence prints the share on the other side of the one it is held against."""
    printed = [float(one.replace(",", ".")) for one in SHARE.findall(near.tagged)]
    own = amount(case, said.who[0].code, said.measure, claim.period)
    if own is None or any(abs(own - one) < SAME for one in printed):
        return False
    return any(abs(100.0 - own - one) < SAME for one in printed)


def _prints_another(said: Extreme, claim: Claim, case: Case, near: Utterance) -> bool:
    """Whether a sentence prints shares, and none of them is one of those they are held against."""
    printed = [float(one.replace(",", ".")) for one in SHARE.findall(near.tagged)]
    everyone = case.figures.municipalities(claim.period)
    known = {amount(case, code, said.measure, claim.period) for code in everyone} - {None}
    sides = [side for one in known if one is not None for side in (one, 100.0 - one)]
    return bool(printed) and not any(abs(a - b) < SAME for a in sides for b in printed)


def _periods(claim: Claim, case: Case, near: Utterance) -> set[Period | None]:
    """The periods a sentence may be about: in the past, and without a year, any."""
    open_ = _PAST.search(near.tagged) and not YEAR.search(near.tagged)
    return {claim.period, *case.figures.periods} if open_ else {claim.period}


def _sets(case: Case, near: Utterance) -> Iterator[frozenset[str]]:
    """The municipalities a sentence may be about, where it does not say: of a table, or of a part
    of the country where its section speaks of one."""
    yield from _tables(case)
    around = (one for one in case.utterances if one.sentence.section == near.sentence.section)
    texts = (case.note.header.title, near.sentence.section, *(one.tagged for one in around))
    if any(_PART.search(text.lower()) for text in texts):
        yield from _regions(case)


def _named(case: Case, near: Utterance) -> Iterator[frozenset[str]]:
    """The lists of its paragraph before a sentence."""
    for one in case.utterances:
        if one.sentence.paragraph == near.sentence.paragraph and one.index < near.index:
            for names in NAMED.findall(one.tagged):
                if names.count("+") > 1:
                    yield frozenset(names.split("+"))


@lru_cache(maxsize=8)
def _tables(case: Case) -> tuple[frozenset[str], ...]:
    rows: dict[int, set[str]] = {}
    for value in case.note.values:
        if value.municipality is not None:
            rows.setdefault(value.table_index, set()).add(value.municipality.code)
    return tuple({frozenset(codes) for codes in rows.values() if 2 <= len(codes) <= _MOST})


@lru_cache(maxsize=8)
def _regions(case: Case) -> tuple[frozenset[str], ...]:
    regions: dict[str, set[str]] = {}
    for period in case.figures.periods:
        for code, one in case.figures.municipalities(period).items():
            regions.setdefault(one.region, set()).add(code)
    return tuple(frozenset(codes) for codes in regions.values())
