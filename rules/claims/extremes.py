"""Highest and lowest: ``Aalborg har den højeste andel uden tilbud``, ``de tre laveste``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.model import Measure, Municipality
from normalize.periods import find_period
from rules.case import Case
from rules.danish import SHARE, listed, names, number
from rules.figures import RECEIVED
from rules.grammar.shares import share_of, speaks
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.names_of import municipalities_of
from rules.prose import Utterance
from rules.spread import Spread, among, of_others, spread
from rules.tables import group_of_note, universe

_GATE = re.compile(
    r"\bingen\s+kommune|høj|lav|størst|mindste|flest|færrest|topper|bedst|dårligst|værst|længst|spænd|varier|sving|mellem"
)
_PLACES = {"næst": 2, "tredje": 3, "fjerde": 4, "femte": 5}
_NTH = rf"(?P<nth>{'|'.join(_PLACES)})?[\s-]?"
_HIGHEST = re.compile(rf"\b{_NTH}(?:højeste?|største?|flest|topper)\b")
_LOWEST = re.compile(rf"\b{_NTH}(?:laveste?|mindste|færrest)\b(?!\s*#)")
_BEST = re.compile(r"\b(?:bedst\w*)\b")
_WORST = re.compile(
    r"\b(?:dårligst\w*|værst\w*|længst\s+fra\s+(?:\w+\s+)?(?:målet|m[åa]lene|grænsen|kravet))\b"
)
_ON_WHAT = re.compile(r"pct|tilbud|samtale|m[åa]l|grænse|krav")
_HEADS = re.compile(r"(?:flest|færrest)\s+(?:\w+\s+)?(?:borgere|personer|ledige)\b")
_SEVERAL = re.compile(r"\bde\s+#(\d{1,2})\s+(?:kommuner\s+med\s+(?:de[nt]?\s+)?)?$")
_NOBODY = re.compile(  # "ingen kommune har en højere andel end A"
    r"\bingen\s+(?:anden\s+|andre\s+)?kommuner?\s+(?:har|havde|ligger|lå|mangler)\b[^@]*?"
    r"\b(?:(?P<more>højere|større|flere)|lavere|mindre|færre(?!\s+end\s+#))\b[^@]*\bend\s+(?:i\s+|hos\s+)?@\[(?P<who>\d{4})\]"
)
_SHARE_OF_TABLE = re.compile(r"\bandel\w*\b")
_NAMES = re.compile(r"@\[([\d+]+)\]")
_CLAUSES = re.compile(
    r",?\s+(?:mens|hvorimod|medens)\s+|,\s*og\s+|;|:(?!\s*@)"
    r"|\s+og\s+(?=(?:den\s+|det\s+)?(?:høje|lave|mindst|størst|færrest|flest))"
)
_RANGE = re.compile(  # "fra 12,8 pct. i A til 44,3 pct. i B"
    r"\b(?:fra|mellem)\s+#[\d,]+\s*(?:pct\s*)?(?:i|for|hos)\s+@\[(?P<low>\d{4})\]\s+"
    r"(?:til|og)\s+#[\d,]+\s*pct\s+(?:i|for|hos)\s+@\[(?P<high>\d{4})\]"
)
SPREADS = re.compile(r"\b(?:spænd|varier|sving|ligger mellem|lå mellem|går fra|strækker)")


@dataclass(frozen=True, slots=True)
class Extreme:
    """Who is said to be highest or lowest on a share.

    One municipality has the place ``place`` (1 the outermost); several are the outermost together.
    """

    who: tuple[Municipality, ...]
    measure: Measure
    highest: bool
    place: int
    among: bool


def read(case: Case) -> Iterable[Claim]:
    """Superlatives of named municipalities, clause by clause."""
    carried: Measure | None = None
    paragraph = -1
    for one in case.utterances:
        text = one.tagged
        here = one.sentence.paragraph
        if here != paragraph or speaks(text):
            carried = share_of(text, received=case.received)
            if carried is None and _SHARE_OF_TABLE.search(text) and not speaks(text):
                carried = case.sole_share
        paragraph = here
        if not _GATE.search(text) or "hvis" in text or ("mål" in text and "krav" in text):
            continue
        range_ = _RANGE.search(text)
        if range_ and carried and SPREADS.search(text):
            for name, highest in (("low", False), ("high", True)):
                yield _claim(case, one, (range_[name],), carried, highest=highest)
            continue
        for clause in (part for part in _CLAUSES.split(text) if not of_others(part)):
            yield from _in_clause(case, one, clause, carried)


def _in_clause(case: Case, one: Utterance, clause: str, carried: Measure | None) -> Iterable[Claim]:
    measure = share_of(clause, received=case.received) or carried
    if measure is None:
        return
    if nobody := _NOBODY.search(clause):
        yield _claim(case, one, (nobody["who"],), measure, highest=bool(nobody["more"]))
        return
    highest, lowest = _HIGHEST.search(clause), _LOWEST.search(clause)
    best, worst = (_judged(word, clause) for word in (_BEST, _WORST))
    if (best or worst) and not (highest or lowest or (best and worst)):
        top = bool(best) == (measure in RECEIVED)
        highest, lowest = (best or worst, None) if top else (None, best or worst)
    found = highest or lowest
    named = _NAMES.findall(clause)
    if found is None or (highest and lowest) or len(named) != 1:
        return
    codes = tuple(named[0].split("+"))
    several = _SEVERAL.search(clause[: found.start()].replace("kommuner, der har ", ""))
    if several and int(several[1]) != len(codes):
        return  # a list of another length than announced is a finding of its own kind
    nth = found.groupdict().get("nth")
    if len(codes) > 1 and nth:
        return
    place = _PLACES[nth] if nth else 1
    yield _claim(case, one, codes, measure, highest=highest is not None, place=place)


def _claim(
    case: Case,
    one: Utterance,
    codes: tuple[str, ...],
    measure: Measure,
    *,
    highest: bool,
    place: int = 1,
) -> Claim:
    who = municipalities_of(codes)
    return claim(
        ClaimKind.AGGREGATE,
        one,
        Extreme(who, measure, highest, place, _of_some(case, one.tagged)),
        stated=", ".join(each.name for each in who),
        municipalities=who,
        measure=measure.removesuffix("_modtaget"),
        period=find_period(one.sentence.text) or case.main,
    )


def _judged(word: re.Pattern[str], clause: str) -> re.Match[str] | None:
    """``bedst`` or ``dårligst`` where its own part of the clause says on what."""
    found = word.search(clause)
    if found is None:
        return None
    part = clause[clause.rfind(",", 0, found.start()) + 1 :].split(", ", maxsplit=1)[0]
    return found if _ON_WHAT.search(part) else None


def _of_some(case: Case, tagged: str) -> bool:
    """Whether only some are spoken of, other than those of the note's only table, or only heads."""
    if _HEADS.search(tagged) and "pct" not in tagged:
        return True  # heads, which a share says nothing of
    return among(tagged) and universe(case, tagged, group_of_note(case)) is None


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """Against every share the note gives for the period."""
    said = about.detail
    if not isinstance(said, Extreme):
        return
    shares = spread(case, said.measure, about.period, within=not said.among)
    unknown = [one for one in said.who if one.code not in shares.shares]
    only = said.who[0] if len(said.who) == 1 else None
    if unknown:
        text = f"Notatet fremhæver {names(unknown)}, men viser ikke tallet for den"
        yield finding(about, Verdict.UNVERIFIABLE, text, municipality=only)
        return
    beyond = {one.code: shares.beyond(one.code, highest=said.highest) for one in said.who}
    own = listed(f"{one.name} ({number(shares.shares[one.code], 1)} pct.)" for one in said.who)
    text = f"Notatet giver {own} {_place(said)} af {SHARE[said.measure]}{shares.among}"
    if only is not None:
        beats = beyond[only.code]
        right = len(beats) < said.place <= len(beats) + 1 + shares.level(only.code)
        derived = beats[0] if beats and said.place == 1 else only
    else:
        last = max(said.who, key=lambda one: len(beyond[one.code]))
        beats = [one for one in beyond[last.code] if one not in said.who]
        right, derived = len(beyond[last.code]) < len(said.who), beats[0] if beats else last
    yield finding(
        about,
        _verdict(said, right=right, full=shares.full, surely=len(beats) >= said.place),
        f"{text}{_but(said, shares, beats, right=right)}",
        derived=derived.name if only is not None and said.place == 1 else "" if right else "nej",
        municipality=only,
    )


