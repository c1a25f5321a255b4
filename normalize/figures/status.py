"""Status cells: is the goal met? ``Ikke`` decides everything, so no fuzziness may lose it."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from normalize.model import Fulfilled, Status
from normalize.prose.confusion import distance

_DONE = ("opfyldt", "indfriet", "nået", "opnået", "overholdt", "klaret", "honoreret", "imødekommet")
_DOES = ("opfylder", "indfrier", "når", "opnår", "overholder", "klarer", "honorerer", "imødekommer")
_MET = (*_DONE, *_DOES, "er opfyldt", "lever op", "lever op til", "i mål", "ja", "ok", "opf")
_NOT_MET = (
    *(f"{no} {word}" for no in ("ikke", "ej") for word in (*_DONE, "ok", "opf")),
    *(f"{word} ikke" for word in _DOES),
    "er ikke opfyldt",
    "uopfyldt",
    "lever ikke op",
    "lever ikke op til",
    "ikke i mål",
    "nej",
)
# No status, but a letter or two from one: ``Ikke målt`` was read as ``Ikke nået``.
_UNKNOWN = tuple(
    f"{no} {word}"
    for no in ("ikke", "ej")
    for word in ("målt", "oplyst", "opgjort", "opgøres", "beregnet", "relevant", "vurderet")
)
_SIGNS = {
    "✓": Fulfilled.OPFYLDT,
    "✔": Fulfilled.OPFYLDT,
    "√": Fulfilled.OPFYLDT,
    "☑": Fulfilled.OPFYLDT,
    "✅": Fulfilled.OPFYLDT,
    "✗": Fulfilled.IKKE_OPFYLDT,
    "✘": Fulfilled.IKKE_OPFYLDT,
    "✕": Fulfilled.IKKE_OPFYLDT,
    "❌": Fulfilled.IKKE_OPFYLDT,
    "☒": Fulfilled.IKKE_OPFYLDT,
}
# What readers of a fax make of the two words that are too short to allow for damage; neither is one
# or two letters from the other.
_NEARLY = {
    Fulfilled.OPFYLDT: re.compile(r"j[oåäàæ]$"),
    Fulfilled.IKKE_OPFYLDT: re.compile(r"n[eé][ilrt1!|)\]}]$"),
}
_OBJECT = re.compile(r"(?<!\bi\s)\b(?:resultat|fokus)?-?m[aåé]+l(?:et|ene)?\b", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=\w)-\s?(?=\w)")
_FOOTNOTE = re.compile(r"(?:[*†‡¹²³⁰⁴-⁹]+|\s+\(?\d{1,2}\)|(?<=\w)\d\))$")
_LONGEST = 40  # letters; a longer cell is a sentence

# Nats (`prose.confusion`). A goal met allows damaged letters but none too many: a letter left
# over may be the rest of "ikke", and costs 4.0. A goal not met has more letters to be damaged.
_MET_LIMIT = 3.4
_NOT_MET_LIMIT = 6.5
_MARGIN = 5.0  # to the opposite; "ikke" itself is worth four lost letters, 16 nats
_LIKELY = 12.0  # up to here a best guess is given along with a review
_FAR = _LIKELY + _MARGIN  # beyond this a phrase decides nothing
_SMUDGES = "-–—~=_"  # before a status: what may be left of "ikke"
# Must stand there as they are: too short, or one damaged letter away from the opposite.
ORDER = "status:order"  # whole words in no known order: those of two rows, perhaps
_VOCABULARY = {word for phrase in (*_MET, *_NOT_MET) for word in phrase.split()}
_EXACT_ONLY = {
    *("ja", "ok", "nej", "når", "nået", "opnår", "opnået", "i mål", "opf"),
    *("uopfyldt", "ikke ok", "ikke opf", "ikke i mål"),
    *(phrase for phrase in _NOT_MET if phrase.startswith("ej ")),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a status cell says; ``fulfilled`` may be a best guess where ``status`` is review."""

    fulfilled: Fulfilled | None
    status: Status
    reason: tuple[str, ...] = ()


@lru_cache(maxsize=10_000)
def parse(text: str) -> Verdict | None:
    """Read a status cell; None for a text that is no status at all."""
    plain = " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())
    plain = _FOOTNOTE.sub("", plain).strip(" .:;")
    if plain in _SIGNS:
        return Verdict(_SIGNS[plain], Status.OK)
    words = " ".join(_HYPHEN.sub(" ", _OBJECT.sub(" ", plain.casefold())).split()) or plain
    parts = [part.strip() for part in re.split("[,–/]", words)]  # ``Nej, ikke nået``
    told = set(parts)
    if len(told) == len(parts):  # the same said twice may be two rows run together
        if told.issubset(_MET):
            return Verdict(Fulfilled.OPFYLDT, Status.OK)
        if told.issubset(_NOT_MET):
            return Verdict(Fulfilled.IKKE_OPFYLDT, Status.OK)
    for side, damaged in _NEARLY.items():
        if damaged.match(words):
            return Verdict(side, Status.REPAIRED, ("status:confusion",))
    if words and _VOCABULARY.issuperset(words.split()):
        return Verdict(None, Status.REVIEW, (ORDER,))
    digits = sum(letter.isdigit() for letter in words)
    if not 3 <= len(words) <= _LONGEST or digits * 3 > len(words):
        return None
    return _damaged(words.replace(" ", ""))


def _damaged(letters: str) -> Verdict | None:
    """Decide a damaged cell by its distance to every phrase of either side."""
    met = _nearest(letters, _MET)
    not_met = _nearest(letters, _NOT_MET)
    if _nearest(letters, _UNKNOWN) <= min(met, not_met):
        return None
    smudged = letters[0] in _SMUDGES
    if met <= _MET_LIMIT and not_met - met >= _MARGIN and not smudged:
        return Verdict(Fulfilled.OPFYLDT, Status.REPAIRED, ("status:confusion",))
    if not_met <= _NOT_MET_LIMIT and met - not_met >= _MARGIN:
        return Verdict(Fulfilled.IKKE_OPFYLDT, Status.REPAIRED, ("status:confusion",))
    if min(met, not_met) > _LIKELY or min(met, not_met) > 1.2 * len(letters):
        return None
    guess = Fulfilled.OPFYLDT if met < not_met else Fulfilled.IKKE_OPFYLDT
    return Verdict(guess, Status.REVIEW, ("status:unsure",))


def _nearest(letters: str, phrases: tuple[str, ...]) -> float:
    costs = [
        distance(letters, phrase.replace(" ", ""), _FAR)
        for phrase in phrases
        if phrase not in _EXACT_ONLY
    ]
    return min(costs, default=math.inf)
