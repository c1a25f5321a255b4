"""Headings centred over groups of columns that no rule marks."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.columns import Cover, Item

_OFF = 0.35  # columns that a heading may stand off the middle of its group
_FLUSH = 1.0  # points by which right ends that are set flush differ


def centred(
    upper: Sequence[Item], lower: Sequence[Item], covers: Sequence[Cover]
) -> list[tuple[int, Cover]]:
    """Index in the upper line and columns of the items that stand over several of the lower.

    Over two or four, an item stands between them and that tells. Over three it stands right
    above the middle one, as the first line of a broken heading does: there, only a line whose
    items all stand over groups is believed.
    """
    labels = [one.span[1] for one, cover in zip(lower, covers, strict=True) if cover[0] == 0]
    first = sum(1 for cover in covers if cover[0] == 0)
    data = {i for i, item in enumerate(upper) if sum(item.span) / 2 > max(labels, default=0)}
    if len(data) >= len(lower) - first:
        return []
    runs = _runs(
        [() if _flush(item, lower) else _candidates(item, lower, covers, first) for item in upper]
    )
    all_over = len(runs) > 1 and data <= runs.keys()
    return [
        (i, (covers[a][0], covers[b][1]))
        for i, (a, b) in runs.items()
        if all_over or (b - a) % 2 == 1
    ]


def _flush(item: Item, lower: Sequence[Item]) -> bool:
    """True for a line of a heading set flush right: it ends with the one below, over it alone."""
    left, right = item.span
    before = [one.span[1] for one in lower if one.span[1] < right - _FLUSH]
    return any(abs(one.span[1] - right) <= _FLUSH for one in lower) and all(
        left > end for end in before
    )


def _candidates(
    item: Item, lower: Sequence[Item], covers: Sequence[Cover], start: int
) -> list[Cover]:
    """First and last of several lower items that have the upper one over their middle."""
    middle = sum(item.span) / 2
    found = []
    for a in range(start, len(lower)):
        for b in range(a + 1, len(lower)):
            if covers[b][1] - covers[a][0] != b - a:  # one between has its heading elsewhere
                break
            left, right = lower[a].span[0], lower[b].span[1]
            if lower[b].text[0].islower() or lower[a].text[0].islower():
                break
            if abs(middle - (left + right) / 2) <= _OFF * (right - left) / (b - a + 1):
                found.append((a, b))
    return found


def _runs(candidates: Sequence[Sequence[Cover]]) -> dict[int, Cover]:
    """A run for as many items as can be, none over another, as many lower items as can be."""
    best: list[tuple[int, int, dict[int, Cover]]] = [(-1, 0, {})]  # last taken, count, runs
    for index, runs in enumerate(candidates):
        more = [
            (b, count + b - a + 1, {**chosen, index: (a, b)})
            for last, count, chosen in best
            for a, b in runs
            if a > last
        ]
        furthest: dict[int, tuple[int, int, dict[int, Cover]]] = {}
        for state in [*best, *more]:
            known = furthest.get(state[0])
            if known is None or state[1] > known[1]:
                furthest[state[0]] = state
        best = list(furthest.values())
    return max(best, key=lambda state: state[1])[2]
