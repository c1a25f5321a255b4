"""Ranks in the prose: ``er placeret som nr. 37 ud af 98``, ``i juni var den nr. 61``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from normalize.headings.periods import MONTHS
from normalize.model import Group, Month, Municipality
from normalize.names.municipalities import by_code
from rules.grammar.dates import date_of
from rules.sentences.prose import Utterance

_ABOUT_RANKS = re.compile(
    r"placer\w*|\brangere\w*|\bplads\w*|\branglist\w*|\branger\w*|\bbenchmark\w*|\bud af\b"
    r"|\b(?:er|var|ligger|lå)\b[^#]{0,40}\b(?:nr\.?|nummer)\s*#\d"
    r"|\brang\b|:\s*(?:nr\.?|nummer)\s*#\d+\s+(?:nu|i|mod)\b|\btur(?:en)?\s+fra\s+nr"
)
_RANK = re.compile(
    r"(?<!tabel )(?<!bilag )(?<!lov )(?<!sag )(?<!\bj\.)(?<!\bj\.\s)(?<!\bj\s)"
    r"\b(?:nr\.?|nummer|plads(?:en)?|rang(?:en)?\s+(?:på|som)"
    r"|placering(?:en)?(?:\s+(?:på|i)\s+\w+)?(?::|\s+(?:er|blev|var)(?=\s+#))?|rangere[rt]?s?)\s*(?:som\s+)?(?:nr\.?\s*)?#(?P<rank>\d{1,4})\b(?!,\d|[-/]#?\d{3})(?:\.?\s*-?\s*(?:plads"
    r"|placering)\w*)?"
    r"(?:\s+(?:ud\s+)?af\s+(?:i alt\s+|de\s+|landets\s+|alle\s+)*#(?P<total>\d{1,4}))?"
)
_BRACKETED = re.compile(  # "nr. 37 (61 året før)", "er 37, hvor den sidste år var 61"
    r"^[^#@]{0,30}?[(,]\s*(?:nr\.?\s*)?#(?P<old>\d{1,4})\s+(?:året\s+(?:før|inden|forinden)|sidste\s+år|i\s+#20\d\d)"
    r"|^\s*\(#20\d\d:\s*(?:nr\.?\s*)?#(?P<then>\d{1,4})\)"
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


_WHOLE = re.compile(
    r"\b(?:samlet|alle\s+ydelser|under\s+ét|under\s+#1|landsplan|overordnet|generelt)\b"
)
_NOW = re.compile(r"^\s+(?:nu|i\s+dag|i\s+år)\b")
_THEN = re.compile(
    rf"^\s+(?:i|pr\.?)\s+(?:(?:{'|'.join(MONTHS)})\s+)?#20\d\d|^\s+(?:før|sidst|året\s+før)\b"
)
_PIECES = re.compile(r",\s+|;\s+|\s+(?:og|mens|men|hvorimod)\s+")
_NAME = re.compile(r"@\[(\d{4})\]")


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
    """Every rank the prose gives, in order; a sentence of a paragraph carries its area on."""
    found: list[Rank] = []
    for one in utterances:
        last = found[-1] if found else None
        same = last is not None and last.utterance.sentence.paragraph == one.sentence.paragraph
        carries = same and one.group is Group.ALLE and not _WHOLE.search(one.tagged)
        found += (
            replace(rank, group=last.group) if last is not None and carries else rank
            for rank in _ranks(one)
        )
    return tuple(found)


def _ranks(one: Utterance) -> Iterable[Rank]:
    text = one.tagged
    if "#" not in text or not _ABOUT_RANKS.search(text):
        return
    if _SUPPOSED.search(text):
        return
    if one.subject is not None:
        yield from _of_one(one, one.subject, text)
        return
    for piece in _PIECES.split(text):
        named = _NAME.findall(piece)
        if len(named) == 1:
            yield from _of_one(one, by_code(named[0]), piece)


def _of_one(one: Utterance, who: Municipality, text: str) -> Iterable[Rank]:
    """The ranks of the one municipality a text is about."""
    moved = _MOVED.search(text)
    if moved and "pct" not in moved[0] and _ABOUT_PLACES.search(text):
        for name, before in (("old", True), ("new", False)):
            yield Rank(who, int(moved[name]), None, one.group, before, None, one)
        return
    start, now = 0, False
    for match in _RANK.finditer(text):
        lead, after = text[start : match.start()], text[match.end() :]
        start = match.end()
        total = int(match["total"]) if match["total"] else None
        clause = lead.rsplit(",", 1)[-1] if lead.count(",") else lead
        before = bool(_BEFORE.search(clause)) or (now and bool(_THEN.match(after)))
        now = now or bool(_NOW.match(after))
        yield Rank(who, int(match["rank"]), total, one.group, before, date_of(lead), one)
        if not before and (earlier := _BRACKETED.search(after)):
            old = int(earlier["old"] or earlier["was"] or earlier["then"])
            yield Rank(who, old, None, one.group, True, None, one)
