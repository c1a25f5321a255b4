"""Two counts held against each other: ``Flere kommuner opfylder A end B``, ``dobbelt så mange``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Group
from rules.case import Case
from rules.derived.derive import derive
from rules.grammar.conditions import Condition
from rules.grammar.doubts import doubts
from rules.grammar.predicates import Memory, predicate
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import describe
from rules.wording.places import shown_in

_MORE = re.compile(
    r"(?P<how>\bflere|\bfærre|\blige\s+så\s+mange|\bdobbelt\s+så\s+mange|\bhalvt\s+så\s+mange"
    r"|#(?P<times>\d)\s+gange\s+så\s+mange)\s+kommuner,?\s+(?P<one>(?:(?!\send\s|\ssom\s+<)[^;])+?),?"
    r"\s(?:end|som)\s+(?:der\s+)?(?P<other>[^;]+)$"
)
_VERB = re.compile(r"(?:<not>\s+)?<M>(?:\s+<not>)?")
_SURE, _WIDE = 0.1, 0.25  # of the ratio: words such as "dobbelt så mange" round


@dataclass(frozen=True, slots=True)
class Compared:
    """``ratio`` times as many do the first as the second; None for merely more or fewer."""

    one: Condition
    other: Condition
    words: str
    more: bool
    ratio: float | None
    doubts: tuple[str, ...]


def read(case: Case) -> Iterable[Claim]:
    """Sentences with two conditions and a word that compares how many do each."""
    for utterance in case.utterances:
        match = _MORE.search(utterance.symbols)
        if match is None or utterance.group is not Group.ALLE:
            continue
        conditions = _conditions(match["one"], match["other"])
        if conditions is None:
            continue
        words = match["how"].replace("#", "")
        ratio = {"dobbelt": 2.0, "halvt": 0.5, "lige": 1.0}.get(words.split()[0])
        compared = Compared(
            *conditions,
            words,
            words == "flere",
            float(match["times"]) if match["times"] else ratio,
            doubts(utterance.symbols),
        )
        period = case.period_of(utterance.statements[0]) if utterance.statements else case.main
        yield claim(ClaimKind.COUNT, utterance, compared, stated=words, period=period)


def _conditions(one: str, other: str) -> tuple[Condition, Condition] | None:
    """What each side says; the second may leave out its verb."""
    verb = _VERB.search(one)
    if verb is not None and "<M>" not in other:
        other = f"{verb[0]} {other}"
    said = [predicate(part, Memory()) for part in (one, other)]
    if any(part is None or len(part.readings) != 1 for part in said):
        return None
    first, second = (part.readings[0] for part in said if part is not None)
    return (first, second) if first != second else None


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Count both by the note's figures."""
    said = about.detail
    if not isinstance(said, Compared):
        return
    text = (
        f"Notatet skriver, at {said.words} kommuner {describe(said.one)}, end der er kommuner, "
        f"som {describe(said.other)}"
    )
    if said.ratio is not None:
        text = text.replace(", end der er kommuner, som", " som")
    found = [derive(case, condition, about.period) for condition in (said.one, said.other)]
    if any(one.low != one.high for one in found):
        why = "notatets tal dækker ikke alle kommuner"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}")
        return
    first, second = (one.low for one in found)
    holds = _holds(said, first, second)
    where = shown_in(case, said.one, about.period)
    figures = f"notatets egne tal{where} giver {first} mod {second}"
    verdict = {True: Verdict.CONSISTENT, False: Verdict.CONTRADICTED, None: Verdict.UNVERIFIABLE}[
        holds
    ]
    if holds is False and said.doubts:
        verdict = Verdict.UNVERIFIABLE
        figures += f", men ordene »{' '.join(said.doubts)}« kan gøre en forskel"
    joined = ", men" if verdict is Verdict.CONTRADICTED else ";"
    yield finding(about, verdict, f"{text}{joined} {figures}", derived=f"{first}/{second}")


def _holds(said: Compared, first: int, second: int) -> bool | None:
    """Whether the numbers fit the words; None where the words are too elastic to tell."""
    if said.ratio is None:
        return first > second if said.more else first < second
    off = abs(first / second / said.ratio - 1) if second else 1.0
    if said.ratio == 1.0:
        return first == second
    return True if off <= _SURE else None if off <= _WIDE else False


KIND = Kind("outnumber", read, check)
