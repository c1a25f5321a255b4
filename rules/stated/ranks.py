"""Ranks in the prose: ``er placeret som nr. 37 ud af 98``, ``i juni var den nr. 61``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Group, Month, Municipality
from rules.grammar.dates import date_of
from rules.prose import Utterance

_ABOUT_RANKS = re.compile(
    r"placer\w*|\brangere\w*|\bplads\w*|\branglist\w*|\branger\w*|\bbenchmark\w*|\bud af\b"
    r"|\b(?:er|var|ligger|lå)\b[^#]{0,40}\b(?:nr\.?|nummer)\s*#\d"
)
_RANK = re.compile(
    r"(?<!tabel )(?<!bilag )(?<!lov )(?<!sag )(?<!\bj\.)(?<!\bj\.\s)(?<!\bj\s)"
    r"\b(?:nr\.?|nummer|pladsen?"
    r"|placering(?:en)?(?:\s+(?:på|i)\s+\w+)?(?:\s+(?:er|blev|var)(?=\s+#))?|rangere[rt]?s?)\s*(?:som\s+)?(?:nr\.?\s*)?#(?P<rank>\d{1,4})\b(?!,\d|[-/]#?\d{3})(?:\.?\s*-?\s*(?:plads"
    r"|placering)\w*)?"
    r"(?:\s+(?:ud\s+)?af\s+(?:i alt\s+|de\s+|landets\s+|alle\s+)*#(?P<total>\d{1,4}))?"
)
_BRACKETED = re.compile(  # "nr. 37 (61 året før)", "er 37, hvor den sidste år var 61"
    r"^[^#@]{0,30}?[(,]\s*(?:nr\.?\s*)?#(?P<old>\d{1,4})\s+(?:året\s+(?:før|inden|forinden)|sidste\s+år|i\s+#20\d\d)"
    r"|^,?\s+hvor\s+(?:den|kommunen|det)\s+(?:\w+\s+){0,2}(?:var|lå\s+på)\s+(?:nr\.?\s*)?#(?P<was>\d{1,4})\b(?!\s*pct|,\d)"
)
_ABOUT_PLACES = re.compile(r"plads|placering|\bnr\b|nummer|ranglist")
_MOVED = re.compile(
    r"\bfra\s+(?:at\s+være\s+)?(?:en\s+|placering\w*\s+(?:som\s+)?)?(?:nr\.?|nummer|plads)?\s*#(?P<old>\d{1,4})\.?\s*(?:plads|placering)?"
    r"(?:\s+[^#]{0,40})?\s+til\s+(?:at\s+være\s+)?(?:en\s+|placering\w*\s+(?:som\s+)?)?(?:nr\.?|nummer|plads)?\s*#(?P<new>\d{1,4})"
)
_SUPPOSED = re.compile(
    r"\b(?:hvis|såfremt|formentlig|forventes|ventes|ville|kunne|ambition\w*|skal)\b"
)
_BEFORE = re.compile(
    r"\b(?:var|lå|havde|stod)\b(?!.*\b(?:er|ligger|indtager)\b)|\bfra\b[^#]{0,30}$|\b(?:mod|efter|tidligere"
    r"|sidste|forrige|året (?:før|for)|før)\b[^#]*$"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of one municipality; ``before``: an earlier one; ``date`` where it carries one."""

    municipality: Municipality
    rank: int
    total: int | None
    group: Group
    before: bool
    date: Month | None
    utterance: Utterance


def ranks(utterances: Iterable[Utterance]) -> tuple[Rank, ...]:
    """Every rank the prose gives, in order."""
    return tuple(rank for one in utterances for rank in _ranks(one))


def _ranks(one: Utterance) -> Iterable[Rank]:
    text = one.tagged
    if one.subject is None or "#" not in text or not _ABOUT_RANKS.search(text):
        return
    if _SUPPOSED.search(text):
        return
    moved = _MOVED.search(text)
    if moved and "pct" not in moved[0] and _ABOUT_PLACES.search(text):
        for name, before in (("old", True), ("new", False)):
            yield Rank(one.subject, int(moved[name]), None, one.group, before, None, one)
        return
    start = 0
    for match in _RANK.finditer(text):
        lead = text[start : match.start()]
        start = match.end()
        total = int(match["total"]) if match["total"] else None
        clause = lead.rsplit(",", 1)[-1] if lead.count(",") else lead
        before = bool(_BEFORE.search(clause))
        yield Rank(one.subject, int(match["rank"]), total, one.group, before, date_of(lead), one)
        if not before and (earlier := _BRACKETED.search(text[match.end() :])):
            old = int(earlier["old"] or earlier["was"])
            yield Rank(one.subject, old, None, one.group, True, None, one)
