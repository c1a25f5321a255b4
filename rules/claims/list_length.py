"""Announced lists: ``De 16 kommuner er A, B, …`` has sixteen names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rules.case import Case
from rules.danish import kommuner, listed
from rules.grammar.counts import Amount
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.names_of import municipalities_of


@dataclass(frozen=True, slots=True)
class Announced:
    """The announced number, the codes named (None: not recognised) and those named twice."""

    number: int
    names: tuple[str | None, ...]


def read(case: Case) -> Iterable[Claim]:
    """Every count of municipalities followed by their names."""
    for utterance in case.utterances:
        for statement in utterance.statements:
            count = statement.count
            if count is None or not statement.names or count.amount is not Amount.EXACT:
                continue
            if len(statement.names) == 1 and count.number > 1:
                continue  # "de 17 kommuner, heriblandt Greve": an example, no list
            yield claim(
                ClaimKind.LIST_LENGTH,
                utterance,
                Announced(count.number, statement.names),
                stated=str(count.number),
                unit="kommuner",
                municipalities=municipalities_of(statement.names),
                period=case.period_of(statement),
            )


def check(case: Case, about: Claim) -> Iterable[Finding]:  # noqa: ARG001 - one form for all kinds
    """Count the names; a name given twice counts once, one that was not recognised counts."""
    announced = about.detail
    if not isinstance(announced, Announced):
        return
    known = [code for code in announced.names if code]
    unread = len(announced.names) - len(known)
    twice = sorted({code for code in known if known.count(code) > 1})
    number = len(set(known)) + unread
    text = f"Notatet varsler {kommuner(announced.number)}, og listen har {number} navne"
    if twice:
        text += f"; {listed(one.name for one in municipalities_of(tuple(twice)))} står der to gange"
    if number == announced.number:
        yield finding(about, Verdict.CONSISTENT, text, derived=str(number))
    elif unread:
        text += f", hvoraf {unread} ikke kan læses som en kommune"
        yield finding(about, Verdict.UNVERIFIABLE, text, derived=str(number))
    else:
        yield finding(
            about, Verdict.CONTRADICTED, text.replace(", og", ", men"), derived=str(number)
        )


KIND = Kind("list_length", read, check)
