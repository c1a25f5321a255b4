"""Several readings of one cell → one value, and how far it may be trusted.

Every reading is a witness that errs as often as such witnesses did on scans whose truth is known
(`figures.witnesses`). The share of a value is its probability by Bayes' rule, held against
every other value that was read and against all that nobody read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.model import Reading
from extract.ocr.reading import BROKEN, CLEAR, INK, SIGN
from normalize.figures import numbers, status
from normalize.figures.numbers import SURE, Figure, Form
from normalize.figures.status import ORDER, Verdict
from normalize.figures.witnesses import CROPS, STATUSES, Witness, error, family, kept, witnesses
from normalize.model import OPEN, Fulfilled, Status
from normalize.names.channel import log_sum

CERTAIN = 0.999  # share from which a value is handed over without a person
SINGLE = 0.95  # of one reading alone: 1 to 5 % of such figures are wrong
_SEEN = 0.5  # a reader's own confidence below which an empty cell or a missing mark was guessed
_FAINT = 0.05  # below which all readings stand where the width of the ink does not bear them out
# Of print this small (`extract.ocr.cells`) all readers lose one of two touching digits alike: 31,9
# was 3,9 for both, the crop reader at 0.29 and 0.54.
SMALL, _SURE_IF_SMALL = ":small", 0.8
# Of 140 figures in bits on eleven faxes 91 pass, all right. Two on which the readers agreed were
# wrong: there Tesseract was sure to 0.01 and 0.27.
_SURE_IF_BROKEN = 0.7
# Nats: OCR loses ink, it seldom invents any. A digit too many, one lost, one for another; a
# comma lost; a minus lost; a digit for a minus; and any other misreading.
_DIGITS = (5, 3, 4)
_COMMA_LOST, _MINUS_LOST, _MINUS_READ = 1.5, 1.5, 2.0
_OTHER = 3.0
_COMMA = re.compile(r"(?<=\d)[.,;:](?=\d)")
_NO_GLYPH = re.compile(r"[^\d,-]")
_SPECK = re.compile(
    r"\s*[^\w\s+(-]"
)  # before a figure: the rest of a minus, as far as anyone knows
# Share of the figures of a column with minuses that may have lost theirs unseen: enough for what a
# figure is bound to, to raise a doubt. (9 of 2,020 on faxes of 7.5 to 9 pt.)
_UNSIGNED = 0.005
_DASHES = str.maketrans("−–—~=", "-----")

Key = tuple[float | None, int]


class Guess(NamedTuple):
    """A figure that was read, and its share of the probability (0-1)."""

    figure: Figure
    share: float


def figure(readings: Sequence[Reading], form: Form) -> tuple[Figure, tuple[Guess, ...]]:
    """The figure behind the readings of one cell, and all that it may be, likeliest first.

    ``form`` is the form of the column. The status is ok where two readers agree on a figure that
    is well formed and none contradicts, repaired where the readings together leave no doubt,
    review otherwise, and where ink stands before the figure of a column that has minuses, or
    the ink is in bits and two readers are not sure alike: there they err alike.
    """
    ink = "".join(reading.text for reading in readings if reading.reader == INK)
    heard = [reading for reading in readings if reading.reader != INK]
    readings = kept(heard)
    found, guesses = _read(readings, form, clear=CLEAR in ink)
    if found.status is Status.OK and len(readings) < len(heard):
        found = _because(found, Status.REPAIRED, "readers:majority")
    if not form.signed or not found.number or found.number < 0:
        signs = guesses
    elif SIGN in ink or any(_SPECK.match(reading.text) for reading in readings):
        found, signs = _because(found, Status.REVIEW, "number:sign"), _either(guesses, 0.5)
    else:
        signs = _either(guesses, _UNSIGNED)
    if BROKEN in ink and found.number is not None and not _whole(readings, found, form):
        found = _because(found, Status.REVIEW, "readers:broken")
        signs = tuple(guess._replace(share=guess.share * SINGLE) for guess in signs)
    return found, signs


def _whole(readings: Sequence[Reading], found: Figure, form: Form) -> bool:
    """True where two readers are sure of a figure in bits, and no reading says otherwise."""
    said = [(one, _key(_parse(one.text, form))) for one in readings if one.text.strip()]
    sure = {family(one.reader) for one, _ in said if one.confidence >= _SURE_IF_BROKEN}
    return len(sure) > 1 and all(key == _key(found) for _, key in said)


def _either(guesses: Sequence[Guess], lost: float) -> tuple[Guess, ...]:
    """The guesses, and each figure with the minus that it lost by this chance (0-1)."""
    turned = [
        Guess(replace(one.figure, number=-one.figure.number), one.share * lost)
        for one in guesses
        if one.figure.number
    ]
    kept = [
        one._replace(share=one.share * (1.0 - lost)) if one.figure.number else one
        for one in guesses
    ]
    return (*kept, *turned)


def _read(
    readings: Sequence[Reading], form: Form, *, clear: bool
) -> tuple[Figure, tuple[Guess, ...]]:
    """What the readers make of a cell; ``clear`` where nothing lies over its ink."""
    heard = witnesses(readings, lambda text: _key(_parse(text, form)))
    figures = [_plainest(one, form) for one in heard]
    guesses = _weighed(heard, figures, form)
    if not guesses:
        best = next((one for one in figures if one.number is not None), figures[0])
        return _because(best, Status.REVIEW, _doubt(readings)), ()
    best, share = guesses[0]
    backing = [one for one in heard if one.said == _key(best)]
    alone = len(backing) == len(heard) and all(o.status is not Status.REVIEW for o in figures)
    guessed = best.missing and not (alone and _clear(readings))
    doubted = all(r.confidence < _FAINT for r in readings) or any(
        SMALL in r.reader and r.confidence < _SURE_IF_SMALL for r in readings
    )
    marred = not clear and _marred(readings, backing)
    if share < CERTAIN or guessed or doubted or not _enough(backing) or marred:
        faint = alone and len(backing) > 1
        return _because(
            best, Status.REVIEW, "readers:faint" if faint else _doubt(readings)
        ), guesses
    if alone and len(backing) > 1:
        return best, guesses
    same = len({re.sub(r"\D", "", look.text) for one in heard for look in one.looks}) == 1
    reason = "readers:majority" if len(backing) > 1 else "readers:scales"
    return _because(best, Status.REPAIRED, "readers:digits" if same else reason), guesses


def _marred(readings: Sequence[Reading], backing: Sequence[Witness]) -> bool:
    """True where one reader alone has a figure in print that another makes nothing of.

    A stamp's line over the first digit of ``31,6 %`` left one ``1,6%`` and the other ``Wb %``.
    """
    if len(backing) > 1:
        return False
    others = [one for one in readings if family(one.reader) != backing[0].family]
    return any(numbers.parse(one.text).reason[-1:] == ("number:unreadable",) for one in others)


def verdict(readings: Sequence[Reading]) -> tuple[Verdict, float]:
    """The status behind the readings of one cell, with its probability.

    Texts that are no status tell nothing; words in no order may be those of two rows. A goal met
    is not believed of one reader alone but where its words stand clear: a stamp hid an ``ikke``.
    """
    read = [(one, status.parse(one.text)) for one in readings if one.reader != INK]
    clear = [reading for reading, one in read if one and one.status is not Status.REVIEW]
    heard = witnesses(clear, _side, STATUSES) if clear else []
    shares = _posterior(heard, {one.said: {} for one in heard})
    mixed = any(one is not None and ORDER in one.reason for _, one in read)
    side, share = max(shares.items(), key=lambda item: item[1], default=(None, 0.0))
    backing = [one for one in heard if one.said == side]
    bare = any(one.reader == INK and CLEAR in one.text for one in readings)
    hidden = side is Fulfilled.OPFYLDT and len(backing) == 1 and not bare
    if share < CERTAIN or mixed or hidden or not _enough(backing):
        guess = side if isinstance(side, Fulfilled) and not mixed else None
        return Verdict(guess, Status.REVIEW, (_doubt(one for one, _ in read),)), min(share, OPEN)
    plain = [one for reading, one in read if one and one.fulfilled == side and reading in clear]
    best = min(plain, key=lambda one: len(one.reason))
    if len(backing) > 1 and len(heard) == len(backing):
        return best, share
    reason = "readers:majority" if len(backing) > 1 else "readers:scales"
    return replace(best, status=Status.REPAIRED, reason=(*best.reason, reason)), share


def _side(text: str) -> Hashable:
    found = status.parse(text)
    return found.fulfilled if found else None


def _enough(backing: Sequence[Witness]) -> bool:
    """True for two readers, or the crop reader at two scales: no single look is enough."""
    twice = any(one.family == CROPS and len(one.looks) > 1 for one in backing)
    return len(backing) > 1 or twice


def _doubt(readings: Iterable[Reading]) -> str:
    families = {family(reading.reader) for reading in readings}
    return "readers:disagree" if len(families) > 1 else "readers:single"


def _parse(text: str, form: Form) -> Figure:
    """One reading; more decimals than usual are no misreading once two readers see them.

    But where a per cent sign belongs: all readers take a small one for a 9 (14 of a photo's 294).
    """
    found = numbers.parse(text, form)
    more = (
        not form.per_cent
        and found.decimals > (form.decimals or 0)
        and found.reason == ("number:decimals",)
    )
    return replace(found, status=Status.OK, reason=()) if more else found


def _plainest(witness: Witness, form: Form) -> Figure:
    return min((_parse(look.text, form) for look in witness.looks), key=lambda f: len(f.reason))


def _key(one: Figure) -> Key:
    return (one.number, one.decimals) if one.number is not None else (None, int(one.missing))


def _weighed(heard: Sequence[Witness], figures: Sequence[Figure], form: Form) -> tuple[Guess, ...]:
    """Every value read that is well formed, with its share; a missing mark counts as a value."""
    candidates = {
        _key(one): one
        for one in sorted(figures, key=lambda one: -len(one.reason))
        if one.missing or (one.status is not Status.REVIEW and _fits(one, form))
    }
    costs: dict[Hashable, dict[Hashable, float]] = {
        key: {one.said: _cost(one.looks[0].text, truth) for one in heard}
        for key, truth in candidates.items()
    }
    shares = _posterior(heard, costs)
    ranked = sorted(candidates, key=lambda key: -shares[key])
    return tuple(Guess(candidates[key], shares[key]) for key in ranked)


def _posterior(
    heard: Sequence[Witness], costs: Mapping[Hashable, Mapping[Hashable, float]]
) -> dict[Hashable, float]:
    """Share of each candidate. ``costs``: nats of what each other witness says, were it printed.

    Nobody's share is more than that of two readers in agreement, who have erred together.
    """
    logs = {
        truth: sum(
            math.log(1.0 - one.error)
            if one.said == truth
            else math.log(one.error) - cost.get(one.said, _OTHER)
            for one in heard
        )
        for truth, cost in costs.items()
    }
    if not logs:
        return {}
    unread = _OTHER + sum(math.log(one.error) - _OTHER for one in heard)
    total = log_sum([*logs.values(), unread])
    ceiling = 1.0 - error("together", 1.0)
    return {truth: min(ceiling, math.exp(log - total)) for truth, log in logs.items()}


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
    bare, negative = seen.lstrip("-"), truth.number < 0
    if bare == whole.replace(",", ""):
        cost = _COMMA_LOST if truth.decimals else 0.0
    else:
        cost = float(Levenshtein.distance(whole, bare, weights=_DIGITS))
    cost += _MINUS_LOST * (negative != seen.startswith("-"))
    return min(cost, _MINUS_READ) if negative and bare[1:] == whole else cost


def _fits(one: Figure, form: Form) -> bool:
    return form.decimals is None or one.decimals >= form.decimals


def _clear(readings: Sequence[Reading]) -> bool:
    """True for an empty cell or a missing mark that no reader had to guess."""
    return all(not reading.text.strip() or reading.confidence >= _SEEN for reading in readings)


def _because(one: Figure, status_: Status, reason: str) -> Figure:
    return replace(one, status=status_, reason=(*one.reason, reason))
