"""What the abbreviations of a heading stand for: said out by the note, or usual in such tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# Abbreviations of public tables that stand for one thing only in notes on this supervision.
_USUAL = {
    "forv": "forventet",
    "fakt": "faktisk",
    "diff": "difference",
    "afv": "afvigelse",
    "samt": "samtaler",
    "tilb": "tilbud",
    "res": "resultatmål",
    "resultatm": "resultatmål",
    "plac": "placering",
    "pot": "potentiale",
    "rm": "resultatmål",
    "kontanthj": "kontanthjælp",
    "sygedagp": "sygedagpenge",
    "sygedp": "sygedagpenge",
    "a-dagp": "a-dagpenge",
    "a-dp": "a-dagpenge",
}
_WORDS = "|".join(sorted(map(re.escape, _USUAL), key=len, reverse=True))
# With its point, a comma to some readers, anywhere; without one only alone: ``samt`` is a word.
_SHORT = re.compile(rf"(?<![\w-])({_WORDS})[.,](?!\w)|^\W*({_WORDS})\W*$", re.IGNORECASE)
# A word with a point, or letters no word begins with: ``Forv.``, ``FM1``, ``RM``.
_ABBREVIATION = re.compile(r"(?<![\w-])(?:[^\W\d_][\w-]{0,9}\.|[A-ZÆØÅ]{1,5}\d?)(?!\w)")
_NOT_MEANT = re.compile(
    r"(?:pct|mio|mill|kr|nr|mv|inkl|ekskl|gns|jf|ca)\.?$|[IVX]+$", re.IGNORECASE
)
_CLAUSE = r"(?=\s(?:at|der|som|hvor)\s)"  # a comma before these goes on with what is said
_LONG = (
    rf"(?:,?\s*at\s)?[»\"“']?((?:[^.;,:=()\n]|,{_CLAUSE}){{3,80}}?)"
    rf"(?=[»«\"”'.;)\n]|,(?!{_CLAUSE})|\s(?:og|samt)\s\S+\s*[=:]|$)"
)
_VERBS = r"er|betyder|står\s+for|dækker\s+over|angiver|viser|markerer|betegner"
_SAYS = rf"\s*[»«\"”')]?\s*(?:[=:–—-]|(?:{_VERBS})\b)\s*"
_SIGNED = r"([\w -]{3,80})"  # a sign needs no more before what it says, and ends what another says


def in_full(text: str) -> str:
    """The text with the usual abbreviations written out."""
    return _SHORT.sub(lambda short: _USUAL[(short[1] or short[2]).casefold()], text)


def said_out(text: str, around: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each abbreviation in a heading that the note around says out, with all that it says of it.

    ``Forv. = forventet antal``, ``Andel uden tilbud (Tilb., pct.)``, ``FM1 er fokusmålet for ...``.
    """
    for short in dict.fromkeys(_ABBREVIATION.findall(text)):
        if not _NOT_MEANT.match(short) and (said := phrases(short, around)):
            yield short, said


@lru_cache(maxsize=1024)  # the headings of a table are asked about again for every column
def phrases(short: str, around: str) -> tuple[str, ...]:
    """All that a text says a short form stands for, be it a word or a sign like ``●``."""
    name = rf"(?<![\w-]){re.escape(short.rstrip('.'))}\.?(?!\w)"
    after = re.finditer(rf"{name}{_SAYS}{_LONG}", around, re.I)
    if not any(map(str.isalnum, short)):
        after = re.finditer(rf"{name}(?:{_SAYS}|\s+){_SIGNED}", around, re.I)
    before = re.finditer(
        rf"([^.;,:()\n]{{3,80}})\((?:[^\W\d_]+:?\s+){{0,3}}{name}\s*[,)]", around, re.I
    )
    return tuple(dict.fromkeys(found[1].strip() for found in (*after, *before)))
