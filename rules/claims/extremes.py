"""Highest and lowest: ``Aalborg har den højeste andel uden tilbud``, ``Bedst placeret er A``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize.model import Measure, Municipality
from rules.case import Case
from rules.derived.amounts import amount, measure_told, period_told, shown, table_told
from rules.derived.derive import Universe
from rules.derived.figures import POLAR, RECEIVED
from rules.derived.spread import Spread, of_a_part, over, scaled
from rules.derived.topics import sole_amount, topics
from rules.derived.whom import Among, among, set_apart
from rules.grammar import ranges
from rules.grammar.counts import ALL
from rules.grammar.doubts import doubts, of_one
from rules.grammar.superlatives import KNOWN, PLACES, Outermost, Reading, Scale, has_end, outermost
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.names_of import municipalities_of
from rules.sentences.prose import Utterance
from rules.sentences.tables import short_table
from rules.wording.danish import NAMED, listed, names

_HEADS = re.compile(r"(?:flest|færrest)\s+(?:\w+\s+)?(?:borgere|personer|ledige)\b")
_AS_SHARE = re.compile(
    r"pct|andel|\bi\s+forhold\s+til\b|\brelativt\b"
)  # else of heads, which are not told
_NAME = re.compile(r"@\[(\d{4})\]")
_PRINTED = re.compile(r"#(\d+(?:,\d+)?)\s*pct")
_SAME = 0.05  # percentage points: shares are printed with a decimal, and 100 less one is inexact
_END = (
    r"(?:den\s+|det\s+|landets\s+)?(?:næst)?"
    r"(?:høje|lave|mindst|størst|færrest|flest|bedst|dårligst|øverst|nederst)"
)
_CLAUSES = re.compile(
    r",?\s+(?:mens|hvorimod|medens)\s+|,\s*og\s+|;|:(?!\s*@)"
    rf"|\s+og\s+(?={_END})|,\s+(?={_END})"
    rf"|,\s+(?=@\[\d{{4}}\]\s+(?:\w+\s+){{0,2}}{_END})"
)
_BEST = (Verdict.CONSISTENT, Verdict.UNVERIFIABLE, Verdict.CONTRADICTED)
_THEN = re.compile(r"\b(?:det|dette|samme|pågældende)\s+år\b|\bdengang\b")  # of which, nobody says


@dataclass(frozen=True, slots=True)
class Extreme:
    """Who is said to be highest or lowest on a figure.

    One municipality has the place ``place`` (1 the outermost); several are the outermost together.
    ``unsure``: words that may make it of something else.
    """

    who: tuple[Municipality, ...]
    measure: Measure
    readings: tuple[Reading, ...]
    place: int
    among: Among
    unsure: tuple[str, ...] = ()


def read(case: Case) -> Iterable[Claim]:
    """Superlatives of named municipalities, clause by clause."""
    for one, topic in zip(case.utterances, topics(case), strict=True):
        text = one.tagged
        if "@[" not in text or "hvis" in text or ("mål" in text and "krav" in text):
            continue
        if _THEN.search(text):
            continue
        if topic and (both := ranges.ends(text)):
            whom = Among(None, known=not of_a_part(text))
            yield from (_claim(case, one, said, topic, whom) for said in both)
            continue
        for clause in _clauses(text) if has_end(text) else ():
            told = measure_told(clause, case.received)
            measure = told or _in_its_table(case, clause) or _as_printed(case, clause, one, topic)
            if "@[" not in clause or (measure := measure or sole_amount(case)) is None:
                continue
            unsure = () if told else of_one(doubts(KNOWN.sub(" ", clause)))
            rest, named = set_apart(clause)
            for said in outermost(rest, measure, better_is_more=measure in RECEIVED):
                whom = _among(case, clause, one, said, named)
                yield _claim(case, one, said, measure, whom, unsure)


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence; an end waits for its name: ``Højest, og som de eneste, er A``."""
    waiting = ""
    for part in _CLAUSES.split(text):
        clause = f"{waiting} , {part}" if waiting else part
        waiting = clause if "@[" not in clause and has_end(clause) else ""
        if not waiting:
            yield clause


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


def _among(
    case: Case, clause: str, one: Utterance, said: Outermost, named: frozenset[str]
) -> Among:
    """Whom they are outermost among: those named beside them, or whom the clause tells."""
    codes = set(said.codes)
    if named:
        return Among(Universe(named, 0), known=codes < named)
    heads = _HEADS.search(one.tagged) and not _AS_SHARE.search(one.tagged)
    if heads or of_a_part(one.tagged):
        return Among(None, known=False)
    whom = among(case, clause, one)
    if whom.who is not None and whom.who.codes == codes:
        return Among(short_table(case))  # "de tre kommuner med de laveste": of more than these
    outside = whom.who is not None and not whom.who.codes >= codes
    return Among(None, known=False) if outside else whom


