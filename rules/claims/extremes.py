"""Highest and lowest: ``Aalborg har den højeste andel uden tilbud``; and averages of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Measure, Municipality
from rules.case import Case
from rules.danish import SHARE, bare, number
from rules.grammar.counts import ALL
from rules.grammar.shares import share_of
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict

_HIGHEST = re.compile(r"\b(?:højeste?|største?|flest|topper)\b")
_LOWEST = re.compile(r"\b(?:laveste?|mindste|færrest)\b(?!\s*#)")
_AMONG = re.compile(
    r"\b(?:blandt|af disse|af de|af dem|næst|tredje|region\w*|side[nr]|en af)\b|\bnæst\w*"
)
_AVERAGE = re.compile(r"\b(?:gennemsnit\w*)\b")
_OF_ALL = re.compile(
    r"\b(?:kommunerne[s]?|kommunernes|alle kommuner|de #98 kommuners?|tabellens?|uvægtet"
    r"|simple?t?)\b"
)
_NATIONAL = re.compile(r"\b(?:landet|lands\w*|hele landet|national\w*|vægtet)\b")
_PCT = re.compile(r"#(\d+)(?:,(\d+))?\s*pct(?!point)")


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
    """Superlatives of one named municipality and averages with a percentage."""
    for one in case.utterances:
        text = one.tagged
        measure = share_of(text, received=case.received)
        if measure is None or "hvis" in text or ("mål" in text and "krav" in text):
            continue
        highest, lowest = bool(_HIGHEST.search(text)), bool(_LOWEST.search(text))
        if highest != lowest and len(one.named) == 1:
            detail = Extreme(one.named[0], measure, highest, bool(_AMONG.search(text)))
            yield claim(
                ClaimKind.AGGREGATE,
                one,
                detail,
                stated=one.named[0].name,
                municipalities=one.named,
                measure=measure.removesuffix("_modtaget"),
                period=case.main,
            )
        shares = _PCT.findall(text)
        plain = not one.named and not (highest or lowest)
        if (
            plain
            and _AVERAGE.search(text)
            and len(shares) == 1
            and (_OF_ALL.search(text) or _NATIONAL.search(text))
        ):
            whole, decimals = shares[0]
            average = Average(
                measure,
                float(f"{whole}.{decimals or 0}"),
                len(decimals),
                bool(_NATIONAL.search(text)),
            )
            yield claim(
                ClaimKind.AGGREGATE,
                one,
                average,
                stated=bare(average.value, average.decimals),
                unit="pct",
                measure=measure.removesuffix("_modtaget"),
                period=case.main,
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
    if abs(mean - said.value) <= 0.5 * 10.0**-said.decimals + 1e-9:
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
