"""Among which municipalities a superlative, a mean or a sum is taken.

Those of a table, those just listed, those named beside (``blandt Assens, Nyborg og Odense``), those
who meet a goal (``kommuner, der når resultatmålet``), or the note's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.case import Case
from rules.derived.amounts import table_told
from rules.derived.derive import Universe
from rules.grammar.counts import ALL
from rules.grammar.predicates import Memory, predicate
from rules.sentences.groups import of_some, spoken_of
from rules.sentences.prose import Utterance
from rules.sentences.tables import group_of_note, of_number, short_table

_THE_SOME = re.compile(
    r"\b(?:for|af|blandt|i|hos|på\s+tværs\s+af|har|ligger)?\s*de\s+#(\d{1,2})\s+kommuner\b"
)
_ACROSS = re.compile(r"\bpå\s+tværs\s+af\s+(?:alle\s+|landets\s+)?kommuner(?:ne)?\b")
_BLANDT = re.compile(r"\bblandt\b(?!\s+(?:alle|samtlige|landets))")
# One of several at that end: "hører til den halvdel, der klarer sig bedst", "bedst i sin gruppe".
_ONE_OF_THEM = re.compile(
    r"\bhører\b[^@]*\btil\b|\btil\b[^@]*\bhører\b|\b(?:noget\s+af|nær|tæt\s+på)\b"
    r"|\b(?:halvdel|tredjedel|fjerdedel|femtedel|tiendedel|kvartil|gruppe|klynge|kategori|felt)\w*"
    r"|@\[\d{4}\][^@,]*\bi\s+(?:den\s+\w+\s+ende|toppen|bunden)\b"
)
_RUN = r"@\[(?P<{0}>\d{{4}}(?:\+\d{{4}}){1})\]"
_BESIDE = re.compile(
    r"\b(?:blandt|iblandt|af)\s+[^@#,;()]{0,30}(?:#\d{1,2}\s+[^@#,;()]{0,30})?"
    rf"{_RUN.format('among', '+')}\s*[–—)-]?"
    rf"|\({_RUN.format('within', '{2,}')}\)"
    rf"|[–—-]\s*{_RUN.format('inserted', '{2,}')}\s*[–—-]"
)
_AGAINST = re.compile(rf"\bsammenlignet\s+med\s+(?:både\s+)?{_RUN.format('against', '+')}")
_GOALS = r"<(?:[RST]|F[^>]*)>"
_MEETING = re.compile(
    r"(?:#(?P<number>\d{1,2})\s+)?\bkommuner(?:ne)?(?:,?\s+(?:der|som)|\s+og)?\s+"
    rf"(?P<said>(?:<neither>\s+|<not>\s+|<both>\s+)*<M>\s+(?:<not>\s+)?{_GOALS}(?:\s+(?:og|eller)\s+{_GOALS})*)"
)


@dataclass(frozen=True, slots=True)
class Among:
    """Those an amount is taken over: ``who`` (None for all).

    ``known`` is false where they are some and the note does not settle whom; ``told`` where the
    clause itself says whom.
    """

    who: Universe | None
    known: bool = True
    told: bool = True


_UNKNOWN = Among(None, known=False)


def set_apart(clause: str) -> tuple[str, frozenset[str]]:
    """A tagged clause without the names it takes an amount among, and their codes.

    What is held against others is one of them: ``sammenlignet med A og B`` adds whoever is left.
    """
    if found := _BESIDE.search(clause):
        names = found["among"] or found["within"] or found["inserted"]
    elif found := _AGAINST.search(clause):
        others = re.findall(r"\d{4}", " ".join(re.findall(r"@\[[\d+]+\]", _cut(clause, found))))
        names = "+".join((found["against"], *others))
    else:
        return clause, frozenset()
    return _cut(clause, found), frozenset(names.split("+"))


def _cut(clause: str, found: re.Match[str]) -> str:
    return f"{clause[: found.start()]} {clause[found.end() :]}"


def among(case: Case, clause: str, near: Utterance) -> Among:
    """Those a clause takes its amount over."""
    table = table_told(clause)
    if table is not None:
        return Among(of_number(case, table))
    some_meet = _MEETING.search(near.symbols)
    if some_meet and not _ONE_OF_THEM.search(clause):
        return _meeting(case, some_meet["said"], some_meet["number"])
    group, clause = group_of_note(case), _ACROSS.sub(" ", clause)
    found = spoken_of(case, clause, group, near=near)
    if found is None and _ONE_OF_THEM.search(clause):
        return _UNKNOWN
    if found is None and (some := _THE_SOME.search(clause)):
        found = spoken_of(case, f"af de #{some[1]} kommuner", group, near=near)
        return Among(found, found is not None or int(some[1]) == ALL)
    if found is None and (of_some(clause) or _BLANDT.search(clause)):
        return _UNKNOWN
    return Among(found or short_table(case), told=found is not None)


def _meeting(case: Case, said: str, number: str | None) -> Among:
    """Those of whom a condition holds, where the note settles it for all it is about.

    ``number`` is how many they are said to be.
    """
    condition = predicate(said, Memory(received=bool(case.received)))
    whole = group_of_note(case)
    if condition is None or len(condition.readings) != 1 or (short_table(case) and not whole):
        return _UNKNOWN
    truths = case.truths(condition.readings[0], case.main)
    if len(truths) != (len(whole.codes) if whole else ALL) or None in truths.values():
        return _UNKNOWN
    found = frozenset(code for code, holds in truths.items() if holds)
    agreed = number is None or int(number) == len(found)
    return Among(Universe(found, 0)) if found and agreed else _UNKNOWN