def _claim(
    case: Case,
    one: Utterance,
    said: Outermost,
    measure: Measure,
    whom: Among,
    unsure: tuple[str, ...] = (),
) -> Claim:
    who = municipalities_of(said.codes)
    return claim(
        ClaimKind.AGGREGATE,
        one,
        Extreme(who, measure, said.readings, said.place, whom, unsure),
        stated=", ".join(each.name for each in who),
        municipalities=who,
        measure=measure.removesuffix("_modtaget"),
        period=period_told(case, measure, one.sentence.text),
    )


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against every figure of the period, by the reading that speaks most for the note."""
    said = about.detail
    if isinstance(said, Extreme):
        found = over(case, said.measure, about.period, said.among.who)
        told = [_finding(case, about, said, one, found) for one in said.readings]
        yield min(told, key=lambda one: _BEST.index(one.verdict))


def _finding(case: Case, about: Claim, said: Extreme, end: Reading, whole: Spread) -> Finding:
    found = scaled(case, whole, about.period, end.scale)
    unknown = [one for one in said.who if one.code not in found.shares]
    only = said.who[0] if len(said.who) == 1 else None
    if unknown:
        text = f"Notatet fremhæver {names(unknown)}, men viser ikke tallet for den"
        return finding(about, Verdict.UNVERIFIABLE, text, municipality=only)
    beyond = {one.code: found.beyond(one.code, highest=end.highest) for one in said.who}
    own = listed(f"{one.name} ({shown(whole.shares[one.code], said.measure)})" for one in said.who)
    text = f"Notatet giver {own} {_place(said, end)} {NAMED[said.measure]}{found.among}"
    if only is not None:
        beats = beyond[only.code]
        right = len(beats) < said.place <= len(beats) + 1 + found.level(only.code)
        if said.measure is Measure.PLACERING:  # a rank tells itself how many of all are beyond
            right |= whole.shares[only.code] == (
                ALL + 1 - said.place if end.highest else said.place
            )
        derived = beats[0] if beats and said.place == 1 else only
    else:
        last = max(said.who, key=lambda one: len(beyond[one.code]))
        beats = [one for one in beyond[last.code] if one not in said.who]
        right, derived = len(beyond[last.code]) < len(said.who), beats[0] if beats else last
    verdict = _verdict(said, right=right, full=found.full, surely=len(beats) >= said.place)
    text += _but(said, end, whole, beats, right=right)
    if verdict is Verdict.UNVERIFIABLE and said.unsure and not right:
        text += f"; ordene »{' '.join(said.unsure)}« kan gøre en forskel"
    name = derived.name if only is not None and said.place == 1 else "" if right else "nej"
    return finding(about, verdict, text, derived=name, municipality=only)


def _verdict(said: Extreme, *, right: bool, full: bool, surely: bool) -> Verdict:
    """Too many beyond it is wrong also where some figures are missing; too few only where none."""
    if right:
        return Verdict.CONSISTENT if full else Verdict.UNVERIFIABLE
    wrong = (full or surely) and said.among.known and not said.unsure
    return Verdict.CONTRADICTED if wrong else Verdict.UNVERIFIABLE


def _place(said: Extreme, end: Reading) -> str:
    if said.measure is Measure.PLACERING:
        word = "dårligste" if end.highest else "bedste"
    elif end.scale is Scale.SIZE:
        word = "største" if end.highest else "mindste"
    else:
        word = "højeste" if end.highest else "laveste"
    if len(said.who) > 1:
        return f"de {len(said.who)} {word} værdier af"
    places = {1: "", **{place: word for word, place in PLACES.items()}}
    prefix = places.get(said.place, f"{said.place}.")
    return f"den {prefix}{word} værdi af"


def _but(
    said: Extreme, end: Reading, whole: Spread, beats: list[Municipality], *, right: bool
) -> str:
    """The rest of the sentence: who is beyond, with figures."""
    word = "højere" if end.highest else "lavere"
    if right and said.place == 1:
        return f", og ingen andre af dem har en {word}"
    told = [f"{one.name} har {shown(whole.shares[one.code], said.measure)}" for one in beats[:3]]
    more = f"{len(beats)} kommuner har en {word}" if len(beats) > 3 else listed(told)
    return f", {'og' if right else 'men'} {more or f'ingen har en {word}'}"


KIND = Kind("extremes", read, check)
