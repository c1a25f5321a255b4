"""Readings as witnesses: who says what of a cell, and how often such a witness errs.

Counted on scans whose truth is known: ``python -m benchmarks.calibration`` writes
``data/laesere.tsv``, a witness, the least confidence of a bin, how many of its well-formed
figures (or statuses) were right and wrong there. A witness is

    tesseract, tesseract:eng, rapid, layer   one reading (`extract.ocr.cells`)
    shape            a mark told by the shape of its ink (`extract.ocr.marks`)
    rapid twice      the crop reader at two scales, alike; the lesser confidence
    rapid:small      the same where a figure has too few pixels to tell 1 from 7; words have not
    READER split     a reader whose two looks, at two scales or with two models, differ
    together         two readers alike

and, for statuses, the same with ``status`` after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from extract.model import Reading
from extract.ocr.reading import DOUBTED

CROPS = "rapid"  # the reader of crops, which may look twice at one
FIGURES, STATUSES = "", " status"
# Confidence of two looks of Tesseract that differ: of 161 figures of a page's below 0.6 139 were
# wrong, of 262 of a crop's above 0.8 4.
UNSURE, SURE = 0.5, 0.85
UNKNOWN = 0.5  # share of errors of a witness that was never counted
_FIGURE = re.compile(r"\d")
_FAMILY = re.compile(r"[^\W\d_]+")


class Witness(NamedTuple):
    """The looks of one reader that say the same: what they say, and how sure they are of it.

    ``name`` is that under which such witnesses are counted.
    """

    family: str
    said: Hashable
    looks: tuple[Reading, ...]
    name: str
    confidence: float

    @property
    def error(self) -> float:
        """Share of such witnesses that are wrong (0-1)."""
        return error(self.name, self.confidence)


def family(reader: str) -> str:
    """The reader behind a name: ``tesseract:eng`` and ``rapid@2`` are no other than the first."""
    match = _FAMILY.match(reader)
    return match[0].lower() if match else reader


def kept(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without those that their own reader took back: unsure of a word of the page, it
    was sure of something else on the crop. The crop reader sees the same crop again.

    And without the figures that the width of their ink speaks against, where another fits.
    """
    borne = [one for one in readings if one.confidence > DOUBTED or not _FIGURE.search(one.text)]
    if any(_FIGURE.search(one.text) for one in borne):
        readings = borne
    sure = {family(one.reader) for one in readings if one.confidence >= SURE} - {CROPS}
    return [
        one
        for one in readings
        if one.confidence >= UNSURE or family(one.reader) not in sure or not one.text.strip()
    ]


def witnesses(
    readings: Sequence[Reading], say: Callable[[str], Hashable], kind: str = FIGURES
) -> list[Witness]:
    """The readings of a cell as witnesses; ``say`` gives what a text says.

    Two looks of one reader that say the same are one witness, not two. A reader that saw nothing
    where another saw print is none.
    """
    said: dict[tuple[str, Hashable], list[Reading]] = {}
    for reading in [one for one in readings if one.text.strip()] or readings:
        said.setdefault((family(reading.reader), say(reading.text)), []).append(reading)
    answers = Counter(name for name, _ in said)
    return [
        Witness(name, what, tuple(looks), *_counted(looks, kind, split=answers[name] > 1))
        for (name, what), looks in said.items()
    ]


def error(witness: str, confidence: float) -> float:
    """Share of wrong answers (0-1) among those that such a witness is so sure of.

    Counts are small, so half an answer is added to either side (Jeffreys' prior): no error in
    1,000 is a share of 0.0005.
    """
    bins = _table().get(witness, {})
    return next((share for least, share in bins.items() if confidence >= least), UNKNOWN)


def _counted(looks: Sequence[Reading], kind: str, *, split: bool) -> tuple[str, float]:
    """The name and the confidence under which looks that say the same are counted."""
    if family(looks[0].reader) == CROPS:
        name = looks[0].reader.partition("@")[0] if kind == FIGURES else CROPS
        how = f"{name} split" if split else f"{name} twice" if len(looks) > 1 else name
        return how + kind, min(one.confidence for one in looks)
    named = [(one.reader + " split" * split + kind, one.confidence) for one in looks]
    return min(named, key=lambda one: error(*one))


@cache
def _table() -> Mapping[str, Mapping[float, float]]:
    """Witness → least confidence → share of errors, the surest bin first.

    Who is less sure is not taken to err less, whatever few counts say.
    """
    text = (files("normalize") / "data" / "laesere.tsv").read_text(encoding="utf-8")
    table: dict[str, dict[float, float]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        witness, least, right, wrong = line.split("\t")
        total = int(right) + int(wrong)
        table.setdefault(witness, {})[float(least)] = (int(wrong) + 0.5) / (total + 1)
    return {name: _rising(bins) for name, bins in table.items()}


def _rising(bins: Mapping[float, float]) -> dict[float, float]:
    order = sorted(bins, reverse=True)
    return dict(zip(order, accumulate((bins[least] for least in order), max), strict=True))
