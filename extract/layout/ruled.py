"""Tables drawn as closed grids: cells between crossing lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.layout.grid import Grid, Slot
from extract.layout.lines import box_of, levels, word_space
from extract.layout.rules import Rule, clustered
from extract.model import Box, Word

_TOUCH = 3.0  # points a line may stop short of the one it meets
_NARROW = 3.5  # points: edges closer than this are one (Word draws both cells' borders)
_COVER = 0.6  # part of a cell's side that a line must cover to close it
_HALF = 0.6  # part of a column's line that must be drawn for its missing pieces to be closed
_OPEN = 12.0  # points that lines run on past the outermost crossing line: an open side


def frames(flat: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together: sets of horizontal and vertical rules that cross or touch."""
    parent = list(range(len(flat) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, h in enumerate(flat):
        for j, v in enumerate(upright, len(flat)):
            if (
                v.start - _TOUCH <= h.at <= v.end + _TOUCH
                and h.start - _TOUCH <= v.at <= h.end + _TOUCH
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, h in enumerate(flat):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright, len(flat)):
        groups.setdefault(root(j), ([], []))[1].append(v)
    return [group for group in groups.values() if group[0] and group[1]]


def edges(flat: Sequence[Rule], upright: Sequence[Rule]) -> tuple[list[float], list[float]]:
    """Column edges (x) and row edges (y) of a frame, open sides closed."""
    xs = clustered((v.at for v in upright), _NARROW)
    ys = clustered((h.at for h in flat), _NARROW)
    left, right = min(h.start for h in flat), max(h.end for h in flat)
    top, bottom = min(v.start for v in upright), max(v.end for v in upright)
    if xs[0] - left > _OPEN:
        xs.insert(0, left)
    if right - xs[-1] > _OPEN:
        xs.append(right)
    if ys[0] - top > _OPEN:
        ys.insert(0, top)
    if bottom - ys[-1] > _OPEN:
        ys.append(bottom)
    return xs, ys


def grid(flat: Sequence[Rule], upright: Sequence[Rule], words: Sequence[Word]) -> Grid | None:
    """The frame's cells with the words whose middle lies in them; None for a mere box."""
    xs, ys = edges(flat, upright)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows < 2:
        return None
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        box = box_of(word)
        row = _between(ys, (box.top + box.bottom) / 2)
        column = _between(xs, (box.x0 + box.x1) / 2)
        if row is not None and column is not None:
            held.setdefault((row, column), []).append(word)
    slots = []
    closed = [*upright, *_closed(upright, xs, ys, held)]
    for squares in _regions(flat, closed, xs, ys):
        row, column = min(squares)
        last_row, last_column = max(r for r, _ in squares), max(c for _, c in squares)
        slots.append(
            Slot(
                row=row,
                column=column,
                words=tuple(word for square in sorted(squares) for word in held.get(square, ())),
                row_span=last_row - row + 1,
                column_span=last_column - column + 1,
                box=Box(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1]),
            )
        )
    return Grid(
        rows=rows,
        columns=columns,
        slots=tuple(slots),
        box=Box(xs[0], ys[0], xs[-1], ys[-1]),
        parted=frozenset(range(rows)),
    )


def _closed(
    upright: Sequence[Rule],
    xs: Sequence[float],
    ys: Sequence[float],
    held: Mapping[tuple[int, int], Sequence[Word]],
) -> Iterator[Rule]:
    """Pieces of a column's line that are missing between two cells with text of their own.

    Pictures lose pieces of lines. Where most of the line is there and no text runs over it, cells
    with text on both sides are two cells.
    """
    for column in range(1, len(xs) - 1):
        at = xs[column]
        near = [rule for rule in upright if abs(rule.at - at) <= _NARROW]
        whole = sum(rule.end - rule.start for rule in near)
        if whole < _HALF * (ys[-1] - ys[0]):
            continue
        for row in range(len(ys) - 1):
            beside = [held.get((row, c), ()) for c in (column - 1, column)]
            missing = not _covered(near, ys[row], ys[row + 1])
            if missing and all(beside) and not _runs_over(at, beside):
                yield Rule(at, ys[row], ys[row + 1])


def _runs_over(at: float, beside: Sequence[Sequence[Word]]) -> bool:
    """True where a word crosses the line, or two stand no farther apart there than words do."""
    for level in levels(word for side in beside for word in side):
        if any(box_of(word).x0 < at - 1 and box_of(word).x1 > at + 1 for word in level):
            return True
        for before, after in pairwise(level):
            a, b = box_of(before), box_of(after)
            over = (a.x0 + a.x1) / 2 < at <= (b.x0 + b.x1) / 2
            if over and b.x0 - a.x1 < word_space(before, after):
                return True
    return False


def _between(edges: Sequence[float], place: float) -> int | None:
    for index in range(len(edges) - 1):
        if edges[index] <= place < edges[index + 1]:
            return index
    return None


def _regions(
    flat: Sequence[Rule], upright: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]
) -> list[set[tuple[int, int]]]:
    """Squares of the grid that no line parts, as rectangles."""
    rows, columns = range(len(ys) - 1), range(len(xs) - 1)
    down = {c: [v for v in upright if abs(v.at - xs[c]) <= _NARROW] for c in columns}
    across = {r: [h for h in flat if abs(h.at - ys[r]) <= _NARROW] for r in rows}
    beside = {(r, c) for c in columns[1:] for r in rows if not _covered(down[c], ys[r], ys[r + 1])}
    above = {(r, c) for r in rows[1:] for c in columns if not _covered(across[r], xs[c], xs[c + 1])}
    seen: set[tuple[int, int]] = set()
    found: list[set[tuple[int, int]]] = []
    for r in rows:
        for c in columns:
            if (r, c) in seen:
                continue
            group = _flood((r, c), beside, above)
            pieces = [group] if _is_rectangle(group) else _by_rows(group, beside)
            found.extend(pieces)
            seen |= group
    return found


def _covered(rules: Sequence[Rule], start: float, end: float) -> bool:
    shared = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return shared >= _COVER * (end - start)


def _flood(
    square: tuple[int, int], beside: set[tuple[int, int]], above: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    group, queue = {square}, [square]
    while queue:
        r, c = queue.pop()
        steps = []
        if (r, c) in beside:
            steps.append((r, c - 1))
        if (r, c + 1) in beside:
            steps.append((r, c + 1))
        if (r, c) in above:
            steps.append((r - 1, c))
        if (r + 1, c) in above:
            steps.append((r + 1, c))
        for step in steps:
            if step not in group:
                group.add(step)
                queue.append(step)
    return group


def _is_rectangle(group: set[tuple[int, int]]) -> bool:
    rows, columns = {r for r, _ in group}, {c for _, c in group}
    return len(group) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _by_rows(
    group: set[tuple[int, int]], beside: set[tuple[int, int]]
) -> list[set[tuple[int, int]]]:
    """An angular region (a line is missing somewhere) cut into its rows."""
    found: list[set[tuple[int, int]]] = []
    for square in sorted(group):
        r, c = square
        if square in beside and found and (r, c - 1) in found[-1]:
            found[-1].add(square)
        else:
            found.append({square})
    return found
