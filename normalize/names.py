"""One name as read → the municipality it names, or undecided.

Every municipality, some hundred other words and a text that is none of them are held against
what was read; the confidence is the share of all their likelihood that the best one has
(Bayes' rule over `normalize.confusion`'s costs). ``Zrg`` alone may be too many things and stays
undecided; ``Zrg Kommune``, or ``Zrg`` where only Ærø is left (`normalize.roster`), does not.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from normalize.confusion import Match, distance
from normalize.model import Municipality
from normalize.municipalities import by_name, fold, spellings

# Nats by which each letter as read speaks against a text that is no name at all: Danish letters
# carry 4.1 bits each.
LETTER = 2.85
# Nats against a municipality before a letter is read, alone and beside the word "kommune".
ALONE = 0.0
BESIDE_KOMMUNE = -4.5
# A decision needs this share of the likelihood and, alone, this share of the name's letters left
# as they were. Of 683 real misreadings (benchmarks/names.py) none is wrong from 0.8 and 0.4 up;
# the distance is for readings nobody has seen. Without the second rule one is wrong at 0.98.
CERTAIN = 0.94
_INTACT = 0.4
_BESIDE_COST = 0.7  # nats a letter instead, beside "kommune": "Zrg" for Ærø costs 0.63
_CANDIDATES = 14  # spellings compared in full; the right one was always among the first 9
_OUT_OF_REACH = 3.0  # nats beyond a text that is no name at all: less than 5 in 100 as likely
_MORE = 3  # letters after a whole name that make it another word
_UNREACHED = Match(math.inf, 0)
_LONGEST = 60  # letters; the longest name has 17, more is prose

_KOMMUNE = re.compile(r"\b[ck]?om+un+es?r?n?e?s?\b|\bregionskom+une\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d{1,4}[.)]?\s+(?=\D{3})")
# A status that ran into the name: "Sorø Ikke opfyldt".
_TAIL = re.compile(r"\s+(?:[il1|]k+e?\b|[o0]pf|[o0]p\w{1,2}[ly]).*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\s*\(?\d{1,2}\)|[*†‡¹²³⁴-⁹]|(?<=[^\W\d]{3})\s?\d)+\s*$")
_SPECKS = " \t.,:;|_'’‘\"“”`´~^•·–—=+<>[]{}()"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a reading names.

    ``municipality`` is None where undecided; ``likely`` is then still the best candidate.
    ``confidence`` (0-1) belongs to ``likely``; ``distance`` is its cost in nats.
    """

    given: str
    municipality: Municipality | None
    confidence: float
    runner_up: Municipality | None
    reason: str  # empty for an accepted spelling
    likely: Municipality | None = None
    distance: float = 0.0


def match(text: str) -> NameMatch:
    """The municipality a text names on its own evidence; see `NameMatch`."""
    return _match(text)


@lru_cache(maxsize=20_000)
def _match(text: str) -> NameMatch:
    name, beside = bare(text)
    letters = sum(letter.isalpha() for letter in name)
    digits = sum(letter.isdigit() for letter in name)
    if not letters or digits * 2 > letters or len(name) > _LONGEST:
        return NameMatch(text, None, 0.0, None, "name:none")
    exact = spelled(name, beside)
    if exact is not None:
        return NameMatch(text, exact, 1.0, None, "", exact)
    costs = candidates(name, beside)
    if fold(name) in _others("andre_navne.txt"):
        return NameMatch(text, None, 0.0, None, "name:other")
    prior = BESIDE_KOMMUNE if beside else ALONE
    shares = posterior(costs, null=null_cost(name, beside), prior=prior + math.log(98))
    ranked = sorted(shares.items(), key=lambda item: -item[1])
    best, confidence = ranked[0]
    runner_up = by_name(ranked[1][0]) if len(ranked) > 1 else None
    likely = by_name(best)
    cost, intact = costs[best]
    legible = intact >= _INTACT * len(best) or (beside and cost <= _BESIDE_COST * len(best))
    another = fold(name) in _others("almindelige_ord.txt") or _goes_on(fold(name))
    decided = likely if confidence >= CERTAIN and legible and not another else None
    reason = "name:confusion" if decided else "name:undecided"
    return NameMatch(text, decided, confidence, runner_up, reason, likely, cost)


