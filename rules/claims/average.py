"""Means and medians of the municipalities' figures, and who lies above or below the mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Measure, Municipality
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.amounts import PERSONS, SHARES, measure_told, shown_as
from rules.derived.derive import Universe
from rules.derived.spread import Spread, of_a_part, of_others, over, scaled, spread
from rules.derived.topics import topics
from rules.derived.whom import Among, among, set_apart
from rules.grammar.superlatives import Scale
from rules.grammar.tagged import NAMED
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.sentences.tables import of_table
from rules.stated.frames import frame_of
from rules.wording.danish import NAMED as CALLED
from rules.wording.danish import bare

_MEDIAN = re.compile(r"\b(?:median\w*|midterste\s+(?:kommune|værdi|andel))\b")
_AVERAGE = re.compile(
    rf"\b(?:(?:lands)?gennemsnit\w*|middel(?:tal|værdi)\w*|snit(?:tet)?)\b|{_MEDIAN.pattern}"
)
_OF_ALL = re.compile(
    r"\b(?:kommunernes?|alle kommuner|(?:de\s+|landets\s+)?#98 kommuners?|landets kommuners?"
    r"|den midterste|tabellens?|gruppens?|gennemsnitlige kommune|klyngens?|uv[æe][gj]\w+|simple?t?"
    r"|lige\s+meget|\w*andelene)\b"
)
_NATIONAL = re.compile(r"\b(?:landet|lands\w*|hele landet|national\w*|(?<!u)vægtet)\b")
# A share, not the limit of one: ``i gennemsnit under 20 pct.`` is a criterion.
_NO_LIMIT = r"(?<!\bunder )(?<!\bover )(?<!\bmindst )(?<!\bhøjst )(?<!\bend )"
_PCT = re.compile(rf"{_NO_LIMIT}#(\d+)(?:,(\d+))?\s*pct(?!point)")
# Nor is a year a number of heads: ``gennemsnit for januar til december 2023``.
_YEAR = r"(?:19|20)\d\d\b(?!,|\s+(?:\w*person|borgere|ledige|modtagere))"
_HEADS = re.compile(
    rf"{_NO_LIMIT}#(?!{_YEAR})(\d+)(?:,(\d+))?(?!\s*(?:pct|kommune|måned|år\b|mio|kr\b|\d))(?!\d)"
)
_YEARS = re.compile(
    r"\bover\s+(?:de\s+|alle\s+)?#?\w+\s+år\b|\bårligt\b|\bpr\.?\s+(?:år|måned)\b|\b(?:næste|fremover)\b"
)
_BESIDE = re.compile(
    r"@\[(?P<who>\d{4})\][^@]*?\b(?P<side>over|under|højere\s+end|lavere\s+end)\s+"
    r"(?:det\s+)?(?:\w+\s+)?gennemsnit\w*"
)
_WITHOUT = re.compile(
    r"^(?:uden|fraregnet|bortset\s+fra|(?:ses|ser)\s+(?:der|man)\s+bort\s+fra)\s+@\[([\d+]+)\],?"
)
_OF_NAMED = re.compile(r"\b(?:i|for|hos|på|mellem)\s+@\[(\d{4}(?:\+\d{4})+)\]")
_CLAUSES = re.compile(r",?\s+(?:mens|hvorimod|medens)\s+|,\s*og\s+|;|:(?!\s*#)")
# Half a unit of the second decimal: what printing the single shares with one decimal may do to
# the mean of 98 of them (0,05/sqrt(3*98) = 0,003).
_SLACK = 0.005


@dataclass(frozen=True, slots=True)
class Average:
    """A stated average, or ``median``, of a figure of the municipalities."""

    measure: Measure
    value: float
    decimals: int
    national: bool
    who: Universe | None  # those it is taken over, None for all
    median: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """One municipality said to lie above, or below, the average of a share."""

    who: Municipality
    measure: Measure
    above: bool
    national: bool  # a weighted average, or one that does not say whose
    of_table: bool


def read(case: Case) -> Iterable[Claim]:
    """Averages with a figure, and municipalities on either side of the average."""
    for one, topic in zip(case.utterances, topics(case), strict=True):
        if not _AVERAGE.search(one.tagged) or "hvis" in one.tagged or _YEARS.search(one.tagged):
            continue
        period = find_period(one.sentence.text) or case.main
        for clause in _CLAUSES.split(one.tagged):
            if not _AVERAGE.search(clause) or not ("#" in clause or _BESIDE.search(clause)):
                continue
            whom, rest = _whom(case, clause, one)
            if of_others(PERSONS.sub(" ", _MEDIAN.sub(" ", rest))) or not whom.known:
                continue
            measure = measure_told(rest, case.received) or topic
            told = one.subject is None or whom.told or _OF_ALL.search(rest)
            found: list[tuple[Average | Beside, str]] = [
                *(_averages(case, rest, measure, whom) if told or _NATIONAL.search(rest) else ()),
                *_beside(rest, measure),
            ]
            for said, stated in found:
                who = (said.who,) if isinstance(said, Beside) else ()
                yield claim(
                    ClaimKind.AGGREGATE,
                    one,
                    said,
                    stated=stated,
                    unit="pct" if isinstance(said, Average) and said.measure in SHARES else "",
                    municipalities=who,
                    measure=said.measure.removesuffix("_modtaget"),
                    period=period,
                )


def _whom(case: Case, clause: str, one: Utterance) -> tuple[Among, str]:
    """Whom a clause takes its mean over, and the clause without these where it names them."""
    rest, named = set_apart(clause)
    if not named and (of := _OF_NAMED.search(clause)):
        rest, named = _OF_NAMED.sub(" ", clause), frozenset(of[1].split("+"))
    if named:
        return Among(Universe(named, 0)), rest
    if left_out := _WITHOUT.search(clause):
        whom = among(case, _WITHOUT.sub(" ", clause), one)
        whole = whom.who.codes if whom.who else frozenset(case.figures.municipalities(case.main))
        rest = _WITHOUT.sub(" ", clause)
        return Among(Universe(whole - set(left_out[1].split("+")), 0), whom.known), rest
    if of_a_part(_MEDIAN.sub(" ", clause)):
        return Among(None, known=False), clause
    return among(case, clause, one), clause


def _averages(
    case: Case, clause: str, measure: Measure | None, whom: Among
) -> Iterable[tuple[Average, str]]:
    if NAMED.search(clause):
        return
    of_share = measure is None or measure in SHARES
    figures = (_PCT if of_share else _HEADS).findall(clause)
    alone = (measure,) if measure and len(figures) == 1 else ()
    measures = alone or (frame_of(clause, case.received) if of_share else ())
    if len(measures) != len(figures):
        return
    sure = whom.told or _OF_ALL.search(clause) is not None
    weighted = _NATIONAL.search(clause) is not None and not _OF_ALL.search(clause)
    median = _MEDIAN.search(clause) is not None
    for (whole, decimals), each in zip(figures, measures, strict=True):
        value = float(f"{whole}.{decimals or 0}")
        national = not median and (weighted or not sure)
        who = None if weighted else whom.who
        yield Average(each, value, len(decimals), national, who, median), bare(value, len(decimals))


def _beside(clause: str, measure: Measure | None) -> Iterable[tuple[Beside, str]]:
    match = _BESIDE.search(clause)
    if match is None or measure is None or len(NAMED.findall(clause)) != 1:
        return
    above = match["side"].startswith(("over", "højere"))
    unclear = bool(_NATIONAL.search(clause)) or not _OF_ALL.search(clause)
    said = Beside(by_code(match["who"]), measure, above, unclear, of_table(clause))
    yield said, "over" if above else "under"


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against the mean of every share the note gives for the period."""
    said = about.detail
    if isinstance(said, Average):
        whole = over(case, said.measure, about.period, said.who)
        scales = (Scale.PLAIN, Scale.SIZE) if said.measure is Measure.DIFFERENCE else (Scale.PLAIN,)
        found = [_average(about, said, scaled(case, whole, about.period, one)) for one in scales]
        yield next((one for one in found if one.verdict is Verdict.CONSISTENT), found[0])
    elif isinstance(said, Beside):
        yield _placed(about, said, spread(case, said.measure, about.period, within=said.of_table))


