"""A paragraph that speaks of ``de 16 kommuner`` and then counts them off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from rules.case import Case
from rules.claims.parts import Part, Parts, check, claim_of
from rules.grammar.counts import Amount, Count
from rules.grammar.subjects import Statement
from rules.kind import Kind
from rules.model import Claim
from rules.sentences.prose import Utterance

_LOOSE = re.compile(
    r"(?<![\w,.-])(?<!tabel )(?<!nr )(?<!nr\. )(?<!§ )#\d{1,2}(?![\d,.-])"
    r"(?!\s*(?:pct|måned|time|person|fuldtid|mio|samtale|plads|dage|år|uger))"
)
_SINGLE = re.compile(
    r"^(?:og |mens |samt )?en (?:enkelt )?kommune (?:har|er|får|fik|ønsker|afventer|mangler)\b"
)


def read(case: Case) -> Iterable[Claim]:
    """A paragraph that speaks of ``de 16 kommuner`` and then counts them off."""
    for _, group in groupby(case.utterances, key=lambda one: one.sentence.paragraph):
        total, loose = None, False
        found: list[Part] = []
        for utterance in group:
            parts = _counted(case, utterance)
            if parts and len(_LOOSE.findall(utterance.symbols)) > len(parts):
                loose = True  # a number that may be a part as well, and was not read as one
            for part in parts:
                if part.count.definite and part.count.number > 1 and not part.count.rest:
                    if total is None:
                        total = part.count.number
                elif not part.statement.readings and part.count.amount is Amount.EXACT:
                    found.append(part)
        if total is None or loose or len(found) < 2 or any(part.count.base for part in found):
            continue
        evident = any(part.count.rest for part in found)
        if sum(part.count.number for part in found) == total or evident or len(found) > 2:
            numbers = tuple(part.count.number for part in found)
            yield claim_of(found[-1], Parts(total, numbers, evident))


def _counted(case: Case, utterance: Utterance) -> list[Part]:
    parts = [
        Part(utterance, one, one.count, case.period_of(one))
        for one in utterance.statements
        if one.count is not None
    ]
    if not parts and _SINGLE.search(utterance.symbols):
        statement = Statement(utterance.symbols, count=Count(1))
        parts.append(Part(utterance, statement, Count(1), case.main))
    return parts


KIND = Kind("partition", read, check)
