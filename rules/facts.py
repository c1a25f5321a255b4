"""Figures of one municipality that stand in the prose: shares, levels and what is expected.

Only figures that say what they are are taken. A figure that is a limit (``mindst 80 pct.``), a
change, or another year's (``mod 22 pct. året før``) is left alone; two different figures for the
same thing are kept, but none of them decides anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from normalize.model import Group, Measure, Municipality, Period, Unit
from normalize.municipalities import by_code
from normalize.periods import find_period
from rules.figures import Figure
from rules.frames import cells, frame_of
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, topic
from rules.levels import Levels, levels
from rules.prose import Utterance, group_of

_PIECES = re.compile(
    r"\s*(?:[,;](?!\d)|\bmens\b|\bmen\b|\bhvorimod\b|\bog(?=\s+(?:at\s+)?(?:#|den\s|det\s|der\s|andelen|tilsvarende|i\s+@|ent?\s+(?:forvent|faktisk)))|\bmod(?=\s+(?:(?:et|en|det|de)\s+)?forvent))\s*"
)
_FIGURE = re.compile(
    r"#(?P<number>\d+)(?:,(?P<decimals>\d+))?\s*(?:(?P<pct>pct)(?!point)"
    r"|(?P<persons>(?:fuldtids)?personer|fuldtidsmodtagere|offentligt forsørgede|borgere))?"
)
_LIMIT = re.compile(
    r"(?:\b(?:mindst|minimum|højst|maks\w*|under|over|end|mindre|kravet|krav|kravene"
    r"|grænse\w*|målet er|overstige\w*|fra|mod|(?:ned|op)(?!\s+på\b)|plus|minus|nr|nummer"
    r"|plads)\b|[+-])[^#]{0,14}$"
)
_RULE = re.compile(
    r"\b(?:hvis|såfremt|skal|kravet|grænse\w*|målet er|opfylder fokusmålene?\b.*\bmindst)\b"
)
_DIFFERENCE = re.compile(
    r"#[\d,]+\s*\S+\s+(?:\w+\s+){0,3}?(?:lavere|højere|færre|flere|mindre|mere|under|over)\b(?!\s+end\s+#)|\bpct\s*point\b|pctpoint"
)
_FOCUS = re.compile(r"samtale|tilbud|aktiver")
_ACTUAL = re.compile(
    r"\bfaktisk\w*|\bsvarede til\b|\bsvarer til\b|\bpå offentlig forsørgelse\b|\bydelsesgrad\w*"
)
_EXPECTED = re.compile(r"\bforvent\w*|\bventet\b|\brammevilkår\w*|\bberegnet\b")
_AGAINST = re.compile(r"\b(?:mod|mens|hvor|men)\b[^#]*\b(?:for)?vent\w*[^#,]{0,30}#\d")
_PART = re.compile(r"hjælp|dagpenge|pension|fleks|ydelse|forløb|ledig|uddannelse|samtale|tilbud")
_AVERAGE = re.compile(r"\b(?:\w*gennemsnittet|gennemsnit\s+(?:for|blandt))\b[^#]*$")
_ON_AVERAGE = re.compile(r"^#[\d,]+\s*pct\s+(?:i|som)\s+gennemsnit")
_UNITLESS = re.compile(  # "mod forventet 3.071", "det forventede antal var 3.071"
    r"\b(?:(?:forvent|vent)\w*|faktisk\w*|(?:burde|skulle)\s+(?:\w+\s+)?have\s+været"
    r"|antal\w*\s+af\s+\w*personer(?:\s+på\s+offentlig\s+forsørgelse)?)\s+"
    r"(?:(?:niveau|antal|(?:fuldtids)?personer|på|til|var|er|udgør|udgjorde|blev|lå|ligger|opgjort|beregnet)\s+){0,4}"
    r"#\d{2,6}(?![\d,])(?!\s*(?:pct|\w*personer|mio|kr|flere|færre|lavere|højere))"
)
_COMPARED_TO = re.compile(r"\b(?:end|til|med|som|på)\s+(?:det\s+|de\s+)?forvent\w*")
_DIRECT = re.compile(r"\b(?:for)?vent\w*\s+(?:(?:niveau|antal|andel|på|er|var)\s+){0,2}$")
_LAND = re.compile(r"\b(?:hele landet|lands\w+|regionen\w*)\b")
_OTHERS = re.compile(rf"{_LAND.pattern}|\bkommuner(?:ne)?\b|\bgennemsnittet for\b")
_EARLIER = re.compile(
    r"\b(?:året (?:før|for)|sidste år|forrige|tidligere|året forinden|foregående)\b"
)
_LEVELS = (Measure.FAKTISK, Measure.FORVENTET)


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the prose and the utterance it stands in."""

    figure: Figure
    utterance: int