def _verdict(said: Extreme, *, right: bool, full: bool, surely: bool) -> Verdict:
    """Too many beyond it is wrong also where some figures are missing; too few only where none."""
    if right:
        return Verdict.CONSISTENT if full else Verdict.UNVERIFIABLE
    return Verdict.CONTRADICTED if (full or surely) and not said.among else Verdict.UNVERIFIABLE


def _place(said: Extreme) -> str:
    word = "højeste" if said.highest else "laveste"
    if len(said.who) > 1:
        return f"de {len(said.who)} {word} værdier"
    prefix = next((name for name, place in _PLACES.items() if place == said.place), "")
    return f"den {prefix}{word} værdi"


def _but(said: Extreme, shares: Spread, beats: list[Municipality], *, right: bool) -> str:
    """The rest of the sentence: who is beyond, with figures."""
    word = "højere" if said.highest else "lavere"
    if right and said.place == 1:
        return f", og ingen andre i notatets tabeller har en {word}"
    told = [f"{one.name} har {number(shares.shares[one.code], 1)} pct." for one in beats[:3]]
    more = f"{len(beats)} kommuner har en {word}" if len(beats) > 3 else listed(told)
    return f", {'og' if right else 'men'} {more or f'ingen har en {word}'}"


KIND = Kind("extremes", read, check)
