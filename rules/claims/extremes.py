"""Highest and lowest: ``Aalborg har den højeste andel uden tilbud``, ``Bedst placeret er A``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Measure, Municipality
from rules.case import Case
from rules.derived.amounts import Among, among, amount, measure_told, period_told, shown, table_told
from rules.derived.figures import POLAR, RECEIVED
from rules.derived.spread import Spread, of_a_part, over
from rules.grammar.doubts import doubts, of_one
from rules.grammar.shares import speaks
from rules.grammar.superlatives import KNOWN, PLACES, Outermost, outermost
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.names_of import municipalities_of
from rules.sentences.prose import Utterance
from rules.wording.danish import NAMED, listed, names

_GATE = re.compile(
    r"\bingen\s+(?:anden\s+|andre\s+)?kommune|høj|lav|størst|mindste?\b|flest|færrest|topper|bedst|ringest"
    r"|dårligst|værst|længst|spænd|varier|sving|mellem|øverst|nederst|mak?simum|minimum"
)
_SHARE_OF_TABLE = re.compile(r"\bandel\w*\b|^(?:\w*højest|\w*lavest)\b")
_RANGE = re.compile(  # "fra 12,8 pct. i A til 44,3 pct. i B"
    r"\b(?:fra|mellem)\s+#[\d,]+\s*(?:pct\s*)?(?:i|for|hos)\s+@\[(?P<low>\d{4})\]\s+"
    r"(?:til|og)\s+#[\d,]+\s*pct\s+(?:i|for|hos)\s+@\[(?P<high>\d{4})\]"
)
_HEADS = re.compile(r"(?:flest|færrest)\s+(?:\w+\s+)?(?:borgere|personer|ledige)\b")
_NAME = re.compile(r"@\[(\d{4})\]")
_PRINTED = re.compile(r"#(\d+(?:,\d+)?)\s*pct")
_SAME = 0.05  # percentage points: shares are printed with a decimal, and 100 less one is inexact
SPREADS = re.compile(r"\b(?:spænd|varier|sving|ligger mellem|lå mellem|går fra|strækker)")
_CLAUSES = re.compile(
    r",?\s+(?:mens|hvorimod|medens)\s+|,\s*og\s+|;|:(?!\s*@)"
    r"|\s+og\s+(?=(?:den\s+|det\s+)?(?:høje|lave|mindst|størst|færrest|flest))"
    r"|,\s+(?=@\[\d{4}\]\s+(?:\w+\s+){0,2}(?:høje|lave|flest|færrest|mindst|størst|bedst|dårligst))"
)


@dataclass(frozen=True, slots=True)
class Extreme:
    """Who is said to be highest or lowest on a figure.

    One municipality has the place ``place`` (1 the outermost); several are the outermost together.
    """

    who: tuple[Municipality, ...]
    measure: Measure
    highest: bool
    place: int
    among: Among


def read(case: Case) -> Iterable[Claim]:
    """Superlatives of named municipalities, clause by clause."""
    carried: Measure | None = None
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        if one.sentence.paragraph != paragraph or speaks(text):
            carried = measure_told(text, case.received)
            if carried is None and _SHARE_OF_TABLE.search(text) and not speaks(text):
                carried = case.sole_share
        paragraph = one.sentence.paragraph
        if not _GATE.search(text) or "hvis" in text or ("mål" in text and "krav" in text):
            continue
        range_ = _RANGE.search(text)
        if range_ and carried and SPREADS.search(text):
            for name, highest in (("low", False), ("high", True)):
                yield _claim(case, one, text, Outermost((range_[name],), highest), carried)
            continue
        for clause in _CLAUSES.split(text):
            told = measure_told(clause, case.received)
            measure = told or _in_its_table(case, clause) or _as_printed(case, clause, one, carried)
            said = outermost(clause, measure, better_is_more=measure in RECEIVED)
            if said is not None and measure is not None and (told or not _speaks_of_else(clause)):
                yield _claim(case, one, clause, said, measure)


def _in_its_table(case: Case, clause: str) -> Measure | None:
    """What the caption of the table that a clause points to tells."""
    table = table_told(clause)
    captions = (one.tagged for one in case.utterances if table and one.table == table)
    return next((measure_told(caption, case.received) for caption in captions), None)


def _as_printed(case: Case, clause: str, one: Utterance, carried: Measure | None) -> Measure | None:
    """The share carried on from before, turned where the figure printed beside a name is of those
    on its other side: ``Lavest ligger A med 1,4 pct.``"""
    who, figures = _NAME.findall(clause), _PRINTED.findall(clause)
    both = next((pair for pair in POLAR.values() if carried in pair), None)
    if carried is None or both is None or len(who) != 1 or len(figures) != 1:
        return carried
    other = both[carried is both[0]]
    period = period_told(case, carried, one.sentence.text)
    stated = float(figures[0].replace(",", "."))
    fits = [
        share is not None and abs(share - stated) < _SAME
        for share in (amount(case, who[0], each, period) for each in (carried, other))
    ]
    return other if fits == [False, True] else carried


def _speaks_of_else(clause: str) -> bool:
    """Whether a clause that tells no figure of ours may tell one of its own: ``ledigheden``."""
    return bool(of_one(doubts(KNOWN.sub(" ", clause))))


def _claim(case: Case, one: Utterance, clause: str, said: Outermost, measure: Measure) -> Claim:
    who = municipalities_of(said.codes)
    heads = _HEADS.search(one.tagged) and "pct" not in one.tagged  # a share says nothing of these
    some = heads or of_a_part(one.tagged)
    whom = Among(None, known=False) if some else among(case, clause, one)
    if whom.who is not None and not whom.who.codes >= set(said.codes):
        whom = Among(None, known=False)
    return claim(
        ClaimKind.AGGREGATE,
        one,
        Extreme(who, measure, said.highest, said.place, whom),
        stated=", ".join(each.name for each in who),
        municipalities=who,
        measure=measure.removesuffix("_modtaget"),
        period=period_told(case, measure, one.sentence.text),
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against every figure the note gives for the period."""
    said = about.detail
    if not isinstance(said, Extreme):
        return
    found = over(case, said.measure, about.period, said.among.who)
    unknown = [one for one in said.who if one.code not in found.shares]
    only = said.who[0] if len(said.who) == 1 else None
    if unknown:
        text = f"Notatet fremhæver {names(unknown)}, men viser ikke tallet for den"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=only)
        return
    beyond = {one.code: found.beyond(one.code, highest=said.highest) for one in said.who}
    own = listed(f"{one.name} ({shown(found.shares[one.code], said.measure)})" for one in said.who)
    text = f"Notatet giver {own} {_place(said)} {NAMED[said.measure]}{found.among}"
    if only is not None:
        beats = beyond[only.code]
        right = len(beats) < said.place <= len(beats) + 1 + found.level(only.code)
        derived = beats[0] if beats and said.place == 1 else only
    else:
        last = max(said.who, key=lambda one: len(beyond[one.code]))
        beats = [one for one in beyond[last.code] if one not in said.who]
        right, derived = len(beyond[last.code]) < len(said.who), beats[0] if beats else last
    yield finding(
        about,
        _verdict(said, right=right, full=found.full, surely=len(beats) >= said.place),
        f"{text}{_but(said, found, beats, right=right)}",
        derived=derived.name if only is not None and said.place == 1 else "" if right else "nej",
        municipality=only,
    )


