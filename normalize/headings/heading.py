"""Heading cells of a column → what the figures below measure.

Headings are short and worded freely; they are recognised by the words that carry the meaning,
after OCR damage is repaired. Talks and offers come in two polarities (the share that did not get
them, the share that did); where the heading leaves it open, the caption and the text decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from normalize.headings.letters import repaired
from normalize.headings.periods import MONTHS, find_period, is_broken
from normalize.headings.polarity import OFFERS, TALKS, polarity, received
from normalize.model import Group, Measure, Period, Unit

_A_MONTH = "|".join(MONTHS)
_OPEN_END = re.compile(
    rf"\b(?:20\d\d|{_A_MONTH})\s*(?:[-–—−]|til|til og med)(?:\s*(?:{_A_MONTH}))?\s*$", re.IGNORECASE
)
_OPEN_START = re.compile(r"\s*(?:[-–—−]|til\b)\s*\S", re.IGNORECASE)
_HYPHENATED = re.compile(r"[^\W\d_]-$")  # after a year it is a dash
_LONE_L = re.compile(r"(?<=å) ?[I1|](?=$|\s)")  # the l of mål, alone on its line in a picture
_BROKEN = re.compile(r"-\s+(?!og\b|eller\b|samt\b)(?=[a-zæøå])")

_GROUPS: tuple[tuple[re.Pattern[str], Group], ...] = (
    (re.compile(r"kontanthjælp"), Group.KONTANTHJAELP),
    (re.compile(r"sygedagpenge"), Group.SYGEDAGPENGE),
    (re.compile(r"\ba?dagpenge|arbejdsløshedsdagpenge"), Group.A_DAGPENGE),
)
_UNITS: tuple[tuple[re.Pattern[str], Unit], ...] = (
    (re.compile(r"(?:pct\.?|procent|%)[\s-]*(?:point|enhed)|\bpp\b"), Unit.PCT_POINT),
    (re.compile(r"mi(?:o|ll?)\.?\s*(?:kr|\))|millioner"), Unit.MIO_KR),
    (re.compile(r"\bpct\b|procent|%|andel|ydelsesgrad"), Unit.PCT),
    (re.compile(r"fuldtids|\bantal\b|personer"), Unit.PERSONS),
)
_MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (
        re.compile(
            r"\b(?:flere|højere|over)\b.* forventet|forskel|difference|afvigelse|"
            r"faktisk.*(?:minus|ift|i forhold til).*forvent"
        ),
        Measure.DIFFERENCE,
    ),
    (
        re.compile(
            r"placering|\bplacerede\b|\brang\b|rangering|rangplads|rangliste|\bplads\b|"
            r"\bnr\.? (?:på|i|ud)|^\W*(?:nr|nummer)\W+20\d\d\W*$"  # a row's number is of no year
        ),
        Measure.PLACERING,
    ),
    (re.compile(r"potentiale|besparelse"), Measure.POTENTIALE),
    (re.compile(r"forvent"), Measure.FORVENTET),
    (re.compile(r"faktisk"), Measure.FAKTISK),
)
# About a measure, but not the measure: changes, limits. Fewer than expected is the difference
# with its sign turned round.
_OTHER = re.compile(
    r"^(?!.*\b(?:flere|højere|over)\b).*\b(?:færre|lavere|mindre|under)\b.* forventet|"
    r"ændring|udvikling|fremgang|stigning|fald\b|grænse|\bkrav|målsætning"
)
_RESULT = re.compile(r"resultat(?:mål|krav)|\bresultat\b")
_DEFAULT_UNITS = {
    Measure.SAMTALER: Unit.PCT,
    Measure.TILBUD: Unit.PCT,
    Measure.SAMTALER_MODTAGET: Unit.PCT,
    Measure.TILBUD_MODTAGET: Unit.PCT,
    Measure.PLACERING: Unit.RANK,
    Measure.POTENTIALE: Unit.MIO_KR,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds, as far as its heading tells.

    ``open_polarity`` where talks or offers are named without saying whether they were received;
    ``measure`` is then the share that did not get them. ``open_period`` where something is said of
    when, and not all of it could be read. ``text`` is the joined, repaired heading.
    """

    text: str
    measure: Measure | None = None
    group: Group = Group.ALLE
    period: Period | None = None
    unit: Unit | None = None
    open_polarity: bool = False
    open_period: bool = False


