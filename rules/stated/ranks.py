"""Ranks in the prose: ``er placeret som nr. 37 ud af 98``, ``i juni var den nr. 61``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from normalize.model import Group, Month, Municipality
from normalize.names.municipalities import by_code
from rules.grammar.counts import ALL
from rules.grammar.dates import date_of
from rules.sentences.prose import Utterance

_ABOUT_RANKS = re.compile(
    r"placer\w*|\brangere\w*|\bplads\w*|\branglist\w*|\branger\w*|\bbenchmark\w*|\bud af\b"
    r"|\b(?:er|var|ligger|lå|bliver|blev|blevet|ender|endte|havnede|står|stod|kom|opnå\w*|få[rt]?|fik)\b[^#]{0,40}\b(?:nr\.?|nummer(?:et)?)\s*#\d"
    r"|\brang\b|:\s*(?:nr\.?|nummer)\s*#\d+\s+(?:nu|i|mod)\b|\btur(?:en)?\s+fra\s+nr"
)
_RANK = re.compile(
    r"(?<!tabel )(?<!bilag )(?<!lov )(?<!sag )(?<!\bj\.)(?<!\bj\.\s)(?<!\bj\s)"
    r"\b(?:nr\.?|nummer(?:et)?|plads(?:en)?|rang(?:en)?\s+(?:på|som)"
    r"|placering(?:en)?(?:\s+(?:på|i)\s+\w+)?(?::|\s+(?:er|blev|var)(?=\s+#))?|rangere[rt]?s?)\s*(?:som\s+)?(?:nr\.?\s*)?#(?P<rank>\d{1,4})\b(?!,\d|[-/]#?\d{3})(?:\.?\s*-?\s*(?:plads"
    r"|placering)\w*)?"
    r"(?:\s+(?:ud\s+)?af\s+(?:i alt\s+|de\s+|landets\s+|alle\s+)*#(?P<total>\d{1,4}))?"
)
_ABOUT_PLACES = re.compile(r"plads|placering|\bnr\b|nummer|ranglist")
_MOVED = re.compile(
    r"\bfra\s+(?:at\s+være\s+)?(?:en\s+|placering\w*\s+(?:som\s+)?)?(?:nr\.?|nummer|plads)?\s*#(?P<old>\d{1,4})\.?\s*(?:plads|placering)?"
    r"(?:\s+[^#]{0,40})?\s+til\s+(?:at\s+være\s+)?(?:en\s+|placering\w*\s+(?:som\s+)?)?(?:nr\.?|nummer|plads)?\s*#(?P<new>\d{1,4})"
)
_SUPPOSED = re.compile(
    r"\b(?:hvis|såfremt|formentlig|forventes|ventes|ville|kunne|ambition\w*|skal)\b"
)
_BREAK = re.compile(
    r"[;:.,](?!\d)|[()]|\s[–-]\s|\b(?:og|mens|men|hvor|hvorimod|mod|hvilket|så|idet|efter)\b"
)
# Words of another time than now, but for what is held against it: "bedre end sidste år".
_HELD_AGAINST = re.compile(
    r"\b(?:i\s+forhold\s+til|sammenlignet\s+med|siden|end|mod)\s+(?:(?:ved|den|i|på|sin|dens|kommunens)\s+){0,2}"
    r"(?=før|forrige|tidligere|sidst|forega|forud|i\s+fjor|året)\w+(?:\s+\w+)?"
)
_HELD_TO_IT = (
    re.compile(  # "ringere end nr. 56", "i forhold til den tidligere placering som nr. 47"
        r"\b(?:end|mod|fra|i\s+forhold\s+til|siden|efter)\s+(?:\w+\s+){0,4}$"
    )
)
_EARLIER = re.compile(
    r"\b(?:før\w*|forrige|tidligere|sidst(?:e)?|sidstnævnte|foregående|forudgående|fjor|året|dengang|oprindelig\w*"
    r"|startede|gamle?|fra)\b"
)
_PAST = re.compile(r"\b(?:var|lå|havde|stod|indtog|befandt|rangerede)\b")
_NOW = re.compile(
    r"\b(?:nu|i\s+dag|i\s+år|denne\s+gang|aktuelt|senest|seneste|er|ligger|indtager|står|bliver)\b"
)
_OLDER = re.compile(  # "nr. 75 (79)", "nr. 37 (nr. 61 året før)"
    r"^\s*(?:af\s+#\d+\s*)?\((?:(?:#20\d\d|før|sidst|tidligere):?\s*)?(?:nr\.?\s*)?#(?P<old>\d{1,2})"
    r"(?:\s+(?:i\s+#20\d\d|(?:(?:i|ved|på)\s+)?(?:(?!plads)\w+\s+)?"
    r"(?:før|forinden|inden|fjor|sidst\w*|tidligere|forrige|foregående)(?:\s+\w+)?))?\s*\)"
    r"|^,?\s+hvor\s+(?:den|kommunen|det)\s+(?:\w+\s+){0,2}(?:var|lå\s+på)\s+#(?P<was>\d{1,4})\b(?!\s*pct|,\d)"
)
_TODAY = re.compile(r"\b(?:nu|i\s+dag|i\s+år|denne\s+gang|aktuelt)\b")
_YEAR = re.compile(r"#(20[1-4]\d)\b")
_SCALE = re.compile(r"\b(?:bedst\w*|dårligst\w*|ringest\w*|værst\w*)\b")  # "nr. 1 er bedst"
_ENDS = (1, ALL)
_WHOLE = re.compile(
    r"\b(?:samlet|alle\s+ydelser|under\s+ét|under\s+#1|landsplan|overordnet|generelt)\b"
)
_NUMBERED = re.compile(
    r"\b(?:fra|til|over|nr\.?|nummer)\s+(?:nr\.?\s*|nummer\s+)?#\d{1,2}(?![\d,])"
)
_TWO = 2
MANY = re.compile(r"\b(?:de|alle|øvrige|resterende)\s+(?:[\w#]+\s+){0,2}kommuner\b")
_PIECES = re.compile(r",\s+|;\s+|\s+(?:og|mens|men|hvorimod)\s+")
_NAME = re.compile(r"@\[(\d{4})\]")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of one municipality; ``before``: an earlier one; ``date`` where it carries one.

    ``area`` is the group its paragraph has come to, which it may be of where it names none.
    """

    municipality: Municipality
    rank: int
    total: int | None
    group: Group
    before: bool
    date: Month | None
    utterance: Utterance
    area: Group = Group.ALLE


