"""Lists of a note held together: ``to går igen på begge lister``, ``i alt fem forskellige``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from normalize.model import Municipality
from rules.case import Case
from rules.grammar.tagged import NAMED
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.names_of import municipalities_of
from rules.sentences.prose import Utterance
from rules.wording.danish import kommuner, names

_LIST = re.compile(r"@\[([\d?]+(?:\+[\d?]+)+)\]")
_BOTH = re.compile(
    r"\b(?:går\s+igen|gengange\w*|begge\s+(?:lister|steder|grupper|opgørelser|oversigter|breve))\b"
)
_COUNT = re.compile(
    r"(?<![\w,.-])(?:#(?P<number>\d{1,2})(?!\d|[,.]\d|\s*(?:pct|år|gange|breve|måned))|(?P<one>\ben\b)(?=\s+kommune\b)"
    r"|(?P<none>\bingen\b))"
)
_ANNOUNCED = re.compile(r"#\d{1,2}\s+(?:\w+\s+)?kommuner\b[^@#]{0,40}$")
_ALL = re.compile(
    r"\b(?:i\s+alt|tilsammen|samlet|dermed|sammenlagt)\b[^#@]*#(?P<number>\d{1,2})\s+"
    r"(?P<different>forskellige\s+)?kommuner\b"
)
_FOLLOWS = re.compile(r"\b(?:således|dermed|altså|hermed)\b")
_ELSE = re.compile(
    r"\b(?:hvis|ikke|over|under|mindst|højst|tidligere|sidste\s+år|af\s+de|af\s+landets)\b|#98\b"
)


class _List(NamedTuple):
    """A list where it stands; ``announced``: with its number before it."""

    paragraph: int
    codes: frozenset[str]
    announced: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Lists, and how many (or who) are said to be in both of them or in any."""

    lists: tuple[frozenset[str], ...]
    number: int
    who: frozenset[str]  # empty where only their number is said
    both: bool
    twice: bool  # one that is on two lists may be counted twice
    close: bool  # the note says that the number is that of the lists


def read(case: Case) -> Iterable[Claim]:
    """Numbers and names of those in both of the last two lists, or in any list so far."""
    lists: list[_List] = []
    spoken: set[int] = set()
    unread = False
    for one in case.utterances:
        text = one.tagged
        if len(lists) > 1 and not unread and not _ELSE.search(text):
            said = (
                _in_both(one, [each.codes for each in lists[-2:]]) if _BOTH.search(text) else None
            )
            said = said or _in_any(one, lists, spoken)
            if said is not None:
                yield _claim(case, one, said)
        for found in _LIST.finditer(text):
            unread = unread or "?" in found[1]
            announced = bool(_ANNOUNCED.search(text[: found.start()]))
            codes = frozenset(found[1].split("+"))
            lists.append(_List(one.sentence.paragraph, codes, announced))
        spoken |= {each.count.number for each in one.statements if each.count is not None}


def _in_both(one: Utterance, lists: Sequence[frozenset[str]]) -> Together | None:
    named = [code for found in NAMED.findall(one.tagged) for code in found.split("+")]
    counts = list(_COUNT.finditer(one.tagged))
    if named and not counts:
        return Together(
            tuple(lists), len(named), frozenset(named), both=True, twice=False, close=True
        )
    if named or len(counts) != 1:
        return None
    number = 0 if counts[0]["none"] else int(counts[0]["number"] or 1)
    return Together(tuple(lists), number, frozenset(), both=True, twice=False, close=True)


def _in_any(one: Utterance, lists: Sequence[_List], spoken: set[int]) -> Together | None:
    match = _ALL.search(one.tagged)
    if match is None or "@[" in one.tagged or int(match["number"]) in spoken:
        return None
    here = [each for each in lists if each.paragraph == one.sentence.paragraph]
    meant = here if len(here) > 1 else lists
    twice, number = not match["different"], int(match["number"])
    counted_up = len(here) > 1 and all(each.announced for each in here)
    close = bool(match["different"] or _FOLLOWS.search(one.tagged) or counted_up)
    codes = tuple(each.codes for each in meant)
    said = Together(codes, number, frozenset(), both=False, twice=twice, close=close)
    return said if close or _fits(said) else None


def _claim(case: Case, one: Utterance, said: Together) -> Claim:
    who = municipalities_of(tuple(sorted(said.who)))
    return claim(
        ClaimKind.LIST,
        one,
        said,
        stated=str(said.number),
        unit="kommuner",
        municipalities=who,
        period=case.main,
    )


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """Hold the lists together."""
    said = about.detail
    if not isinstance(said, Together):
        return
    found = _members(said)
    members = municipalities_of(tuple(sorted(found)))
    where = "på begge lister" if said.both else "på listerne i alt"
    text = f"Notatet skriver, at {kommuner(said.number)} står {where}"
    who = f" ({_listed(members)})" if said.both else ""
    right = _fits(said)
    if right:
        verdict, joined = Verdict.CONSISTENT, "og"
    else:
        verdict = Verdict.CONTRADICTED if said.close else Verdict.UNVERIFIABLE
        joined = "men" if said.close else "og"
    derived = str(len(found)) if len(found) != said.number or right else _listed(members)
    yield finding(
        about, verdict, f"{text}, {joined} det er {kommuner(len(found))}{who}", derived=derived
    )


def _members(said: Together) -> frozenset[str]:
    """Those in both lists, or in any."""
    first, *others = said.lists
    return first.intersection(*others) if said.both else first.union(*others)


def _fits(said: Together) -> bool:
    found = _members(said)
    right = found == said.who if said.who else len(found) == said.number
    return right or (said.twice and sum(map(len, said.lists)) == said.number)


def _listed(members: Sequence[Municipality]) -> str:
    return names(members) or "ingen"


KIND = Kind("sets", read, check)
