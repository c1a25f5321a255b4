"""Two municipalities held against each other: ``Odense ligger over Aarhus``, ``dobbelt så høj``.

Read from its parts in any order: a word of comparing, whom ``end`` or ``som`` comes before, and the
other one named. Several on either side are held against each other one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Municipality
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.amounts import PERSONS, SHARES, measure_told, shown
from rules.derived.figures import RECEIVED
from rules.derived.spread import of_others, spread
from rules.derived.topics import topics
from rules.grammar.counts import AMOUNTS, Amount
from rules.grammar.doubts import narrows
from rules.grammar.tagged import NAMED, POINTS
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import NAMED as CALLED
from rules.wording.danish import bare

_IN = (
    r"(?:både\s+)?(?:(?:i|hos|for|på|det\s+er\s+i|tilfældet\s+er\s+i|niveauet\s+i)\s+)?(?:både\s+)?"
)
_OTHER = re.compile(rf"\b(?P<link>end|som|over|under)\s+{_IN}@\[(?P<codes>[\d+]+)\]")
_WORD = re.compile(
    r"\b(?:(?P<more>højere|større|flere|over(?=\s+(?:niveauet\s+i\s+)?@)|mere(?!\s+end\s+(?:dob|#)))"
    r"|(?P<less>lavere|mindre(?!\s+end\s+(?:dob|#))|færre(?!\s+end\s+#)|under(?=\s+(?:niveauet\s+i\s+)?@))"
    r"|(?P<better>bedre)|(?P<worse>dårligere|ringere|svagere)"
    r"|(?P<times>dobbelt|#\d\s+gange|halvt)\s+så\s+(?:høj|stor|mange|stort)\w*)\b"
)
_SAME = re.compile(
    r"\b(?:samme\s+(?:\w*andel|niveau|resultat|tal|værdi|antal|placering|plads)|ens|identiske?|lige\s+(?:så\s+)?(?:høj|stor|lav|mange|få|godt?)\w*|på\s+niveau)\b"
)
_GAP = re.compile(POINTS)
_HEADS = re.compile(r"#(?P<size>\d+)\s+(?:\w+\s+)?(?:flere|færre|højere|lavere)\b")
_CLAUSES = re.compile(r",?\s+(?:mens|hvorimod|medens|men)\s+|;|:|,\s+og\s+")
_OPEN = re.compile(  # denied, hoped for, of another time, or less than what was read
    r"\b(?:ikke|hvis|kunne|burde|året (?:før|for)|sidste år|tidligere|forrige|fra)\b|#20\d\d"
)
_HOW = re.compile(
    r"\b(?P<how>mere\s+end|mindst|over|mindre\s+end|under|højst|godt|knap|næsten|omkring|cirka|ca"
    r"|omtrent|stort\s+set)\s+(?:#|dob|halv|samme|lige)"
)
_SIZED = re.compile(r"\b(?:afvig|differenc|forskel|afstand)\w*")
_NEAR = 0.5  # percentage points that ``stort set samme`` may hide
# Less of these is better: a place on the list, and more people than expected.
_LOW_IS_GOOD = frozenset(Measure) - RECEIVED
_BOUNDS = {
    Amount.MORE: "mere end ",
    Amount.AT_LEAST: "mindst ",
    Amount.FEWER: "mindre end ",
    Amount.AT_MOST: "højst ",
}


class Side(StrEnum):
    """How the first is said to stand to the second."""

    MORE = "højere end"
    LESS = "lavere end"
    SAME = "på niveau med"


@dataclass(frozen=True, slots=True)
class Compared:
    """How the first is said to stand to the second; by how much where it says so.

    ``gap`` is as printed, in percentage points or persons; ``ratio`` how many times as much;
    ``sized``: it may be the size of a difference, on whichever side.
    """

    one: Municipality
    other: Municipality
    measure: Measure
    side: Side
    gap: str
    ratio: float | None
    amount: Amount
    sized: bool


def read(case: Case) -> Iterable[Claim]:
    """Every clause that holds the figures of municipalities against each other."""
    for one, topic in zip(case.utterances, topics(case), strict=True):
        text = one.tagged
        several = text.count("@[") > 1 or "+" in text
        if not several or narrows(text) or one.group is not Group.ALLE or one.table is not None:
            continue
        for clause in _CLAUSES.split(text):
            measure = measure_told(clause, case.received) or topic
            if measure is None or _OPEN.search(clause) or of_others(PERSONS.sub(" ", clause)):
                continue
            for said in _compared(clause, measure):
                yield claim(
                    ClaimKind.AGGREGATE,
                    one,
                    said,
                    stated=f"{said.one.name} {_SIGN[said.side]} {said.other.name}",
                    municipalities=(said.one, said.other),
                    measure=measure.removesuffix("_modtaget"),
                    period=find_period(one.sentence.text) or case.main,
                )


_RANKED = {Side.MORE: "dårligere end", Side.LESS: "bedre end"}
_SIGN = {Side.MORE: ">", Side.LESS: "<", Side.SAME: "="}


def _compared(clause: str, measure: Measure) -> Iterator[Compared]:
    runs, others, word = NAMED.findall(clause), _OTHER.search(clause), _WORD.search(clause)
    if others and word and len(runs) == 2 and (others["link"] == "som") is bool(word["times"]):
        mine = runs[0] if runs[1] == others["codes"] else runs[1]
        pairs = [(a, b) for a in mine.split("+") for b in others["codes"].split("+")]
        side = _side(word, measure)
    elif _SAME.search(clause) and not word and len(codes := "+".join(runs).split("+")) == 2:
        pairs, side = [(codes[0], codes[1])], Side.SAME
    else:
        return
    sized = measure is Measure.DIFFERENCE and _SIZED.search(clause) is not None
    sized = sized and not (word and (word["better"] or word["worse"]))
    times = word["times"] if word else None
    gap = (_GAP if measure in SHARES else _HEADS).search(clause)
    how = _HOW.search(clause)
    amount = AMOUNTS.get(" ".join(how["how"].split()), Amount.ABOUT) if how else Amount.EXACT
    for a, b in pairs:
        yield Compared(
            by_code(a),
            by_code(b),
            measure,
            side,
            gap["size"] if gap else "",
            {"dobbelt": 2.0, "halvt": 0.5}.get(times) or float(times[1]) if times else None,
            amount,
            sized,
        )


def _side(word: re.Match[str], measure: Measure) -> Side:
    if word["better"] or word["worse"]:
        more = bool(word["worse"]) is (measure in _LOW_IS_GOOD)
    else:
        more = bool(word["less"]) is (measure is Measure.PLACERING)  # the highest is number one
    return Side.MORE if more else Side.LESS


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The two figures against each other."""
    said = about.detail
    if not isinstance(said, Compared):
        return
    shares = spread(case, said.measure, about.period, within=False).shares
    text = f"Notatet skriver, at {said.one.name} ligger {_how(said)} {said.other.name}"
    text = f"{text}, når det gælder {CALLED[said.measure]}"
    first, second = (shares.get(one.code) for one in (said.one, said.other))
    if first is None or second is None:
        why = "notatet viser ikke begge tal"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}")
        return
    right = _holds(said, first, second)
    if not right and said.sized:
        right = _holds(said, abs(first), abs(second))
    verdict = Verdict.CONSISTENT if right else Verdict.CONTRADICTED
    if right is None:
        verdict = Verdict.UNVERIFIABLE
    own, others = (shown(one, said.measure) for one in (first, second))
    joined = "men" if verdict is Verdict.CONTRADICTED else "og"
    yield finding(
        about,
        verdict,
        f"{text}, {joined} tabellen viser {said.one.name} {own} og {said.other.name} {others}",
        derived=bare(first - second, 2).rstrip("0").rstrip("."),
        municipality=said.one,
    )


