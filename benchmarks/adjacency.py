"""Adjacency relations: how well tables were rebuilt, by the pairs of neighbouring cells.

Every non-empty cell is paired with its nearest non-empty neighbour to the right and below
(Göbel, Hassan, Oro, Orsi: ICDAR 2013 Table Competition). White space does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

Grid = dict[tuple[int, int], str]  # (row, column) of the upper left corner -> text
Pair = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs right, found and true in one document."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """Part of the pairs found that are true."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Part of the true pairs that were found."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.true
        return 2 * self.right / total if total else 0.0


def pairs(grid: Grid) -> Counter[Pair]:
    """The neighbouring texts of one table."""
    texts = {place: "".join(text.split()) for place, text in grid.items()}
    texts = {place: text for place, text in texts.items() if text}
    found: Counter[Pair] = Counter()
    for across in (True, False):
        order = sorted(texts, key=lambda p: p if across else (p[1], p[0]))
        for one, other in pairwise(order):
            if one[0 if across else 1] == other[0 if across else 1]:
                found["right" if across else "below", texts[one], texts[other]] += 1
    return found


def score(found: Mapping[int, Iterable[Grid]], true: Mapping[int, Iterable[Grid]]) -> Score:
    """Both sides are grids by page (from 1); pairs are compared page by page."""
    right = ours = theirs = 0
    for page in found.keys() | true.keys():
        have = sum((pairs(grid) for grid in found.get(page, ())), Counter[Pair]())
        want = sum((pairs(grid) for grid in true.get(page, ())), Counter[Pair]())
        right += (have & want).total()
        ours += have.total()
        theirs += want.total()
    return Score(right, ours, theirs)


def truth(path: Path) -> dict[int, list[Grid]]:
    """The tables of a ``*-str.xml`` of the competition, by page."""
    pages: dict[int, list[Grid]] = {}
    for table in ElementTree.parse(path).getroot().iter("table"):
        for region in table.iter("region"):
            grid: Grid = {}
            for cell in region.iter("cell"):
                place = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
                grid[place] = cell.findtext("content") or ""
            pages.setdefault(int(region.get("page", 1)), []).append(grid)
    return pages
