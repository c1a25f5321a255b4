"""A sentence as a string the patterns can be written against.

Names of municipalities become ``@[code+code]``, numbers in digits or words ``#17`` and ``#94,3``
(thousands points gone, decimal comma kept), ``%`` and ``pct.`` become ``pct``; everything else is
lower case. ``Ni kommuner, Ærø og Fanø Kommuner`` reads ``#9 kommuner, @[0492+0563]``. An item of a
list of names that is no known name is kept as ``?``, so that a list is never short by misreading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from normalize.model import Municipality
from rules.grammar.mended import mend

NAMED = re.compile(r"@\[([\d+]+)\]")  # names of a tagged text that all were read: their codes
POINTS = r"#(?P<size>\d+(?:,\d+)?)\s*(?:pct|procent)\.?\s*-?\s*point"  # percentage points
_ITEM = r"(?:@\d{4}(?:\s[Kk]ommunes?\b)?|…|\[[^\]\d]{0,20}\]|[A-ZÆØÅ][\w.-]*(?:\s[A-ZÆØÅ][\w-]+)?)"
_LINK = r"(?:\s*,\s*(?:og\s+|samt\s+)?|\s+(?:og|samt|eller|&)\s+|\s*;\s*|\s*/\s*)"
_RUN = re.compile(rf"{_ITEM}(?:{_LINK}{_ITEM})*(?:\s+[Kk]ommune(?:r|rne|rs|rnes|s)?\b)?")
_ITEM_NUMBER = re.compile(r"(?<![\w.,])\(?(?:\d{1,2}|[a-h])\)\s+(?=@\d)")  # "1) Assens, 2) …"
_GAP = re.compile(  # an item of a list that was left out or could not be read
    r"(?<=@\d{4}),?\s+(?:…|\.\.\.|-{2,})\s*,?\s+(?=(?:og\s+|samt\s+)?@\d)"
)
_OPENS = re.compile(  # no place, though it stands with a capital letter before a name
    r"^(?:Ja|Nej|Jo|Derimod|Omvendt|Desuden|Samtidig|Endelig|Dermed|Endvidere|Derfor|Derudover),\s"
)
_CODE = re.compile(r"@(\d{4})")
_DIGITS = re.compile(
    r"(?<![\w#@+\[,./-])(\d{1,3}(?:[. ]\d{3})+(?![\d])|\d+)(,\d+)?(?![\w/]|[.,]\d)"
)
# "3l kommuner", "l.780 fuldtidspersoner", "4B kommuner": what stands where only a number can.
_DIGIT_LIKE = re.compile(
    r"(?<![\w.,-])(?=[lio|bsz]*\d|l\.\d)[\dlio|bsz]{1,3}(?:\.[\dlio|]{3})*"
    r"(?=\s+(?:af\s+(?:de|landets)\s+)?(?:kommuner?\b|fuldtids|personer\b|borgere\b))"
)
_DIGIT_OF = str.maketrans("lio|bsz", "1101852")
_WORD = re.compile(r"(?<![#@\w?-])[a-zæøåé]+(?![\w-])")
_IN_THREE = re.compile(  # "seks og halvfems", as old letters have it
    r"\b(en|to|tre|fire|fem|seks|syv|otte|ni)\s+og\s+(tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs"
    r"|halvfems)\b"
)
_PERCENT = re.compile(r"\s*(?:%|\bpct\.?|\bprocent\b)(?:\s*-?\s*(point)(?:s|er|et)?)?")
_ORDINAL = re.compile(r"(#\d+)\.(?=\s*-?\s*(?:plads|placering))")
_PLACES = {  # "en niendeplads"
    word: number
    for number, word in enumerate(
        (
            *("første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende"),
            *("niende", "tiende", "ellevte", "tolvte"),
        ),
        1,
    )
}
_PLACE = re.compile(rf"\b({'|'.join(_PLACES)})(?:\s+|-)?(?=plads(?:en)?\b)")
_ONE = frozenset({"én", "ét", "een", "eet"})
_NOT_NUMERALS = frozenset({"en", "et", "nul"})  # "en" and "et" are articles far more often


class Named(Protocol):
    """A municipality named in a text, from ``start`` to ``end`` (character offsets)."""

    @property
    def municipality(self) -> Municipality:
        """Who is named."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


@lru_cache(maxsize=4096)
def numeral(word: str) -> int | None:
    """The whole number a Danish cardinal in one word means, None for any other word."""
    from text_to_num import text2num

    if word in _ONE:
        return 1
    if word in _NOT_NUMERALS:
        return None
    try:
        return int(text2num(word, "da"))
    except ValueError:
        return None


def misread_number(text: str) -> bool:
    """Whether a number of the text is read from letters: ``4B kommuner``."""
    found = (match[0] for match in _DIGIT_LIKE.finditer(text.lower()))
    return any(not one.replace(".", "").isdigit() for one in found)


def tag(text: str, mentions: Sequence[Named]) -> str:
    """The tagged form of a sentence whose municipalities stand at ``mentions``."""
    for mention in sorted(mentions, key=lambda m: m.start, reverse=True):
        after = text[mention.end :].removeprefix("s") if mention.end < len(text) else ""
        text = f"{text[: mention.start]}@{mention.municipality.code}{after}"
    return _numbered(text)


@lru_cache(maxsize=4096)  # notes of an archive share their boilerplate
def _numbered(text: str) -> str:
    """The text with lists of names, small words, numbers, percentages and ordinals tagged."""
    text = _GAP.sub(", …, ", _ITEM_NUMBER.sub("", text))
    text = _OPENS.sub(lambda match: match[0].lower(), " ".join(text.split()))
    text = _IN_THREE.sub(r"\1og\2", _RUN.sub(_run, text).lower())
    text = _DIGIT_LIKE.sub(lambda m: m[0].translate(_DIGIT_OF), mend(text))
    text = _DIGITS.sub(lambda m: "#" + re.sub(r"[. ]", "", m[1]) + (m[2] or ""), text)
    text = _WORD.sub(_numeral, text)
    text = _PERCENT.sub(lambda m: " pct" + (m[1] or ""), text)
    text = _PLACE.sub(lambda m: f"nr #{_PLACES[m[1]]} ", text)
    return _ORDINAL.sub(r"nr \1", text)


def _run(match: re.Match[str]) -> str:
    """One list of names; a lone unknown capital word stays as it is."""
    parts = re.split(_LINK, match[0])
    codes = [_CODE.search(part) for part in parts]
    if not any(codes) or (len(parts) > 1 and sum(1 for code in codes if code) < 2):
        return _CODE.sub(r"@[\1]", match[0])
    return "@[" + "+".join(code[1] if code else "?" for code in codes) + "]"


def _numeral(match: re.Match[str]) -> str:
    value = numeral(match[0])
    return match[0] if value is None else f"#{value}"
