"""Highest and lowest: ``Aalborg har den højeste andel uden tilbud``; and averages of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Measure, Municipality
from normalize.municipalities import by_code
from normalize.periods import find_period
from rules.case import Case
from rules.danish import SHARE, bare, number
from rules.frames import frame_of
from rules.grammar.counts import ALL
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.prose import Utterance

_GATE = re.compile(
    r"gennemsnit|høj|lav|størst|mindste|flest|færrest|topper|spænd|varier|sving|mellem"
)
_ELSE = re.compile(  # highest or mean of something else than the share, or of others than all
    r"\b(?:antal\w*|placer\w*|fremgang\w*|tilbagegang\w*|stigning\w*|fald\w*|forbedr\w*|ændring\w*"
    r"|omegn\w*|område\w*|øvrige|median\w*|udvikling\w*|forskel\w*|spredning\w*|vækst\w*|udgift\w*"
    r"|ledighed\w*|tidligere|sidste år|året (?:før|for))\b"
)
_HIGHEST = re.compile(r"\b(?:højeste?|største?|flest|topper)\b")
_LOWEST = re.compile(r"\b(?:laveste?|mindste|færrest)\b(?!\s*#)")
_AMONG = re.compile(
    r"\b(?:blandt|af disse|af de|af dem|næst|tredje|region\w*|side[nr]|en af)\b|\bnæst\w*"
    r"|\b(?:nord|syd|øst|vest|midt)\w*|\w*(?:sjælland|jylland|fyn)s?\b|\bhovedstad\w*|\bklynge\w*"
    r"|\bby(?:er|erne)\b|\bøer\w*|\bkommunegruppe\w*"
)
_WHOLE = re.compile(
    r"\b(?:ud\s+)?(?:af|blandt)\s+(?:de|alle|samtlige|landets)(?:\s+landets)?\s+"
    r"(?:#98\s+)?kommuner\b(?!,?\s+(?:der|som|i)\b)"
)
_AVERAGE = re.compile(r"\b(?:gennemsnit\w*)\b")
_OF_ALL = re.compile(
    r"\b(?:kommunerne[s]?|kommunernes|alle kommuner|de #98 kommuners?|#98 kommuner|tabellens?"
    r"|uvægtede?t?|simple?t?)\b"
)
_NATIONAL = re.compile(r"\b(?:landet|lands\w*|hele landet|national\w*|vægtet)\b")
_PCT = re.compile(r"#(\d+)(?:,(\d+))?\s*pct(?!point)")
_NAME = re.compile(r"@\[(\d{4})\]")
_ANY_NAME = re.compile(r"@\[")
_CLAUSES = re.compile(
    r",?\s+(?:mens|hvorimod|medens)\s+|,\s*og\s+|;|:"
    r"|\s+og\s+(?=(?:den\s+|det\s+)?(?:høje|lave|mindst|størst|færrest|flest))"
)
_RANGE = re.compile(  # "fra 12,8 pct. i A til 44,3 pct. i B"
    r"\b(?:fra|mellem)\s+#[\d,]+\s*(?:pct\s*)?(?:i|for|hos)\s+@\[(?P<low>\d{4})\]\s+"
    r"(?:til|og)\s+#[\d,]+\s*pct\s+(?:i|for|hos)\s+@\[(?P<high>\d{4})\]"
)
_SPREADS = re.compile(r"\b(?:spænd|varier|sving|ligger mellem|går fra|strækker)")
# Half a unit of the second decimal: what printing the single shares with one decimal may do to
# the mean of 98 of them (0,05/sqrt(3*98) = 0,003).
_SLACK = 0.005


@dataclass(frozen=True, slots=True)
class Extreme:
    """Who is said to be highest or lowest on a share."""

    municipality: Municipality
    measure: Measure
    highest: bool
    among: bool


@dataclass(frozen=True, slots=True)
class Average:
    """A stated average of the municipalities' shares, in percent."""

    measure: Measure
    value: float
    decimals: int
    national: bool


def read(case: Case) -> Iterable[Claim]:
    """Superlatives of one named municipality and averages with a percentage, clause by clause."""
    carried: Measure | None = None
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        here = one.sentence.paragraph
        if here != paragraph or speaks(text):
            carried = share_of(text, received=case.received)
        paragraph = here
        if not _GATE.search(text) or "hvis" in text or ("mål" in text and "krav" in text):
            continue
        spread = _RANGE.search(text)
        if spread and carried and _SPREADS.search(text):
            for name, highest in (("low", False), ("high", True)):
                yield _extreme_claim(case, one, spread[name], carried, highest=highest)
            continue
        for clause in (part for part in _CLAUSES.split(text) if not _ELSE.search(part)):
            yield from _in_clause(case, one, clause, carried)