def read_heading(parts: Sequence[str]) -> Heading:
    """Read the heading cells above a column, from the top one down.

    The lowest cell that names a measure decides it; group, period and unit may stand higher.
    """
    text = join(parts)
    whole = repaired(text)
    measure, open_polarity = None, False
    for part in [*(repaired(part) for part in reversed(_merged(parts))), whole]:
        measure, open_polarity = _measure(part)
        if measure is not None or _OTHER.search(part):
            break
    if measure is not None and open_polarity and (found := polarity(whole)) is not None:
        measure, open_polarity = (received(measure) if found else measure), False
    group = find_group(whole) or Group.ALLE
    unit = next((unit for pattern, unit in _UNITS if pattern.search(whole)), None)
    counted = unit is Unit.PERSONS  # a number of talks, not a share of people
    if counted and measure in (Measure.SAMTALER, Measure.TILBUD):
        measure, open_polarity = None, False
    if measure in {Measure.PLACERING, Measure.POTENTIALE} or unit is None:
        unit = _DEFAULT_UNITS.get(measure) if measure else unit
    if measure is Measure.DIFFERENCE and unit is Unit.PCT:
        unit = Unit.PCT_POINT
    period, broken = _period(parts, whole)
    return Heading(text, measure, group, period, unit, open_polarity, broken)


def find_group(text: str) -> Group | None:
    """The benefit group a text names, the first of several; None where it names none."""
    return next(iter(find_groups(text)), None)


def find_groups(text: str) -> list[Group]:
    """All the benefit groups a text names."""
    folded = text.casefold()
    return [group for pattern, group in _GROUPS if pattern.search(folded)]


def join(parts: Sequence[str]) -> str:
    """Heading cells as one text: repeats dropped, words broken over lines joined."""
    return " ".join(_merged(parts))


def _merged(parts: Sequence[str]) -> list[str]:
    merged: list[str] = []
    for raw in parts:
        part = _LONE_L.sub("l", _BROKEN.sub("", " ".join(raw.replace("\u00ad", "").split())))
        if not part or (merged and part == merged[-1]):
            continue
        if merged and _HYPHENATED.search(merged[-1]) and part[0].islower():
            merged[-1] = merged[-1][:-1] + part
        else:
            merged.append(part)
    return merged


def _measure(text: str) -> tuple[Measure | None, bool]:
    if _OTHER.search(text):
        return None, False
    talks, offers = TALKS.search(text), OFFERS.search(text)
    for pattern, measure in _MEASURES:
        if pattern.search(text):
            return (None if talks or offers else measure), False
    if talks and not offers:
        return Measure.SAMTALER, True
    if offers and not talks:
        return Measure.TILBUD, True
    if _RESULT.search(text) and not talks and not offers:
        return Measure.RESULTATMAAL, False
    return None, False


def _period(parts: Sequence[str], joined: str) -> tuple[Period | None, bool]:
    """The period of the lowest part that states one; true where a part says half of one."""
    spans: list[str] = []
    for part in parts:
        goes_on = spans and (_OPEN_END.search(spans[-1]) or _OPEN_START.match(part))
        spans[-1:] = [f"{spans[-1]} {part}"] if goes_on else [*spans[-1:], part]
    for span in reversed(spans):
        if (period := find_period(span)) is not None:
            return period, any(map(is_broken, spans))
    period = find_period(joined)
    return period, period is None and any(map(is_broken, spans))
