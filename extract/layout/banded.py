"""Tables of running text: rules part the rows, white the columns, cells wrap as prose does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.layout.columns import items
from extract.layout.figures import is_figure
from extract.layout.gaps import INF
from extract.layout.grid import Grid, tidy
from extract.layout.lines import Line, box_of, lines
from extract.layout.rows import open_grid
from extract.layout.rules import Rule
from extract.layout.running import is_running
from extract.model import Box, Word

_RULES = 4  # of one extent above each other: a heading and two rows
_FLUSH = 3.0  # points that the ends of such rules may differ
_TALLEST = 300.0  # points between two of them; a row of prose as tall as half a page is a page
_HEAD = 2.2  # line heights above the topmost rule in which a heading of one line stands
_STRIP = 0.5  # line heights of white between two columns of wrapped text
_CROSSED = 0.05  # part of the lines that may run over it: labels of groups
_FILLED = 0.5  # part of the rows in which every column has text
_UNEVEN = 0.5  # part of the rows of several lines whose cells differ in height: they wrap


def banded_grids(flat: Sequence[Rule], words: Sequence[Word]) -> list[Grid]:
    """The grids of such tables, from the top down."""
    found: list[Grid] = []
    for stack in _stacks(flat):
        if _is_part(stack, flat):
            continue
        box = Box(stack[0].start - 1, stack[0].at, stack[0].end + 1, stack[-1].at)
        body = lines(w for w in words if _inside(w, box))
        cuts = _cuts(body)
        if cuts and _wraps(body, cuts, [rule.at for rule in stack]):
            over = box._replace(top=box.top - _HEAD * body[0].height, bottom=box.top)
            head = lines(w for w in words if _inside(w, over))
            body = [*head, *body] if _stands_over(head, cuts) else body
            grid = tidy(open_grid(body, cuts, stack, banded=True))
            found += [grid] if grid is not None and grid.columns > 1 else []
    return found


def _stacks(flat: Sequence[Rule]) -> list[list[Rule]]:
    """Rules of one extent above each other, enough of them for a table."""
    stacks: list[list[Rule]] = []
    for rule in flat:
        for stack in stacks:
            last = stack[-1]
            flush = max(abs(last.start - rule.start), abs(last.end - rule.end)) <= _FLUSH
            if flush and rule.at - last.at <= _TALLEST:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) >= _RULES]


def _is_part(stack: Sequence[Rule], flat: Sequence[Rule]) -> bool:
    """True where rules between these run on over their ends: bits of the lines of a wider table."""
    start, end = stack[0].start, stack[0].end
    return any(
        rule.start < end - _FLUSH
        and rule.end > start + _FLUSH
        and (rule.start < start - _FLUSH or rule.end > end + _FLUSH)
        for rule in flat
        if stack[0].at < rule.at < stack[-1].at
    )


def _inside(word: Word, box: Box) -> bool:
    own = box_of(word)
    return (
        box.x0 <= own.x0 and own.x1 <= box.x1 and box.top <= (own.top + own.bottom) / 2 < box.bottom
    )


def _stands_over(head: Sequence[Line], cuts: Sequence[float]) -> bool:
    """True for a heading without a rule above it: something short over every column."""
    over = {item.first for line in head for item in items(line, cuts) if item.first == item.last}
    return len(over) == len(cuts) + 1 and not any(is_running(line) for line in head)


def _cuts(body: Sequence[Line]) -> list[float]:
    """Middles of the strips of white that run through nearly all lines."""
    pieces = [piece.box for line in body for piece in line.pieces]
    ends = sorted([(box.x0, 1) for box in pieces] + [(box.x1, -1) for box in pieces])
    least = _STRIP * median([line.height for line in body] or [0.0])
    most = _CROSSED * len(body)
    found: list[float] = []
    deep, white = 0.0, INF
    for x, step in ends:
        if deep <= most < deep + step and x - white >= least:
            found.append((white + x) / 2)
        deep += step
        white = x if deep <= most < deep - step else white
    return found


def _wraps(body: Sequence[Line], cuts: Sequence[float], ats: Sequence[float]) -> bool:
    """True where most bands between the rules are one row of cells, some broken over lines."""
    heights = [_heights(body, cuts, top, bottom) for top, bottom in pairwise(ats)]
    filled = [band for band in heights if any(band)]
    tall = [band for band in filled if max(band) > 1]
    uneven = [band for band in tall if len(set(band)) > 1]
    if len(tall) < 2 or len(uneven) < _UNEVEN * len(tall):
        return False
    least = min(sum(map(bool, column)) for column in zip(*filled, strict=True))
    return least >= max(2, _FILLED * len(filled))


def _heights(body: Sequence[Line], cuts: Sequence[float], top: float, bottom: float) -> list[int]:
    """The lines of text in each column between two rules; a figure is none."""
    found = [0] * (len(cuts) + 1)
    for line in body:
        if top <= (line.box.top + line.box.bottom) / 2 < bottom:
            for item in items(line, cuts):
                found[item.first] += not is_figure(item.text)
    return found
