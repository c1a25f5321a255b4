"""Actual and expected level of one municipality where one sentence gives both.

Every number is told apart by the words around it: what was expected, a difference between two
others, or what is. A sentence counts only where it comes out with one of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from normalize.model import Unit

_PERSONS = (
    r"(?:fuldtids|helårs)?personer|fuldtidsmodtagere|fuldtidsledige|borgere"
    r"|(?:offentligt\s+)?forsørgede"
)
_NUMBER = re.compile(
    r"#(?P<whole>\d+)(?:,(?P<decimals>\d+))?(?:\s*(?:(?P<points>pct\s*-?point\w*|procentpoint)|(?P<pct>pct)"
    rf"|(?P<persons>{_PERSONS})))?"
)
_NONE = re.compile(  # a rank, a date, a limit in time or money, a count of something else
    r"^\s*(?:\.?\s*(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december|halvår|kvartal|plads|placering)|-|(?:ud\s+af|af)\s+#|måned|timer|uger|dage|mio|kr|samtale"
    r"|kommune|pladser|placeringer)"
)
_LEADS_NONE = re.compile(
    r"\b(?:nr\.?|nummer|tabel|side|punkt|bilag|plads|placering\w*|paragraf|halvår|kvartal|januar|februar"
    r"|marts|april|maj|juni|juli|august|september|oktober|november|december)\s*$|§\s*$"
)
_YEAR = re.compile(r"20[0-4]\d")
_EXPECTED = re.compile(
    r"\b(?:(?:u?for)?vent\w*|beregn\w*|rammevilkår\w*|model\w*|forudsagde|forudsiger|(?:skulle|burde)\s+(?:\w+\s+){0,3}(?:være|have|ligge)\w*)"
)
_BESIDE = re.compile(  # "færre end forventet": the expected level is not the number that follows
    r"\bsom\s+(?:for)?ventet,|\b(?:end|over|under)\s+(?:det\s+|de\s+)?(?:for)?vent\w*\b(?!(?:\s|niveau|antal|på|var|er)*$)"
)
_EXPECTED_AFTER = re.compile(
    r"^\W*(?:som|der)\s+(?:var|er|blev)\s+(?:(?:for)?vent\w*|beregn\w*)"
    r"|^\W*(?:som\s+)?(?:ministeriet|modellen|man)\s+(?:har|havde)\s+(?:beregnet|(?:for)?ventet|forudset)"
    r"|^\W*(?:som\s+)?(?:(?:man|der|ministeriet)\s+)?(?:kunne|måtte|havde)\s+(?:\w+\s+)?(?:for)?vente\w*"
    r"|^\W*som\s+\w+\s+(?:tilsiger|forudsiger|forudsagde|tilsagde|lægger\s+op\s+til|peger\s+på"
    r"|giver\s+(?:anledning|grund)|berettiger|svarer\s+til)\b"
    r"|^\s*forventede\b|^\s*(?:var|er)\s+(?:det\s+)?(?:forvent\w*|ventet)(?!\s+(?:niveau|antal))"
)
_AGAINST = re.compile(r"^\W*(?:\w+\s+){0,3}mod\s+(?:(?:de|et|en)\s+)?$")
_SIDE = re.compile(
    r"^[\s,]*(?:(?P<below>færre|mindre|under|lavere|bedre|for\s+få)"
    r"|(?P<above>flere|mere|over|højere|dårligere|ringere|for\s+mange))\b"
)
_GAP = re.compile(
    r"\b(?:forskel\w*|differen\w*|afvigelse\w*|gab\w*|overskridelse\w*|merforbrug\w*|minus|plus)"
    r"(?::\s*|\s+(?:(?:er|var|på|udgør|udgjorde|dermed|altså|til)\s+)*)$"
    r"|\b(?:overskr[ie]d\w*|overst[ie]g\w*|miss\w*|glip\w*)\s+(?:\w+\s+){0,2}med\s*$"
)
_LAST = re.compile(rf"^\s*(?:(?:{_PERSONS})\s*)?(?:på\s+(?:offentlig\s+)?forsørgelse\s*)?\.?$")
_SAYS = re.compile(  # "det er", "kommunen ligger altså"
    r"^(?:(?:det|der|kommunen|hvilket|resultatet|forskellen|differencen|afvigelsen|overskridelsen|difference"
    r"|afvigelse|merforbruget|antallet|tallet|niveauet|er|var|ligger|lå|udgør|har|altså|dermed|således|derfor"
    r"|netop|faktisk|nu|i\s+alt|på|dvs|@\[\d{4}\])[\s:,.]*)*$"
)
_ACTUAL = re.compile(
    r"\b(?:faktisk\w*|havde|har|var|er|udgør|udgjorde|forsørge\w*|endte|beholdning\w*|på|registrere\w*|blev|resultat\w*)\b"
    r"|^(?:\w+\s+)?med\s*$|;\s*med\s*$"
)
_SAME = re.compile(
    r"\b(?:svare\w*\s+(?:\w+\s+)?til|lig\s+med|det\s+samme\s+som|identisk\s+med)\s+"
    r"(?:det\s+|de\s+)?forvent\w*|\b(?:præcis|nøjagtigt?)\s+(?:som|det|de|så)\b[^#.]{0,30}\bforvent\w*"
    r"|\bbåde\s+(?:de[nt]?\s+)?faktiske?\s+(?:\w+\s+)?og\s+(?:de[nt]?\s+)?forvent\w*"
    r"|\b(?:faktisk\w*|forvent\w*)\s+og\s+(?:det\s+)?(?:faktisk\w*|forvent\w*)\s+(?:\w+\s+){0,4}(?:begge|ens)\b"
)
_ABOUT_LEVELS = re.compile(
    r"vent|beregn|rammevilkår|forskel|differen|forudsig|forudsagde|skulle|burde"
)
_PAIR = re.compile(  # "flere end forventet (2.744 mod 2.700)"
    r"\b(?:end|som)\s+(?:(?:for)?vent\w*|rammevilkår\w*\s+\w+|modellen\s+\w+)\s*[,(:–-]"
    rf"\s*(?:nemlig\s+)?#(?P<actual>[\d,]+)\s+(?:{_PERSONS}\s+)?mod\s+#(?P<expected>[\d,]+)"
)
_HEADS = re.compile(
    r"personer|\bpå\s+(?:offentlig\s+)?forsørgelse\b|\bforsørgede\b"
    r"|\b(?:faktiske?|forventede?)\s+(?:og\s+\w+\s+)?(?:niveau|antal)\b|\brammevilkår"
)
_FOCUS = re.compile(r"samtale|tilbud|aktiver")
_APART = 2  # published levels lie within a fifth of what was expected, small islands within a half


class Level(NamedTuple):
    """A level as printed."""

    number: float
    decimals: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Levels:
    """The two levels, and the difference the sentence itself states between them.

    ``below``: actual is said to lie below expected; None where the note does not say.
    """

    actual: Level
    expected: Level
    gap: Level | None = None
    below: bool | None = None


def levels(tagged: str) -> Levels | None:
    """The levels a tagged sentence gives; None unless there is exactly one of each."""
    if "#" not in tagged or not _ABOUT_LEVELS.search(tagged):
        return None
    found: dict[str, list[tuple[Level, bool | None]]] = {"actual": [], "expected": [], "gap": []}
    matches = [one for one in _NUMBER.finditer(tagged) if _counts(one, tagged)]
    persons = any(one["persons"] for one in matches) or bool(_HEADS.search(tagged))
    pair = _PAIR.search(tagged)
    known = {pair.start(name): name for name in ("actual", "expected")} if pair else {}
    for place, match in enumerate(matches):
        before = matches[place - 1].end() if place else 0
        after = matches[place + 1].start() if place + 1 < len(matches) else len(tagged)
        lead, trail = tagged[before : match.start()], tagged[match.end() : after]
        level = _level(match, persons=persons)
        if level is None or (level.unit is Unit.PCT and _FOCUS.search(lead + trail)):
            continue
        label, below = _label(match, lead, trail, tagged)
        label = known.get(match.start() + 1, label)
        if label:
            found[label].append((level, below))
    if len(found["actual"] + found["expected"]) == 1 and _SAME.search(tagged):
        found["actual"] = found["expected"] = found["actual"] + found["expected"]
    if len(found["actual"]) != 1 or len(found["expected"]) != 1 or len(found["gap"]) > 1:
        return None
    actual, expected = found["actual"][0][0], found["expected"][0][0]
    if actual.unit is not expected.unit or not levels_alike(actual.number, expected.number):
        return None
    gap, below = found["gap"][0] if found["gap"] else (None, None)
    return Levels(actual, expected, gap, below)


def levels_alike(actual: float, expected: float) -> bool:
    """Whether two numbers can be what is and what was expected of the same people."""
    least, most = sorted((actual, expected))
    return most <= _APART * least


def gap_alone(tagged: str) -> tuple[Level, bool | None] | None:
    """The difference a tagged sentence tells of and nothing else: ``Det er 38 for mange``.

    With whether actual is said to lie below expected; None for any other sentence.
    """
    matches = [one for one in _NUMBER.finditer(tagged) if _counts(one, tagged)]
    if len(matches) != 1:
        return None
    match = matches[0]
    lead, trail = tagged[: match.start()], tagged[match.end() :]
    level = _level(match, persons=True)
    side = _SIDE.match(trail)
    if (
        level is None
        or not _SAYS.match(lead)
        or not _LAST.match(trail[side.end() :] if side else trail)
    ):
        return None
    if side is None:
        return (level, None) if _GAP.search(lead) else None
    return level, bool(side["below"])


def _counts(match: re.Match[str], tagged: str) -> bool:
    """Whether a number may be a level: no year, rank, date or count of something else."""
    bare = not (match["pct"] or match["persons"] or match["points"])
    year = bare and not match["decimals"] and _YEAR.fullmatch(match["whole"])
    lead = tagged[max(0, match.start() - 24) : match.start()]
    return not (
        (year and re.search(r"\b(?:i|for|fra|til|år|ultimo|primo)\s*$", lead))
        or (bare and (_NONE.match(tagged[match.end() :]) or _LEADS_NONE.search(lead)))
    )


def _level(match: re.Match[str], *, persons: bool) -> Level | None:
    number = float(f"{match['whole']}.{match['decimals'] or 0}")
    decimals = len(match["decimals"] or "")
    if match["points"]:
        return Level(number, decimals, Unit.PCT_POINT)
    if match["pct"]:
        return Level(number, decimals, Unit.PCT)
    return Level(number, decimals, Unit.PERSONS) if persons and not decimals else None


def _label(
    match: re.Match[str], lead: str, trail: str, tagged: str
) -> tuple[str | None, bool | None]:
    """What a number is, and for a difference which side of the expected level it puts."""
    side = _SIDE.match(trail)
    if side is not None or match["points"] or _GAP.search(lead):
        return "gap", None if side is None else bool(side["below"])
    lead = _BESIDE.sub(" ", lead)
    against = _AGAINST.search(lead) and _EXPECTED.search(tagged)
    if _EXPECTED.search(lead) or _EXPECTED_AFTER.match(trail) or against:
        return "expected", None
    return ("actual" if match["persons"] or _ACTUAL.search(lead) else None), None
