"""Differences between actual and expected: ``60 fuldtidspersoner lavere end forventet``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Municipality, Unit
from rules.case import Case
from rules.derived.figures import Figure
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance, group_of, of_several_groups
from rules.stated.level_pairs import gap_after
from rules.wording.danish import bare, number

_FULL = re.compile(r"\bend\s+(?:for)?ventet\b|\b(?:det|de)\s+forventede\b")
_UNIT = (
    r"(?P<persons>(?:fuldtids)?personer|fuldtidsmodtagere|borgere|offentligt forsørgede)"
    r"|(?P<points>pct\s*-?point\w*|procentpoint)"
)
_SIDE = (
    r"\b(?:(?P<less>lavere|færre|mindre|under|for\s+få|bedre)"
    r"|(?P<more>højere|flere|mere|over|for\s+mange|dårligere|ringere))\b"
)
_EXPECTED = r"\b(?:(?:for)?vent\w*|rammevilkår\w*)"
_NUMBER = r"(?<!\bi )#(?P<number>\d+)(?:,(?P<decimals>\d+))?\s*"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # "60 fuldtidspersoner lavere end forventet"
        rf"{_NUMBER}(?:{_UNIT})\s*[^#,;.]{{0,40}}?{_SIDE}[^#]{{0,40}}?{_EXPECTED}",
        # "31 flere (personer) end forventet"
        rf"{_NUMBER}{_SIDE}(?:\s+(?:{_UNIT}))?[^#]{{0,60}}?{_EXPECTED}",
        # "forskellen er 0,5 procentpoint"
        r"\b(?:forskel(?:len)?|differen[cs]en?|afvigelsen?)(?:\s+(?:er|var|udgør|på|dermed|altså|således|nu"
        r"|fra\s+det\s+forventede|mellem\s+faktisk\w*\s+og\s+forventet)|\s+for\s+@\[\d{4}\]\s+vedkommende"
        rf"|\s+for\s+kommunens\s+vedkommende|:){{1,4}}\s+{_NUMBER}(?:{_UNIT})",
    )
)
# "på a-dagpengeområdet er der 30 flere", after a sentence that said than what
_MORE = re.compile(rf"{_NUMBER}(?:(?:{_UNIT})\s+)?{_SIDE}(?:\s+på\s+[\w-]+)?\s*\.?$")
_CLAUSES = re.compile(r",\s+|;|\s+(?:og|mens|men)\s+")
_WHOLE = re.compile(
    r"\b(?:samlet|alle\s+ydelser|under\s+(?:ét|#1)|overordnet|i\s+alt|resultatmålet)\b"
)
_OTHERS = re.compile(r"\b(?:kommunerne|landet|regionen|de\s+#\d+\s+kommuner)\b")
_ROUNDED = re.compile(r"\b(?:afrund\w*|op- og nedrund\w*|nedrund\w*|oprund\w*)", re.I)


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated difference: size, decimals printed, unit, and whether actual is below expected.

    ``below`` is None where the note does not say which is the greater.
    """

    municipality: Municipality
    size: float
    decimals: int
    unit: Unit
    below: bool | None
    group: Group


def read(case: Case) -> Iterable[Claim]:
    """Every stated difference between what is and what was expected."""
    pairs = case.pairs
    area, paragraph = Group.ALLE, -1  # the benefit group the paragraph has come to
    told: Utterance | None = None  # the last that said what is held against what was expected
    for place, one in enumerate(case.utterances):
        if one.subject is None or (not one.named and _OTHERS.search(one.tagged)):
            continue
        if one.sentence.paragraph != paragraph or _WHOLE.search(one.tagged):
            area, paragraph = Group.ALLE, one.sentence.paragraph
        area = one.group if one.group is not Group.ALLE else area
        same = told is not None and told.sentence.paragraph == one.sentence.paragraph
        if same and not _FULL.search(one.tagged):
            yield from _carried(case, one, one.subject)
        if _FULL.search(one.tagged):
            told = one
        pair = pairs.get(one.index) or gap_after(case.utterances, place, pairs)
        if pair is not None and (gap := pair.levels.gap) is not None:
            unit = Unit.PCT_POINT if pair.levels.actual.unit is Unit.PCT else Unit.PERSONS
            side = pair.levels.below
            said = Difference(one.subject, gap.number, gap.decimals, unit, side, pair.group)
            yield _claim(case, one, said)
            continue
        for clause, group in _by_group(one, area):
            for form in _FORMS:
                for match in form.finditer(clause):
                    yield _claim(case, one, _stated(match, one.subject, group))
            more = None if clause is one.tagged or _FULL.search(clause) else _MORE.search(clause)
            if more is not None:
                yield _claim(case, one, _stated(more, one.subject, group))


