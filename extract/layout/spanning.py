"""Which columns each item of a heading's lines stands over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.layout.centring import centred
from extract.layout.columns import Cover, Item, Span, in_line
from extract.layout.figures import is_mark
from extract.layout.lines import box_of
from extract.layout.over import first_covers
from extract.layout.rules import Rule

_FLUSH = 1.0  # points by which the middles of two lines of one heading differ
_OFF = 0.2  # of a group's width that its heading stands off its middle
_AROUND = 15.0  # points that a heading may stand off to the side of its columns


def covers(
    rows: Sequence[Sequence[Item]], columns: Sequence[Span], flat: Sequence[Rule]
) -> list[list[Cover]]:
    """First and last column for every item of every line.

    An item covers the columns it lies over; one over several, centred or not, is told by the
    texts that come again below it (``2023`` and ``2024`` over ``Samtaler``, ``Tilbud`` each)
    or by a rule under it that runs over some of the columns.
    """
    found = first_covers(rows, columns)
    for lower in range(1, len(rows)):
        again = repeats(rows[lower], found[lower])
        reach = _reach(rows[lower], found[lower], columns)
        for upper in range(lower - 1, -1, -1):
            drawn = _underlined(rows[upper], rows[upper + 1], columns, flat)
            drawn = [g for g in drawn if all(len(_held(row, g, reach)) < 2 for row in rows[:upper])]
            groups = again + drawn
            over = [_over_group(rows[upper], group, reach) for group in groups]
            for number, (group, index) in enumerate(zip(again, over, strict=False)):
                lower_lines = zip(rows[upper + 1 :], found[upper + 1 :], strict=True)
                headed = any(_over_group(row, group, reach) is not None for row in rows[:upper])
                if index is not None and _goes_on(
                    rows[upper][index], group, reach, lower_lines, headed=headed
                ):
                    over[number] = None
            if any(i is not None and _fills(found[upper][i], found[lower]) for i in over):
                over[: len(again)] = [None] * len(again)
            if again and None in over[: len(again)]:
                over[: len(again)] = [None] * len(again)
            for group, index in zip(groups, over, strict=True):
                if index is not None:
                    found[upper][index] = group
    for upper, row in enumerate(rows):
        below = next((i for i in range(upper + 1, len(rows)) if len(rows[i]) > len(row)), None)
        if below is not None and all(first == last for first, last in found[upper]):
            for index, group in centred(row, rows[below], found[below]):
                found[upper][index] = _of_line_above(row[index], rows[:upper], found) or group
        found[upper] = _filled(row, found[upper], columns)
    return found


def _of_line_above(
    item: Item, above: Sequence[Sequence[Item]], found: Sequence[Sequence[Cover]]
) -> Cover | None:
    """The columns of the item whose heading this one goes on with: both have one middle."""
    for row, covers in zip(reversed(above), reversed(found[: len(above)]), strict=True):
        for one, cover in zip(row, covers, strict=True):
            if _one_middle(one, item):
                return cover
    return None


def _filled(row: Sequence[Item], covers: Sequence[Cover], columns: Sequence[Span]) -> list[Cover]:
    """The covers, where some are groups: an item alone in the middle between them covers one too.

    ``Resultatmål`` over three columns stands right above the middle one.
    """
    found = list(covers)
    if all(first == last for first, last in found):
        return found
    for index, (item, (first, last)) in enumerate(zip(row, covers, strict=True)):
        left = covers[index - 1][1] + 1 if index else 1
        right = covers[index + 1][0] - 1 if index + 1 < len(row) else len(columns) - 1
        if not 1 <= left <= first == last <= right or left == right:
            continue
        start, end = columns[left][0], columns[right][1]
        if abs(sum(item.span) - start - end) / 2 <= _OFF * (end - start):
            found[index] = (left, right)
    return found


def _reach(row: Sequence[Item], spans: Sequence[Cover], columns: Sequence[Span]) -> list[Span]:
    """The columns with the headings of a line that stand over one each."""
    found = list(columns)
    for item, (first, last) in zip(row, spans, strict=True):
        if first == last:
            (a, b), (c, d) = item.span, found[first]
            found[first] = min(a, c), max(b, d)
    return found


def _over_group(row: Sequence[Item], group: Cover, columns: Sequence[Span]) -> int | None:
    """Index of the one item of the row that stands over the group of columns."""
    held = _held(row, group, columns)
    return held[0] if len(held) == 1 else None


def _held(row: Sequence[Item], group: Cover, columns: Sequence[Span]) -> list[int]:
    """Indices of the items of the row that have their middles over the group of columns."""
    left, right = columns[group[0]][0] - _AROUND, columns[group[1]][1] + _AROUND
    return [i for i, item in enumerate(row) if left <= sum(item.span) / 2 <= right]


def _goes_on(
    item: Item,
    group: Cover,
    columns: Sequence[Span],
    below: Iterable[tuple[Sequence[Item], Sequence[Cover]]],
    *,
    headed: bool,
) -> bool:
    """True for the first line of a heading of one column, not of the whole group's.

    It stands over the middle of a line below it in a column other than the first, far from the
    group's own middle; flush with that line where the group is ``headed`` further up; or in line
    with a mark of a footnote, which stands for itself nowhere.
    """
    left, right = columns[group[0]][0], columns[group[1]][1]
    over_group = abs(sum(item.span) - left - right) / 2 <= _OFF * (right - left)
    own = [
        (one, first > group[0])
        for row, covers in below
        for one, (first, last) in zip(row, covers, strict=True)
        if group[0] <= first == last <= group[1]
    ]
    return any(
        in_line(item, one)
        if is_mark(one.text)
        else inner and not over_group and (in_line if headed else _one_middle)(item, one)
        for one, inner in own
    )


def _one_middle(one: Item, other: Item) -> bool:
    return abs(sum(one.span) - sum(other.span)) / 2 <= _FLUSH


def _fills(cover: Cover, lower: Sequence[Cover]) -> bool:
    """True where the lower line has nothing under the item: it is a heading on its own."""
    return not any(first <= cover[1] and last >= cover[0] for first, last in lower)


def repeats(lower: Sequence[Item], spans: Sequence[Cover]) -> list[Cover]:
    """Groups of columns whose headings come again, in the same order, to the right."""
    texts = [item.text.casefold() for item in lower]
    for start in range(len(texts)):
        rest = texts[start:]
        if start > 2 and rest[0] in texts[:start]:  # a group of them may be longer
            break
        for wide in range(2, len(rest) // 2 + 1):
            if len(rest) % wide == 0 and rest == rest[:wide] * (len(rest) // wide):
                ends = range(start, len(texts), wide)
                return [(spans[i][0], spans[i + wide - 1][1]) for i in ends]
    return []


def _underlined(
    upper: Sequence[Item], lower: Sequence[Item], columns: Sequence[Span], flat: Sequence[Rule]
) -> list[Cover]:
    """Groups of columns under a rule that parts the two lines over some columns only."""
    top = min(box_of(w).top for item in upper for w in item.words)
    bottom = max(box_of(w).bottom for item in lower for w in item.words)
    found = []
    for rule in flat:
        if not top < rule.at < bottom:
            continue
        under = [i for i, (a, b) in enumerate(columns) if rule.start <= (a + b) / 2 <= rule.end]
        if 1 < len(under) < len(columns):
            found.append((under[0], under[-1]))
    return found
