"""Heading cells of a column → what the figures below measure.

Headings are short and worded freely; they are recognised by the words that carry the meaning,
after OCR damage is repaired. Talks and offers come in two polarities (the share that did not get
them, the share that did); where the heading leaves it open, the caption and the text decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from normalize.headings.glossary import in_full
from normalize.headings.periods import MONTHS, find_period, is_broken
from normalize.model import Group, Measure, Period, Unit
from normalize.prose.lexicon import mend, repair_word

_WORD = re.compile(r"[^\W\d_]+")
_A_MONTH = "|".join(MONTHS)
_OPEN_END = re.compile(
    rf"\b(?:20\d\d|{_A_MONTH})\s*(?:[-–—−]|til|til og med)(?:\s*(?:{_A_MONTH}))?\s*$", re.IGNORECASE
)
_OPEN_START = re.compile(r"\s*(?:[-–—−]|til\b)\s*\S", re.IGNORECASE)
_LONE_L = re.compile(r"(?<=å) ?[I1|](?=$|\s)")  # the l of mål, alone on its line in a picture
_BROKEN = re.compile(r"-\s+(?!og\b|eller\b|samt\b)(?=[a-zæøå])")

_GROUPS: tuple[tuple[re.Pattern[str], Group], ...] = (
    (re.compile(r"kontanthjælp"), Group.KONTANTHJAELP),
    (re.compile(r"sygedagpenge"), Group.SYGEDAGPENGE),
    (re.compile(r"\ba[- ]?dagpenge|arbejdsløshedsdagpenge|\bdagpenge"), Group.A_DAGPENGE),
)
_UNITS: tuple[tuple[re.Pattern[str], Unit], ...] = (
    (re.compile(r"(?:pct\.?|procent|%)[\s-]*(?:point|enhed)|\bpp\b"), Unit.PCT_POINT),
    (re.compile(r"mi(?:o|ll?)\.?\s*(?:kr|\))|millioner"), Unit.MIO_KR),
    (re.compile(r"\bpct\b|procent|%|andel|ydelsesgrad"), Unit.PCT),
    (re.compile(r"fuldtids|\bantal\b|personer"), Unit.PERSONS),
)
_MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (
        re.compile(
            r"\b(?:flere|højere|over)\b.* forventet|forskel|difference|afvigelse|"
            r"faktisk.*(?:minus|ift|i forhold til).*forvent"
        ),
        Measure.DIFFERENCE,
    ),
    (
        re.compile(
            r"placering|\bplacerede\b|\brang\b|rangering|rangplads|rangliste|\bplads\b|"
            r"\bnr\.? (?:på|i|ud)|^\W*(?:nr|nummer)\W+20\d\d\W*$"  # a row's number is of no year
        ),
        Measure.PLACERING,
    ),
    (re.compile(r"potentiale|besparelse"), Measure.POTENTIALE),
    (re.compile(r"forvent"), Measure.FORVENTET),
    (re.compile(r"faktisk"), Measure.FAKTISK),
)
# Known with one letter lost, doubled or wrong, also where words run together
# (``0konomiskpotentile``). No two of them are within three letters of each other.
_STEMS = (
    *("resultatmål", "potentiale", "difference", "forventet", "placering", "afvigelse"),
    *("faktisk", "samtale", "tilbud", "dagpenge", "kontanthjælp"),
)
# About a measure, but not the measure: changes, limits. Fewer than expected is the difference
# with its sign turned round.
_OTHER = re.compile(
    r"^(?!.*\b(?:flere|højere|over)\b).*\b(?:færre|lavere|mindre|under)\b.* forventet|"
    r"ændring|udvikling|fremgang|stigning|fald\b|grænse|\bkrav|målsætning"
)
_RESULT = re.compile(r"resultat(?:mål|krav)|\bresultat\b")
# Fewer than four of anything but talks is counted nowhere; the word itself may be lost.
_TALKS = re.compile(
    r"samtale|\b(?:færre|mindre) end (?:4|fire)\b(?!\s*(?:pct|procent|%|timer|uger|måned|komm))"
)
_OFFERS = re.compile(r"tilbud|aktivering|virksomhedsrettet|løntime|\d+ timer|ordinær")
_NO = r"\b(?:ikke|hverken|ingen|intet|ej|aldrig|uden)\b|\bmangle|\bfravær"  # every Danish negator
_WITHOUT = re.compile(rf"færre|mindre end|\bunder (?:4|fire)\b|højst (?:3|tre)|{_NO}")
_WITH_ALONE = re.compile(r"^(?!.*\bunder\b).*\bmed\b")  # ``med under`` and a word misread: few
_WITH = re.compile(r"mindst|minimum|modtaget|fået|deltaget|givet|afholdt|\bhaft\b|har været i")
# In whole sentences only these say who is counted.
_NOT_RECEIVED = re.compile(
    r"færre end|mindre end (?:4|fire)\b|\buden (?:et )?(?:aktivt |minimum )?(?:tilbud|samtale)|"
    r"\b(?:ikke|hverken|aldrig|ingen|ej) (?:har )?(?:modtaget|fået|haft|deltaget)|mangle|"
    r"\b(?:fået|haft|modtaget) (?:ingen|hverken|intet)\b"
)
_RECEIVED_WORDS = re.compile(
    r"(?:har|havde|er) (?:modtaget|fået|deltaget|haft|blevet)|modtaget mindst"
)
_SHARES = re.compile(r"\bandele?n?e?n?\b")
_HYPHENATED = re.compile(r"[^\W\d_]-$")  # after a year it is a dash
_FOOTNOTE = re.compile(r"(?<![\w,(])(?=\d{1,2}\)\s)")  # several of them on one line
_SENTENCE = re.compile(r"(?<=\w{4}[.;])\s+|\n")
_DEFAULT_UNITS = {
    Measure.SAMTALER: Unit.PCT,
    Measure.TILBUD: Unit.PCT,
    Measure.SAMTALER_MODTAGET: Unit.PCT,
    Measure.TILBUD_MODTAGET: Unit.PCT,
    Measure.PLACERING: Unit.RANK,
    Measure.POTENTIALE: Unit.MIO_KR,
}
_RECEIVED = {
    Measure.SAMTALER: Measure.SAMTALER_MODTAGET,
    Measure.TILBUD: Measure.TILBUD_MODTAGET,
}
POLAR = _RECEIVED | {got: got for got in _RECEIVED.values()}  # measure → the share that got it


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds, as far as its heading tells.

    ``open_polarity`` where talks or offers are named without saying whether they were received;
    ``measure`` is then the share that did not get them. ``open_period`` where something is said of
    when, and not all of it could be read. ``text`` is the joined, repaired heading.
    """

    text: str
    measure: Measure | None = None
    group: Group = Group.ALLE
    period: Period | None = None
    unit: Unit | None = None
    open_polarity: bool = False
    open_period: bool = False


