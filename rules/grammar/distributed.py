"""A number of municipalities dealt out over a scale, whatever the order and the verbs.

``21 kommuner opfylder alle tre mål, 59 to, 17 et og en ingen``; ``lavere i 47 kommuner, lig med
det i en og højere i 50``; ``under 5 pct. i 14, fra 5 til under 10 pct. i 46``. A scale is a set of
words for its steps; numbers and steps that take turns belong together two by two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rules.grammar.counts import Count
from rules.grammar.doubts import doubts
from rules.grammar.predicates import Memory
from rules.grammar.scales import Step, goals, intervals, levels
from rules.grammar.subjects import Statement
from rules.grammar.tagged import NAMED

_UNIT = (
    r"(?!\s*(?:pct|procent|fokusmål|mål|måned|time|person|fuldtid|mio|samtale|plads|dage|år|uger"
    r"|gange))"
)
_OF = r"(?:\s+(?:ud\s+)?af\s+(?:(?P<those>dem|disse)|(?:de|landets)\s+#(?P<base>\d{1,2})))?"
_SAYS = r"(?:<|har|havde|er|var|ligger|lå|når|klarer|og|ingen|intet|et\b|#[0123]\b|over|under)"
_NUMBER = re.compile(
    r"(?:\b(?:kun|blot|de|der\s+er|yderligere|resterende|øvrige|sidste)\s+)*"
    rf"(?<!tabel )(?<!nr )#(?P<number>\d{{1,2}})(?!\d|[,-]\d){_UNIT}{_OF}"
    r"(?:\s+(?:resterende|øvrige|andre)\b)?(?:\s+kommuner\b)?"
    r"|\b(?:kun\s+)?en(?:\s+enkelt|\s+eneste)?"
    rf"(?P<one>\s+kommune\b|(?=\s*(?:[.,;)]|$)|\s+{_SAYS}))"
    r"|\b(?P<none>ingen)(?=\s+(?:kommuner?\b|<M>\s+(?:#|<|alle|begge)|(?:har|er|ligger)\s))"
    r"(?:\s+kommuner?\b)?"
)
_LISTED = re.compile(r"[\s(,:–-]*(?:nemlig\s+)?@\[(?P<names>[\d+?]+)\]\s*\)?")
_STRAY = re.compile(r"(?<!tabel )(?<!i )#\d")
_WHOLE = re.compile(  # "af landets 98 kommuner", "tre mål i alt": what is dealt out, and over what
    r"\b(?:(?:ud\s+)?af|blandt|på)\s+(?:(?:alle|samtlige|de|landets)\s+)*#98(?:\s+kommuner)?\b"
    r"|\b(?:af\s+)?(?:de\s+)?#[23]\s+(?:fokus)?mål(?:ene)?(?:\s+i\s+alt)?"
    r"(?=\s*[:,]|\s+(?:er|bliver)\s+fordel)"
)
_OF_SOME = re.compile(
    r"^(?:(?:her|i\s+#20\d\d)\s+)?(?:ud\s+)?(?:af|blandt)\s+(?:de|disse|tabellens)\s+#(?P<base>\d{1,2})\s+"
    r"(?:\w+\s+)?kommuner(?:\s+i\s+tabel(?:len|\s+#\d+))?"
)
_JOINED = re.compile(r"^[^#:]*:\s*#\d+\s+kommuner\s*\.?$")
_OF_FOCUS = re.compile(r"^(?:ud\s+)?(?:af|blandt)\s+(?:de\s+)?<F(?:=2)?>")
_PEOPLE = re.compile(  # whom the levels and shares are of
    r"\b(?:på\s+)?(?:offentlige?\s+)?(?:ydelse\w*|forsørg\w*|overførsel\w*)\b"
    r"|\b(?:borger|person|ledig|fuldtidsperson|niveau)\w*\b"
)


@dataclass(frozen=True, slots=True)
class _Many:
    """How many, and where it stands; ``names`` are the codes of those it is."""

    start: int
    end: int
    count: Count | None
    names: tuple[str | None, ...] = ()


def distributed(symbols: str, memory: Memory) -> tuple[Statement, ...]:
    """A statement for each part of a number dealt out; none where it is not understood whole.

    One number and one step are a part as well, but of the goals only where a colon joins them.
    """
    first = _OF_SOME.match(symbols)
    text = _OF_FOCUS.sub("<F>", _WHOLE.sub(" ", symbols[first.end() :] if first else symbols))
    for scale in (intervals, levels, goals):
        steps = scale(text, memory)
        pairs = _pairs(list(_numbers(text)), steps) if steps else []
        least = 1 if scale is not goals or _JOINED.search(text) else 2
        if sum(many.count is not None for many, _ in pairs) < least:
            continue
        left = _without(text, [span for pair in pairs for span in pair])
        if not _STRAY.search(left):
            unknown = doubts(_PEOPLE.sub(" ", left))
            alone = symbols if len(pairs) == 1 else ""
            found = (_statement(text, *pair, unknown, alone) for pair in pairs)
            return tuple(_of(one, first) if first else one for one in found)
    return ()


def _of(one: Statement, first: re.Match[str]) -> Statement:
    """``Af de 12 kommuner har fem …``: a part of these."""
    if one.count is None or one.count.base or one.count.of_before:
        return one
    base = int(first["base"])
    clause = one.clause if one.clause.startswith(first[0]) else f"{first[0]} {one.clause}"
    return replace(one, clause=clause, count=replace(one.count, base=base, sibling=False))


def _pairs(many: list[_Many], steps: list[Step]) -> list[tuple[_Many, Step]]:
    """Numbers and steps two by two; none where they do not take turns."""
    numbers = {one.start: one for one in many}
    words = {one.start: one for one in steps}
    inside = [range(one.start, one.end) for one in steps if one.firm]
    places = sorted(
        {start for start in numbers if not any(start in span for span in inside)} | words.keys()
    )
    for roles in ((numbers, words), (words, numbers)):
        in_turn = all(place in roles[turn % 2] for turn, place in enumerate(places))
        if in_turn and len(places) % 2 == 0:
            first, second = places[::2], places[1::2]
            many_at, step_at = (first, second) if roles[0] is numbers else (second, first)
            return [(numbers[a], words[b]) for a, b in zip(many_at, step_at, strict=True)]
    return []


def _without(text: str, spans: Iterable[_Many | Step]) -> str:
    left = list(text)
    for one in spans:
        left[one.start : one.end] = " " * (one.end - one.start)
    return "".join(left)


def _numbers(text: str) -> Iterator[_Many]:
    listed: set[int] = set()
    of_some = False
    for match in _NUMBER.finditer(text):
        number = int(match["number"]) if match["number"] else 0 if match["none"] else 1
        names = _LISTED.match(text, match.end())
        end = match.end()
        codes: tuple[str | None, ...] = ()
        if names is not None:
            listed.add(names.start("names"))
            end = names.end()
            codes = tuple(None if one == "?" else one for one in names["names"].split("+"))
        base, those = match["base"], match["those"]
        count = Count(
            number,
            base=int(base) if base else None,
            of_before=bool(those),
            sibling=of_some and not (base or those),
            elliptic="kommune" not in match[0],
        )
        of_some = of_some or bool(base or those)  # "fire af dem …, to …": these two as well
        yield _Many(match.start(), end, count, codes)
    for match in NAMED.finditer(text):
        if match.start(1) not in listed:
            yield _Many(match.start(), match.end(), None, tuple(match[1].split("+")))


def _statement(
    text: str, many: _Many, step: Step, unknown: tuple[str, ...], alone: str
) -> Statement:
    start, end = min(many.start, step.start), max(many.end, step.end)
    return Statement(
        alone or text[start:end], many.count, many.names, readings=step.readings, doubts=unknown
    )
