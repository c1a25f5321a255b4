"""Lines of a text file that stand together as a table, by the sign that parts their cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_RULE = re.compile(r"^[\s|:+=-]*-[\s|:+=-]*$")
_PIPE = re.compile(r"(?<!\\)\|")
_LEAST = {"\t": 2, "|": 2, ";": 3, ",": 3}  # lines of a table, by the sign between its cells
_LONG = 50  # lines that are no table together: no table is looked for from the second on


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of cells from the lines ``first`` to ``last`` (0-based, inclusive)."""

    first: int
    last: int
    rows: tuple[tuple[str, ...], ...]
    heading_rows: int | None = None  # None where the text does not tell


def delimited(lines: Sequence[str]) -> list[Block]:
    """Tables with tabs, pipes, semicolons or commas between the cells."""
    found: list[Block] = []
    refused = dict.fromkeys(_LEAST, -1)
    index = 0
    while index < len(lines):
        for sign in _LEAST:
            if index <= refused[sign]:
                continue
            block = _block(lines, index, sign)
            if _is_table(block, sign):
                found.append(block)
                index = block.last + 1
                break
            if len(block.rows) > _LONG:
                refused[sign] = block.last
        else:
            index += 1
    return found


def _block(lines: Sequence[str], first: int, sign: str) -> Block:
    """The lines from ``first`` on that have the sign; blank lines among them do not end it."""
    rows: list[tuple[str, ...]] = []
    last = first
    heading: int | None = None
    for index, line in _going_on(lines, first, sign):
        if sign == "|" and rows and _RULE.match(line) and "-" in line:
            heading = len(rows) if heading is None else heading
            last = index
            continue
        cells = split(line, sign)
        if rows and abs(len(cells) - len(rows[0])) > (1 if sign in "\t|" else 0):
            break
        rows.append(cells)
        last = index
    width = max((len(row) for row in rows), default=0)
    full = tuple(row + ("",) * (width - len(row)) for row in rows)
    return Block(first, last, full, heading)


def _is_table(block: Block, sign: str) -> bool:
    if len(block.rows) < _LEAST[sign] or len(block.rows[0]) < 2:
        return False
    return sign in "\t|" or _like_data(block.rows, sign)


def _going_on(lines: Sequence[str], first: int, sign: str) -> Iterator[tuple[int, str]]:
    blank = 0
    for index in range(first, len(lines)):
        line = lines[index]
        if not line.strip():
            blank += 1
            if blank > 2:
                return
        elif len(_PIPE.findall(line)) >= 1 if sign == "|" else sign in line.strip("\n"):
            blank = 0
            yield index, line
        else:
            return


def split(line: str, sign: str) -> tuple[str, ...]:
    """The cells of one line."""
    if sign == "|":
        parts = _PIPE.split(line.strip())
        if parts and not parts[0].strip():
            parts = parts[1:]
        if len(parts) > 1 and not parts[-1].strip():
            parts = parts[:-1]
        return tuple(part.replace("\\|", "|").strip() for part in parts)
    if sign == "\t":
        return tuple(part.strip() for part in line.rstrip("\n").split("\t"))
    if '"' in line:
        return tuple(part.strip() for part in next(csv.reader([line], delimiter=sign), [line]))
    return tuple(part.strip() for part in line.split(sign))


def _like_data(rows: Sequence[tuple[str, ...]], sign: str) -> bool:
    """Short cells, figures among them: prose has semicolons and commas too."""
    cells = [cell for row in rows for cell in row]
    if len(rows[0]) < (2 if sign == ";" else 3):
        return False
    if sign == "," and any(len(cell.split()) > 1 and re.search(r"\d", cell) for cell in cells):
        return False  # the comma is a decimal one
    short = sum(1 for cell in cells if len(cell.split()) <= 4)
    figures = sum(1 for cell in cells if re.match(r"^\W?\d", cell))
    return short >= 0.9 * len(cells) and figures >= 0.2 * len(cells)