def read_heading(parts: Sequence[str]) -> Heading:
    """Read the heading cells above a column, from the top one down.

    The lowest cell that names a measure decides it; group, period and unit may stand higher.
    """
    text = join(parts)
    repaired = _repaired(text)
    measure, open_polarity = None, False
    for part in [*(_repaired(part) for part in reversed(_merged(parts))), repaired]:
        measure, open_polarity = _measure(part)
        if measure is not None or _OTHER.search(part):
            break
    if measure is not None and open_polarity and (found := polarity(repaired)) is not None:
        measure, open_polarity = (received(measure) if found else measure), False
    group = find_group(repaired) or Group.ALLE
    unit = next((unit for pattern, unit in _UNITS if pattern.search(repaired)), None)
    if measure in _RECEIVED and unit is Unit.PERSONS:  # a number of talks, not a share of people
        measure, open_polarity = None, False
    if measure in {Measure.PLACERING, Measure.POTENTIALE} or unit is None:
        unit = _DEFAULT_UNITS.get(measure) if measure else unit
    if measure is Measure.DIFFERENCE and unit is Unit.PCT:
        unit = Unit.PCT_POINT
    period, broken = _period(parts, repaired)
    return Heading(text, measure, group, period, unit, open_polarity, broken)


def find_group(text: str) -> Group | None:
    """The benefit group a text names, the first of several; None where it names none."""
    return next(iter(find_groups(text)), None)


def find_groups(text: str) -> list[Group]:
    """All the benefit groups a text names."""
    folded = text.casefold()
    return [group for pattern, group in _GROUPS if pattern.search(folded)]


