"""The year a decision is said to rest on, and what a note expects of a month gone by.

``Afgørelsen bygger på opgørelsen for 2022`` in a note whose figures are of 2024; ``forventes at
udgå i april 2024`` in a note of May 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import MONTHS
from normalize.model import Month, Period
from rules.case import Case
from rules.grammar.dates import date_of
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.wording.danish import period as in_words

_RESTS_ON = re.compile(
    r"\b(?:afgørelsen|beslutningen|udpegningen|vurderingen|konklusionen|forlængelsen|ophøret"
    r"|indtrædelsen|indtræden)\b[^.#]{0,40}?\b(?:bygger|hviler|beror|baseret|truffet|udgangspunkt|sker)\b"
    r"[^.#]{0,50}?\b(?:opgørelsen|målingen|tallene|tal|resultaterne|data|målåret)\s+(?:for|fra|i)?\s*"
    r"#(20\d\d)"
)
_AHEAD = re.compile(
    r"\b(?:venter|forventer|forventes|ventes|regner\s+med|kan\s+(?:tidligst|først)|tidligst|næste"
    r"|kommende)\b[^#]{0,90}?(?:#\d{1,2}\.\s*)?\b(?:" + "|".join(MONTHS) + r")\s+#20\d\d"
)
_DATE = re.compile(r"^(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Grounds:
    """The year a decision rests on, or the month something is expected in."""

    year: Period | None = None
    month: Month | None = None


def read(case: Case) -> Iterable[Claim]:
    """Decisions with their year, and expectations with their month."""
    for one in case.utterances:
        if one.table is not None:
            continue
        if rests := _RESTS_ON.search(one.tagged):
            year = Period.of_year(int(rests[1]))
            yield claim(ClaimKind.PERIOD, one, Grounds(year), stated=rests[1], period=year)
        month = date_of(one.tagged) if _AHEAD.search(one.tagged) else None
        if month is not None:
            stated = f"{month.year}-{month.month:02d}"
            yield claim(
                ClaimKind.PERIOD, one, Grounds(month=month), stated=stated, period=case.main
            )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The year against that of the note's figures; the month against the note's own date."""
    said = about.detail
    if not isinstance(said, Grounds):
        return
    if said.year is not None and case.main is not None and case.has(case.main):
        yield _on_year(case, about, said.year, case.main)
    date = _DATE.match(case.note.header.date)
    if said.month is not None and date is not None:
        now = Month(int(date[1]), int(date[2]))
        if said.month < now:
            text = (
                f"Notatet venter noget i {_word(said.month)}, men er selv fra {_word(now)}, "
                "så måneden er forbi"
            )
            yield finding(about, Verdict.CONTRADICTED, text, derived=f"{now.year}-{now.month:02d}")


def _on_year(case: Case, about: Claim, year: Period, main: Period) -> Finding:
    text = f"Notatet skriver, at afgørelsen hviler på {in_words(year)}"
    derived = str(main.start.year)
    if year.start.year in (main.start.year, main.end.year):
        return finding(
            about, Verdict.CONSISTENT, f"{text}, og dets tal er fra det år", derived=derived
        )
    if case.has(year):
        why = "det har tal for flere år"
        return finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}", derived=derived)
    text = f"{text}, men dets tal er fra {in_words(main)}"
    return finding(about, Verdict.CONTRADICTED, text, derived=derived)


def _word(month: Month) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


KIND = Kind("grounds", read, check)
