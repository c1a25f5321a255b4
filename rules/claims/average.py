"""Averages of the municipalities' shares, and who lies above or below them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Measure, Municipality
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.amounts import Among, among
from rules.derived.derive import Universe
from rules.derived.spread import Spread, of_a_part, of_others, over, spread
from rules.grammar.shares import share_of, speaks
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.tables import of_table
from rules.stated.frames import frame_of
from rules.wording.danish import SHARE, bare, number

_AVERAGE = re.compile(r"\b(?:gennemsnit\w*|middeltal\w*|snit(?:tet)?)\b")
_OF_ALL = re.compile(
    r"\b(?:kommunernes?|alle kommuner|(?:de\s+|landets\s+)?#98 kommuners?|landets kommuners?"
    r"|tabellens?|gruppens?|gennemsnitlige kommune|klyngens?|uv[æe][gj]\w+|simple?t?)\b"
)
_NATIONAL = re.compile(r"\b(?:landet|lands\w*|hele landet|national\w*|(?<!u)vægtet)\b")
# A share, not the limit of one: ``i gennemsnit under 20 pct.`` is a criterion.
_PCT = re.compile(
    r"(?<!\bunder )(?<!\bover )(?<!\bmindst )(?<!\bhøjst )(?<!\bend )"
    r"#(\d+)(?:,(\d+))?\s*pct(?!point)"
)
_NAME = re.compile(r"@\[")
_BESIDE = re.compile(
    r"@\[(?P<who>\d{4})\][^@]*?\b(?P<side>over|under|højere\s+end|lavere\s+end)\s+"
    r"(?:det\s+)?(?:\w+\s+)?gennemsnit\w*"
)
_CLAUSES = re.compile(r",?\s+(?:mens|hvorimod|medens)\s+|,\s*og\s+|;|:")
# Half a unit of the second decimal: what printing the single shares with one decimal may do to
# the mean of 98 of them (0,05/sqrt(3*98) = 0,003).
_SLACK = 0.005


@dataclass(frozen=True, slots=True)
class Average:
    """A stated average of the municipalities' shares, in percent."""

    measure: Measure
    value: float
    decimals: int
    national: bool
    who: Universe | None  # those it is taken over, None for all


@dataclass(frozen=True, slots=True)
class Beside:
    """One municipality said to lie above, or below, the average of a share."""

    who: Municipality
    measure: Measure
    above: bool
    national: bool  # a weighted average, or one that does not say whose
    of_table: bool


def read(case: Case) -> Iterable[Claim]:
    """Averages with a percentage, and municipalities on either side of the average."""
    carried: Measure | None = None
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        if one.sentence.paragraph != paragraph or speaks(text):
            carried = share_of(text, received=case.received)
        paragraph = one.sentence.paragraph
        if not _AVERAGE.search(text) or "hvis" in text or of_a_part(text):
            continue
        period = find_period(one.sentence.text) or case.main
        for clause in (part for part in _CLAUSES.split(text) if not of_others(part)):
            if not _AVERAGE.search(clause):
                continue
            measure = share_of(clause, received=case.received) or carried
            whom = among(case, clause, one)
            if not whom.known:
                continue
            told = (
                one.subject is None
                or whom.told
                or _OF_ALL.search(clause)
                or _NATIONAL.search(clause)
            )
            found: list[tuple[Average | Beside, str]] = [
                *(_averages(case, clause, measure, whom) if told else ()),
                *_beside(clause, measure),
            ]
            for said, stated in found:
                who = (said.who,) if isinstance(said, Beside) else ()
                yield claim(
                    ClaimKind.AGGREGATE,
                    one,
                    said,
                    stated=stated,
                    unit="pct" if isinstance(said, Average) else "",
                    municipalities=who,
                    measure=said.measure.removesuffix("_modtaget"),
                    period=period,
                )


def _averages(
    case: Case, clause: str, measure: Measure | None, whom: Among
) -> Iterable[tuple[Average, str]]:
    if _NAME.search(clause) or not _AVERAGE.search(clause):
        return
    sure = whom.told or _OF_ALL.search(clause) is not None
    shares = _PCT.findall(clause)
    alone = (measure,) if measure and len(shares) == 1 else ()
    measures = alone or frame_of(clause, case.received)
    if len(measures) != len(shares):
        return
    who = whom.who if not _NATIONAL.search(clause) else None
    for (whole, decimals), each in zip(shares, measures, strict=True):
        value = float(f"{whole}.{decimals or 0}")
        national = not sure or (who is None and _NATIONAL.search(clause) is not None)
        said = Average(each, value, len(decimals), national, who)
        yield said, bare(value, len(decimals))


def _beside(clause: str, measure: Measure | None) -> Iterable[tuple[Beside, str]]:
    match = _BESIDE.search(clause)
    if match is None or measure is None or len(_NAME.findall(clause)) != 1:
        return
    above = match["side"].startswith(("over", "højere"))
    unclear = bool(_NATIONAL.search(clause)) or not _OF_ALL.search(clause)
    said = Beside(by_code(match["who"]), measure, above, unclear, of_table(clause))
    yield said, "over" if above else "under"


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against the mean of every share the note gives for the period."""
    said = about.detail
    if isinstance(said, Average):
        yield _average(about, said, over(case, said.measure, about.period, said.who))
    elif isinstance(said, Beside):
        yield _placed(about, said, spread(case, said.measure, about.period, within=said.of_table))


def _average(about: Claim, said: Average, found: Spread) -> Finding:
    text = (
        f"Notatet oplyser et gennemsnit på {number(said.value, said.decimals)} pct. for "
        f"{SHARE[said.measure]}"
    )
    if not found.full:
        text += f"; tallene for {found.whole - len(found.shares)} kommuner mangler"
        return finding(about, Verdict.UNVERIFIABLE, text)
    decimals = max(1, said.decimals)
    shown, derived = number(found.mean, decimals), bare(found.mean, decimals)
    if abs(found.mean - said.value) <= 0.5 * 10.0**-said.decimals + _SLACK:
        text += f", og tabellens gennemsnit er {shown} pct."
        return finding(about, Verdict.CONSISTENT, text, derived=derived)
    if said.national:
        text += f"; det simple gennemsnit i tabellen er {shown}, men et landstal kan være vægtet"
        return finding(about, Verdict.UNVERIFIABLE, text, derived=derived)
    text += f", men tabellens simple gennemsnit er {shown} pct."
    return finding(about, Verdict.CONTRADICTED, text, derived=derived)


def _placed(about: Claim, said: Beside, found: Spread) -> Finding:
    own = found.shares.get(said.who.code)
    side = "over" if said.above else "under"
    text = f"Notatet lægger {said.who.name} {side} gennemsnittet af {SHARE[said.measure]}"
    if own is None or not found.full:
        text += "; notatet viser ikke alle de tal, der skal til"
        return finding(about, Verdict.UNVERIFIABLE, text, municipality=said.who)
    told = f"{number(own, 1)} pct. mod et simpelt gennemsnit på {number(found.mean, 1)}"
    right = own > found.mean if said.above else own < found.mean
    if said.national:
        text += f"; den har {told} i tabellen, men et landstal kan være vægtet"
        verdict = Verdict.UNVERIFIABLE
    else:
        text += f", {'og' if right else 'men'} den har {told} pct."
        verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTED
    derived = "over" if own > found.mean else "under"
    return finding(about, verdict, text, derived=derived, municipality=said.who)


KIND = Kind("average", read, check)