def restored(text: str) -> str:
    """The text with every word of `_STEMS` made whole that a letter is wrong in."""
    folded = text.casefold()
    for stem in _STEMS:
        sizes = (len(stem), len(stem) - 1, len(stem) + 1)
        parts = (folded[at : at + size] for size in sizes for at in range(len(folded) - size + 1))
        near = next((part for part in parts if Levenshtein.distance(part, stem) <= 1), stem)
        folded = folded.replace(near, stem)
    return folded


def join(parts: Sequence[str]) -> str:
    """Heading cells as one text: repeats dropped, words broken over lines joined."""
    return " ".join(_merged(parts))


def _merged(parts: Sequence[str]) -> list[str]:
    merged: list[str] = []
    for raw in parts:
        part = _LONE_L.sub("l", _BROKEN.sub("", " ".join(raw.replace("\u00ad", "").split())))
        if not part or (merged and part == merged[-1]):
            continue
        if merged and _HYPHENATED.search(merged[-1]) and part[0].islower():
            merged[-1] = merged[-1][:-1] + part
        else:
            merged.append(part)
    return merged


def polarity(text: str) -> bool | None:
    """True where a text speaks of those who got talks or offers, False of those who did not."""
    if _WITHOUT.search(text):
        return False
    if _WITH.search(text):
        return True
    return True if _WITH_ALONE.search(text) else None


def received(measure: Measure) -> Measure:
    """The measure of the same thing turned round: the share that got it."""
    return _RECEIVED.get(measure, measure)


def polarity_in(text: str, measure: Measure, mark: str = "") -> bool | None:
    """What a caption or a note says of the polarity of a measure; None where it says nothing.

    A footnote to the heading itself (``mark``, ``2)``) goes before sentences that name the measure,
    and those before sentences that speak of shares and name neither talks nor offers.
    """
    talks = measure in {Measure.SAMTALER, Measure.SAMTALER_MODTAGET}
    subject, other = (_TALKS, _OFFERS) if talks else (_OFFERS, _TALKS)
    sentences = [part for line in _SENTENCE.split(text) for part in _FOOTNOTE.split(line)]
    plain = [_repaired(sentence) for sentence in sentences]
    marked = [one for one, raw in zip(plain, sentences, strict=True) if raw.startswith(mark or " ")]
    about = [one for one in plain if subject.search(one)]
    shares = [one for one in plain if _SHARES.search(one) and not other.search(one)]
    for chosen in (marked, about, shares):
        found = {said for one in chosen if (said := _said(one)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _said(sentence: str) -> bool | None:
    """Polarity of a sentence, in which ``ikke`` may belong to something else."""
    if _NOT_RECEIVED.search(sentence):
        return False
    return True if _RECEIVED_WORDS.search(sentence) else None


def _repaired(text: str) -> str:
    plain = mend(in_full(text))
    return _WORD.sub(lambda word: _negation(repair_word(word[0])), plain).casefold()


def _negation(word: str) -> str:
    """``ikke`` for a word one letter off it: lost, it would turn a share round."""
    near = 3 <= len(word) <= 5 and Levenshtein.distance(word.casefold(), "ikke") == 1
    return "ikke" if near else word


def _measure(text: str) -> tuple[Measure | None, bool]:
    if _OTHER.search(text):
        return None, False
    talks, offers = _TALKS.search(text), _OFFERS.search(text)
    for pattern, measure in _MEASURES:
        if pattern.search(text):
            return (None if talks or offers else measure), False
    if talks and not offers:
        return Measure.SAMTALER, True
    if offers and not talks:
        return Measure.TILBUD, True
    if _RESULT.search(text) and not talks and not offers:
        return Measure.RESULTATMAAL, False
    return None, False


def _period(parts: Sequence[str], joined: str) -> tuple[Period | None, bool]:
    """The period of the lowest part that states one; true where a part says half of one."""
    spans: list[str] = []
    for part in parts:
        goes_on = spans and (_OPEN_END.search(spans[-1]) or _OPEN_START.match(part))
        spans[-1:] = [f"{spans[-1]} {part}"] if goes_on else [*spans[-1:], part]
    for span in reversed(spans):
        if (period := find_period(span)) is not None:
            return period, any(map(is_broken, spans))
    period = find_period(joined)
    return period, period is None and any(map(is_broken, spans))
