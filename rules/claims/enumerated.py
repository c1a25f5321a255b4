"""A number and what it is made up of: ``De 40 sager fordeler sig på 18 …, 12 … og ti …``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rules.case import Case
from rules.danish import listed, number
from rules.kind import Kind, claim, finding
from rules.model import Claim, ClaimKind, Finding, Verdict

_TOTAL = r"#(?P<total>\d{1,3})(?![\d,])"
_DIVIDED = re.compile(
    rf"^(?:alle\s+)?de\s+{_TOTAL}\s+\w+\s+(?:fordel\w+\s+sig|er\s+fordelt|består\s+af|dækker\s+over)\b(?P<parts>.*)"
    rf"|{_TOTAL.replace('total', 'announced')}\s+\w+\s*:\s+(?P<list>(?:#\d|en\b|et\b).*)"
)
_OUT_OF = re.compile(  # the rest need not be spoken of
    rf"^(?:ud\s+)?(?:af|blandt)\s+(?:de|disse)\s+{_TOTAL}(?:[^#]|#20\d\d)*?"
    r"\b(?:har|er|blev|bliver|var|fik|får|valgte|ønsker)\s+(?P<parts>#\d.*)"
)
_EITHER = re.compile(  # "af de 98 har 31 fået besøg, mens 69 endnu ikke har": the two are all of it
    rf"^(?:ud\s+)?(?:af|blandt)\s+(?:de|disse|landets)\s+{_TOTAL}\s+(?:\w+\s+){{0,3}}?#(?P<yes>\d{{1,3}})(?![\d,])"
    r"(?!\s*(?:pct|år|måned|af\b))[^#]*?,?\s+(?:mens|men|hvorimod|og)\s+(?:de\s+(?:resterende|øvrige|sidste)\s+)?"
    r"#(?P<no>\d{1,3})(?![\d,])\s+(?:(?:endnu|dog|fortsat|stadig|slet)\s+)*ikke\s+(?:har|er|gør|gjorde|havde|blev|har\s+gjort|har\s+det)"
    r"(?:\s+(?:det|gjort\s+det|været|haft|fået))?\s*\.?$"
)
_SOME_OF = re.compile(  # "tre af de seks … , to … og én …"
    rf"^(?P<first>#\d{{1,3}})\s+af\s+de\s+{_TOTAL}\b(?P<parts>[^#]*?,\s+.*)"
)
_ITEMS = re.compile(r"\s*[,;]\s+(?:og\s+|samt\s+)?|\s+(?:og|samt)\s+")
_ITEM = re.compile(
    r"^(?:(?:således|sådan|ligeledes|yderligere)\b[\s:,]*)?(?:(?:med|på|i|til)\s+)?"
    r"(?:#(?P<number>\d{1,3})(?![\d,])|(?P<one>en|et)\b)"
    r"(?!\s*(?:pct|år|måned|uge|dag|time|mio|kr|plads|af\b))"
)
_OPEN = re.compile(  # not all, not exact, not only once, or not so
    r"\b(?:cirka|ca|omkring|knap|godt|næsten|mindst|højst|heraf|hvoraf|både|begge|hver"
    r"|bl|blandt\s+andet|hvis|skal|bør|kunne|ikke\s+alle|flere\s+af)\b|\b(?:over|under)\s+#|pct|\?"
)
_GOALS = re.compile(r"<(?:M>|cmp)")  # counted against the figures by a kind of its own


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A total and its parts; ``whole``: the note says that the parts are all of it."""

    total: int
    parts: tuple[int, ...]
    whole: bool


def read(case: Case) -> Iterable[Claim]:
    """Sentences that divide a number into parts, each part opening an item of a list."""
    for one in case.utterances:
        if one.table is not None or _OPEN.search(one.tagged) or _GOALS.search(one.symbols):
            continue
        if either := _EITHER.search(one.tagged):
            halves = int(either["yes"]), int(either["no"])
            both = Enumerated(int(either["total"]), halves, whole=True)
            yield claim(ClaimKind.SUM, one, both, stated=either["total"])
            continue
        divided = _DIVIDED.search(one.tagged)
        match = divided or _OUT_OF.search(one.tagged) or _SOME_OF.search(one.tagged)
        if match is None:
            continue
        found = match.groupdict()
        total = int(found["total"] or found.get("announced") or 0)
        text = f"{found.get('first') or ''}{found['parts'] or found.get('list') or ''}"
        parts = _parts(text)
        if len(parts) > 1:
            said = Enumerated(total, parts, whole=divided is not None)
            yield claim(ClaimKind.SUM, one, said, stated=str(total))


def _parts(text: str) -> tuple[int, ...]:
    """The number that opens each item; none where an item opens with something else."""
    items = [_ITEM.match(item.strip()) for item in _ITEMS.split(text)]
    if not all(items):
        return ()
    return tuple(int(item["number"] or 1) for item in items if item is not None)


def check(_: Case, about: Claim) -> Iterable[Finding]:
    """Add the parts up."""
    said = about.detail
    if not isinstance(said, Enumerated):
        return
    total = sum(said.parts)
    text = f"Delene {listed(number(part) for part in said.parts)} giver tilsammen {total}"
    if total == said.total:
        verdict, text = Verdict.CONSISTENT, f"{text}, som notatet skriver"
    elif said.whole:
        verdict, text = Verdict.CONTRADICTED, f"{text}, men notatet fordeler {said.total}"
    else:
        verdict = Verdict.UNVERIFIABLE
        text += f" af {said.total}; notatet siger ikke, om delene skal dække dem alle"
    yield finding(about, verdict, text, derived=str(total))


KIND = Kind("enumerated", read, check)
