"""The range of a share over all municipalities: ``varierer fra 11,3 til 44,3 pct.``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Measure
from rules.case import Case
from rules.derived.spread import among, of_others, spread
from rules.grammar.doubts import doubts
from rules.grammar.ranges import SPREADS
from rules.grammar.shares import share_of
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import SHARE, number

_FIGURE = r"#(?P<{0}>\d+(?:,\d+)?)\s*(?:pct)?"
_FROM_TO = re.compile(
    rf"\b(?:fra|mellem)\s+(?:\w+\s+)?{_FIGURE.format('low')}\s+(?:og\s+)?(?:op\s+)?(?:til|og)\s+(?:\w+\s+)?"
    rf"{_FIGURE.format('high')}\s*pct(?!point)"
)
_OUTERMOST = re.compile(
    r"^(?:(?:og|mens|derimod|således)\s+)*(?:den\s+)?(?:(?P<top>højeste)|laveste)\s+andel\b(?:[^#@]|#[14]\s)*?"
    r"\b(?:er|var|udgør|udgjorde|ligger\s+på|lå\s+på)\s+#(?P<value>\d+(?:,\d+)?)\s*pct(?!point)"
)
_NOWHERE = re.compile(  # "ingen steder er andelen lavere end 10,7 pct."
    r"\b(?:ingen|intet)\s+(?:kommuner?|sted(?:er)?)\b[^#@]*?\b(?:(?P<top>højere|større|flere)|lavere|mindre|færre)\b"
    r"[^#@]*?\bend\s+#(?P<value>\d+(?:,\d+)?)\s*pct(?!point)"
)
_TIMES = re.compile(r"\båret\b|\bmåned\w*|\bkvartal\w*|\bperioden\b|\b(?:gennem|siden)\b")
_KNOWN = re.compile(rf"{SPREADS.pattern}\w*|\b(?:mellem|højeste|laveste|strækker)\b")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The stated lowest and highest share in percent, as printed; either may be missing."""

    measure: Measure
    low: str
    high: str
    doubts: tuple[str, ...]
    beyond: bool = False  # nobody is said to be beyond, whether anybody is there or not


def read(case: Case) -> Iterable[Claim]:
    """Ranges over all municipalities that name nobody."""
    for one in case.utterances:
        text = one.tagged
        if (
            "@[" in text
            or "pct" not in text
            or among(text)
            or of_others(text)
            or _TIMES.search(text)
            or any(statement.count for statement in one.statements)
        ):
            continue
        measure = share_of(text, received=case.received)
        nowhere = _NOWHERE.search(text)
        spreads, outermost = SPREADS.search(text) and _FROM_TO.search(text), _OUTERMOST.search(text)
        outermost = nowhere or outermost
        if measure is None or not (spreads or outermost) or one.subject is not None:
            continue
        if spreads:
            low, high = spreads["low"], spreads["high"]
        else:
            value = outermost["value"] if outermost else ""
            top = outermost is not None and bool(outermost["top"])
            low, high = ("", value) if top else (value, "")
        unsure = doubts(_KNOWN.sub(" ", _NOWHERE.sub(" ", text)))
        yield claim(
            ClaimKind.AGGREGATE,
            one,
            Bounds(measure, low, high, unsure, beyond=nowhere is not None),
            stated="-".join(filter(None, (low, high))).replace(",", "."),
            unit="pct",
            measure=measure.removesuffix("_modtaget"),
            period=find_period(one.sentence.text) or case.main,
        )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The stated ends against the lowest and the highest share of the tables."""
    said = about.detail
    if not isinstance(said, Bounds):
        return
    found = spread(case, said.measure, about.period, within=True)
    text = f"Notatet lader {SHARE[said.measure]} {_told(said)}"
    if not found.full:
        why = "notatet viser ikke alle kommuners tal"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}")
        return
    ends = [
        (stated, pick(found.shares, key=found.shares.__getitem__))
        for stated, pick in ((said.low, min), (said.high, max))
        if stated
    ]
    right = all(_same(stated, found.shares[code]) for stated, code in ends)
    if said.beyond:
        share, limit = found.shares[ends[0][1]], float(ends[0][0].replace(",", "."))
        right |= share < limit if said.high else share > limit
    shown = " og ".join(
        f"{number(found.shares[code], 2 if _hundredths(found.shares[code]) else 1)} pct. "
        f"({found.known[code].name})"
        for _, code in ends
    )
    verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTED
    text += f", {'og' if right else 'men'} tabellens yderpunkt{'er' if len(ends) > 1 else ''} er"
    if not right and said.doubts:
        verdict = Verdict.UNVERIFIABLE
        shown += f"; ordene »{' '.join(said.doubts)}« kan gøre en forskel"
    derived = "-".join(f"{found.shares[code]:g}" for _, code in ends)
    yield finding(about, verdict, f"{text} {shown}", derived=derived)


def _told(said: Bounds) -> str:
    if said.low and said.high:
        return f"gå fra {said.low} til {said.high} pct."
    return f"gå op til {said.high} pct." if said.high else f"gå ned til {said.low} pct."


def _same(stated: str, share: float) -> bool:
    """Whether a printed figure can be the share, rounded to as many decimals."""
    decimals = len(stated.partition(",")[2])
    return abs(float(stated.replace(",", ".")) - share) <= 0.5 * 10.0**-decimals + 1e-9


def _hundredths(share: float) -> bool:
    return round(share, 1) != round(share, 2)


KIND = Kind("bounds", read, check)