def _in_clause(case: Case, one: Utterance, clause: str, carried: Measure | None) -> Iterable[Claim]:
    measure = share_of(clause, received=case.received) or carried
    highest, lowest = bool(_HIGHEST.search(clause)), bool(_LOWEST.search(clause))
    names = _NAME.findall(clause)
    if measure and highest != lowest and len(names) == len(_ANY_NAME.findall(clause)) == 1:
        yield _extreme_claim(case, one, names[0], measure, highest=highest)
    national = bool(_NATIONAL.search(clause))
    if (
        not _AVERAGE.search(clause)
        or (highest or lowest or _ANY_NAME.search(clause) or _among(clause))
        or not (national or _OF_ALL.search(clause))
    ):
        return
    shares = _PCT.findall(clause)
    alone = (measure,) if measure and len(shares) == 1 else ()
    measures = alone or frame_of(clause, case.received)
    if len(measures) != len(shares):
        return
    for (whole, decimals), each in zip(shares, measures, strict=True):
        value = float(f"{whole}.{decimals or 0}")
        yield claim(
            ClaimKind.AGGREGATE,
            one,
            Average(each, value, len(decimals), national),
            stated=bare(value, len(decimals)),
            unit="pct",
            measure=each.removesuffix("_modtaget"),
            period=find_period(one.sentence.text) or case.main,
        )


def _among(text: str) -> bool:
    """Whether a text speaks of some municipalities only; all 98 are not some."""
    return bool(_AMONG.search(_WHOLE.sub("#98 kommuner", text)))


def _extreme_claim(
    case: Case, one: Utterance, code: str, measure: Measure, *, highest: bool
) -> Claim:
    who = by_code(code)
    among = _among(one.tagged) or narrows(one.tagged)
    return claim(
        ClaimKind.AGGREGATE,
        one,
        Extreme(who, measure, highest, among),
        stated=who.name,
        municipalities=(who,),
        measure=measure.removesuffix("_modtaget"),
        period=find_period(one.sentence.text) or case.main,
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against every share the note gives for the period."""
    said = about.detail
    if not isinstance(said, Extreme | Average):
        return
    known = case.figures.municipalities(about.period)
    shares = {
        code: share
        for code in known
        if (share := case.standing(code, about.period).share(said.measure)) is not None
    }
    if isinstance(said, Average):
        yield _average(about, said, list(shares.values()))
    elif said.municipality.code in shares:
        yield _extreme(about, said, shares, known)
    else:
        text = f"Notatet fremhæver {said.municipality.name}, men viser ikke tallet for den"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=said.municipality)


def _extreme(
    about: Claim, said: Extreme, shares: dict[str, float], known: dict[str, Municipality]
) -> Finding:
    own = shares[said.municipality.code]
    beats = [
        known[code]
        for code, share in shares.items()
        if (share > own if said.highest else share < own)
    ]
    word = "højeste" if said.highest else "laveste"
    text = (
        f"Notatet giver {said.municipality.name} den {word} værdi af {SHARE[said.measure]} "
        f"({number(own, 1)} pct.)"
    )
    if beats:
        pick = max if said.highest else min
        first = pick(beats, key=lambda one: shares[one.code])
        text += f", men {first.name} har {number(shares[first.code], 1)} pct."
        verdict = Verdict.UNVERIFIABLE if said.among else Verdict.CONTRADICTED
        derived = first.name
    else:
        verdict = Verdict.CONSISTENT if len(shares) == ALL else Verdict.UNVERIFIABLE
        text += ", og ingen i notatets tabeller har en " + ("højere" if said.highest else "lavere")
        derived = said.municipality.name
    return finding(about, verdict, text, derived=derived, municipality=said.municipality)


def _average(about: Claim, said: Average, shares: list[float]) -> Finding:
    text = (
        f"Notatet oplyser et gennemsnit på {number(said.value, said.decimals)} pct. for "
        f"{SHARE[said.measure]}"
    )
    if len(shares) < ALL:
        missing = ALL - len(shares)
        return finding(
            about, Verdict.UNVERIFIABLE, f"{text}; tallene for {missing} kommuner mangler"
        )
    mean = sum(shares) / len(shares)
    shown = number(mean, max(1, said.decimals))
    derived = bare(mean, max(1, said.decimals))
    if abs(mean - said.value) <= 0.5 * 10.0**-said.decimals + _SLACK:
        return finding(
            about,
            Verdict.CONSISTENT,
            f"{text}, og tabellens gennemsnit er {shown}",
            derived=derived,
        )
    if said.national:
        text += f"; det simple gennemsnit i tabellen er {shown}, men et landstal kan være vægtet"
        return finding(about, Verdict.UNVERIFIABLE, text, derived=derived)
    return finding(
        about, Verdict.CONTRADICTED, f"{text}, men tabellens er {shown}", derived=derived
    )


KIND = Kind("extremes", read, check)