def _how(said: Compared) -> str:
    if said.ratio is not None:
        times = f"{said.ratio:g}".replace(".", ",")
        return f"{_BOUNDS.get(said.amount, '')}{times} gange så højt som"
    unit = "procentpoint " if said.measure in SHARES else ""
    side = _RANKED.get(said.side) if said.measure is Measure.PLACERING else None
    return f"{f'{said.gap} {unit}' if said.gap else ''}{side or said.side}"


def _holds(said: Compared, first: float, second: float) -> bool | None:
    """Whether the two figures stand as said; None where words such as "knap" leave it open."""
    if said.ratio is not None:
        amount = said.amount if said.amount in _BOUNDS else Amount.ABOUT
        return amount.holds(abs(first / second) if second else 0.0, said.ratio)
    difference = round(first - second, 6)
    rounded = said.amount is not Amount.EXACT
    if said.side is Side.SAME:
        return difference == 0 or (None if rounded and abs(difference) <= _NEAR else False)
    if difference == 0 or (difference > 0) != (said.side is Side.MORE):
        return False
    if not said.gap:
        return True
    size, decimals = float(said.gap.replace(",", ".")), len(said.gap.partition(",")[2])
    off = abs(abs(difference) - size)
    if off <= 0.5 * 10.0**-decimals + 1e-9:
        return True
    # Each share is printed rounded, and a difference said in whole points may be cut off.
    cut = 10.0**-decimals if size < abs(difference) else 0.5 * 10.0**-decimals + 0.1
    return None if rounded or (off <= cut and said.measure in SHARES) else False


KIND = Kind("compared", read, check)
