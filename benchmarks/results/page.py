"""The page of results: its sections, and the tables in them read again."""

from __future__ import annotations

import re
from collections.abc import Mapping

Table = dict[str, dict[str, str]]  # row label -> heading -> cell
_HEAD = re.compile(r"^## (.+)$", re.MULTILINE)
_FIGURE = re.compile(r"[-+]?\d+(?:\.\d+)?")
_GAP = re.compile(r"\s{2,}")


def sections(text: str) -> dict[str, str]:
    """The bodies of a page's sections by their heading."""
    parts = _HEAD.split(text)[1:]
    return {title: body.strip() for title, body in zip(parts[::2], parts[1::2], strict=True)}


def render(head: str, bodies: Mapping[str, str]) -> str:
    """A page from its head and its sections."""
    return (
        head.strip() + "".join(f"\n\n## {title}\n{body}" for title, body in bodies.items()) + "\n"
    )


def tables(text: str) -> list[Table]:
    """The tables of a text: rows between bars, or columns set apart by two spaces."""
    found: list[Table] = []
    heads: list[str] = []
    for line in text.splitlines():
        cells = _cells(line)
        if len(cells) < 2 or set("".join(cells)) <= set("-:"):
            heads = heads if len(cells) > 1 else []
        elif len(cells) != len(heads) or not heads:
            heads = cells
            found.append({})
        else:
            found[-1][cells[0]] = dict(zip(heads[1:], cells[1:], strict=True))
    return [table for table in found if table]


def number(cell: str) -> float | None:
    """The first figure in a cell; None where there is none."""
    found = _FIGURE.search(cell.replace(",", ""))
    return float(found[0]) if found else None


def shown(output: str) -> str:
    """What a command printed, as it goes into the page: Markdown as it is, other text fenced."""
    body = output.strip()
    return body if re.search(r"^\|[ :-]*-", body, re.MULTILINE) else f"```\n{body}\n```"


def _cells(line: str) -> list[str]:
    if line.startswith("|"):
        return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
    return _GAP.split(line.strip())
