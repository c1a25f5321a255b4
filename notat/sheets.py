"""CSV as programs read it, or as Danish Excel opens it; never a cell that runs as a formula."""

from __future__ import annotations

import csv
import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notat.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from notat.rows import Row
    from notat.schema import Resource


@dataclass(frozen=True, slots=True)
class Style:
    """How a CSV file is written."""

    delimiter: str = ","
    decimal: str = "."
    encoding: str = "utf-8"


PLAIN = Style()
EXCEL = Style(delimiter=";", decimal=",", encoding="utf-8-sig")

# What a spreadsheet may run as a formula: a first = @ tab or return, or a + or - that does not
# begin a plain figure or a missing mark (OWASP, 'CSV Injection').
FORMULA = re.compile(
    r"[\u200b\ufeff]*[=@＝＠＋\t\r]|[+-](?!\s?[\d.,]+\s?(?:%|pct\.?)?\Z|[\s.-]*\Z)"
)
FIGURE = re.compile(r"-?\d+\.\d+")


def defuse(cell: str) -> str:
    """``cell``, with an apostrophe first where a spreadsheet would run it as a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def write_grid(file: TextIO, rows: Sequence[Row], style: Style) -> None:
    """Write rows of cells as they are, defused; the first row is no header."""
    writer = csv.writer(file, delimiter=style.delimiter, lineterminator="\n")
    writer.writerows([defuse(cell) for cell in row] for row in rows)


def localize(rows: Sequence[Row], resource: Resource, style: Style) -> list[Row]:
    """``rows`` with the decimal mark of ``style`` in the columns that hold figures."""
    if style.decimal == ".":
        return list(rows)
    figures = [field.figures for field in resource.fields]
    return [
        [
            cell.replace(".", style.decimal) if figure and FIGURE.fullmatch(cell) else cell
            for cell, figure in zip(row, figures, strict=True)
        ]
        for row in rows
    ]


@contextmanager
def writers(
    folder: Path, resources: Sequence[Resource], style: Style
) -> Iterator[Callable[[str, Sequence[Row]], None]]:
    """Open ``<name>.csv`` for each resource; each takes its place only when all are whole.

    Yields a function that appends rows to the resource of a name.
    """
    with ExitStack() as stack:
        files: dict[str, tuple[TextIO, Resource]] = {}
        for resource in resources:
            file = stack.enter_context(replacing(folder / f"{resource.name}.csv", style.encoding))
            file.write(style.delimiter.join(resource.header) + "\n")
            files[resource.name] = (file, resource)

        def write(name: str, rows: Sequence[Row]) -> None:
            file, resource = files[name]
            if rows:
                write_grid(file, localize(rows, resource, style), style)

        yield write
