"""Below, at and above the expected: ``52 har færre end ventet, 5 præcis så mange, 41 har flere``.

Each municipality is one of the three, so the parts make up the whole that is spoken of, or all 98.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from rules.case import Case
from rules.claims.parts import Parts, check
from rules.grammar.counts import ALL
from rules.kind import Kind, claim
from rules.model import Claim, ClaimKind
from rules.sentences.prose import Utterance

_WHOLE = re.compile(
    r"\b(?:af|blandt)\s+(?:de|disse|landets|alle|samtlige)\s+#(?P<number>\d+)\b|^alle\s+#\d+"
)
_PART = re.compile(r"(?<![\w,.-])#(?P<number>\d{1,2})(?![\d,])(?P<said>[^#]*)")
_NO_COUNT = re.compile(r"^\s*(?:pct|fuldtid|person|mio|kr|samtale|tilbud|måned|plads|år\b|\.\s*\w)")
# OCR turns the æ of præcis into anything.
_SIDES = {
    "below": re.compile(r"\b(?:færre|lavere|mindre)\b"),
    "at": re.compile(
        r"\bpr\w{1,3}cist?\b|\bnøjagtigt?\b|\bdet samme\b|\blige så\b|\bsamme (?:antal|niveau)\b"
    ),
    "above": re.compile(r"\b(?:flere|højere)\b"),
}
_EXPECTED = re.compile(r"\b(?:for)?vente\w*\b")
_OPEN = re.compile(r"\b(?:cirka|ca|omkring|knap|godt|næsten|mindst|højst|heraf|hvoraf|hvis)\b|\?")


def read(case: Case) -> Iterable[Claim]:
    """A sentence, or two that follow each other, that count all three."""
    for _, group in groupby(case.utterances, key=lambda one: one.sentence.paragraph):
        said = [one for one in group if one.table is None]
        taken = -1
        for first in range(len(said)):
            for last in (first, first + 1):
                if first <= taken or last >= len(said):
                    continue
                found = _threefold(said[first : last + 1])
                if found is not None:
                    taken = last
                    yield claim(
                        ClaimKind.SUM,
                        said[last],
                        found,
                        stated=str(found.total),
                        unit="kommuner",
                        period=case.main,
                    )


def _threefold(sentences: Sequence[Utterance]) -> Parts | None:
    text = " ; ".join(one.tagged for one in sentences)
    if "kommune" not in text or not _EXPECTED.search(text) or _OPEN.search(text):
        return None
    whole = _WHOLE.search(text)
    total = int(whole["number"] or ALL) if whole else ALL
    parts: dict[str, int] = {}
    for match in _PART.finditer(_WHOLE.sub(" ", text)):
        if _NO_COUNT.match(match["said"]):
            return None
        sides = [side for side, words in _SIDES.items() if words.search(match["said"])]
        if len(sides) != 1 or sides[0] in parts:
            return None
        parts[sides[0]] = int(match["number"])
    if len(parts) != len(_SIDES):
        return None
    return Parts(total, tuple(parts.values()), evident=True)


KIND = Kind("threefold", read, check)
