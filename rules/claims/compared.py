"""Two municipalities held against each other: ``Odense ligger over Aarhus``, ``dobbelt så høj``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Municipality
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.spread import of_others, spread
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks
from rules.grammar.tagged import POINTS
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import SHARE, bare, number

_ONE, _OTHER = r"@\[(?P<one>\d{4})\]", r"@\[(?P<other>\d{4})\]"
_IN = r"(?:i|hos|for|det\s+er\s+i|tilfældet\s+er\s+i)\s+"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_ONE}[^@;]*?\b(?P<how>(?P<more>over)|under)\s+(?:niveauet\s+i\s+)?{_OTHER}",
        rf"{_ONE}[^@;]*?\b(?P<how>(?P<more>højere|større)|lavere|mindre)\b[^@;]*?\bend\s+(?:{_IN})?{_OTHER}",
        rf"\b(?P<how>(?P<more>højere|større)|lavere|mindre)\s+(?:{_IN}){_ONE}\s+end\s+(?:{_IN})?{_OTHER}",
        rf"\b(?P<times>dobbelt|#\d\s+gange)\s+så\s+(?P<more>høj|stor)\w*\s+{_IN}{_ONE}\s+som\s+(?:{_IN})?{_OTHER}",
        rf"{_ONE}[^@;]*?\b(?P<times>dobbelt|#\d\s+gange)\s+så\s+(?P<more>høj|stor)\w*[^@;]*?\bsom\s+(?:{_IN})?{_OTHER}",
    )
)
_GAP = re.compile(POINTS)
_CLAUSES = re.compile(r",?\s+(?:mens|hvorimod|medens|men)\s+|;|:|,\s+og\s+")
_OPEN = re.compile(  # denied, hoped for, of another time, or less than what was read
    r"\b(?:ikke|hvis|kunne|burde|året (?:før|for)|sidste år|tidligere|forrige|fra)\b|#20\d\d"
)
_ABOUT = re.compile(
    r"\b(?:(?P<least>mere\s+end|mindst|over|godt)|knap|næsten|omkring|cirka|ca|omtrent)\s+(?:#|dob)"
)
_SURE, _WIDE = 0.1, 0.25  # of a ratio in words


@dataclass(frozen=True, slots=True)
class Compared:
    """The first is said to have more, or less, than the second; by how much where it says so.

    ``gap`` is as printed, in percentage points; ``ratio`` how many times as much.
    """

    one: Municipality
    other: Municipality
    measure: Measure
    more: bool
    gap: str
    ratio: float | None
    about: bool
    least: bool  # "mere end dobbelt så"


def read(case: Case) -> Iterable[Claim]:
    """Every clause that holds the shares of two municipalities against each other."""
    carried: Measure | None = None
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        if one.sentence.paragraph != paragraph or speaks(text):
            carried = share_of(text, received=case.received)
        paragraph = one.sentence.paragraph
        if text.count("@[") < 2 or narrows(text) or one.group is not Group.ALLE:
            continue
        for clause in _CLAUSES.split(text):
            measure = share_of(clause, received=case.received) or carried
            match = next((found for form in _FORMS if (found := form.search(clause))), None)
            if match is None or measure is None or _OPEN.search(clause) or of_others(clause):
                continue
            said = _compared(match, clause, measure)
            yield claim(
                ClaimKind.AGGREGATE,
                one,
                said,
                stated=f"{said.one.name} {'>' if said.more else '<'} {said.other.name}",
                municipalities=(said.one, said.other),
                measure=measure.removesuffix("_modtaget"),
                period=find_period(one.sentence.text) or case.main,
            )


def _compared(match: re.Match[str], clause: str, measure: Measure) -> Compared:
    times = match.groupdict().get("times")
    gap, about = _GAP.search(clause), _ABOUT.search(clause)
    return Compared(
        by_code(match["one"]),
        by_code(match["other"]),
        measure,
        bool(match["more"]),
        gap["size"] if gap else "",
        (2.0 if times == "dobbelt" else float(times[1])) if times else None,
        about is not None,
        about is not None and bool(about["least"]),
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The two shares against each other."""
    said = about.detail
    if not isinstance(said, Compared):
        return
    shares = spread(case, said.measure, about.period, within=False).shares
    word = "højere" if said.more else "lavere"
    text = f"Notatet skriver, at {said.one.name} ligger {_how(said, word)} {said.other.name}"
    text = f"{text}, når det gælder {SHARE[said.measure]}"
    first, second = (shares.get(one.code) for one in (said.one, said.other))
    if first is None or second is None:
        why = "notatet viser ikke begge tal"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}")
        return
    right = _holds(said, round(first - second, 6), first / second if second else 0.0)
    verdict = {True: Verdict.CONSISTENT, False: Verdict.CONTRADICTED, None: Verdict.UNVERIFIABLE}[
        right
    ]
    figures = f"{said.one.name} {_pct(first)} og {said.other.name} {_pct(second)}"
    joined = "men" if verdict is Verdict.CONTRADICTED else "og"
    yield finding(
        about,
        verdict,
        f"{text}, {joined} tabellen viser {figures}",
        derived=bare(first - second, 2).rstrip("0").rstrip("."),
        municipality=said.one,
    )


def _how(said: Compared, word: str) -> str:
    if said.ratio is not None:
        return f"{said.ratio:.0f} gange så højt som"
    return f"{f'{said.gap} procentpoint ' if said.gap else ''}{word} end"


def _pct(share: float) -> str:
    return f"{number(share, 1 if round(share, 1) == round(share, 6) else 2)} pct."


def _holds(said: Compared, difference: float, ratio: float) -> bool | None:
    """Whether the two shares stand as said; None where words such as "knap" leave it open."""
    if said.ratio is not None:
        off = ratio / said.ratio - 1
        if (said.least and off >= 0) or abs(off) <= _SURE:
            return True
        return None if abs(off) <= _WIDE else False
    if difference == 0 or (difference > 0) != said.more:
        return False
    if not said.gap:
        return True
    size, decimals = float(said.gap.replace(",", ".")), len(said.gap.partition(",")[2])
    off = abs(abs(difference) - size)
    if off <= 0.5 * 10.0**-decimals + 1e-9:
        return True
    # Each share is printed rounded, and a difference said in whole points may be cut off.
    cut = 10.0**-decimals if size < abs(difference) else 0.5 * 10.0**-decimals + 0.1
    return None if said.about or off <= cut else False


KIND = Kind("compared", read, check)
