"""The learned table of the noisy channel (`names.channel`): what misreadings have shown."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple


class Level(NamedTuple):
    """One level of noise: its share of the readings, how fast letters are lost, how much faster
    Danish ones, and letters too many for each place one can stand in.
    """

    weight: float
    loss: float
    danish: float
    extra: float


@dataclass(frozen=True)
class Table:
    """What is learned.

    ``frailty``: letter → how much faster than others it is lost. ``novelty``: letter → share of
    its misreadings that are none of those in ``reads``. ``reads``: one or two letters → what they
    are read as, once lost → share. ``letters``: share of each letter among all misreadings.
    ``extras``: place → letter too many → share of the extras, times how much likelier than
    elsewhere that place has one. ``gaps``: letters lost in one go (2, 3) → share of the losses.
    """

    levels: tuple[Level, ...]
    frailty: Mapping[str, float]
    novelty: Mapping[str, float]
    reads: Mapping[str, Mapping[str, float]]
    letters: Mapping[str, float]
    extras: Mapping[str, Mapping[str, float]]
    gaps: Mapping[int, float]


def load() -> Table:
    """The table of ``data/kanal.tsv``."""
    rows: dict[str, list[list[str]]] = {}
    text = (files("normalize") / "data" / "kanal.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    for kind, *row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        rows.setdefault(kind, []).append(row)
    return Table(
        levels=tuple(Level(*map(float, row)) for row in rows["level"]),
        frailty={letter: float(frailty) for letter, frailty, _ in rows["letter"]},
        novelty={letter: float(novelty) for letter, _, novelty in rows["letter"]},
        reads=_nested(rows["read"]),
        letters={letter: float(share) for letter, share in rows["any"]},
        extras=_nested(rows["extra"]),
        gaps={int(lost): float(share) for lost, share in rows["gap"]},
    )


def _nested(rows: Iterable[Sequence[str]]) -> Mapping[str, Mapping[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for printed, read, share in rows:
        table.setdefault(printed, {})[read] = float(share)
    return table
