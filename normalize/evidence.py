"""Several readings of one cell → one value, and how far it may be trusted.

Every reading is a witness that errs as often as its reader did where it was so sure
(`normalize.trust`). The share of a value is its probability by Bayes' rule, held against every
other value that was read and against all that nobody read. Readings of one reader that agree
are one witness: two looks at one picture by the same eyes.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.model import Reading
from normalize import numbers, status
from normalize.channel import log_sum
from normalize.model import Status
from normalize.numbers import SURE, Figure, Form
from normalize.status import Verdict
from normalize.trust import error

CERTAIN = 0.999  # share from which a figure is handed over without a person
AGREED = 0.999  # confidence of two readers in agreement on a status
SETTLED = 0.99  # of a status that one reader was sure of at two scales
SINGLE = 0.95  # of one reader alone: 1 to 5 % of such figures are wrong
OPEN = 0.5  # of a best guess that nothing speaks for but itself
_STEADY = 0.9  # a reader's own confidence, at two scales, from which a status is believed
_SEEN = 0.5  # below which an empty cell or a missing mark was guessed
# Nats: OCR loses ink, it seldom invents any. A digit too many, one lost, one for another; a
# comma lost; a minus lost; a digit for a minus; and any other misreading of a figure.
_DIGITS = (5, 3, 4)
_COMMA_LOST, _MINUS_LOST, _MINUS_READ = 1.5, 1.5, 2.0
_OTHER = 3.0
_COMMA = re.compile(r"(?<=\d)[.,;:](?=\d)")
_NO_GLYPH = re.compile(r"[^\d,-]")
_DASHES = str.maketrans("−–—~=", "-----")
_FAMILY = re.compile(r"[^\W\d_]+")

Key = tuple[float | None, int]


class Guess(NamedTuple):
    """A figure that was read, and its share of the probability (0-1)."""

    figure: Figure
    share: float


class _Witness(NamedTuple):
    """What one reader made of a cell: the best form of its text, and how often it errs."""

    family: str
    text: str
    figure: Figure
    error: float


def family(reader: str) -> str:
    """The reader behind a name: ``tesseract:eng`` and ``tesseract@2`` are one, not two."""
    match = _FAMILY.match(reader)
    return match[0].lower() if match else reader


def figure(readings: Sequence[Reading], form: Form) -> tuple[Figure, tuple[Guess, ...]]:
    """The figure behind the readings of one cell, and all that it may be, likeliest first.

    ``form`` is the form of the column. The status is ok where two readers agree on a figure that
    is well formed and none contradicts, repaired where the readings together leave no doubt,
    review otherwise.
    """
    witnesses = _witnesses(readings, form)
    guesses = _weighed(witnesses, form)
    families = {family(one.reader) for one in readings}
    if not guesses:
        best = next((w.figure for w in witnesses if w.figure.number is not None), None)
        reason = "readers:disagree" if len(families) > 1 else "readers:single"
        return _because(best or witnesses[0].figure, Status.REVIEW, reason), ()
    best, share = guesses[0]
    backed = {one.family for one in witnesses if _key(one.figure) == _key(best)}
    alone = len(witnesses) == len(backed) and all(
        one.figure.status is not Status.REVIEW for one in witnesses
    )
    if best.missing and not (alone and _clear(readings)):
        reason = "readers:faint" if alone and len(families) > 1 else _dissent(families)
        return _because(best, Status.REVIEW, reason), guesses
    if share < CERTAIN or not (len(backed) > 1 or _twice(readings, best, form)):
        reason = "readers:faint" if alone and len(backed) > 1 else _dissent(families)
        return _because(best, Status.REVIEW, reason), guesses
    if alone and len(backed) > 1:
        return best, guesses
    return _because(best, Status.REPAIRED, _ground(witnesses, backed)), guesses


def _twice(readings: Sequence[Reading], best: Figure, form: Form) -> bool:
    """True where the crop reader read the same at two scales; only then does one reader do."""
    looks = [one for one in readings if _key(_parse(one.text, form)) == _key(best)]
    return sum(family(one.reader) == "rapid" for one in looks) > 1


def _dissent(families: Iterable[str]) -> str:
    return "readers:disagree" if len(set(families)) > 1 else "readers:single"


def _ground(witnesses: Sequence[_Witness], backed: Iterable[str]) -> str:
    """Why a figure is believed that not all readings gave as it is."""
    if len({re.sub(r"\D", "", one.text) for one in witnesses}) == 1:
        return "readers:digits"
    return "readers:majority" if len(set(backed)) > 1 else "readers:scales"


def _witnesses(readings: Sequence[Reading], form: Form) -> list[_Witness]:
    """The readings with those of one reader that say the same made one.

    A reader that saw nothing where another saw print is no witness.
    """
    said: dict[tuple[str, Key], list[tuple[Reading, Figure]]] = {}
    for reading in [one for one in readings if one.text.strip()] or readings:
        one = _parse(reading.text, form)
        said.setdefault((family(reading.reader), _key(one)), []).append((reading, one))
    answers = Counter(name for name, _ in said)
    witnesses = []
    for (name, _), looks in said.items():
        plain = min(looks, key=lambda look: (len(look[1].reason), -look[0].confidence))
        wrong = _error(name, [reading for reading, _ in looks], split=answers[name] > 1)
        witnesses.append(_Witness(name, plain[0].text, plain[1], wrong))
    return witnesses


def _error(name: str, alike: Sequence[Reading], *, split: bool) -> float:
    """How often one reader's looks that say the same are wrong; ``split`` where another differs."""
    if name == "rapid":
        how = f"{name} split" if split else f"{name} twice" if len(alike) > 1 else name
        return error(how, min(one.confidence for one in alike))
    return min(error(one.reader + " split" * split, one.confidence) for one in alike)