class _Told(NamedTuple):
    """A rank, whether its words say that it is of now, and the year they say."""

    rank: Rank
    today: bool = False
    year: int | None = None


def ranks(utterances: Iterable[Utterance]) -> tuple[Rank, ...]:
    """Every rank the prose gives, in order; a sentence of a paragraph carries its area on."""
    found: list[Rank] = []
    near: Utterance | None = None
    area = Group.ALLE
    for one in utterances:
        last = found[-1] if found else None
        if near is None or near.sentence.paragraph != one.sentence.paragraph:
            area = Group.ALLE
        whole = _WHOLE.search(one.tagged)
        area = Group.ALLE if whole else area if one.group is Group.ALLE else one.group
        same = last is not None and last.utterance.sentence.paragraph == one.sentence.paragraph
        carries = same and one.group is Group.ALLE and not whole
        for rank in _ranks(one):
            group = last.group if last is not None and carries else rank.group
            found.append(replace(rank, group=group, area=area))
        near = one
    return tuple(found)


def _ranks(one: Utterance) -> Iterable[Rank]:
    text = one.tagged
    if "#" not in text or not _ABOUT_RANKS.search(text):
        return
    if _SUPPOSED.search(text) or len(_NUMBERED.findall(text)) > _TWO:
        return  # more than a rank of now and one before: which is which, the order alone tells
    if not one.named and MANY.search(text):
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
    of_years = moved is not None and _YEAR.search(f"#{moved['old']}")
    if (
        moved
        and not of_years
        and "pct" not in moved[0]
        and _ABOUT_PLACES.search(text)
        and not _SCALE.search(text)
    ):
        for name, before in (("old", True), ("new", False)):
            yield Rank(who, int(moved[name]), None, one.group, before, None, one)
        return
    matches = list(_RANK.finditer(text))
    told: list[_Told] = []
    for place, match in enumerate(matches):
        start = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        lead, trail = text[start : match.start()], text[match.end() : end]
        if int(match["rank"]) in _ENDS and _SCALE.search(lead + trail):
            continue
        total = int(match["total"]) if match["total"] else None
        before = _is_earlier(lead, trail)
        rank = Rank(who, int(match["rank"]), total, one.group, before, date_of(lead), one)
        beside = f"{lead if not place else ''} {trail}"
        year = _YEAR.search(trail) or (_YEAR.search(lead) if not place else None)
        told.append(_Told(rank, bool(_TODAY.search(beside)), int(year[1]) if year else None))
        if not before and (older := _OLDER.search(trail)):
            old = int(older["old"] or older["was"])
            told.append(_Told(replace(rank, rank=old, total=None, before=True, date=None)))
    yield from _by_time(told)


def _by_time(told: list[_Told]) -> Iterable[Rank]:
    """The ranks; of several of now, all but that of today or of the last year are earlier."""
    found = [one.rank for one in told]
    if len(found) < 2 or any(rank.before for rank in found):
        return found
    latest = [one.rank for one in told if one.today]
    years = {one.year: one.rank for one in told if one.year is not None}
    if len(latest) != 1 and len(years) == len(told):
        latest = [years[max(years)]]
    if len(latest) != 1:
        return found
    return [replace(rank, before=rank is not latest[0]) for rank in found]


def _is_earlier(lead: str, trail: str) -> bool:
    """Whether a rank is of an earlier ranking, by the words of its clause before and after it."""
    if _HELD_TO_IT.search(lead):
        return True
    lead, trail = _HELD_AGAINST.sub(" ", lead), _HELD_AGAINST.sub(" ", trail)
    breaks = list(_BREAK.finditer(lead))
    clause = lead[breaks[-1].end() :] if breaks else lead
    after = _BREAK.split(trail, maxsplit=1)[0]
    if breaks and breaks[-1][0] in ("mod", "efter"):
        return True
    if _EARLIER.search(f"{clause} | {after}"):
        return not _NOW.search(clause)
    return bool(_PAST.search(clause)) and not _NOW.search(clause)
