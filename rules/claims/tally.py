"""The length of a list, said apart from it: ``A, B og C, i alt tre``, ``Alle tre …``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.case import Case
from rules.claims.list_length import Announced, check
from rules.kind import Kind, claim
from rules.model import Claim, ClaimKind
from rules.sentences.names_of import municipalities_of
from rules.sentences.prose import Utterance

_LIST = r"@\[(?P<names>[\d?]+(?:\+[\d?]+)+)\]"
_NUMBER = (
    r"#(?P<number>\d{1,2})(?!\d|[,.-]\d|\s*(?:pct|år|måned|uge|dag|tim|mio|kr|personer|borgere))"
)
_SUM_UP = r"(?:altså|dvs\.?|d\.v\.s\.|det\s+vil\s+sige|således|i\s+alt|tilsammen|sammenlagt|samlet)"
_AFTER = re.compile(  # "A, B og C – altså tre kommuner"
    rf"{_LIST}(?:\s+kommuner)?[\s,(–-]*(?:\b(?:og|er)\s+)?\b{_SUM_UP}\s+(?:(?:i\s+alt|altså|samlet)\s+)?{_NUMBER}"
    r"(?:\s+kommuner\b|\s*(?:[.,;)–]|$))"
)
_BEFORE = re.compile(  # "Antallet af kommuner på listen er fem: A, B …"
    rf"\bantallet?\s+af\s+(?:\w+\s+)?kommuner\b[^#@;]*\b(?:er|var|udgør)\s+{_NUMBER}\s*[:,(–]\s*(?:nemlig\s+)?{_LIST}"
)
_IS_LIST = re.compile(  # "De berørte kommuner er A, B og C." and nothing more
    rf"^(?:(?:de|disse|følgende)\s+(?:\w+\s+)?kommuner|kommunerne\b[^#@,]*|det|der|listen|gruppen|kredsen)\b[^#@,;]*"
    rf"\b(?:er|gælder|omfatter|drejer\s+sig\s+om|består\s+af|rummer|tæller)\b[^#@,;]*{_LIST}(?:\s+kommuner)?\s*\.?$"
)
_PARTLY = re.compile(r"\b(?:blandt|bl|heriblandt|herunder|fx|eksempel|eksempelvis|såsom|bl\.a)\b")
_THOSE = re.compile(rf"^(?:alle|samtlige|de|disse)\s+(?:de\s+)?{_NUMBER}\s+(?!af\b)(?P<next>\w+)")


def read(case: Case) -> Iterable[Claim]:
    """Every number that is said of a list before it, after it or in the sentence that follows."""
    last: tuple[Utterance, str] | None = None  # a sentence that is one list
    counted: set[int] = set()  # numbers of municipalities the note has spoken of before
    for one in case.utterances:
        match = _AFTER.search(one.tagged) or _BEFORE.search(one.tagged)
        if match is not None and not _PARTLY.search(one.tagged):
            yield _claim(case, one, match["names"], int(match["number"]))
        elif last is not None and last[0].sentence.paragraph == one.sentence.paragraph:
            those = _THOSE.match(one.tagged)
            if those is not None and int(those["number"]) not in counted:
                yield _claim(case, one, last[1], int(those["number"]))
        whole = None if _PARTLY.search(one.tagged) else _IS_LIST.match(one.tagged)
        last = (one, whole["names"]) if whole is not None else None
        counted |= {each.count.number for each in one.statements if each.count is not None}


def _claim(case: Case, one: Utterance, names: str, number: int) -> Claim:
    codes = tuple(None if code == "?" else code for code in names.split("+"))
    return claim(
        ClaimKind.LIST_LENGTH,
        one,
        Announced(number, codes, ()),
        stated=str(number),
        unit="kommuner",
        municipalities=municipalities_of(codes),
        period=case.main,
    )


KIND = Kind("tally", read, check)
