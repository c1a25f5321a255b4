"""Totals of persons: of municipalities, of benefit areas, or of the parts in the sentence itself.

``Tilsammen har de ti kommuner 19.390 offentligt forsørgede``, ``De tre områder udgør i alt 619``,
``Seks plus atten minus syv giver sytten``, ``178 på a-dagpenge og 441 på resten, i alt 619``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Municipality, Period
from rules.case import Case
from rules.derived.amounts import amount, measure_told
from rules.derived.figures import LEVELS
from rules.derived.spread import of_a_part, over
from rules.derived.whom import among
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.sentences.tables import short_table
from rules.wording.danish import NAMED, listed, number

_TOTAL = re.compile(
    r"\b(?:tilsammen|i\s?alt|samlet|sammenlagt|summen|summer\w*|under\s+(?:ét|#1|et)|lagt\s+sammen)\b"
)
_PERSONS = (
    r"(?<![\w,.-])#(\d+)(?!\d|,\d)"
    r"(?!\s*(?:pct|kommune|nr|måned|time|år\b|samtale|dage|uge|plads|mio|kr\b|områder|grupper|ydelser|mål))"
)
_NUMBER = re.compile(_PERSONS)
_YEAR = re.compile(r"\b(?:i|for|fra|til|siden)\s+#20\d\d\b|\b(?:tabel|nr|punkt|bilag|side)\s+#\d+")
_AREAS = re.compile(
    r"\b(?:de|alle)\s+(?:#3\s+)?(?:\w+)?(?:områder|grupper|ydelser|ydelsesgrupper)\b"
)
_SIGNED = re.compile(
    rf"{_PERSONS}(?P<rest>(?:\s+(?:plus|minus)\s+#\d+)+)\s+(?:giver|bliver|er)\b[^#]*#(?P<total>\d+)\b"
)
_SUMMED_UP = re.compile(
    r"(?:[,;–:(]|\b(?:giver|bliver|udgør|er|og|dermed|altså)\b)\s*(?:\w+\s+){0,2}?(?:i\s?alt|tilsammen|sammenlagt|samlet)\s+"
    r"(?:\w+\s+){0,2}#(?P<total>\d+)(?![\d,]|\s*(?:pct|kommune))"
)
_MADE_OF = re.compile(
    r"\b(?:består\s+af|fordelt\s+(?:på|med)|fordeler\s+sig\s+(?:på|med)|sammensat\s+af|udgøres\s+af|fordelte\s+sig\s+(?:på|med))\b"
)
_EITHER_SIGN = re.compile(r"\b(?:forskel|differenc|afvigelse|fradrag|fratrukket|netto|modregn)\w*")
_CONTEXT = re.compile(  # what persons are counted in, and not answers or meetings
    r"fuldtids|forsørg|dagpenge|kontanthjælp|\bydelse|\bforskel|\bafvigelse|\bdifferenc|\bgiver\b"
)
_ARTICLE = re.compile(r"\b(?:et|en)\s+(?:fra|på|i|er)\b")  # a part of one, said as an article
_OPEN = re.compile(
    r"\b(?:hvis|cirka|ca|omkring|knap|godt|næsten|mindst|højst|over|heraf|hvoraf|op\s+til|skal|vil)\s+#|\bhvis\b|\?|\bmio\b|\bkr\b"
)
_LEAST = 2  # parts that make a sum
_GROUPS = tuple(group for group in Group if group is not Group.ALLE)


@dataclass(frozen=True, slots=True)
class Summed:
    """A stated total of persons; ``parts`` where the sentence has these, else a figure's."""

    total: int
    parts: tuple[int, ...] = ()
    either: bool = False  # some parts may be taken off
    derived: float | None = None  # the total of the tables, None where they do not settle it
    of: str = ""  # of what, in Danish


def read(case: Case) -> Iterable[Claim]:
    """Totals in sentences that say so."""
    for one in case.utterances:
        text = _YEAR.sub(" ", one.tagged)
        if one.table is not None or _OPEN.search(text) or "#" not in text:
            continue
        for said in _of_parts(case, one, text) or _of_tables(case, one, text):
            yield claim(
                ClaimKind.SUM,
                one,
                said,
                stated=str(said.total),
                unit="persons",
                municipalities=(one.subject,) if one.subject else (),
                period=find_period(one.sentence.text) or case.main,
            )


