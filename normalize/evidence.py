"""Several readings of one cell → one value, and how far it may be trusted.

Two *different* readers that agree on a well-formed value are believed: on scanned notater not one
of about 1,700 such agreements was wrong, while one reader alone misreads 1 to 5 % of the figures,
often plausibly. Everything else needs further evidence or a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Reading
from normalize import numbers, status
from normalize.model import Status
from normalize.numbers import Figure, Form
from normalize.status import Verdict

AGREED = 0.999  # confidence of two readers in agreement: none of about 1,700 was wrong
SETTLED = 0.99  # of a disagreement that further evidence settles
SINGLE = 0.95  # of one reader alone: 1 to 5 % of such figures are wrong
_SEEN = 0.5  # a reader's own confidence below which it saw nothing it would stand by
_FAINT = 0.05  # below which a reader saw nothing: the one wrong agreement of 2,700 had 0.0
OPEN = 0.5  # of a best guess among readings that disagree

_FAMILY = re.compile(r"[^\W\d_]+")


def family(reader: str) -> str:
    """The reader behind a name: ``tesseract:eng`` and ``tesseract@2`` are one, not two."""
    match = _FAMILY.match(reader)
    return match[0].lower() if match else reader


def figure(readings: Sequence[Reading], form: Form) -> tuple[Figure, float]:
    """The figure behind the readings of one cell, with its confidence.

    ``form`` is the form of the column. The status is ok where two readers agree on a figure that
    is well formed and none contradicts, repaired where the column or a third reading settles it,
    review otherwise.
    """
    read = [(reading, _parse(reading.text, form)) for reading in readings]
    sound = [(reading, found) for reading, found in read if found.status is not Status.REVIEW]
    by_value: dict[tuple[float | None, int], list[tuple[Reading, Figure]]] = {}
    for reading, found in sound:
        by_value.setdefault((found.number, found.decimals), []).append((reading, found))
    agreed = max(by_value.values(), key=lambda same: len(_families(same)), default=[])
    best = min((found for _, found in agreed), key=lambda one: len(one.reason), default=None)
    if best is not None and len(_families(agreed)) >= 2:
        others = [reading for reading, _ in read if reading not in [same for same, _ in agreed]]
        if not _seen(agreed):
            return _because(best, Status.REVIEW, "readers:faint"), SINGLE
        if not others and (best.number is not None or _clear(readings)):
            return best, AGREED
        if best.number is not None and not _contradicted(sound, best):
            return _because(best, Status.REPAIRED, "readers:majority"), SETTLED
        return _because(best, Status.REVIEW, "readers:disagree"), OPEN
    if len(_families(read)) == 1:
        return _because(best or read[0][1], Status.REVIEW, "readers:single"), SINGLE
    return _settle([found for _, found in read], [r.text for r in readings], form)


def _parse(text: str, form: Form) -> Figure:
    """One reading; more decimals than usual are no misreading once two readers see them."""
    found = numbers.parse(text, form)
    more = found.decimals > (form.decimals or 0) and found.reason == ("number:decimals",)
    return replace(found, status=Status.OK, reason=()) if more else found


def _families(read: Sequence[tuple[Reading, Figure]]) -> set[str]:
    return {family(reading.reader) for reading, _ in read}


def _seen(agreed: Sequence[tuple[Reading, Figure]]) -> bool:
    """True where every reader that agrees saw something at least once."""
    best: dict[str, float] = {}
    for reading, _ in agreed:
        name = family(reading.reader)
        best[name] = max(best.get(name, 0.0), reading.confidence)
    return all(chance >= _FAINT for chance in best.values())


def _clear(readings: Sequence[Reading]) -> bool:
    """True for an empty cell or a missing mark that no reader had to guess."""
    return all(not reading.text.strip() or reading.confidence >= _SEEN for reading in readings)


def _contradicted(sound: Sequence[tuple[Reading, Figure]], best: Figure) -> bool:
    """True where a reader was confident of another well-formed figure."""
    return any(
        reading.confidence >= _SEEN
        and (found.number, found.decimals) != (best.number, best.decimals)
        for reading, found in sound
    )


def _settle(found: Sequence[Figure], texts: Sequence[str], form: Form) -> tuple[Figure, float]:
    """Readings that disagree: the same digits with the comma seen by one only, or a person."""
    fitting = [
        one
        for one in found
        if one.number is not None and one.status is not Status.REVIEW and _fits(one, form)
    ]
    digits = {re.sub(r"\D", "", text) for text in texts}
    values = {(one.number, one.decimals) for one in fitting}
    if len(values) == 1 and len(digits) == 1 and form.decimals:
        return _because(fitting[0], Status.REPAIRED, "readers:digits"), SETTLED
    guesses = fitting or [one for one in found if one.number is not None] or list(found)
    return _because(guesses[0], Status.REVIEW, "readers:disagree"), OPEN


def _fits(one: Figure, form: Form) -> bool:
    return form.decimals is None or one.decimals == form.decimals


def verdict(readings: Sequence[Reading]) -> tuple[Verdict, float]:
    """The status behind the readings of one cell, with its confidence."""
    read = [(family(reading.reader), status.parse(reading.text)) for reading in readings]
    sides = {one.fulfilled for _, one in read if one is not None}
    sure = [(reader, one) for reader, one in read if one and one.status is not Status.REVIEW]
    if len(sides) == 1 and len({reader for reader, _ in sure}) >= 2:
        plain = next((one for _, one in sure if one.status is Status.OK), sure[0][1])
        return plain, AGREED
    guess = sure[0][1].fulfilled if sure and len(sides) == 1 else None
    readers = {reader for reader, _ in read}
    reason = "readers:single" if len(readers) == 1 else "readers:disagree"
    return Verdict(guess, Status.REVIEW, (reason,)), OPEN


def _because(one: Figure, status_: Status, reason: str) -> Figure:
    return replace(one, status=status_, reason=(*one.reason, reason))
