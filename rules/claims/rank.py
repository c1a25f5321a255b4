"""Ranks: a rank is from 1 to 98 and fits the table that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from normalize.model import Measure, Period
from rules.case import Case
from rules.derived.figures import Figure
from rules.derived.spread import spread
from rules.grammar.counts import ALL
from rules.grammar.shares import share_of
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.stated.ranks import Rank
from rules.wording.danish import SHARE

_ON_SHARE = re.compile(
    r"#(?P<rank>\d{1,2})\b[^,;#]*(?:#98[^,;#]*)?,?\s+(?:når\s+det\s+gælder|målt\s+på|hvad\s+angår|på"
    r"|for\s+så\s+vidt\s+angår|med\s+hensyn\s+til|i\s+forhold\s+til)\s+"
    r"(?P<share>(?:andelen\b|andel\b|samtaler\b|tilbud\b)[^,;#]*)"
)
_SHARE_FIRST = re.compile(
    r"^(?:på|for|målt\s+på|når\s+det\s+gælder|hvad\s+angår)\s+(?P<share>(?:andelen?\b|samtaler\b|tilbud\b)"
    r"[^,;#@]*?),?\s+(?:er|ligger|indtager|placeres)\s+[^,;#]*#(?P<rank>\d{1,2})\b"
)
_GROUP = re.compile(r"\b(?:\w*gruppen?s?|klyngen?s?|klynge|i\s+region\w*|nabokommuner\w*)\b")


def read(case: Case) -> Iterable[Claim]:
    """Every rank of a municipality, earlier ones too."""
    for rank in case.ranks:
        yield claim(
            ClaimKind.RANK,
            rank.utterance,
            rank,
            stated=str(rank.rank),
            unit="rank",
            municipalities=(rank.municipality,),
            measure=Measure.PLACERING.value,
            period=None if rank.before else case.main,
        )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Impossible ranks are contradicted; possible ones are held against a table of ranks."""
    rank = about.detail
    if not isinstance(rank, Rank):
        return
    one = rank.municipality
    text = f"Notatet placerer {one.name} som nr. {rank.rank}"
    if rank.total is not None and rank.total != ALL and rank.total > ALL - 5:
        text += f" ud af {rank.total}, men der er {ALL} kommuner"
        yield finding(
            about,
            Verdict.CONTRADICTED,
            text,
            stated=str(rank.total),
            derived=str(ALL),
            municipality=one,
        )
        return
    if not 1 <= rank.rank <= (rank.total or ALL):
        text += f", men en placering ligger mellem 1 og {rank.total or ALL}"
        yield finding(
            about, Verdict.CONTRADICTED, text, derived=f"1-{rank.total or ALL}", municipality=one
        )
        return
    if rank.before:
        return  # no table of an earlier ranking is part of a note
    if rank.total not in (None, ALL) or _GROUP.search(rank.utterance.tagged):
        text += "; notatet viser ikke rangordenen i gruppen"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=one)
        return
    shown = _shown(case, rank, about.period)
    if shown is not None and shown.number is not None:
        derived, where = int(shown.number), f"tabel {shown.table} viser nr. {int(shown.number)}"
        same = derived == rank.rank
        verdict = Verdict.CONSISTENT if same else Verdict.CONTRADICTED
        text += f", {'og' if same else 'men'} {where}"
        yield finding(about, verdict, text, derived=str(derived), municipality=one)
    elif (measure := _measure(case, rank)) is not None:
        yield from _by_share(case, about, rank, measure)
    elif rank == _open(case, about.period)[0]:  # said once a note
        text += "; notatet viser ikke den rangliste, dets placeringer kan holdes op imod"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=one)


def _shown(case: Case, rank: Rank, period: Period | None) -> Figure | None:
    """The rank a table of the note shows for the same area.

    A rank that names no area may also be of the one its paragraph has come to, and is held
    against that too before it is called wrong.
    """
    own, near = (
        [
            one
            for one in case.figures.find(
                rank.municipality.code, (Measure.PLACERING,), period, group
            )
            if one.number is not None and one.trusted
        ]
        for group in (rank.group, rank.area)
    )
    if not own:
        return None
    return next((one for one in (*own, *near) if one.number == rank.rank), (near or own)[0])


def _measure(case: Case, rank: Rank) -> Measure | None:
    """The share a rank is said to be on, None for the ranking of results as a whole."""
    text = rank.utterance.tagged
    match = _ON_SHARE.search(text) or _SHARE_FIRST.search(text)
    if match is None or int(match["rank"]) != rank.rank:
        return None
    return share_of(match["share"], received=case.received)


def _open(case: Case, period: Period | None) -> list[Rank]:
    """The possible ranks of now that nothing in the note can be held against."""
    return [
        one
        for one in case.ranks
        if not one.before
        and 1 <= one.rank <= (one.total or ALL)
        and _shown(case, one, period) is None
        and _measure(case, one) is None
    ]


def _by_share(case: Case, about: Claim, rank: Rank, measure: Measure) -> Iterable[Finding]:
    """The rank a share gives, counted from either end as notes do both, ties sharing a place."""
    one = rank.municipality
    found = spread(case, measure, about.period, within=False)
    text = f"Notatet placerer {one.name} som nr. {rank.rank} på {SHARE[measure]}"
    if one.code not in found.shares or not found.full:
        why = "notatet viser ikke alle kommuners tal"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", municipality=one)
        return
    ties = found.level(one.code)
    places = [len(found.beyond(one.code, highest=top)) + 1 for top in (False, True)]
    same = any(place <= rank.rank <= place + ties for place in places)
    yield finding(
        about,
        Verdict.CONSISTENT if same else Verdict.CONTRADICTED,
        f"{text}, {'og' if same else 'men'} tallene gør den til nr. {places[0]} fra neden og nr. "
        f"{places[1]} fra oven",
        derived=str(places[0]),
        municipality=one,
    )


KIND = Kind("rank", read, check)
