"""Pages set in columns of prose: the words of each column apart, in the order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from extract.layout.captions import caption_number
from extract.layout.figures import is_figure
from extract.layout.lines import Line, bounds, box_of, lines
from extract.layout.rules import Rule
from extract.layout.running import is_running
from extract.model import Word

_LEAST_WORDS = 25  # on either side of a column's edge: a short paragraph
_LEAST_LINES = 8  # that columns run on side by side
_BEGUN = 5  # pieces of prose that begin at a column's edge, at least: paragraphs may be short
_RUNNING = 0.35  # part of the lines on either side that are prose
_BOTH = 0.9  # and of both sides together; two columns of prose have 1.6 and more
_LEVEL = 0.7  # points by which two lines that are level may differ, and the part of them that
_BY_CHANCE = 0.35  # are so in two columns of other line heights, or none
_WORDED = 0.8  # part of a column's lines that begin in words
_EDGE = 4.0  # points before a column's left edge that must be white
_FEW = 4  # words of a line of prose in a narrow column
_FAR = 30.0  # points into a column where no line of its text begins
_TRIES = 4  # left edges that are tried
_DEPTH = 3  # columns of columns: four on a page


def regions(words: Sequence[Word], flat: Sequence[Rule], depth: int = 0) -> list[list[Line]]:
    """The lines of a page, those of side-by-side columns of prose apart.

    A column's edge is a place where many lines begin, with white to its left through a run of
    lines and prose on both sides, or lines that are not level. What crosses it (a heading, a wide
    table, a rule) ends the run.
    """
    found = lines(words)
    if depth >= _DEPTH or len(words) < 2 * _LEAST_WORDS:
        return [found]
    beside = _captioned(found)
    if beside is not None:
        parts = _cut(words, *beside)
        return [r for part in parts if part for r in regions(part, flat, depth + 1)]
    for edge in _edges(found):
        for run in _runs(found, flat, edge - _EDGE):
            above, left, right, below = _cut(words, edge - _EDGE, *run)
            if _is_prose(left, right) or _is_apart(left, right):
                parts = (above, left, right, below)
                return [r for part in parts if part for r in regions(part, flat, depth + 1)]
    return [found]


def _cut(words: Sequence[Word], x: float, top: float, bottom: float) -> tuple[list[Word], ...]:
    """The words above, left and right of ``x`` between top and bottom, and below."""
    inside = [w for w in words if top <= _middle(w) <= bottom]
    return (
        [w for w in words if _middle(w) < top],
        [w for w in inside if box_of(w).x0 < x],
        [w for w in inside if box_of(w).x0 >= x],
        [w for w in words if _middle(w) > bottom],
    )


def _captioned(found: Sequence[Line]) -> tuple[float, float, float] | None:
    """Where two captions stand side by side: x of the second, their top, and how far it is white.

    Each has its own table below, however alike the two are.
    """
    for index, line in enumerate(found):
        first, *rest = line.pieces
        other = next((p for p in rest if caption_number(p.text) is not None), None)
        if other is None or caption_number(first.text) is None:
            continue
        x, bottom = other.box.x0 - _EDGE, line.box.bottom
        for lower in found[index:]:
            if any(box_of(w).x0 < x < box_of(w).x1 for w in lower.words):
                break
            bottom = lower.box.bottom
        return x, line.box.top - 1, bottom
    return None


def _edges(found: Sequence[Line]) -> list[float]:
    """Where most pieces of prose begin, away from the left margin (x in points)."""
    box = bounds(line.box for line in found)
    starts = Counter(
        round(piece.box.x0)
        for line in found
        for piece in line.pieces
        if len(piece.words) >= _FEW
        and 0.2 < (piece.box.x0 - box.x0) / max(box.x1 - box.x0, 1) < 0.8
    )
    return [float(x) for x, count in starts.most_common(_TRIES) if count >= _BEGUN]


def _runs(found: Sequence[Line], flat: Sequence[Rule], x: float) -> list[tuple[float, float]]:
    """Top and bottom of each stretch that no word or rule crosses at ``x``, the longest first."""
    stops = [(r.at, r.at) for r in flat if r.start < x - 20 and r.end > x + 20]
    for line in found:
        crossed = any(box_of(w).x0 < x + 1 and box_of(w).x1 > x for w in line.words)
        if crossed or _straddles(line, x):
            stops.append((line.box.top, line.box.bottom))
    box = bounds(line.box for line in found)
    least = _LEAST_LINES * median(line.height for line in found)
    runs: list[tuple[float, float]] = []
    at = box.top - 1
    for top, bottom in [*sorted(stops), (box.bottom + 1, box.bottom + 1)]:
        if top - at >= least:
            runs.append((at, top))
        at = max(at, bottom)
    return sorted(runs, key=lambda run: run[0] - run[1])


def _straddles(line: Line, x: float) -> bool:
    """True for a row of a wide table: a label to the left, the rest far to the right."""
    left = [w for w in line.words if box_of(w).x1 <= x]
    right = [w for w in line.words if box_of(w).x0 >= x]
    return bool(left and right) and len(left) <= _FEW and box_of(right[0]).x0 - x > _FAR


def _is_prose(left: Sequence[Word], right: Sequence[Word]) -> bool:
    if min(len(left), len(right)) < _LEAST_WORDS:
        return False
    shares = []
    for side in (left, right):
        found = lines(side)
        shares.append(sum(1 for line in found if _reads_on(line)) / len(found))
    return min(shares) >= _RUNNING and sum(shares) >= _BOTH


def _is_apart(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """True for two columns of lines that are no rows together: hardly any two are level.

    Each side begins in words, and some of them are prose: a table may stand among it. The cells
    of one table may be off each other's level too, but then figures begin the right side.
    """
    if min(len(left), len(right)) < _LEAST_WORDS:
        return False
    sides = [lines(side) for side in (left, right)]
    fewer, more = sorted(sides, key=len)
    level = sum(
        any(abs(one.box.bottom - other.box.bottom) <= _LEVEL for other in more) for one in fewer
    )
    worded = [sum(not is_figure(line.words[0].text) for line in side) for side in sides]
    return (
        len(fewer) >= _LEAST_LINES
        and level <= _BY_CHANCE * len(fewer)
        and all(n >= _WORDED * len(side) for n, side in zip(worded, sides, strict=True))
        and sum(_reads_on(line) for side in sides for line in side) >= _BEGUN
    )


def _reads_on(line: Line) -> bool:
    """A line of prose, also in a narrow column: words in one piece, hardly any figures."""
    figures = sum(1 for word in line.words if word.text[:1].isdigit())
    whole = len(line.pieces) == 1 or is_running(line)
    return whole and len(line.words) >= _FEW and figures <= 0.3 * len(line.words)


def _middle(word: Word) -> float:
    box = box_of(word)
    return (box.top + box.bottom) / 2
