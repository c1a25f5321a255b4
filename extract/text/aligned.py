"""Tables set with blanks: columns stand below each other, as ``pdftotext -layout`` writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.captions import caption_number
from extract.layout.prose import PAGE_NUMBER
from extract.text.blocks import Block

_GAP = re.compile(r"\S {2,}\S")
_FIGURE = re.compile(r"^[^\w%]{0,2}\d[\d.,]*\s?(?:%|pct\.?)?$")
_DEEP = re.compile(r" {8,}\S")  # a second heading line over one column, as a rule
_GUTTER = 2  # blanks between columns; one blank is a space between words
_LEAST = 3  # lines of a table
_BLANK = 2  # blank lines inside a table


def aligned(lines: Sequence[str]) -> list[Block]:
    """The tables among the lines whose columns are parted by blanks down all their lines."""
    spread = [line.expandtabs() for line in lines]
    blocks = (_block(spread, run) for run in _joined(spread, _runs(spread)))
    return [block for block in blocks if block is not None]


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """Indices of neighbouring lines with a wide gap inside; a caption ends a run."""
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        text = line.strip()
        if caption_number(text) is not None or PAGE_NUMBER.match(text):
            continue
        if _GAP.search(text) or _DEEP.match(line):
            if not runs or runs[-1][-1] < index - 1:
                runs.append([])
            runs[-1].append(index)
    return runs


def _joined(lines: Sequence[str], runs: Sequence[list[int]]) -> list[list[int]]:
    """Runs with blank lines between made one, where the columns of the first go on."""
    found: list[list[int]] = []
    for run in runs:
        if found:
            between = lines[found[-1][-1] + 1 : run[0]]
            both = [lines[index] for index in (*found[-1], *run)]
            columns = len(_edges(both[: len(found[-1])]))
            near = len(between) <= _BLANK and not "".join(between).strip()
            if near and len(_edges(both)) == columns > 1:
                found[-1] = [*found[-1], *run]
                continue
        found.append(run)
    return [run for run in found if len(run) >= _LEAST]


def _block(lines: Sequence[str], run: Sequence[int]) -> Block | None:
    texts = [lines[index] for index in run]
    edges = _edges(texts)
    if len(edges) < 2:
        return None
    rows = tuple(tuple(text[start:end].strip() for start, end in edges) for text in texts)
    columns = list(zip(*(row for row in rows[1:]), strict=True))
    figures = [sum(1 for cell in column if _FIGURE.match(cell)) for column in columns[1:]]
    if max(figures) < len(rows) / 2:  # blanks in justified prose, or a list in two columns
        return None
    return Block(run[0], run[-1], rows)


def _edges(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each column: where no line has a gutter."""
    width = max(map(len, texts))
    full = [
        any(not text[at : at + 1].isspace() and at < len(text) for text in texts)
        for at in range(width)
    ]
    edges: list[tuple[int, int]] = []
    start = None
    blank = _GUTTER
    for at, filled in enumerate([*full, *[False] * _GUTTER]):
        if filled:
            start = at if start is None else start
            blank = 0
            continue
        blank += 1
        if blank == _GUTTER and start is not None:
            edges.append((start, at - _GUTTER + 1))
            start = None
    return edges
