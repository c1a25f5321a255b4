"""Ranks: a rank is from 1 to 98 and fits the table that shows it."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.model import Measure
from rules.case import Case
from rules.grammar.counts import ALL
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.ranks import Rank, ranks


def read(case: Case) -> Iterable[Claim]:
    """Every rank of a municipality, earlier ones too."""
    for rank in ranks(case.utterances):
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
    found = (
        []
        if rank.before
        else case.figures.find(one.code, (Measure.PLACERING,), about.period, rank.group)
    )
    shown = next((figure for figure in found if figure.number is not None and figure.trusted), None)
    if rank.before:
        return  # no table of an earlier ranking is part of a note
    if shown is None or shown.number is None:
        text += "; notatet viser ikke den rangliste, det kan holdes op imod"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=one)
        return
    derived = int(shown.number)
    same = derived == rank.rank
    text += (
        f", og tabel {shown.table} viser nr. {derived}"
        if same
        else f", men tabel {shown.table} viser nr. {derived}"
    )
    verdict = Verdict.CONSISTENT if same else Verdict.CONTRADICTED
    yield finding(about, verdict, text, derived=str(derived), municipality=one)


KIND = Kind("rank", read, check)