def _by_group(one: Utterance, area: Group) -> Iterable[tuple[str, Group]]:
    """The sentence and its benefit group; clause by clause where it speaks of several."""
    if not of_several_groups(one.tagged):
        yield one.tagged, area
        return
    for clause in _CLAUSES.split(one.tagged):
        group = group_of(clause)
        if group is not Group.ALLE:
            yield clause, group


def _carried(case: Case, one: Utterance, subject: Municipality) -> Iterable[Claim]:
    """``… bidrager med 26 færre, kontanthjælpsområdet med 19``: area by area, than expected."""
    for clause in _CLAUSES.split(one.tagged):
        match, group = _MORE.search(clause), group_of(clause)
        if match is not None and group is not Group.ALLE:
            yield _claim(case, one, _stated(match, subject, group))


def _stated(match: re.Match[str], subject: Municipality, group: Group) -> Difference:
    found = match.groupdict()
    decimals = found["decimals"] or ""
    size = float(f"{match['number']}.{decimals or 0}")
    unit = Unit.PCT_POINT if found["points"] else Unit.PERSONS
    below = bool(found.get("less")) if found.get("less") or found.get("more") else None
    return Difference(subject, size, len(decimals), unit, below, group)


def _claim(case: Case, utterance: Utterance, said: Difference) -> Claim:
    return claim(
        ClaimKind.DIFFERENCE,
        utterance,
        said,
        stated=bare(said.size, said.decimals),
        unit=said.unit.value,
        municipalities=(said.municipality,),
        measure=Measure.DIFFERENCE.value,
        period=find_period(utterance.sentence.text) or case.main,
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The difference against the actual and the expected level."""
    said = about.detail
    if not isinstance(said, Difference):
        return
    one = said.municipality
    actual, expected = (
        _level(case, said, measure, about) for measure in (Measure.FAKTISK, Measure.FORVENTET)
    )
    side = {True: "under", False: "over", None: "fra"}[said.below]
    text = (
        f"Notatet skriver, at {one.name} ligger {number(said.size, said.decimals)} {side} det "
        f"forventede"
    )
    if actual is None or expected is None or actual.number is None or expected.number is None:
        yield finding(
            about, Verdict.UNVERIFIABLE, f"{text}; de to tal står ikke i notatet", municipality=one
        )
        return
    gap = expected.number - actual.number
    decimals = max(actual.decimals, expected.decimals)
    derived, shown_gap = bare(abs(gap), decimals), number(abs(gap), decimals)
    shown = (
        f"faktisk {number(actual.number, actual.decimals)} og forventet"
        f" {number(expected.number, expected.decimals)}"
    )
    off = abs(abs(gap) - said.size)
    unit = 10.0 ** -max(decimals, said.decimals)
    if gap and said.below is not None and (gap > 0) != said.below:
        verdict, text = Verdict.CONTRADICTED, f"{text}, men {shown} er omvendt"
        derived = f"-{derived}" if derived == about.stated else derived
    elif off < 1e-6:
        verdict, text = Verdict.CONSISTENT, f"{text}, og {shown} giver det samme"
    elif off <= unit + 1e-6:  # each level is rounded by up to half a unit
        told = any(_ROUNDED.search(u.sentence.text) for u in case.utterances)
        verdict = Verdict.EXPLAINED if told else Verdict.UNVERIFIABLE
        text = f"{text}; {shown} giver {shown_gap}, hvilket afrunding kan forklare"
    else:
        verdict, text = (
            Verdict.CONTRADICTED,
            f"{text}, men {shown} giver {shown_gap}",
        )
    if verdict is Verdict.CONTRADICTED and not (actual.trusted and expected.trusted):
        verdict, text = Verdict.UNVERIFIABLE, f"{text}; et af tallene skal ses efter først"
    yield finding(about, verdict, text, derived=derived, municipality=one)


def _level(case: Case, said: Difference, measure: Measure, about: Claim) -> Figure | None:
    wanted = Unit.PERSONS if said.unit is Unit.PERSONS else Unit.PCT
    for figure in case.figures.find(said.municipality.code, (measure,), about.period, said.group):
        if figure.number is not None and figure.unit is wanted:
            return figure
    return None


KIND = Kind("difference", read, check)
