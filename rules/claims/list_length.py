"""Announced lists: ``De 16 kommuner er A, B, …`` has sixteen names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Municipality
from rules.case import Case
from rules.derived.derive import derive, without
from rules.grammar.conditions import Condition
from rules.grammar.counts import Amount
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.names_of import municipalities_of
from rules.sentences.prose import Utterance
from rules.wording.danish import kommuner, listed, names

_OF_OTHERS = re.compile(r"^[^@]*\b(?:nye|øvrige|andre|resterende|gamle)\b[^@]*@\[")
_BETWEEN = re.compile(r",\s*|\s+(?:og|samt)\s+")
_KOMMUNE = re.compile(r"\s*\bkommuner?(?:ne)?\b\s*", re.I)
_MOST = 10  # names that a sentence can hold
_SOME = re.compile(r"^(?:(?:og|men|samt)\s+)?(?:(?:ud\s+)?af|blandt)\s")  # "blandt de 12 er A og B"
_SHOWS = re.compile(
    r"\btabel\s+#(?P<table>\d{1,2})\s+(?:viser|rummer|indeholder|omfatter|oplister|lister)\s+"
    r"(?:de\s+|følgende\s+)?#(?P<number>\d{1,2})\s+(?:\w+\s+)?(?:\w+-)?kommuner\b"
)


@dataclass(frozen=True, slots=True)
class Announced:
    """The announced number, the codes named (None: not recognised) and what is said of them."""

    number: int
    names: tuple[str | None, ...]
    readings: tuple[Condition, ...]


def read(case: Case) -> Iterable[Claim]:
    """Every count of municipalities followed by their names."""
    for utterance in case.utterances:
        shown = _SHOWS.search(utterance.tagged)
        if shown and not any(one.readings for one in utterance.statements):
            yield from _table(case, utterance, int(shown["table"]), int(shown["number"]))
        for statement in utterance.statements:
            count = statement.count
            if not (count and count.number and statement.names) or count.amount is not Amount.EXACT:
                continue
            if statement.continued and _OF_OTHERS.match(utterance.tagged):
                continue  # "de nye kommuner er …": of others than were counted before
            example = len(statement.names) == 1 and count.number > 1  # "heriblandt Greve"
            if example or _SOME.match(statement.clause):
                continue
            yield claim(
                ClaimKind.LIST_LENGTH,
                utterance,
                Announced(count.number, statement.names, statement.readings),
                stated=str(count.number),
                unit="kommuner",
                municipalities=municipalities_of(statement.names),
                period=case.period_of(statement),
            )


def _table(case: Case, utterance: Utterance, table: int, number: int) -> Iterable[Claim]:
    """``Tabel 1 rummer fire kommuner``: the table has as many rows."""
    rows = [value for value in case.note.values if value.table == table]
    codes = tuple(
        one.municipality.code if one.municipality else None
        for one in {(one.row, one.municipality): one for one in rows}.values()
    )
    if codes and len({one.table_index for one in rows}) == 1:
        yield claim(
            ClaimKind.LIST_LENGTH,
            utterance,
            Announced(number, codes, ()),
            stated=str(number),
            unit="kommuner",
            period=case.main,
        )


def check(case: Case, about: Claim) -> Iterable[Finding]:
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
    elif unread and not (number < announced.number and _each_one(about.text, announced)):
        text += f", hvoraf {unread} ikke kan læses som en kommune"
        yield finding(about, Verdict.UNVERIFIABLE, text, derived=str(number))
    else:
        if unread:
            text += f", hvoraf {unread} ikke kan læses som en kommune"
        left_out = _left_out(case, about, announced)
        text = text.replace(", og", ", men")
        if left_out:
            who = names(left_out) if len(left_out) <= _MOST else kommuner(len(left_out))
            text += f"; efter notatets tal mangler {who}"
        yield finding(
            about,
            Verdict.CONTRADICTED,
            text,
            derived=str(number),
            municipality=left_out[0] if len(left_out) == 1 else None,
            fragile=bool(unread),
        )


def _each_one(text: str, announced: Announced) -> bool:
    """Whether each item of a list is one name, also what can't be read: none is two in one."""
    items = [_KOMMUNE.sub("", item) for item in _BETWEEN.split(text.strip().rstrip("."))]
    own = items[-len(announced.names) + 1 :]
    return len(items) >= len(announced.names) and all(len(item.split()) == 1 for item in own)


def _left_out(case: Case, about: Claim, announced: Announced) -> list[Municipality]:
    """Those the figures put on the list, where they are just as many as it is short of."""
    for reading in announced.readings:
        members = derive(case, reading, about.period).members
        missing = without(members, filter(None, announced.names))
        if missing and len(missing) == announced.number - len(set(announced.names)):
            return missing
    return []


KIND = Kind("list_length", read, check)
