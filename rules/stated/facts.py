"""Figures of one municipality that stand in the prose: shares, levels and what is expected.

Two different figures for the same thing are kept, but none of them decides anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from normalize.headings.periods import find_period
from normalize.model import Group, Measure, Municipality, Period, Unit
from normalize.names.municipalities import by_code
from rules.derived.figures import Figure
from rules.grammar.dates import date_of
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks
from rules.sentences.prose import Utterance, group_of, of_several_groups
from rules.stated.dated import period_of, years
from rules.stated.frames import cells, frame_of
from rules.stated.labels import labelled
from rules.stated.level_pairs import Pair
from rules.stated.levels import levels_alike
from rules.stated.moves import Move, move
from rules.stated.since import Waiting, since
from rules.stated.singles import Told, singles

_RULE = re.compile(
    r"\b(?:hvis|såfremt|skal(?!\s+(?:ses|bemærkes|nævnes|tilføjes)\b)|vil(?!\s+sige)|ønsker|stiler|sigter|håber|foreslår"
    r"|målet er,?\s+(?:at|#|mindst|højst|under|over)"
    r"|opfylder fokusmålene?\b.*\bmindst)\b"
)
_OTHERS = re.compile(
    r"\b(?:hele landet|landet som|lands\w+|region\w*|som helhed|klyngen?)\b|\bkommuner(?:ne)?\b"
    r"|\b(?:\w*gennemsnittet|gennemsnit\s+(?:for|af))\b|\bu?v[æe]\w*\s+gennemsnit"
    r"|\bvægt\w*"
)
_UNREAD = re.compile(r"\b(?:i|hos|for)\s+(?!Tabel|Bilag|Danmark)[A-ZÆØÅ][a-zæøå]{3,}")
_MEAN = re.compile(r"\bi\s+(?:gennem)?snit\b|\bgennemsnitlig")
_WINDOW = re.compile(  # measured over less than a year, now, or in a year nobody says
    r"\b(?:seneste|sidste)\s+(?:#(?!12\b)\d+\s+)?(?:måned\w*|uger?|kvartal\w*|halvår)\b"
    r"|\b(?:over|gennem)\s+(?:de\s+)?(?:seneste\s+|sidste\s+)?#\d\s+år\b|\benkelt\s+måned\b|\bkvartal\b"
    r"|\b(?:lige\s+nu|pt|i\s+øjeblikket|måneds\w+)\b|\b(?:det|samme)\s+år\b"
)
_HEADS = re.compile(r"personer|fuldtidsmodtagere|offentligt forsørgede")
_NOW = re.compile(r"\b(?:nu|i\s+dag|fortsat|stadig|siden|derefter)\b")
_DECIDED = 4  # April, when the yearly statement is made on the year before
_LEVELS = (Measure.FAKTISK, Measure.FORVENTET)


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the prose and the utterance it stands in."""

    figure: Figure
    utterance: int


def prose_facts(
    utterances: Iterable[Utterance],
    pairs: Mapping[int, Pair],
    main: Period | None,
    received: bool | None,
    periods: Sequence[Period],
    limits: Collection[float],
) -> tuple[Fact, ...]:
    """Every figure of the prose that says whose and what it is.

    ``pairs`` are those of `level_pairs`, ``periods`` the periods of the tables. A whole per cent
    that is one of the ``limits`` is the law's, and nobody's share.
    """
    utterances = tuple(utterances)
    alone = len({who for one in utterances for who in one.named}) <= 1
    found: list[Fact] = []
    paragraph, counting = -1, False
    frame: tuple[Measure, ...] = ()
    about: Measure | None = None
    waiting: Waiting = ()
    for one in utterances:
        if one.table is not None:
            continue
        if one.sentence.paragraph != paragraph:
            paragraph, counting, frame, about = one.sentence.paragraph, False, (), None
            waiting = ()
        counting = counting or bool(_HEADS.search(one.tagged))
        about = share_of(one.tagged, received=received) if speaks(one.tagged) else about
        period = find_period(one.sentence.text) or _decided_in(one.tagged) or main
        told: list[tuple[Municipality, Told]] = []
        if "pct" in one.tagged:
            told += _shared(one, frame, received)
            frame = frame_of(one.tagged, received) or frame
        if one.subject is not None and "#" in one.tagged and _is_its_own(one, alone=alone):
            every = tuple(
                _own(one, pairs.get(one.index), main, received, about, periods, counting=counting)
            )
            own, waiting = since(one.tagged, every, waiting)
            told += ((one.subject, each) for each in own)
            told += ((one.subject, each) for each in _then(every, own, main, periods))
        if len(years(one.tagged)) > 1:
            told = [(who, dated) for who, each in told for dated in _dated(each, one.tagged)]
        found += (
            Fact(_figure(one, who, each, period), one.index)
            for who, each in told
            if not (each.unit is Unit.PCT and not each.decimals and each.number in limits)
        )
    return tuple(found)


def _decided_in(tagged: str) -> Period | None:
    """The year measured, of a sentence that tells what was decided in an April."""
    month = None if _NOW.search(tagged) else date_of(tagged)
    return Period.of_year(month.year - 1) if month is not None and month.month == _DECIDED else None


