"""All municipalities dealt out by a goal, in whatever words: ``målet deler landet i 48 og 51``.

The figures tell the parts: numbers of one sentence of which all but one are the parts that a goal
gives, and the last is off by little, are meant to be these, and must make up all municipalities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from normalize.model import Measure
from rules.case import FOCUS, Case
from rules.claims.parts import Parts
from rules.claims.parts import check as parts_check
from rules.derived.figures import GOALS
from rules.grammar.assertion import asserts
from rules.grammar.counts import ALL
from rules.grammar.doubts import doubts
from rules.kind import Kind, claim
from rules.model import Claim, ClaimKind, Finding
from rules.sentences.prose import Utterance

_NUMBER = re.compile(r"(?<!tabel )(?<!nr )(?<!nr\. )#(\d+)(?!\d|,\d|\.\s*[a-zæøå])")
_UNIT = re.compile(
    r"#[\d,]+\s*(?:pct|procent|måned|time|person|fuldtid|mio|samtale|plads|placering|dage|år|uger|borger)"
    r"|#\d+,\d"
)
_OF_SOME = re.compile(
    r"\b(?:af\s+(?:dem|disse)|heraf|hvoraf|deraf|herunder|blandt|mod|sidste|forrige|før|tidligere|var|blev)\b"
    r"|#20\d\d"
)
_APART = re.compile(
    r"<not>|\bikke\b|\buden\b|\bnej\b|\brøde?\b|\bforkerte\b|\bdeler\b|\bfordel|\bskiller\b|\bi\s+#\d+\s+og\s+#\d+"
)
_GOAL = re.compile(r"<([RSTFGDO])")
_OFF = 3  # municipalities: what a slip moves one part by
_FEW = 10  # below this a number may be of something else in words not understood
_SYMBOLS = dict(zip("RST", GOALS, strict=True))


@dataclass(frozen=True, slots=True)
class Dealt:
    """The numbers of a sentence that may deal all municipalities out by the goal it speaks of."""

    numbers: tuple[int, ...]
    utterance: Utterance


def read(case: Case) -> Iterable[Claim]:
    """Every sentence whose numbers are those a goal deals all municipalities out in, or nearly."""
    for one in case.utterances:
        numbers = _numbers(one)
        if len(numbers) not in (2, 3) or not _APART.search(one.symbols):
            continue
        if _goals(one):
            yield claim(
                ClaimKind.SUM,
                one,
                Dealt(numbers, one),
                stated=str(ALL),
                unit="kommuner",
                period=case.main,
            )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Add the numbers up where they are meant to be the parts that the goal gives."""
    said = about.detail
    if isinstance(said, Dealt):
        for parts in _dealt(case, _goals(said.utterance)):
            if _meant(said.numbers, parts, said.utterance):
                yield from parts_check(
                    case, replace(about, detail=Parts(ALL, said.numbers, evident=True))
                )


def _numbers(one: Utterance) -> tuple[int, ...]:
    """The numbers of a sentence that has nothing else counted, and speaks of all."""
    text = one.symbols
    told = one.table is None and "#" in text and asserts(text)
    if not told or _UNIT.search(one.tagged) or _OF_SOME.search(one.tagged):
        return ()
    found = tuple(int(each) for each in _NUMBER.findall(text))
    return tuple(each for each in found if each != ALL)


def _goals(one: Utterance) -> tuple[Measure, ...]:
    """The goal, or the two together, that a sentence speaks of; none where it is unsure."""
    goals = set(_GOAL.findall(one.symbols))
    if len(goals) == 1 and goals <= _SYMBOLS.keys():
        return (_SYMBOLS[goals.pop()],)
    return FOCUS if goals <= {"F", "D"} and "<F" in one.symbols else ()


def _dealt(case: Case, of: tuple[Measure, ...]) -> Iterator[tuple[int, ...]]:
    known = [
        [case.state(code, goal, case.main).certain for goal in of]
        for code in case.figures.municipalities(case.main)
    ]
    if len(known) == ALL and not any(None in each for each in known):
        met = Counter(each.count(True) for each in known)
        yield tuple(met[number] for number in range(len(of) + 1))


def _meant(numbers: tuple[int, ...], parts: tuple[int, ...], one: Utterance) -> bool:
    """Whether numbers are the parts, all of them or all but one that is off by little."""
    if len(numbers) != len(parts):
        return False
    said, given = Counter(numbers), Counter(parts)
    if said == given:
        return True
    extra, missing = list((said - given).elements()), list((given - said).elements())
    if len(extra) != 1 or abs(extra[0] - missing[0]) > _OFF:
        return False
    return len(parts) > len(FOCUS) or extra[0] >= _FEW or not doubts(one.symbols)


KIND = Kind("dealt", read, check)
