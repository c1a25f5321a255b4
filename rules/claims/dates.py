"""The same thing dated or placed in time differently within one note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import MONTHS, find_period
from normalize.model import Municipality, Period
from rules.case import Case
from rules.grammar.conditions import InPhase, Step, any_atom
from rules.grammar.dates import date_of
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.wording.danish import period as in_words

_AGAIN = re.compile(r"\b(?:igen|på ny|første gang|anden gang|atter)\b")
_NEXT = re.compile(r"\b(?:næste|kommende)\s+(?:opdatering|opgørelse|måling)\b")
_DECIDED = re.compile(r"\bomfatte\w*|\bbaggrund\b|\bgrundlag\b|genopretning")  # the year after
_REFERENCE = re.compile(
    r"\btabel\s+#(\d{1,2})\s+(?:viser|indeholder|giver|sammenfatter)\b|\b(?:af|i)\s+tabel\s+#(\d{1,2})\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of an event and every date the note gives that event."""

    what: str
    date: str
    every: tuple[str, ...]


def read(case: Case) -> Iterable[Claim]:
    """Each differing date of an event once, or the date all agree on."""
    events: dict[tuple[str, str], list[tuple[str, Utterance, Municipality | None]]] = {}
    for what, date, utterance, who in (*_events(case), *_tables(case)):
        events.setdefault((what, who.code if who else ""), []).append((date, utterance, who))
    for (what, _), dates in events.items():
        if len(dates) < 2:
            continue
        every = tuple(date for date, _, _ in dates)
        rarest = min(every, key=lambda date: (every.count(date), every.index(date)))
        date, utterance, who = next(one for one in dates if one[0] == rarest)
        yield claim(
            ClaimKind.PERIOD,
            utterance,
            Dated(what, date, every),
            stated=date,
            municipalities=(who,) if who else (),
            period=case.main,
        )


def _events(
    case: Case,
) -> Iterable[tuple[str, str, Utterance, Municipality | None]]:
    """Dated events: the ranking before, an update, an entry into the phase."""
    ranked = set()
    for rank in case.ranks:
        if rank.before and rank.date is not None:
            ranked.add(rank.utterance.index)
            month = f"{rank.date.year}-{rank.date.month:02d}"
            yield "den forrige placering", month, rank.utterance, rank.municipality
    for utterance in case.utterances:
        date = date_of(utterance.tagged)
        if date is None or utterance.index in ranked:
            continue
        month = f"{date.year}-{date.month:02d}"
        if _AGAIN.search(utterance.tagged):
            continue
        if _NEXT.search(utterance.tagged):
            yield "den næste opgørelse", month, utterance, None
        for statement in utterance.statements:
            if statement.names and any_atom(
                statement.readings[0] if statement.readings else None,
                lambda part: isinstance(part, InPhase) and part.step is Step.COVERED and part.yes,
            ):
                for code in filter(None, statement.names):
                    who = next(one for one in utterance.named if one.code == code)
                    yield "indtrædelsen i genopretningsfasen", month, utterance, who


def _tables(case: Case) -> Iterable[tuple[str, str, Utterance, Municipality | None]]:
    """The period a sentence and the caption give the same table."""
    captions = {u.table: u for u in case.utterances if u.table is not None}
    for utterance in case.utterances:
        match = _REFERENCE.search(utterance.tagged)
        if match is None or utterance.table is not None:
            continue
        caption = captions.get(int(match[1] or match[2]))
        said, shown = _period(utterance), _period(caption) if caption else None
        if said is None or shown is None or caption is None:
            continue
        following = abs(said.end.year - shown.end.year) == 1 and _DECIDED.search(utterance.tagged)
        if not following:
            what = f"perioden for tabel {caption.table}"
            yield what, in_words(said), utterance, None
            yield what, in_words(shown), caption, None


def _period(utterance: Utterance) -> Period | None:
    """The one period a sentence is about; None where it has several years or a decision date."""
    years = set(re.findall(r"#(20\d\d)", utterance.tagged))
    if len(years) != 1 or date_of(utterance.tagged) is not None:
        return None
    return find_period(utterance.sentence.text)


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """One date: consistent. A lone one against a majority: contradicted. Otherwise open."""
    dated = about.detail
    if not isinstance(dated, Dated):
        return
    counts = Counter(dated.every)
    who = f" for {about.municipalities[0].name}" if about.municipalities else ""
    if len(counts) == 1:
        text = (
            f"Notatet daterer {dated.what}{who} ens {len(dated.every)} gange: {_words(dated.date)}"
        )
        yield finding(about, Verdict.CONSISTENT, text, derived=dated.date)
        return
    (usual, most), *others = counts.most_common()
    told = ", ".join(f"{_words(date)} ({count} gange)" for date, count in counts.most_common())
    text = f"Notatet daterer {dated.what}{who} forskelligt: {told}"
    clear = (
        "perioden" in dated.what or "indtrædelsen" in dated.what or most > max(c for _, c in others)
    )
    yield finding(
        about,
        Verdict.CONTRADICTED if clear else Verdict.UNVERIFIABLE,
        text,
        derived=usual if usual != dated.date else others[0][0],
        municipality=about.municipalities[0] if about.municipalities else None,
    )


def _words(date: str) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)", date)
    return f"{MONTHS[int(match[2]) - 1]} {match[1]}" if match else date


KIND = Kind("dates", read, check)
