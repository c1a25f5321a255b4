"""How far two shares are apart: the highest and the lowest, two municipalities', two printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from normalize.headings.periods import find_period
from normalize.model import Measure, Municipality, Unit
from normalize.names.municipalities import by_code
from rules.case import Case
from rules.derived.derive import Universe
from rules.derived.spread import Spread, of_a_part, over
from rules.derived.whom import Among, among
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks
from rules.grammar.tagged import NAMED, POINTS
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.wording.danish import SHARE, bare, number

_GAP = re.compile(
    r"(?P<about>\b(?:godt|knap|cirka|ca\.?|omkring|næsten|over|under|mere\s+end|mindst)\s+)?"
    + POINTS
)
_APART = re.compile(
    r"\b(?:forskel\w*|afstand\w*|spring\w*|spredning\w*|spænd\w*|gab(?:et)?|mellem|adskiller|skiller"
    r"|går|svinger|varierer|ligger|er\s+der)\b"
)
_ENDS = re.compile(
    r"\b(?:høje|størs?t?e?|mak)\w*\b.*\b(?:og|til)\s+(?:\w+\s+){0,4}?(?:lave|mindst|min)\w*"
    r"|\b(?:lave|mindst|min)\w*\b.*\b(?:og|til)\s+(?:\w+\s+){0,4}?(?:høje|størs?t?e?|mak)\w*"
    r"|\b(?:yderpunkt\w*|spændvidde\w*|top\s+(?:og|til)\s+bund)\b"
)
_SHARE = r"#(\d+(?:,\d+)?)(?:\s*pct\b(?!\s*-?point))?"
_PRINTED = re.compile(
    rf"(?:fra|mellem)\s+(?:@\[\d{{4}}\]\s+(?:med\s+)?\(?)?{_SHARE}[^#]{{0,40}}?\b(?:til|og)\s+[^#]{{0,30}}?{_SHARE}(?!\s*-?point)"
    rf"|@\[\d{{4}}\]\s*\({_SHARE}\)[^#]{{0,30}}?@\[\d{{4}}\]\s*\({_SHARE}\)"
)
_CLAUSES = re.compile(r",?\s+(?:mens|men|hvorimod)\s+|,\s+og\s+|;\s+")
_THE_TWO = re.compile(r"\b(?:de|disse)\s+#2\b|\bdem\b")
# A move from one time to another, a distance to a limit, or to a mean: other kinds of claims.
_ELSE = re.compile(
    r"\b(?:faldet|steget|siden|forbedr\w*|fremgang\w*|forværr\w*|grænse\w*|krav\w*|målet|\w*gennemsnit\w*"
    r"|snit\w*|landet|hvis|skal|median\w*|året\s+før|sidste\s+år|halvdelen|krævede?)\b|\bi\s+#20\d\d\b.*\bi\s+#20\d\d"
)
_ROUNDING = 0.1  # percentage points that two figures of one decimal may add to a difference


@dataclass(frozen=True, slots=True)
class Apart:
    """A stated distance in percentage points between two shares.

    ``ends``: the highest and the lowest; else ``who`` are two, or ``printed`` the two figures.
    """

    size: str
    about: bool
    measure: Measure | None
    who: tuple[Municipality, ...] = ()
    printed: tuple[str, ...] = ()
    among: Universe | None = None  # those whose highest and lowest are meant, None for all


def read(case: Case) -> Iterable[Claim]:
    """Every distance between two shares of one time."""
    carried: Measure | None = None
    before: Utterance | None = None
    for one in case.utterances:
        text = one.tagged
        same = before is not None and before.sentence.paragraph == one.sentence.paragraph
        if not same or speaks(text):
            carried = share_of(text, received=case.received) or case.sole_share
        gaps = _GAP.findall(text)
        if len(gaps) == 1 and _APART.search(text) and not _ELSE.search(text) and not narrows(text):
            said = _said(case, one, carried, before if same else None)
            if said is not None:
                yield claim(
                    ClaimKind.DIFFERENCE,
                    one,
                    said,
                    stated=said.size.replace(",", "."),
                    unit=Unit.PCT_POINT.value,
                    municipalities=said.who,
                    measure=said.measure.removesuffix("_modtaget") if said.measure else "",
                    period=find_period(one.sentence.text) or case.main,
                )
        before = one


def _said(
    case: Case, one: Utterance, measure: Measure | None, before: Utterance | None
) -> Apart | None:
    text = one.tagged
    gap = _GAP.search(text)
    if gap is None:
        return None
    size, about = gap["size"], bool(gap["about"])
    printed = _PRINTED.search(_GAP.sub(" ", text))
    if printed is not None:
        pair = tuple(share for share in printed.groups() if share)
        return Apart(size, about, measure, (), pair)
    if measure is None:
        return None
    if _ENDS.search(text):
        whom = Among(None, known=False) if of_a_part(text) else among(case, text, one)
        return Apart(size, about, measure, among=whom.who) if whom.known else None
    clause = next(part for part in _CLAUSES.split(text) if _GAP.search(part))
    codes = [code for found in NAMED.findall(clause) for code in found.split("+")]
    if not codes and before is not None and _THE_TWO.search(text):
        codes = [code for found in NAMED.findall(before.tagged) for code in found.split("+")]
    if len(codes) != 2 or len(set(codes)) != 2:
        return None
    return Apart(size, about, measure, tuple(by_code(code) for code in codes))


def check(case: Case, about: Claim) -> Iterable[Finding]:
    """The distance against the two shares."""
    said = about.detail
    if not isinstance(said, Apart):
        return
    text = f"Notatet skriver, at der er {said.size} procentpoint mellem {_between(said)}"
    pair = tuple(float(one.replace(",", ".")) for one in said.printed)
    where = "de to tal er"
    if not pair and said.measure is not None:
        found = over(case, said.measure, about.period, said.among)
        pair, where = _shares(said, found), "tabellen viser"
    if len(pair) != 2:
        why = "notatet viser ikke begge tal for alle, det handler om"
        yield finding(about, Verdict.UNVERIFIABLE, f"{text}; {why}")
        return
    gap = round(abs(pair[0] - pair[1]), 6)
    right = _holds(said, gap)
    verdict = {True: Verdict.CONSISTENT, False: Verdict.CONTRADICTED, None: Verdict.UNVERIFIABLE}[
        right
    ]
    figures = f"{number(pair[0], 1)} og {number(pair[1], 1)} pct., altså {number(gap, 1)}"
    joined = "men" if right is False else "og"
    yield finding(about, verdict, f"{text}, {joined} {where} {figures}", derived=bare(gap, 1))


def _between(said: Apart) -> str:
    if said.printed:
        return f"{said.printed[0]} og {said.printed[1]} pct."
    measure = SHARE[said.measure] if said.measure else "andelen"
    if said.who:
        return f"{said.who[0].name} og {said.who[1].name}, når det gælder {measure}"
    return f"den højeste og den laveste værdi af {measure}"


def _shares(said: Apart, found: Spread) -> tuple[float, ...]:
    """The two shares; none where one of them is not known for certain."""
    if said.who:
        return tuple(found.shares[one.code] for one in said.who if one.code in found.shares)
    return (max(found.shares.values()), min(found.shares.values())) if found.full else ()


def _holds(said: Apart, gap: float) -> bool | None:
    """Whether the distance is as said; None where rounding or a word like ``godt`` explains it."""
    size, decimals = float(said.size.replace(",", ".")), len(said.size.partition(",")[2])
    off = abs(gap - size)
    if off <= 0.5 * 10.0**-decimals + 1e-9 and not said.about:
        return True
    if said.about:
        return True if off <= 0.1 * size else None
    return None if off <= 0.5 * 10.0**-decimals + _ROUNDING * (not said.printed) - 1e-9 else False


KIND = Kind("apart", read, check)
