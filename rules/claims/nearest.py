"""Who is nearest to a limit: ``Nærmest grænsen for samtaler er Bornholm``, ``tættest på målet``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Measure, Municipality
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.figures import RECEIVED
from rules.derived.spread import Spread, spread
from rules.grammar.doubts import doubts, narrows
from rules.grammar.shares import share_of, speaks
from rules.grammar.tagged import NAMED
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.wording.danish import SHARE, number

_NEAREST = re.compile(r"\b(?:nærmest|tættest)\b")
_LIMIT = re.compile(
    r"\b(?:\w*grænse\w*|krav\w*|\w*m[åa]let|m[åa]l|loftet)\b"
    r"|\bat\s+(?:klare|nå|opfylde|indfri|leve|overholde|bestå)\b"
)
_OPEN = re.compile(
    r"\b(?:hvis|ikke\s+tættest|tidligere|sidste\s+år|året\s+før|næst\s*-?(?:nær|tæt)\w*|en\s+af)\b|\?"
)
_KNOWN = re.compile(
    r"\b(?:nærmest|tættest|grænsen\w*|kravet|målet|med|ligger|lå|klare|nå|opfylde|indfri|leve|overholde|bestå)\b"
)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Who is said to be nearest to the limit of a share."""

    who: Municipality
    measure: Measure
    unsure: tuple[str, ...]


def read(case: Case) -> Iterable[Claim]:
    """Superlatives of nearness that name one municipality, or carry the limit on."""
    carried, spoken = case.sole_share, False
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        if one.sentence.paragraph != paragraph:
            paragraph, spoken, carried = one.sentence.paragraph, False, case.sole_share
        if speaks(text):
            carried = share_of(text, received=case.received)
        spoken = spoken or _LIMIT.search(text) is not None
        names = NAMED.findall(text)
        if not _NEAREST.search(text) or not spoken or len(names) != 1 or "+" in names[0]:
            continue
        if carried is None or one.table is not None or _OPEN.search(text) or narrows(text):
            continue
        yield _claim(case, one, Nearest(by_code(names[0]), carried, doubts(_KNOWN.sub(" ", text))))


def _claim(case: Case, one: Utterance, said: Nearest) -> Claim:
    return claim(
        ClaimKind.AGGREGATE,
        one,
        said,
        stated=said.who.name,
        municipalities=(said.who,),
        measure=said.measure.removesuffix("_modtaget"),
        period=find_period(one.sentence.text) or case.main,
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """By distance among all, or among those on its own side of the limit: any of these will do."""
    said, rules = about.detail, case.rules_of(about.period)
    if not isinstance(said, Nearest) or rules is None:
        return
    goal = rules.goal(said.measure)
    _, limit = goal.limit_for(received=said.measure in RECEIVED)
    shares = spread(case, said.measure, about.period, within=True)
    text = f"Notatet skriver, at {said.who.name} er nærmest grænsen for {SHARE[said.measure]}"
    own = shares.shares.get(said.who.code)
    if own is None or not shares.full:
        why = "notatet viser ikke alle de tal, der skal til"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=said.who)
        return
    nearer = _nearer(shares, own, limit)
    first = min(nearer, key=lambda code: abs(shares.shares[code] - limit), default=said.who.code)
    told = f"{said.who.name} har {number(own, _decimals(own))} pct., og grænsen er {limit:g}"
    verdict = Verdict.CONTRADICTED if nearer else Verdict.CONSISTENT
    if nearer:
        share = shares.shares[first]
        told += f", men {shares.known[first].name} har {number(share, _decimals(share))} pct."
        if said.unsure:
            verdict = Verdict.UNVERIFIABLE
            told += f"; ordene »{' '.join(said.unsure)}« kan gøre en forskel"
    derived = shares.known[first].name
    yield finding(about, verdict, f"{text}; {told}", derived=derived, municipality=said.who)


def _nearer(shares: Spread, own: float, limit: float) -> list[str]:
    """Those who are nearer to the limit on the same side of it, where anyone at all is."""
    distance = abs(own - limit) - 1e-9
    return [
        code
        for code, share in shares.shares.items()
        if abs(share - limit) < distance and (share < limit) == (own < limit)
    ]


def _decimals(share: float) -> int:
    return 1 if round(share, 1) == round(share, 6) else 2


KIND = Kind("nearest", read, check)
