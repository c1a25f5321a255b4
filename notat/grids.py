"""A table in the forms people paste: Markdown, CSV, JSON and HTML with its spans."""

from __future__ import annotations

import csv
import io
import json
import re
from html import escape
from typing import TYPE_CHECKING

from notat.rows import one_line
from notat.sheets import defuse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.model import Cell, Table


def texts(row: Sequence[Cell]) -> list[str]:
    """The texts of a row, each on one line; covered cells are empty."""
    return [one_line(cell.text) for cell in row]


def as_csv(table: Table) -> str:
    """Comma-separated, headings included, formulas defused."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows([defuse(text) for text in texts(row)] for row in table.rows)
    return file.getvalue()


def as_markdown(table: Table) -> str:
    """A pipe table under its caption; several heading rows become one."""
    heads = [
        " ".join(filter(None, column)) for column in zip(*map(texts, table.headings), strict=True)
    ]
    lines = [heads or [""] * table.width, ["---"] * table.width, *map(texts, table.body)]
    piped = ("| " + " | ".join(_unpiped(text) for text in line) + " |" for line in lines)
    caption = f"**{_unpiped(one_line(table.caption))}**\n\n" if table.caption else ""
    return caption + "\n".join(piped) + "\n"


def _unpiped(text: str) -> str:
    return re.sub(r"([\\|\[\]`])", r"\\\1", text).replace("<", "&lt;")


def as_json(table: Table) -> str:
    """An object a line: where the table stands, its caption, heading rows and rows of texts."""
    described = {
        "table": table.index,
        "number": table.number,
        "caption": one_line(table.caption),
        "page": table.page,
        "last_page": table.last_page,
        "heading_rows": table.heading_rows,
        "rows": [texts(row) for row in table.rows],
        "notes": [one_line(note) for note in table.notes],
    }
    return json.dumps(described, ensure_ascii=False) + "\n"


def as_html(table: Table) -> str:
    """A ``<table>`` with rowspan and colspan, everything escaped."""
    caption = f"<caption>{escape(one_line(table.caption))}</caption>\n" if table.caption else ""
    rows = "".join(
        f"<tr>{''.join(_html_cell(cell, index < table.heading_rows) for cell in row)}</tr>\n"
        for index, row in enumerate(table.rows)
    )
    return f"<table>\n{caption}{rows}</table>\n"


def _html_cell(cell: Cell, heading: bool) -> str:
    if cell.covered:
        return ""
    tag = "th" if heading else "td"
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    marks = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
    return f"<{tag}{marks}>{escape(one_line(cell.text))}</{tag}>"


FORMATS: dict[str, Callable[[Table], str]] = {
    "md": as_markdown,
    "csv": as_csv,
    "json": as_json,
    "html": as_html,
}
