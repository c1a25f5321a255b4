"""A name cell as print has it: what stands around a name, and names that print has shortened.

Nothing here is misread: ``3. Lyngby-T.``, ``Fr.havn``, ``K ø g e``, ``ODENSE KOMMUNE 1)``.
"""

from __future__ import annotations

import re
import unicodedata

from normalize.model import Municipality
from normalize.names.municipalities import by_name, fold, municipalities

KOMMUNE = re.compile(r"\b[ck]?om+un+es?r?n?e?s?\b|\bregionskom+une\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d{1,4}[.)]?\s+(?=\D{3})")
# A status that ran into the name: "Sorø Ikke opfyldt".
_TAIL = re.compile(r"\s+(?:[il1|]k+e?\b|[o0]pf|[o0]p\w{1,2}[ly]).*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*\(?\d{1,2}\)|[*†‡¹²³⁴-⁹]|(?<=[^\W\d]{3})\s?\d)+\s*$")
_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+")  # of a footnote anywhere: to Python they are letters of a word
SPECKS = " \t.,:;|_'’‘\"“”`´~^•·–—=+<>[]{}()"
_FEWEST = 4  # letters; "Vej." may be two municipalities and "gen." is a word
_MOST_POINTS = 3
_SPACED = re.compile(r"(?:[^\W\d] |[^\W\d] ?- ?){2,}[^\W\d]")
# "Vejle Kom.", "Nyborg K.", "Horsens komm"; cut by a narrow cell: "Bornholms Regionskommu"
_SHORT_KOMMUNE = re.compile(
    r"(?<=\w)[ ,]+(?:regions|(?:regions)?k(?:o|omm?|ommun?|mn|mmn)?)\.?$", re.IGNORECASE
)


def bare(text: str) -> tuple[str, bool]:
    """A name cell without numbering, footnote marks, specks and the word "kommune".

    Returns the name and whether that word stood beside it.
    """
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ")
    plain = _RAISED.sub(" ", _NUMBERED.sub("", plain))
    without = KOMMUNE.sub(" ", plain)
    beside = without != plain and any(letter.isalpha() for letter in without)
    name = joined(" ".join((without if beside else plain).split()))
    if by_name(name) is None:
        name = _FOOTNOTE.sub("", _TAIL.sub("", name))
    return name.strip(SPECKS), beside


def titled(name: str) -> str:
    """A name in the case that the channel knows: one set in capitals begins with one."""
    upper = sum(letter.isupper() for letter in name)
    lower = sum(letter.islower() for letter in name)
    if upper <= max(2, 2 * lower):
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def spelled(name: str, beside: bool = False) -> Municipality | None:
    """The municipality of an accepted spelling, also in the genitive before "kommune"."""
    exact = by_name(name)
    if exact is None and beside:
        exact = by_name(re.sub(r"['’]?s?['’]?$", "", name))
    return exact


def joined(name: str) -> str:
    """A name set letter by letter, without the blanks between; any other as it is."""
    return name.replace(" ", "") if _SPACED.fullmatch(name) else name


def shortened(text: str) -> Municipality | None:
    """The one municipality whose name a text with points in place of letters is."""
    text = text.strip(SPECKS.replace(".", ""))
    whole = by_name(_SHORT_KOMMUNE.sub("", text))
    if whole is not None:
        return whole
    short = fold(text)
    if not 0 < short.count(".") <= _MOST_POINTS or sum(map(str.isalpha, short)) < _FEWEST:
        return None
    pattern = re.compile(r"[^\W\d_]+".join(map(re.escape, short.split("."))))
    found = [
        one
        for one in municipalities()
        if any(pattern.fullmatch(fold(name)) for name in (one.name, *one.aliases))
    ]
    return found[0] if len(found) == 1 else None
