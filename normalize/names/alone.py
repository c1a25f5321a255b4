"""One name as read → the municipality it names, or undecided.

Every municipality, some hundred other words and a text that is none of them are held against
what was read; the confidence is the share of all their likelihood that the best one has
(Bayes' rule over the learned channel, `names.channel`). ``Zrg`` alone may be too many things
and stays undecided; ``Zrg Kommune``, or ``Zrg`` where only Ærø is left (`names.roster`), does
not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from normalize.model import Municipality
from normalize.names.channel import learned
from normalize.names.municipalities import by_name, first_parts, fold, municipalities, spellings
from normalize.names.printed import KOMMUNE, bare, shortened, spelled, titled
from normalize.names.words import PLACES, near_words, other_words, shape, spelling_cost, word_cost

# Nats against a municipality before a letter is read, alone and beside the word "kommune".
ALONE = 0.0
BESIDE_KOMMUNE = -4.5
# A decision needs this share of the likelihood. On 9,038 misreadings in typefaces the channel had
# not seen 76.5 % are right and 9 wrong; benchmarks/names.py prints what other shares give.
CERTAIN = 0.95
CONFUSION = "name:confusion"  # reason: other letters than print has
OTHER = "name:other"  # reason: a known text that is no municipality
SEVERAL = "name:several"  # reason: a cell that holds the names of two rows
# Beside "kommune" no other text competes, only names do: "Ere Kommune" has 0.95.
_CERTAIN_BESIDE = 0.94
# Share of the letters as printed above which a reading alone is one: "Zrg" may be anything.
_KEPT = 1 / 3
# Share of its nats that a reading's likelihood is believed: errors are less independent than the
# channel has them.
_BELIEF = 0.7
# Nats by which a name cell rarely holds another text, and share of that text's nats believed.
_TEXT, _TEXT_BELIEF = 5.0, 0.67
# Nats by which any one of some 300 other places is rarer in a name cell than a name.
_WORD = 10.5
_CANDIDATES = 30  # printed forms compared in full; the truth is among them in 97.5 of 100
_OUT_OF_REACH = 16.0  # nats over the best alignment: no other level of noise makes up for it
_MORE = 3  # letters after a whole name that make it another word
_LONG = re.compile(r"[^\W\d_]{4}")  # specks beside a name are read as shorter words
_LONGEST = 60  # letters; the longest name has 17, more is prose

# A row of several municipalities: a part of the country, or the sum or mean of one.
_OF_SEVERAL = re.compile(
    r"(?:lands(?:del|gennemsnit)|region|hele landet|i alt|total|sum|gns|gennemsnit|median)\b",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"[^\W\d]-\s*$")  # a double name whose second part stands elsewhere


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

    @property
    def repaired(self) -> bool:
        """Whether the name was read in damaged letters: not spelled, shortened or broken."""
        return self.reason == CONFUSION


def match(text: str) -> NameMatch:
    """The municipality a text names on its own evidence; see `NameMatch`."""
    return _match(text)


@lru_cache(maxsize=20_000)
def _match(text: str) -> NameMatch:
    if len(text) > 4 * _LONGEST:
        return NameMatch(text, None, 0.0, None, "name:none")
    name, beside = bare(text)
    letters = sum(letter.isalpha() for letter in name)
    digits = sum(letter.isdigit() for letter in name)
    if not letters or digits * 2 > letters or len(name) > _LONGEST:
        return NameMatch(text, None, 0.0, None, "name:none")
    exact = spelled(name, beside)
    if exact is not None:
        return NameMatch(text, exact, 1.0, None, "", exact)
    short = shortened(text)
    if short is not None:
        return NameMatch(text, short, 0.999, None, "name:short", short)
    begun = first_parts().get(fold(name)) if _BROKEN.search(text) else None
    if begun is not None:
        return NameMatch(text, begun, 0.999, None, "name:broken", begun)
    costs = candidates(name, beside)
    if fold(name) in other_words(PLACES) or _OF_SEVERAL.match(name):
        return NameMatch(text, None, 0.0, None, OTHER)
    prior = BESIDE_KOMMUNE if beside else ALONE
    shares = posterior(costs, null=null_cost(name, beside), prior=prior + math.log(98))
    ranked = sorted(shares.items(), key=lambda item: -item[1])
    best, confidence = ranked[0]
    runner_up = by_name(ranked[1][0]) if len(ranked) > 1 else None
    likely = by_name(best)
    another = _goes_on(fold(name))
    if any(by_name(word) not in {None, likely} for word in name.split()):
        return NameMatch(text, None, 0.0, None, SEVERAL)
    certain = confidence >= (_CERTAIN_BESIDE if beside else CERTAIN)
    legible = beside or _kept(name, best) > _KEPT
    decided = likely if certain and legible and not another else None
    reason = CONFUSION if decided else "name:undecided"
    return NameMatch(text, decided, confidence, runner_up, reason, likely, costs[best])


@lru_cache(maxsize=20_000)
def candidates(name: str, beside: bool = False) -> Mapping[str, float]:
    """Canonical name → nats of its being read as ``name``, for those in reach."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    near = process.extract(
        shape(name), _shapes(), scorer=Levenshtein.distance, limit=_CANDIDATES, processor=None
    )
    best: dict[str, float] = {}
    limit = math.inf
    for _, _, printed in near:
        found = _printed()[printed].name
        price = cost(name, printed, beside, limit)
        if price < best.get(found, math.inf):
            best[found] = price
            limit = min(limit, price / _BELIEF + _OUT_OF_REACH)
    return best