def _parse(text: str, form: Form) -> Figure:
    """One reading; more decimals than usual are no misreading once two readers see them."""
    found = numbers.parse(text, form)
    more = found.decimals > (form.decimals or 0) and found.reason == ("number:decimals",)
    return replace(found, status=Status.OK, reason=()) if more else found


def _key(one: Figure) -> Key:
    return (one.number, one.decimals) if one.number is not None else (None, int(one.missing))


def _weighed(witnesses: Sequence[_Witness], form: Form) -> tuple[Guess, ...]:
    """Every value read that is well formed, with its share; a missing mark counts as a value."""
    candidates = {
        _key(one.figure): one.figure
        for one in sorted(witnesses, key=lambda one: -len(one.figure.reason))
        if one.figure.missing or (one.figure.status is not Status.REVIEW and _fits(one, form))
    }
    logs = {key: _log_likelihood(witnesses, one, key) for key, one in candidates.items()}
    unread = _OTHER + sum(math.log(one.error) - _OTHER for one in witnesses)
    total = log_sum([*logs.values(), unread])
    ceiling = 1.0 - error("together", 1.0)
    ranked = sorted(logs, key=lambda key: -logs[key])
    return tuple(Guess(candidates[k], min(ceiling, math.exp(logs[k] - total))) for k in ranked)


def _log_likelihood(witnesses: Sequence[_Witness], truth: Figure, key: Key) -> float:
    """Log of the probability of all that was read if ``truth`` is printed."""
    return sum(
        math.log(1.0 - one.error)
        if _key(one.figure) == key
        else math.log(one.error) - _cost(one.text, truth)
        for one in witnesses
    )


def _glyphs(text: str) -> str:
    """Minus, digits and decimal mark of a reading's longest part: a misread ``%`` stands apart."""
    plain = text.translate(SURE).translate(_DASHES)
    parts = (_NO_GLYPH.sub("", _COMMA.sub(",", part)) for part in plain.split())
    return max(parts, key=len, default="")


def _cost(text: str, truth: Figure) -> float:
    """Nats it costs that ``truth`` was misread as ``text``; texts without digits cost the same."""
    from rapidfuzz.distance import Levenshtein

    seen = _glyphs(text)
    if truth.number is None or not any(map(str.isdigit, seen)):
        return _OTHER
    whole = f"{abs(truth.number):.{truth.decimals}f}".replace(".", ",")
    bare = seen.lstrip("-")
    negative = truth.number < 0
    if bare == whole.replace(",", ""):
        cost = _COMMA_LOST if truth.decimals else 0.0
    else:
        cost = float(Levenshtein.distance(whole, bare, weights=_DIGITS))
    cost += _MINUS_LOST * (negative != seen.startswith("-"))
    if negative and bare[1:] == whole:
        cost = min(cost, _MINUS_READ)
    return cost


def _fits(one: _Witness, form: Form) -> bool:
    return form.decimals is None or one.figure.decimals >= form.decimals


def _clear(readings: Sequence[Reading]) -> bool:
    """True for an empty cell or a missing mark that no reader had to guess."""
    return all(not reading.text.strip() or reading.confidence >= _SEEN for reading in readings)


def _steady(readings: Sequence[Reading]) -> bool:
    """True where the crop reader, alone on the machine, was sure at two scales of the crop."""
    return len(readings) >= 2 and all(
        family(reading.reader) == "rapid" and reading.confidence >= _STEADY for reading in readings
    )


def verdict(readings: Sequence[Reading]) -> tuple[Verdict, float]:
    """The status behind the readings of one cell, with its confidence."""
    read = [(family(reading.reader), status.parse(reading.text)) for reading in readings]
    sides = {one.fulfilled for _, one in read if one is not None}
    sure = [(reader, one) for reader, one in read if one and one.status is not Status.REVIEW]
    if len(sides) == 1 and len({reader for reader, _ in sure}) >= 2:
        plain = next((one for _, one in sure if one.status is Status.OK), sure[0][1])
        return plain, AGREED
    if len(sides) == 1 and len(sure) == len(read) and _steady(readings):
        return replace(sure[0][1], status=Status.REPAIRED, reason=("readers:scales",)), SETTLED
    guess = sure[0][1].fulfilled if sure and len(sides) == 1 else None
    readers = {reader for reader, _ in read}
    reason = "readers:single" if len(readers) == 1 else "readers:disagree"
    return Verdict(guess, Status.REVIEW, (reason,)), OPEN


def _because(one: Figure, status_: Status, reason: str) -> Figure:
    return replace(one, status=status_, reason=(*one.reason, reason))