def _of_parts(case: Case, one: Utterance, text: str) -> tuple[Summed, ...]:
    """A sum that stands in the sentence itself, whole and parts."""
    if signed := _SIGNED.search(text):
        taken = re.findall(r"(plus|minus)\s+#(\d+)", signed["rest"])
        parts = (int(signed[1]), *(int(n) * (-1 if sign == "minus" else 1) for sign, n in taken))
        return (Summed(int(signed["total"]), parts),)
    if _ARTICLE.search(text) or not _CONTEXT.search(text):
        return ()
    if summed := _SUMMED_UP.search(text):
        parts = tuple(map(int, _NUMBER.findall(text[: summed.start()])))
        rest = _NUMBER.search(text[summed.end() :])
        return (Summed(int(summed["total"]), parts),) if len(parts) >= _LEAST and not rest else ()
    if made := _MADE_OF.search(text):
        before, parts = (
            tuple(map(int, _NUMBER.findall(part)))
            for part in (text[: made.start()], text[made.end() :])
        )
        whole = before if len(before) == 1 else _gap_before(case, one) if not before else ()
        if len(whole) == 1 and len(parts) >= _LEAST:
            return (Summed(whole[0], parts, either=bool(_EITHER_SIGN.search(text))),)
    return ()


def _gap_before(case: Case, one: Utterance) -> tuple[int, ...]:
    """The difference that a sentence takes apart: that of whom the note is about."""
    if one.subject is None or not _EITHER_SIGN.search(one.tagged):
        return ()
    gap = amount(case, one.subject.code, Measure.DIFFERENCE, case.main)
    return () if gap is None else (abs(round(gap)),)


def _of_tables(case: Case, one: Utterance, text: str) -> Iterator[Summed]:
    """Totals over the municipalities of a small table, or over the benefit areas of one."""
    if not _TOTAL.search(text):
        return
    period = find_period(one.sentence.text) or case.main
    measure: Measure | None = None
    for part in re.split(r"\s+(?:mod|mens|hvorimod)\s+", text):
        told = measure_told(part, case.received)
        measure = told or (Measure.FORVENTET if "forvent" in part or "vente" in part else measure)
        figures = _NUMBER.findall(part)
        if measure not in _LEVELS or measure is None or len(figures) != 1:
            continue
        if _AREAS.search(part):
            found = _over_areas(case, one.subject, measure, period)
        else:
            found = _over_all(case, one, text, measure, period)
        if found is not None:
            yield Summed(int(figures[0]), derived=_sided(found, part), of=NAMED[measure])


_LEVELS = {Measure.FAKTISK, Measure.FORVENTET, Measure.DIFFERENCE}


def _sided(total: float, part: str) -> float:
    """A difference as its words have it: ``133 under`` of -133; the wrong side stays negative."""
    below = re.search(r"\b(?:under|færre|lavere|mindre)\b", part)
    above = re.search(r"\b(?:over|flere|højere|mere)\b(?!\s*$)", part)
    return -total if below and not above else total if above else abs(total)


def _over_areas(
    case: Case, who: Municipality | None, measure: Measure, period: Period | None
) -> float | None:
    if who is None:
        return None
    if measure is Measure.DIFFERENCE:
        actual, expected = (_over_areas(case, who, one, period) for one, _ in LEVELS)
        return None if actual is None or expected is None else actual - expected
    for figures in case.figures.joined(who.code, [(measure, one) for one in _GROUPS], period):
        if all(one.trusted for one in figures):
            return sum(one.number or 0.0 for one in figures)
    return None


def _over_all(
    case: Case, one: Utterance, text: str, measure: Measure, period: Period | None
) -> float | None:
    """The sum over those a sentence is about: some it tells, or all of the note's small table."""
    if "kommuner" not in text and ("summen" not in text or of_a_part(text)):
        return None
    whom = among(case, text, one)
    who = whom.who or short_table(case)
    if who is None or not whom.known:
        return None
    found = over(case, measure, period, who)
    return sum(found.shares.values()) if found.full else None


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """The stated total against that of the parts; rounding may shift it by half a unit a part."""
    said = about.detail
    if not isinstance(said, Summed):
        return
    who = about.municipalities[0] if about.municipalities else None
    if said.parts:
        totals = {
            sum(part * sign for part, sign in zip(said.parts, signs, strict=True))
            for signs in product((1, -1) if said.either else (1,), repeat=len(said.parts))
        }
        derived = min((abs(one) for one in totals), key=lambda one: abs(one - said.total))
        right = said.total == derived
        parts = listed(number(part) for part in said.parts)
        text = f"Notatet lader {parts} give {number(said.total)}"
        text += f", {'og' if right else 'men'} de giver {number(derived)}"
        if said.either:
            text = f"Notatet deler {number(said.total)} op i {parts}"
            text += ", og det går op" if right else ", men det går ikke op med noget fortegn"
    else:
        derived = round(said.derived or 0.0)
        right = said.derived is not None and abs(said.total - said.derived) < 1
        text = f"Notatet oplyser i alt {number(said.total)} for {said.of}"
        text += f", {'og' if right else 'men'} tabellens tal giver {number(derived)}"
    verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTED
    yield finding(about, verdict, text, derived=str(derived), municipality=who)


KIND = Kind("sums", read, check)