def _verdict(said: Extreme, *, right: bool, full: bool, surely: bool) -> Verdict:
    """Too many beyond it is wrong also where some figures are missing; too few only where none."""
    if right:
        return Verdict.CONSISTENT if full else Verdict.UNVERIFIABLE
    wrong = (full or surely) and said.among.known
    return Verdict.CONTRADICTED if wrong else Verdict.UNVERIFIABLE


def _place(said: Extreme) -> str:
    if said.measure is Measure.PLACERING:
        word = "dårligste" if said.highest else "bedste"
    else:
        word = "højeste" if said.highest else "laveste"
    if len(said.who) > 1:
        return f"de {len(said.who)} {word} værdier af"
    prefix = next((word for word, place in PLACES.items() if place == said.place), "")
    return f"den {prefix}{word} værdi af"


def _but(said: Extreme, found: Spread, beats: list[Municipality], *, right: bool) -> str:
    """The rest of the sentence: who is beyond, with figures."""
    word = "højere" if said.highest else "lavere"
    if right and said.place == 1:
        return f", og ingen andre af dem har en {word}"
    told = [f"{one.name} har {shown(found.shares[one.code], said.measure)}" for one in beats[:3]]
    more = f"{len(beats)} kommuner har en {word}" if len(beats) > 3 else listed(told)
    return f", {'og' if right else 'men'} {more or f'ingen har en {word}'}"


KIND = Kind("extremes", read, check)