def _then(
    every: Iterable[Told], now: Sequence[Told], main: Period | None, periods: Sequence[Period]
) -> Iterable[Told]:
    """The shares at the entry, as of the year before where no table has an earlier one."""
    if main is None or not main.is_year or any(one < main for one in periods):
        return ()
    year = Period.of_year(main.start.year - 1)
    left = (each for each in every if each not in now and each.period is None)
    return tuple(each._replace(period=year) for each in left if each.unit is Unit.PCT)


def _dated(told: Told, tagged: str) -> Iterable[Told]:
    """The figure with its year in a sentence that names several; none where that is not clear."""
    period = told.period or period_of(tagged, told.number, told.decimals)
    return () if period is None else (told._replace(period=period),)


def _is_its_own(one: Utterance, *, alone: bool) -> bool:
    """Whether a sentence gives the figures of its subject, and not a rule or those of all.

    ``alone``: the note names no other municipality, whose figure or mean it could be.
    """
    others = not alone and (_MEAN.search(one.tagged) or _UNREAD.search(_lowered(one)))
    whole = not one.named and (one.implied is None or _OTHERS.search(one.tagged) or others)
    return not (whole or _RULE.search(one.tagged) or _WINDOW.search(one.tagged))


def _lowered(one: Utterance) -> str:
    """The sentence with its first letter small, as a word in front of a name may begin it."""
    text = one.sentence.text.strip()
    return text[:1].lower() + text[1:]


def _own(
    one: Utterance,
    pair: Pair | None,
    main: Period | None,
    received: bool | None,
    about: Measure | None,
    periods: Sequence[Period],
    *,
    counting: bool,
) -> Iterable[Told]:
    """The figures of the one municipality a sentence is about."""
    section = one.sentence.section
    unclear = narrows(one.tagged) or of_several_groups(one.tagged)
    if pair is not None:
        both = (pair.levels.actual, pair.levels.expected)
        for measure, level in zip(_LEVELS, both, strict=True):
            yield Told(measure, pair.group, level.number, level.decimals, level.unit)
    moved = move(one.tagged, received, about)
    if moved is not None:
        yield from _moved(moved, group_of(one.tagged, section), periods, main)
    told = [
        each
        for each in singles(one.tagged, section, received, about, counting=counting)
        if not (pair and each.measure in _LEVELS) and not (moved and _alike(moved.measure, each))
    ]
    yield from told
    known = [each.measure for each in told] + ([moved.measure] if moved else [])
    for each in () if unclear else labelled(one.tagged, received):
        if not any(_alike(measure, each) for measure in known):
            yield each


def _alike(measure: Measure, told: Told) -> bool:
    """Whether a figure is of the same goal, in either polarity."""
    return measure.removesuffix("_modtaget") == told.measure.removesuffix("_modtaget")


def _moved(
    moved: Move, group: Group, periods: Sequence[Period], main: Period | None
) -> Iterable[Told]:
    for printed, period in zip(
        (moved.before, moved.after), moved.periods(periods, main), strict=True
    ):
        if period is not None:
            number, decimals = float(printed.replace(",", ".")), len(printed.partition(",")[2])
            yield Told(moved.measure, group, number, decimals, Unit.PCT, period)


def _shared(
    one: Utterance, frame: tuple[Measure, ...], received: bool | None
) -> Iterable[tuple[Municipality, Told]]:
    """The figures of a sentence that gives several municipalities theirs in one frame."""
    if one.group is Group.ALLE:
        for cell in cells(one.tagged, frame, received):
            told = Told(cell.measure, Group.ALLE, cell.number, cell.decimals, Unit.PCT)
            yield by_code(cell.code), told


def _figure(one: Utterance, who: Municipality, told: Told, period: Period | None) -> Figure:
    return Figure(
        municipality=who,
        measure=told.measure,
        group=told.group,
        period=told.period or period,
        number=told.number,
        decimals=told.decimals,
        fulfilled=None,
        unit=told.unit,
        trusted=True,
        page=one.sentence.page,
    )


def prose_figures(facts: Iterable[Fact]) -> tuple[Figure, ...]:
    """The figures of `prose_facts`; untrusted where the prose gives two for the same thing."""
    figures = [fact.figure for fact in facts]
    numbers: dict[tuple[str, Measure, Group, Period | None], set[float | None]] = {}
    for one in figures:
        key = (one.municipality.code, one.measure, one.group, one.period)
        numbers.setdefault(key, set()).add(one.number)
    return tuple(
        replace(
            one,
            trusted=len(numbers[one.municipality.code, one.measure, one.group, one.period]) == 1
            and _is_a_level(one, numbers),
        )
        for one in figures
    )


def _is_a_level(
    one: Figure, numbers: Mapping[tuple[str, Measure, Group, Period | None], set[float | None]]
) -> bool:
    """False for a number that cannot be what is, beside what was expected, nor the other way."""
    if one.measure not in _LEVELS or one.number is None:
        return True
    other = _LEVELS[one.measure is _LEVELS[0]]
    beside = numbers.get((one.municipality.code, other, one.group, one.period), set())
    return all(each is None or levels_alike(one.number, each) for each in beside)