@lru_cache(maxsize=20_000)
def cost(name: str, printed: str, beside: bool = False, limit: float = math.inf) -> float:
    """Nats of a printed name being read as ``name``, in the genitive too beside "kommune".

    Infinite where no alignment costs less than ``limit`` nats.
    """
    channel, given = learned(), titled(name)
    if not beside:
        return -_BELIEF * channel.log_likelihood(given, printed, limit=limit)
    # The word beside was legible, so the noise is low.
    noise = channel.noise("kommune", "kommune")
    return -_BELIEF * max(
        channel.log_likelihood(form, printed, noise=noise, limit=limit)
        for form in {given, given.removesuffix("s")}
    )


def _kept(name: str, printed: str) -> float:
    """Share of the letters, of whichever text has more, that were read as printed.

    An o for ø, an a for å and ae for æ count as such: an English model has no other.
    """
    steps = learned().align(titled(name), printed)
    kept = sum(
        step.kept or _plain(step.read) == _plain(step.printed) for step in steps if step.printed
    )
    return kept / max(len(name), len(printed))


def _goes_on(folded: str) -> bool:
    """True for a name that is part of another: Aalborgvej, Storkøbenhavn, Retten i Odense."""
    return any(
        (folded.startswith(spelling) and len(folded) - len(spelling) >= _MORE)
        or (folded.endswith(spelling) and _LONG.search(folded.removesuffix(spelling)))
        for spelling in spellings()
    )


def null_cost(name: str, beside: bool = False) -> float:
    """Cost in nats of the reading being something else: any text, or another known word."""
    given = name.casefold()
    anything = min(_TEXT + _TEXT_BELIEF * spelling_cost(given), word_cost(name, beside))
    if beside:
        return anything
    channel = learned()
    words = (_WORD - _BELIEF * channel.log_likelihood(given, word) for word in near_words(given))
    return min([anything, *words])


def posterior(costs: Mapping[str, float], *, null: float, prior: float) -> Mapping[str, float]:
    """Share of the likelihood of each candidate, ``prior`` nats against every one of them."""
    weights = {name: math.exp(null - prior - price) for name, price in costs.items()}
    total = 1.0 + sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


@cache
def _printed() -> Mapping[str, Municipality]:
    """The forms print has of each name, without those that only do without æ, ø and å."""
    forms: dict[str, Municipality] = {}
    for municipality in municipalities():
        name = municipality.name
        with_ring = name.replace("Aa", "Å").replace("aa", "å")
        aliases = (alias for alias in municipality.aliases if _plain(alias) != _plain(name))
        for form in (name, with_ring, *aliases):
            forms.setdefault(KOMMUNE.sub("", form).strip(), municipality)
    return forms


def _plain(text: str) -> str:
    """A name in the letters that Danish shares with English."""
    plain = fold(text).replace(" ", "").replace("æ", "ae").replace("ø", "o")
    return plain.replace("oe", "o").replace("aa", "a")


@cache
def _shapes() -> Mapping[str, str]:
    return {printed: shape(printed) for printed in _printed()}
