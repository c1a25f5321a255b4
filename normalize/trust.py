"""How often a reader errs when it is so sure: counted on scans whose truth is known.

``python -m benchmarks.calibration`` writes ``data/laesere.tsv``: a reader, the least confidence of
a bin, how many of its figures were right and wrong there. Readers of one cell:

    tesseract, tesseract:eng, rapid, layer   one reading (`extract.ocr.cells`)
    rapid twice      the crop reader at two scales, alike; the lesser confidence
    READER split     a reader whose two looks, at two scales or with two models, differ
    together         two readers alike and well formed; the lesser confidence
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

UNKNOWN = 0.5  # share of errors of a reader that was never counted


def error(reader: str, confidence: float) -> float:
    """Share of wrong figures (0-1) among those the reader is so sure of.

    Counts are small, so half a figure is added to
    either side (Jeffreys' prior): no error in 1,000 is a share of 0.0005.
    """
    bins = _table().get(reader, {})
    return next((share for least, share in bins.items() if confidence >= least), UNKNOWN)


@cache
def _table() -> Mapping[str, Mapping[float, float]]:
    """Reader → least confidence → share of errors, the surest bin first."""
    text = (files("normalize") / "data" / "laesere.tsv").read_text(encoding="utf-8")
    table: dict[str, dict[float, float]] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        reader, least, right, wrong = line.split("\t")
        total = int(right) + int(wrong)
        table.setdefault(reader, {})[float(least)] = (int(wrong) + 0.5) / (total + 1)
    return {reader: dict(sorted(bins.items(), reverse=True)) for reader, bins in table.items()}
