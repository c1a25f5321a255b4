"""Grids of bare text → rows like those of ``values.csv``, mapped as generously as can be.

A peer gives cells, not municipalities and measures. It is told what a patient user would find out
by looking at every note: which columns there are and in which order. Names and figures are read
by notat's own matcher and grammar, so that only what a peer made of the page can go wrong. A cell
that is no figure counts as `review`: the user's script would have stopped there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from benchmarks.score import Row
from normalize.figures import numbers, status
from normalize.headings.heading import read_heading
from normalize.model import Status
from normalize.names.alone import match
from normalize.names.roster import Named, decode

Grid = Sequence[Sequence[str | None]]  # rows of cells; the rows need not be of one length
Cells = list[list[str]]  # rows of one length
Key = tuple[str, str, str]  # measure, group, period
NAMES = 0.4  # share of a column's filled cells that must name a municipality
_BREAK = re.compile(r"(?<=\w-)\s+|\s+(?=-\w)")  # in Lyngby-⏎Taarbæk


def values(document: str, grids: Iterable[Grid], truth: Sequence[Row]) -> list[Row]:
    """The rows of a document; ``truth`` lends its columns and, where there is but one, its name."""
    keys = list(dict.fromkeys((row["measure"], row["group"], row["period"]) for row in truth))
    every = [joined(grid) for grid in grids]
    found = []
    for cells in every:
        upright = cells if name_columns(cells) else [list(row) for row in zip(*cells, strict=True)]
        for place, others in _blocks(upright):
            found += _named_rows(upright, place, others, keys)
    names = {row["municipality"] for row in truth}
    if not found and len(names) == 1:
        figures = [cell for cells in every for row in cells for cell in row if _is_value(cell)]
        if len(figures) == len(keys):
            name = names.pop()
            found = [_row(name, key, cell) for key, cell in zip(keys, figures, strict=True)]
    return [{"document": document, **row} for row in found]


def joined(grid: Grid) -> Cells:
    """Cells on one line each; a row that only goes on from the one above is added to it."""
    rows: Cells = []
    width = max(map(len, grid), default=0)
    for row in grid:
        texts = [" ".join(_BREAK.sub("", cell or "").split()) for cell in row]
        texts += [""] * (width - len(texts))
        if rows and any(texts) and _goes_on(rows[-1], texts):
            pairs = zip(rows[-1], texts, strict=True)
            rows[-1] = [_BREAK.sub("", f"{above} {text}".strip()) for above, text in pairs]
        else:
            rows.append(texts)
    return rows


def name_columns(cells: Cells) -> list[int]:
    """The places of the columns in which names of municipalities stand."""
    places = []
    for place, column in enumerate(zip(*cells, strict=True)):
        filled = [text for text in column if text]
        named = sum(match(text).municipality is not None for text in filled)
        if named and named >= NAMES * len(filled):
            places.append(place)
    return places


def _goes_on(above: list[str], texts: list[str]) -> bool:
    if any(char.isdigit() for text in texts for char in text):
        return False
    return not texts[0] or (above[0].endswith("-") and not any(texts[1:]))


def _blocks(cells: Cells) -> Iterator[tuple[int, list[int]]]:
    """Each column of names with the columns that belong to it."""
    places, width = name_columns(cells), len(cells[0]) if cells else 0
    if len(places) == 1:
        yield places[0], [place for place in range(width) if place != places[0]]
    else:
        for place, after in pairwise([*places, width]):
            yield place, list(range(place + 1, after))


def _named_rows(cells: Cells, place: int, others: Sequence[int], keys: Sequence[Key]) -> list[Row]:
    """The rows with a name, mapped one by one where they are full, else by columns."""
    named = decode([row[place] for row in cells])
    body = [n for n, one in enumerate(named) if one.municipality is not None]
    used = [other for other in others if any(_is_value(cells[n][other]) for n in body)]
    if len(used) == len(keys):
        by_column = dict(zip(used, keys, strict=True))
    else:
        by_column = _by_headings(cells[: body[0]] if body else [], used, keys)
    found: list[Row] = []
    for n in body:
        filled = [cells[n][other] for other in others if cells[n][other]]
        if len(filled) == len(keys):
            pairs = list(zip(keys, filled, strict=True))
        else:
            pairs = [(key, cells[n][other]) for other, key in by_column.items() if cells[n][other]]
        found += [_row(_name(named[n]), key, text, named[n].status) for key, text in pairs]
    return found


def _by_headings(heads: Cells, used: Sequence[int], keys: Sequence[Key]) -> dict[int, Key]:
    """Columns whose heading names a measure that one column of the truth alone has."""
    found: dict[int, Key] = {}
    for place in used:
        measure = read_heading([row[place] for row in heads]).measure
        fitting = [key for key in keys if measure is not None and key[0] == measure.value]
        if len(fitting) == 1 and fitting[0] not in found.values():
            found[place] = fitting[0]
    return found


def _name(named: Named) -> str:
    return named.municipality.name if named.municipality else ""


def _is_value(text: str) -> bool:
    return bool(text) and _read(text)[1] is not Status.REVIEW


def _read(text: str) -> tuple[str, Status]:
    """A cell as ``values.csv`` prints it, empty for a missing mark, and how sure it is."""
    verdict = status.parse(text)
    if verdict is not None:
        return (verdict.fulfilled.value if verdict.fulfilled else ""), verdict.status
    figure = numbers.parse(text)
    return ("" if figure.number is None else str(figure.number)), figure.status


def _row(name: str, key: Key, text: str, named: Status = Status.OK) -> Row:
    value, state = _read(text)
    measure, group, period = key
    return {
        "municipality": name,
        "measure": measure,
        "group": group,
        "period": period,
        "value": value,
        "raw": text,
        "reason": "",
        "status": (Status.REVIEW if Status.REVIEW in (state, named) else Status.OK).value,
    }