def _average(about: Claim, said: Average, found: Spread) -> Finding:
    kind = "en median" if said.median else "et gennemsnit"
    value = shown_as(said.value, said.measure, said.decimals)
    text = f"Notatet oplyser {kind} på {value} for {CALLED[said.measure]}{found.among}"
    if not found.full:
        text += f"; tallene for {found.whole - len(found.shares)} kommuner mangler"
        return finding(about, Verdict.UNVERIFIABLE, text)
    figure = found.median if said.median else found.mean
    decimals = max(1 if said.measure in SHARES else 0, said.decimals)
    shown, derived = shown_as(figure, said.measure, decimals), bare(figure, decimals)
    if abs(figure - said.value) <= 0.5 * 10.0**-said.decimals + _SLACK:
        text += f", og tabellens tal giver {shown}"
        return finding(about, Verdict.CONSISTENT, text, derived=derived)
    if said.national:
        text += f"; det simple gennemsnit i tabellen er {shown}, men et landstal kan være vægtet"
        return finding(about, Verdict.UNVERIFIABLE, text, derived=derived)
    simple = "median" if said.median else "simple gennemsnit"
    text += f", men tabellens {simple} er {shown}"
    return finding(about, Verdict.CONTRADICTED, text, derived=derived)


def _placed(about: Claim, said: Beside, found: Spread) -> Finding:
    own = found.shares.get(said.who.code)
    side = "over" if said.above else "under"
    text = f"Notatet lægger {said.who.name} {side} gennemsnittet af {CALLED[said.measure]}"
    if own is None or not found.full:
        text += "; notatet viser ikke alle de tal, der skal til"
        return finding(about, Verdict.UNVERIFIABLE, text, municipality=said.who)
    shown, mean = (shown_as(value, said.measure, 1) for value in (own, found.mean))
    told = f"{shown} mod et simpelt gennemsnit på {mean}"
    right = own > found.mean if said.above else own < found.mean
    if said.national:
        text += f"; den har {told} i tabellen, men et landstal kan være vægtet"
        verdict = Verdict.UNVERIFIABLE
    else:
        text += f", {'og' if right else 'men'} den har {told}"
        verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTED
    derived = "over" if own > found.mean else "under"
    return finding(about, verdict, text, derived=derived, municipality=said.who)


KIND = Kind("average", read, check)