def prose_facts(
    utterances: Iterable[Utterance], main: Period | None, received: bool | None
) -> tuple[Fact, ...]:
    """Every figure of the prose that says whose and what it is."""
    found: list[Fact] = []
    paragraph, counting = -1, False
    frame: tuple[Measure, ...] = ()
    for utterance in utterances:
        same = utterance.sentence.paragraph == paragraph
        paragraph = utterance.sentence.paragraph
        counting = (same and counting) or "personer" in utterance.tagged
        if "pct" in utterance.tagged and utterance.table is None:
            frame = frame if same else ()
            found += _shared(utterance, frame, main, received)
            frame = frame_of(utterance.tagged, received) or frame
        if utterance.subject is None or "#" not in utterance.tagged or utterance.table is not None:
            continue
        whole = not utterance.named and (
            utterance.implied is None or _OTHERS.search(utterance.tagged)
        )
        if whole or _RULE.search(utterance.tagged):
            continue
        period = find_period(utterance.sentence.text) or main
        pair = levels(utterance.tagged)
        if pair is not None and not narrows(utterance.tagged):
            found += _levels(pair, utterance, utterance.subject, period)
        last: tuple[Measure, ...] = ()
        tagged = _with_units(utterance.tagged, counting=counting)
        pieces = [piece for piece in _pieces(tagged) if "#" in piece]
        against = len(pieces) == 2 and bool(_AGAINST.search(tagged))
        for piece in pieces:
            figure, last = _figure(piece, utterance, period, received, last, against=against)
            if figure is not None and not (pair and figure.measure in _LEVELS):
                found.append(Fact(figure, utterance.index))
    return tuple(found)


def _levels(
    pair: Levels, utterance: Utterance, subject: Municipality, period: Period | None
) -> Iterable[Fact]:
    """The actual and the expected level of a sentence that gives both."""
    for measure, level in zip(_LEVELS, (pair.actual, pair.expected), strict=True):
        yield Fact(
            Figure(
                municipality=subject,
                measure=measure,
                group=group_of(utterance.tagged, utterance.sentence.section),
                period=period,
                number=level.number,
                decimals=level.decimals,
                fulfilled=None,
                unit=level.unit,
                trusted=True,
                page=utterance.sentence.page,
            ),
            utterance.index,
        )


def _shared(
    utterance: Utterance, frame: tuple[Measure, ...], main: Period | None, received: bool | None
) -> Iterable[Fact]:
    """The figures of a sentence that gives several municipalities theirs in one frame."""
    if utterance.group is not Group.ALLE:
        return
    for cell in cells(utterance.tagged, frame, received):
        yield Fact(
            Figure(
                municipality=by_code(cell.code),
                measure=cell.measure,
                group=Group.ALLE,
                period=find_period(utterance.sentence.text) or main,
                number=cell.number,
                decimals=cell.decimals,
                fulfilled=None,
                unit=Unit.PCT,
                trusted=True,
                page=utterance.sentence.page,
            ),
            utterance.index,
        )


def _with_units(tagged: str, *, counting: bool) -> str:
    """A level without a unit, where the text counts persons, counts persons too."""
    return _UNITLESS.sub(r"\g<0> personer", tagged) if counting else tagged


def _pieces(tagged: str) -> list[str]:
    """The parts of a sentence that may hold a figure each; a lone figure takes all its words."""
    figures = [match for match in _FIGURE.finditer(tagged) if match["pct"] or match["persons"]]
    return [tagged] if len(figures) == 1 else _PIECES.split(tagged)


def prose_figures(
    utterances: Sequence[Utterance], main: Period | None, received: bool | None
) -> tuple[Figure, ...]:
    """The figures of `prose_facts`; untrusted where the prose gives two for the same thing."""
    figures = [fact.figure for fact in prose_facts(utterances, main, received)]
    numbers: dict[tuple[str, Measure, Group, Period | None], set[float | None]] = {}
    for one in figures:
        key = (one.municipality.code, one.measure, one.group, one.period)
        numbers.setdefault(key, set()).add(one.number)
    return tuple(
        replace(
            one,
            trusted=len(numbers[one.municipality.code, one.measure, one.group, one.period]) == 1,
        )
        for one in figures
    )


def _figure(
    piece: str,
    utterance: Utterance,
    period: Period | None,
    received: bool | None,
    last: tuple[Measure, ...],
    *,
    against: bool,
) -> tuple[Figure | None, tuple[Measure, ...]]:
    """The figure of one piece of a sentence, and the measure the next piece may carry on.

    ``against``: the sentence holds one level against what was expected.
    """
    candidates = [
        match
        for match in _FIGURE.finditer(piece)
        if (match["pct"] or match["persons"])
        and (_DIRECT.search(piece[: match.start()]) or not _LIMIT.search(piece[: match.start()]))
    ]
    if len(candidates) != 1 or utterance.subject is None:
        return None, last
    if _EARLIER.search(piece) or _LAND.search(piece) or narrows(piece):
        return None, last
    match = candidates[0]
    lead, rest = piece[: match.start()], piece[match.start() :]
    if _DIFFERENCE.search(rest) or _AVERAGE.search(lead) or _ON_AVERAGE.search(rest):
        return None, last
    measure = _measure(piece, received, persons=bool(match["persons"]))
    if measure is None and against and match["persons"] and not _PART.search(piece):
        measure = Measure.FAKTISK
    if _DIRECT.search(piece[: match.start()]):
        measure = Measure.FORVENTET
    if measure is None:
        return None, last
    decimals = match["decimals"] or ""
    figure = Figure(
        municipality=utterance.subject,
        measure=measure,
        group=group_of(piece, utterance.sentence.section),
        period=period,
        number=float(f"{match['number']}.{decimals or 0}"),
        decimals=len(decimals),
        fulfilled=None,
        unit=Unit.PERSONS if match["persons"] else Unit.PCT,
        trusted=True,
        page=utterance.sentence.page,
    )
    return figure, (measure,)


def _measure(piece: str, received: bool | None, *, persons: bool) -> Measure | None:
    if not persons and topic(piece) is not None:
        return share_of(piece, received=received)
    if _FOCUS.search(piece):
        return None
    piece = _COMPARED_TO.sub(" ", piece)
    if _EXPECTED.search(piece):
        return Measure.FORVENTET
    return Measure.FAKTISK if _ACTUAL.search(piece) else None
