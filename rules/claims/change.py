"""How far a share has moved: ``er faldet med 5,2 procentpoint``, ``en forbedring på 4,3``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Measure, Municipality, Period, Unit
from rules.case import Case
from rules.danish import SHARE, bare, number
from rules.danish import period as in_words
from rules.figures import POLAR, RECEIVED, Figure
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.moves import Move, move
from rules.prose import Utterance

_GAP = re.compile(r"#(?P<size>\d+(?:,\d+)?)\s*(?:pct|procent)\.?\s*-?\s*point")
_UP = re.compile(r"\b(?:steg\w*|stig\w*|op(?:ad)?|øg\w+|voks\w*|højere|løftet)\b")
_DOWN = re.compile(
    r"\b(?:fald\w*|ned(?:ad)?|nedgang\w*|nedbragt|reduce\w*|sænk\w*|mindske\w*|lavere|dyk\w*)\b"
)
_BETTER = re.compile(r"\b(?:forbedr\w*|fremgang\w*|bedre)\b")
_WORSE = re.compile(r"\b(?:forværr\w*|forring\w*|tilbagegang\w*|dårligere|tilbage)\b")
_THE_SHARE = re.compile(r"\bandelen\b")  # the one the paragraph before spoke of
_ELSE = re.compile(  # a distance to a limit or to others, or a change that is asked for
    r"\b(?:grænse\w*|krav\w*|målet|mangle\w*|nødvendig\w*|krævede?|skal|hvis|gennemsnit\w*|landet"
    r"|end\s+(?:i\s+)?@|halvdelen)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percentage points as printed, of a share between two periods.

    ``up`` is the way the figure itself went, None where the note does not say.
    """

    municipality: Municipality
    measure: Measure
    size: str
    up: bool | None
    before: Period | None
    after: Period | None


def read(case: Case) -> Iterable[Claim]:
    """Changes of the share a paragraph speaks of, for the municipality it is about."""
    shown = {one.measure for one in case.figures.every if one.table and one.measure in SHARE}
    sole = next(iter(shown)) if len(shown) == 1 else None  # the one share the tables are about
    about = sole
    moved: Move | None = None
    paragraph = -1
    for one in case.utterances:
        if one.sentence.paragraph != paragraph:
            paragraph, moved = one.sentence.paragraph, None
            about = about if _THE_SHARE.search(one.tagged) else sole
        if speaks(one.tagged):
            about, moved = share_of(one.tagged, received=case.received or False), None
        moved = move(one.tagged, case.received, about) or moved
        gaps = _GAP.findall(one.tagged)
        if len(gaps) != 1 or one.subject is None or narrows(one.tagged) or _ELSE.search(one.tagged):
            continue
        measure = moved.measure if moved else about
        if measure is None:
            continue
        before, after = _periods(case, one, measure, moved)
        said = Change(one.subject, measure, gaps[0], _way(one, measure), before, after)
        yield claim(
            ClaimKind.DIFFERENCE,
            one,
            said,
            stated=gaps[0].replace(",", "."),
            unit=Unit.PCT_POINT.value,
            municipalities=(one.subject,),
            measure=measure.removesuffix("_modtaget"),
            period=after,
        )


def _periods(
    case: Case, one: Utterance, measure: Measure, moved: Move | None
) -> tuple[Period | None, Period | None]:
    """The periods of the change: those the note gives with it, or its paragraph the figures for,
    else the last two of the tables."""
    if moved is not None:
        return moved.periods(case.figures.periods, case.main)
    here = {
        fact.figure.period
        for fact in case.facts
        if fact.figure.municipality == one.subject
        and fact.figure.measure is measure
        and case.utterances[fact.utterance].sentence.paragraph == one.sentence.paragraph
    }
    told = sorted(period for period in here if period is not None)
    shown = sorted({one.period for one in case.figures.every if one.table and one.period})
    known = told if len(told) > 1 else shown
    return (known[-2], known[-1]) if len(known) > 1 else (None, case.main)


def _way(one: Utterance, measure: Measure) -> bool | None:
    """Whether the figure is said to have gone up; better is down for a share that got nothing."""
    up, down = bool(_UP.search(one.tagged)), bool(_DOWN.search(one.tagged))
    if up != down:
        return up
    better, worse = bool(_BETTER.search(one.tagged)), bool(_WORSE.search(one.tagged))
    return None if better == worse or up else better == (measure in RECEIVED)


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The change against the figures of the two periods."""
    said = about.detail
    if not isinstance(said, Change):
        return
    one = said.municipality
    word = {True: "steget", False: "faldet", None: "flyttet"}[said.up]
    text = (
        f"Notatet skriver, at {SHARE[said.measure]} i {one.name} er {word} {said.size} procentpoint"
    )
    before, after = (_figure(case, said, period) for period in (said.before, said.after))
    if before is None or after is None:
        why = "notatet viser ikke tallet for begge perioder"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=one)
        return
    gone = round((after.number or 0.0) - (before.number or 0.0), 6)
    gone = gone if after.received == (said.measure in RECEIVED) else -gone
    decimals = max(before.decimals, after.decimals)
    figures = (
        f"{number(before.number or 0.0, before.decimals)} pct. i {in_words(said.before)} og "
        f"{number(after.number or 0.0, after.decimals)} pct. i {in_words(said.after)}"
    )
    right = _fits(said, gone, decimals)
    verdict = {True: Verdict.CONSISTENT, False: Verdict.CONTRADICTED, None: Verdict.UNVERIFIABLE}[
        right
    ]
    if right is False and not (before.trusted and after.trusted):
        verdict, figures = Verdict.UNVERIFIABLE, f"{figures}; et af tallene skal ses efter først"
    joined = "men" if verdict is Verdict.CONTRADICTED else "og"
    side = " op" if gone > 0 else " ned" if gone else ""
    yield finding(
        about,
        verdict,
        f"{text}, {joined} tallene er {figures}, altså {number(abs(gone), decimals)}{side}",
        derived=bare(gone if said.up not in (None, gone > 0) else abs(gone), decimals),
        municipality=one,
    )


def _fits(said: Change, gone: float, decimals: int) -> bool | None:
    """Whether the change fits; None where rounding in the three figures may explain it."""
    if said.up is not None and gone and said.up is not (gone > 0):
        return False
    size, printed = float(said.size.replace(",", ".")), len(said.size.partition(",")[2])
    off = abs(abs(gone) - size)
    if off <= 0.5 * 10.0**-printed + 1e-9 and printed <= decimals:
        return True if off < 1e-6 or printed < decimals else None
    return None if off <= 10.0 ** -min(decimals, printed) + 1e-9 else False


def _figure(case: Case, said: Change, period: Period | None) -> Figure | None:
    goal = next(both for both in POLAR.values() if said.measure in both)
    found = case.figures.find(said.municipality.code, goal, period)
    return next((one for one in found if one.number is not None), None)


KIND = Kind("change", read, check)
