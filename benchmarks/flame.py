"""A flame graph as SVG: who called whom, each as wide as the samples it was on the stack in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape

WIDTH, HEIGHT, LETTER = 960, 16, 5.6  # pixels: of the whole, of a box, of a letter in it
LEAST = 0.004  # part of all samples: what is narrower is left out
_COLOURS = ("#e3c04b", "#8fb996", "#c9ccd1", "#d98e73", "#9db4d6")

Stack = tuple[str, ...]  # functions, the root first


def flame(stacks: Mapping[Stack, int]) -> str:
    """The picture of stacks with their samples; a box tells its share where the mouse rests."""
    whole = sum(stacks.values())
    seen = Counter[Stack]()
    for stack, count in stacks.items():
        seen.update({stack[:depth]: count for depth in range(1, len(stack) + 1)})
    start: dict[Stack, int] = {(): 0}
    free: dict[Stack, int] = {}
    boxes = []
    for stack in sorted(seen):  # a caller stands before those it calls
        caller = stack[:-1]
        start[stack] = free.get(caller, start[caller])
        free[caller] = start[stack] + seen[stack]
        if seen[stack] >= LEAST * whole:
            boxes.append(_box(stack, start[stack] / whole, seen[stack] / whole))
    height = HEIGHT * max((len(stack) for stack in seen), default=0)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="sans-serif" font-size="10">\n{"".join(boxes)}</svg>\n'
    )


def _box(stack: Stack, left: float, share: float) -> str:
    name, x, width = stack[-1], left * WIDTH, share * WIDTH
    y, function = HEIGHT * (len(stack) - 1), name.partition(" (")[0]
    colour = _COLOURS[sum(map(ord, name.rpartition("(")[2])) % len(_COLOURS)]  # one for a file
    text = function[: max(0, int(width / LETTER) - 1)]
    return (
        f'<g><title>{escape(name)}: {100 * share:.1f} %</title><rect x="{x:.1f}" y="{y}" '
        f'width="{width:.1f}" height="{HEIGHT - 1}" fill="{colour}"/>'
        f'<text x="{x + 3:.1f}" y="{y + 11}">{escape(text)}</text></g>\n'
    )