def bare(text: str) -> tuple[str, bool]:
    """A name cell without numbering, footnote marks, specks and the word "kommune".

    Returns the name and whether that word stood beside it.
    """
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u00a0", " ")
    plain = _NUMBERED.sub("", plain)
    without = _KOMMUNE.sub(" ", plain)
    beside = without != plain and any(letter.isalpha() for letter in without)
    name = " ".join((without if beside else plain).split())
    if by_name(name) is None:
        name = _FOOTNOTE.sub("", _TAIL.sub("", name))
    return name.strip(_SPECKS), beside


def spelled(name: str, beside: bool = False) -> Municipality | None:
    """The municipality of an accepted spelling, also in the genitive before "kommune"."""
    exact = by_name(name)
    if exact is None and beside:
        exact = by_name(re.sub(r"['’]?s?['’]?$", "", name))
    return exact


@lru_cache(maxsize=20_000)
def candidates(name: str, beside: bool = False) -> Mapping[str, Match]:
    """Canonical name → how it may be read as ``name``, for those in reach."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    given = name.casefold()
    forms = (given, given.removesuffix("s")) if beside else (given,)
    shapes = _shapes()
    near = process.extract(
        _shape(given), shapes, scorer=Levenshtein.distance, limit=_CANDIDATES, processor=None
    )
    far = LETTER * len(given) + _OUT_OF_REACH
    best: dict[str, Match] = {}
    for _, _, spelling in near:
        found = spellings()[spelling].name
        ways = [distance(form, truth, far) for form in forms for truth in _printed()[spelling]]
        best[found] = min(*ways, best.get(found, _UNREACHED))
    return best


def _goes_on(folded: str) -> bool:
    """True for a name that goes on into another word: Aalborgvej, Nordfyns Bank."""
    return any(
        folded.startswith(spelling) and len(folded) - len(spelling) >= _MORE
        for spelling in spellings()
    )


def null_cost(name: str, beside: bool = False) -> float:
    """Cost in nats of the reading being something else: any text, or another known word."""
    given = name.casefold()
    anything = LETTER * sum(letter.isalpha() or letter.isdigit() for letter in given)
    if beside:
        return anything
    return min(
        [anything, *(_WORD + distance(given, word, anything).cost for word in _near_others(given))]
    )


# Nats by which any one of some 400 other words is rarer in a name cell than "something else".
_WORD = 8.5


def posterior(costs: Mapping[str, Match], *, null: float, prior: float) -> Mapping[str, float]:
    """Share of the likelihood of each candidate, ``prior`` nats against every one of them."""
    weights = {name: math.exp(null - prior - cost) for name, (cost, _) in costs.items()}
    total = 1.0 + sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


@cache
def _printed() -> Mapping[str, Iterable[str]]:
    """Folded spelling → the forms print may have: as spelled, with å for aa."""
    return {
        spelling: tuple({spelling, municipality.name.casefold()})
        if fold(municipality.name) == spelling
        else (spelling,)
        for spelling, municipality in spellings().items()
    }


# Letters that OCR mixes up, as one sign each: readings are first sorted by their shape.
_SHAPE = str.maketrans(
    dict.fromkeys("øoge@6&q09cæaåäáàéz42", "o")
    | dict.fromkeys("il1|!jtf[]í", "i")
    | dict.fromkeys("nrhm", "n")
    | dict.fromkeys(" -.,'~", "")
)


def _shape(text: str) -> str:
    return text.casefold().replace("m", "nn").translate(_SHAPE)


@cache
def _shapes() -> Mapping[str, str]:
    return {spelling: _shape(spelling) for spelling in spellings()}


@cache
def _others(source: str) -> dict[str, str]:
    """Folded words of a list that are no municipality → their shape."""
    text = (files("normalize") / "data" / source).read_text(encoding="utf-8")
    words = (fold(line) for line in text.splitlines() if line and not line.startswith("#"))
    return {word: _shape(word) for word in words if word not in spellings()}


def _near_others(given: str) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    known = _others("andre_navne.txt") | _others("almindelige_ord.txt")
    near = process.extract(
        _shape(given), known, scorer=Levenshtein.distance, limit=5, processor=None
    )
    return [word for _, _, word in near]
