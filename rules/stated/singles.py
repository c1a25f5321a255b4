"""Single figures of a sentence about one municipality, each in its own piece of the sentence.

Only a figure that says what it is is taken; one that is a limit (``mindst 80 pct.``), a change or
another year's (``mod 22 pct. året før``) is left alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from normalize.model import Group, Measure, Period, Unit
from rules.grammar.doubts import doubts, narrows
from rules.grammar.shares import share_of, topic
from rules.sentences.prose import group_of
from rules.stated.moves import polarity

_PIECES = re.compile(
    r"\s*(?:[,;](?!\d)|\bmens\b|\bmen\b|\bhvorimod\b|\bog(?=\s+(?:at\s+)?(?:#|den\s|det\s|der\s|andelen|tilsvarende|i\s+@|ent?\s+(?:forvent|faktisk)))|\bmod(?=\s+(?:(?:et|en|det|de)\s+)?forvent))\s*"
)
_FIGURE = re.compile(
    r"#(?P<number>\d+)(?:,(?P<decimals>\d+))?\s*(?:(?P<pct>pct)(?!point)"
    r"|(?P<persons>(?:fuldtids)?personer|fuldtidsmodtagere|offentligt forsørgede|borgere))?"
)
_LIMIT = re.compile(
    r"(?:\b(?:mindst|minimum|højst|maks\w*|under|over|end|mindre|målet er|overstige\w*|fra|mod"
    r"|(?:ned|op)(?!\s+på\b)|plus|minus|nr|nummer|plads)\b|[+-])[^#]{0,14}$"
    r"|\b(?:krav\w*|grænse\w*|m[åa]ltal\w*|ambition\w*|(?:et|eget|egne)\s+m[åa]l)\b"
    r"(?:(?!,\s+(?:da|idet|fordi|eftersom|for|så)\b)[^#]){0,40}$"
)
_THE_LIMIT = re.compile(r"\b(?:krav\w*|grænse\w*)\b(?:\s+(?:på|er|om|til|for))?\s*$")
_DIFFERENCE = re.compile(
    r"#[\d,]+\s*\S+\s+(?:\w+\s+){0,3}?(?<!eller )"
    r"(?:lavere|højere|færre|flere|mindre|mere|under|over)\b"
    r"(?!\s+(?:end\s+)?(?:de\s+)?(?:#|grænse|krav))|\bpct\s*point\b|pctpoint"
)
_THE_SHARE = re.compile(
    r"\b(?:andelen|tallet)\s+(?:(?:er|var|udgør|udgjorde|lå|ligger|på|nu|dermed|dog|så|i|#20\d\d)\s+)*$"
)
_GOAL = re.compile(r"m[åa]let|fokusm[åa]l|krav|andel")
_OF_GOAL = re.compile(rf"{_GOAL.pattern}|grænse|område")
_REASON = re.compile(
    r"^(?:da|idet|fordi|eftersom|for|med)\s+(?:kun\s+|blot\s+)?#[\d,]+\s*pct\b(?!\s+af\b)"
)
_OF_ELSE = re.compile(  # a share of something else than the people
    r"^#[\d,]+\s*pct\s+af\s+(?:indsats|sag|forløb|budget|tid|udgift|samtale|tilbud|plads|virksomhed)\w*"
)
_NOT_A_LEVEL = re.compile(r"\bforventes\b|\b(?:afvigelse|forskel|differen|gab)\w*")
_FOCUS = re.compile(r"samtale|tilbud|aktiver")
_ACTUAL = re.compile(
    r"\bfaktisk\w*|\breelt\b|\bi (?:praksis|virkeligheden)\b|\bomfattede ydelser\b"
    r"|\bsvarede til\b|\bsvarer til\b|\bpå offentlig forsørgelse\b|\bydelsesgrad\w*"
)
_EXPECTED = re.compile(r"\bforvent\w*|\bventet\b|\brammevilkår\w*|\bberegnet\b")
_AGAINST = re.compile(r"\b(?:mod|mens|hvor|men)\b[^#]*\b(?:for)?vent\w*[^#,]{0,30}#\d")
_PART = re.compile(r"hjælp|dagpenge|pension|fleks|ydelse|forløb|ledig|uddannelse|samtale|tilbud")
_AVERAGE = re.compile(r"\b(?:\w*gennemsnittet|gennemsnit\s+(?:for|blandt))\b[^#]*$")
_ON_AVERAGE = re.compile(r"^#[\d,]+\s*pct\s+(?:i|som)\s+gennemsnit")
_UNITLESS = re.compile(  # "mod forventet 3.071", "det forventede antal var 3.071"
    r"\b(?:(?:forvent|vent)\w*|faktisk\w*|reelt|i praksis|i virkeligheden"
    r"|(?:burde|skulle)\s+(?:\w+\s+)?have\s+været"
    r"|antal\w*\s+af\s+\w*personer(?:\s+på\s+offentlig\s+forsørgelse)?)\s+"
    r"(?:(?:niveau|antal|tal|(?:fuldtids)?personer|på|til|var|der|det|er|udgør|udgjorde|blev|lå|ligger|opgjort|beregnet)\s+){0,4}"
    r"#\d{2,6}(?![\d,])(?!\s*(?:pct|\w*personer|mio|kr|flere|færre|lavere|højere))"
)
_COMPARED_TO = re.compile(r"\b(?:end|til|med|som|på)\s+(?:det\s+|de\s+)?forvent\w*")
_DIRECT = re.compile(r"\b(?:for)?vent\w*\s+(?:(?:niveau|antal|andel|på|er|var)\s+){0,2}$")
_LAND = re.compile(r"\b(?:hele landet|lands\w+|regionen\w*)\b")
_EARLIER = re.compile(
    r"\b(?:året (?:før|for)|sidste år|forrige|tidligere|året forinden|foregående"
    r"|for\s+(?:#\d+|et|et\s+par|nogle|få|mange)\s+(?:halvt?\s+)?(?:år|måneder)\s+siden)\b"
)


class Told(NamedTuple):
    """A figure as the prose prints it; ``period`` where its own words date it."""

    measure: Measure
    group: Group
    number: float
    decimals: int
    unit: Unit
    period: Period | None = None


def singles(
    tagged: str,
    section: str,
    received: bool | None,
    about: Measure | None,
    *,
    counting: bool,
) -> tuple[Told, ...]:
    """The figures of a tagged sentence; ``counting``: the text around counts persons.

    ``received`` is the polarity of shares that do not tell, None where the tables have none;
    ``about`` the share spoken of before, which ``andelen`` and ``tallet`` stand for.
    """
    tagged = _UNITLESS.sub(r"\g<0> personer", tagged) if counting else tagged
    pieces = _after_whose([piece for piece in _pieces(tagged) if "#" in piece])
    against = len(pieces) == 2 and bool(_AGAINST.search(tagged))
    of_goal = tagged if topic(tagged) is not None and _OF_GOAL.search(tagged) else ""
    found = (_told(piece, section, received, about, of_goal, against=against) for piece in pieces)
    return tuple(told for told in found if told is not None)


def _after_whose(pieces: list[str]) -> list[str]:
    """The pieces from the one that names somebody on, where it has a share of its own.

    ``For samtaler er det 9,5 pct., og Greve ligger lavest med 1,1 pct.``
    """
    named = next((i for i, one in enumerate(pieces) if "@[" in one and " pct" in one), 0)
    return pieces[named:]


def _pieces(tagged: str) -> list[str]:
    """The parts of a sentence that may hold a figure each; a lone figure takes all its words."""
    figures = [
        match
        for match in _FIGURE.finditer(tagged)
        if (match["pct"] or match["persons"]) and not _THE_LIMIT.search(tagged[: match.start()])
    ]
    return [tagged] if len(figures) == 1 else _PIECES.split(tagged)


def _told(
    piece: str,
    section: str,
    received: bool | None,
    about: Measure | None,
    of_goal: str,
    *,
    against: bool,
) -> Told | None:
    """The figure of one piece; ``against``: one level is held against what was expected.

    ``of_goal`` is the sentence where it is about one focus goal, which a reason (``da 11,2 pct.
    …``) need not name again.
    """
    candidates = [
        match
        for match in _FIGURE.finditer(piece)
        if (match["pct"] or match["persons"])
        and (_DIRECT.search(piece[: match.start()]) or not _LIMIT.search(piece[: match.start()]))
    ]
    if len(candidates) != 1 or _EARLIER.search(piece) or _LAND.search(piece) or narrows(piece):
        return None
    match = candidates[0]
    lead, rest = piece[: match.start()], piece[match.start() :]
    if (
        _OF_ELSE.match(rest)
        or _DIFFERENCE.search(rest)
        or _AVERAGE.search(lead)
        or _ON_AVERAGE.search(rest)
    ):
        return None
    decimals = match["decimals"] or ""
    number = float(f"{match['number']}.{decimals or 0}")
    persons = bool(match["persons"])
    measure = _measure(piece, number, received, persons=persons)
    reason = of_goal and (_REASON.match(piece) or _THE_SHARE.search(lead))
    if measure is None and reason and not persons:
        measure = share_of(of_goal, received=polarity(number, received))
    if measure is None and against and persons and not _PART.search(piece):
        measure = Measure.FAKTISK
    if measure is None and not persons and _THE_SHARE.search(lead):
        measure = about
    if measure is Measure.FORVENTET and not _EXPECTED.search(lead) and "#" in rest[1:]:
        return None  # "1.650 personer, 22 færre end de 1.672, som var ventet"
    if _DIRECT.search(lead) and not _NOT_A_LEVEL.search(piece):
        measure = Measure.FORVENTET
    if measure is None:
        return None
    unit = Unit.PERSONS if persons else Unit.PCT
    return Told(measure, group_of(piece, section), number, len(decimals), unit)


def _measure(piece: str, number: float, received: bool | None, *, persons: bool) -> Measure | None:
    if not persons and topic(piece) is not None:
        plain = _GOAL.search(piece) or not doubts(piece)
        known = polarity(number, received) if plain else received
        return share_of(piece, received=known)
    if _FOCUS.search(piece):
        return None
    if _NOT_A_LEVEL.search(piece):
        return None
    piece = _COMPARED_TO.sub(" ", piece)
    if _EXPECTED.search(piece):
        return Measure.FORVENTET
    return Measure.FAKTISK if _ACTUAL.search(piece) else None
