"""A figure, place or end that a sentence denies or only wishes for accuses nobody.

Goals and counts are read as statements, which know what is asserted (`rules.grammar.assertion`).
Figures and superlatives are read from their parts in any order, and ``Køge har ikke den laveste
andel``, ``Køge håber at nå 20,0 pct.`` and ``Har Køge den laveste andel?`` have all the parts. A
denial or a wish stands before what it is of, in its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.grammar.assertion import asserts, leaves_open
from rules.grammar.superlatives import ENDS
from rules.model import Claim, ClaimKind, Finding, Verdict
from rules.sentences.prose import Utterance
from rules.wording.report import left_open

_OF_PARTS = frozenset(
    {ClaimKind.AGGREGATE, ClaimKind.CROSS_TABLE, ClaimKind.DIFFERENCE, ClaimKind.RANK}
)
_CLAUSE = re.compile(r"[,;:]|\b(?:og|men|mens|medens|hvorimod|da|fordi|idet|selvom|selv\s+om)\b")
_CLEFT = re.compile(r"(<not>\s+(?:i\s+|på\s+|hos\s+)?@\[[\d+]+\])\s*,\s+(?=der|som)")
_MORE_OR_LESS = re.compile(
    r"\b(?:højere|lavere|større|mindre|flere|færre|bedre|dårligere|mere|nærmest|tættest)\b"
)
_DENIED = re.compile(
    r"(?<!<M>\s)(?:<not>|<neither>)|\b(?:aldrig|næppe|ingenlunde|langt\s+fra\s+at|længe\s+siden)\b"
)
_WISHED = re.compile(
    r"\b(?:kan|kunne|vil(?!\s+sige)|ville|skal|skulle|bør|burde|måtte|håber|ønsker|forvente[rs]?|ventes"
    r"|risikerer|arbejder|sigter|stræber|planlægger|satser|(?:mål|målet|ønske|håb|plan)\w*\s+om)\b"
)
# Between a denial and what follows: of the talks or the offer that some did not get, of a goal, or
# of the manner ("ikke overraskende"); between a wish and it: that it is told ("kan opgøres til").
_OF_ELSE = re.compile(
    r"<M>|tilbud|samtale|aktiv|beskæftig"
    r"|(?<=>)\s*(?:alene|kun|blot|bare|overraskende|uventet|særlig|helt|desto|mindst|mindre\s+end)\b"
)
_TOLD = re.compile(
    r"^\s*(?:\w+\s+){0,3}?(?:op)?(?:gør|regn|s|næv|oplys|konstater|aflæs|beregn)\w*es\b"
)
# "Skal ned med 8,8 procentpoint for at nå grænsen", "uden Aalborg ville gennemsnittet ..." reckon.
_NEEDED = re.compile(r"\bfor\s+at\b|\buden\s+@")
_PROVISO = re.compile(r"^uden\s+@\[[\d+]+\]|,\s+(?:hvis|såfremt)\b.*")  # beside what is told
_UNTRUE = re.compile(
    r"(?:\b(?:forkert|fejlagtig\w*|urigtig\w*|usand\w*)|<not>\s+(?:korrekt|rigtigt?|sandt?|tilfældet))\b"
    r"[^.]*\bat\b"
)


def weighed(one: Finding, claim: Claim, utterance: Utterance) -> Finding:
    """The finding; a contradiction made `unverifiable` where the sentence does not assert it."""
    if one.verdict is not Verdict.CONTRADICTED or claim.kind not in _OF_PARTS:
        return one
    if is_said(utterance.symbols, claim.stated):
        return one
    return left_open(one, "sætningen siger ikke ligefrem, at det er sådan")


def is_said(symbols: str, stated: str) -> bool:
    """Whether a sentence in symbols asserts what it has of a figure as stated, or of an end."""
    text = _CLEFT.sub(r"\1 ", _PROVISO.sub("", symbols))
    wish, embedded, _ = text.partition(", at ")
    if symbols.endswith("?") or not asserts(text) or _UNTRUE.search(text):
        return False
    if embedded and leaves_open(wish):
        return False
    before = (text[_begin(text, place) : place] for place in _places(text, stated))
    if _NEEDED.search(symbols):
        return not any(map(_is_denied, before))
    return not any(_is_denied(one) or _is_wished(one) for one in before)


def _places(text: str, stated: str) -> Iterator[int]:
    """Where a stated figure stands, or where the words for more, less or an end do."""
    figures = re.findall(r"\d+(?:,\d+)?", stated.replace(".", ","))
    found = [one for each in figures for one in re.finditer(rf"#{each}(?![\d,]*\d)", text)]
    yield from (
        one.start() for one in found or (*ENDS.finditer(text), *_MORE_OR_LESS.finditer(text))
    )


def _begin(text: str, place: int) -> int:
    return max((one.end() for one in _CLAUSE.finditer(text, 0, place)), default=0)


def _is_denied(before: str) -> bool:
    return any(not _OF_ELSE.search(before, one.end()) for one in _DENIED.finditer(before))


def _is_wished(before: str) -> bool:
    return any(not _TOLD.search(before[one.end() :]) for one in _WISHED.finditer(before))
