"""A figure of one municipality in the prose against the same figure in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from normalize.model import Unit
from rules.case import Case
from rules.caution.misread import dissolved
from rules.checks.tables import agree
from rules.derived.figures import POLAR, Figure
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.stated.facts import Fact
from rules.wording.danish import SHARE, bare, number

_PAST = re.compile(
    r"\b(?:tidligere|før|dengang|indtræd\w*|da den blev|udgangspunkt\w*|året|fra|\w*kvartal)\b"
)


def read(case: Case) -> Iterable[Claim]:
    """Every prose figure of a municipality that also stands in a table."""
    for fact in case.facts:
        if not _shown(case, fact.figure):
            continue
        figure = fact.figure
        yield claim(
            ClaimKind.CROSS_TABLE,
            case.utterances[fact.utterance],
            fact,
            stated=bare(figure.number or 0.0, figure.decimals),
            unit=(figure.unit or Unit.PCT).value,
            municipalities=(figure.municipality,),
            measure=figure.measure.removesuffix("_modtaget"),
            period=figure.period,
        )


def _shown(case: Case, figure: Figure) -> list[Figure]:
    """The table's figures for the same thing in any period, in the prose figure's polarity."""
    measures = next((both for both in POLAR.values() if figure.measure in both), (figure.measure,))
    found = []
    for period in {None, *case.figures.periods}:
        for one in case.figures.find(figure.municipality.code, measures, period, figure.group):
            if one.table is not None and one.number is not None and one.unit is figure.unit:
                found.append(one if one.measure is figure.measure else _turned(one, figure))
    return found


def _turned(one: Figure, like: Figure) -> Figure:
    return replace(one, measure=like.measure, number=round(100.0 - (one.number or 0.0), 6))


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Agreement with any period's figure is consistent; the prose may not name the period."""
    fact = about.detail
    if not isinstance(fact, Fact):
        return
    figure = fact.figure
    shown = _shown(case, figure)
    same = [one for one in shown if agree(figure, one)]
    now = [one for one in shown if one.period == figure.period]
    name = figure.municipality.name
    what = SHARE.get(figure.measure, figure.measure.value)
    text = f"Notatet skriver {number(figure.number or 0.0, figure.decimals)} for {name} ({what})"
    if same:
        verdict, one = Verdict.CONSISTENT, same[0]
        text += f", og tabel {one.table} viser {number(one.number or 0.0, one.decimals)}"
    elif now:
        one = now[0]
        text += f", men tabel {one.table} viser {number(one.number or 0.0, one.decimals)}"
        if why := _why_not(case, fact, one):
            verdict, text = Verdict.UNVERIFIABLE, f"{text}; {why}"
        else:
            verdict = Verdict.CONTRADICTED
    else:
        return
    misread = ""
    if verdict is Verdict.CONTRADICTED:
        misread = dissolved(one, lambda value: bool(agree(figure, replace(one, number=value))))
    yield finding(
        about,
        verdict,
        f"{text}{misread}",
        derived=bare(one.number or 0.0, one.decimals),
        municipality=figure.municipality,
        fragile=bool(misread),
    )


def _beside(case: Case, fact: Fact) -> bool:
    """Whether the sentence's figure of the other time is the table's: ``fra 30,1 til 31,4 pct.``"""
    return any(
        agree(other.figure, one)
        for other in case.facts
        if other.utterance == fact.utterance
        and (other.figure.municipality, other.figure.measure)
        == (fact.figure.municipality, fact.figure.measure)
        and other.figure.period != fact.figure.period
        for one in _shown(case, other.figure)
        if one.period == other.figure.period
    )


def _why_not(case: Case, fact: Fact, one: Figure) -> str:
    """What keeps a figure that differs from the table's from being wrong for certain."""
    if _PAST.search(case.utterances[fact.utterance].tagged) and not _beside(case, fact):
        return "det er ikke sikkert, at det er samme tidspunkt"
    share = fact.figure.unit is Unit.PCT and any(one.measure in both for both in POLAR.values())
    if share and agree(fact.figure, replace(one, number=round(100.0 - (one.number or 0.0), 6))):
        return "det er tabellens tal, hvis det er den modsatte andel, der menes"
    return "" if one.trusted else "cellen skal ses efter"


KIND = Kind("share", read, check)
