"""The parts of a note as a web page printed by Chromium: a third way of setting the tables."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from benchmarks.word.fodt import Block, Break, Cell, Columns, Grid, Part

LIMIT = 60  # seconds for one page
TAGS = {"title": "h1", "heading": "h2", "caption": "p class='caption'", "small": "p class='small'"}
STYLES = {
    "grid": "td,th{border:1px solid #000}",
    "lines": "tr{border-bottom:1px solid #999}",
    "bare": "",
    "zebra": "tbody tr:nth-child(even){background:#e4ebf2}",
    "dark": "thead{background:#203864;color:#fff} tr{border-bottom:1px solid #ccc}",
    "frame": "table{border-top:2px solid #000;border-bottom:2px solid #000}"
    "thead{border-bottom:1px solid #000}",
}
BASE = """
table{border-collapse:collapse;margin:4px 0 10px;break-inside:auto}
td,th{padding:1px 6px;text-align:right;vertical-align:middle}
td:first-child,th:first-child{text-align:left}
th{text-align:center} h1{font-size:1.5em} h2{font-size:1.15em;margin:.6em 0 .2em}
.caption{font-weight:bold;margin:6px 0 2px} .small{font-size:.8em;margin:2px 0}
.item{margin:2px 0 2px 2em} .red{color:#d00000} .two{column-count:2;column-gap:20px}
.landscape{page:sideways} @page sideways{size:A4 landscape}
"""


def document(parts: Sequence[Part], font: str, size: float, *, paper: str) -> str:
    """The whole page; `size` of the prose in points, `paper` is a4 or letter."""
    body, side = [], False
    for part in parts:
        if isinstance(part, Break):
            body.append("</div>" if side else "")
            side = part.paper == "landscape"
            body.append("<div class='landscape'>" if side else "")
        else:
            body.append(_part(part))
    return (
        f"<!DOCTYPE html><html lang='da'><head><meta charset='utf-8'><style>{BASE}"
        f"@page{{size:{paper.upper() if paper == 'a4' else paper};margin:18mm 20mm}}"
        f"body{{font-family:'{font}';font-size:{size}pt}}</style></head>"
        f"<body>{''.join(body)}{'</div>' if side else ''}</body></html>"
    )


def to_pdf(pages: Sequence[Path], out: Path) -> None:
    """Print the pages. Raises FileNotFoundError without Chromium, CalledProcessError, Timeout."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        raise FileNotFoundError("chromium")
    for page in pages:
        with tempfile.TemporaryDirectory() as profile:
            command = [program, "--headless", "--no-sandbox", "--disable-gpu"]
            command += [f"--user-data-dir={profile}", "--no-pdf-header-footer"]
            command += [f"--print-to-pdf={out / page.stem}.pdf", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)


def _part(part: Block | Grid | Columns) -> str:
    if isinstance(part, Columns):
        return f"<div class='two'>{''.join(_part(inside) for inside in part.parts)}</div>"
    if isinstance(part, Block):
        tag = TAGS.get(part.kind, f"p class='{part.kind}'")
        return f"<{tag}>{_text(part.text)}</{tag.split()[0]}>"
    rows = [f"<tr>{''.join(_cell(cell, 'th') for cell in row)}</tr>" for row in part.head]
    body = [f"<tr>{''.join(_cell(cell, 'td') for cell in row)}</tr>" for row in part.body]
    repeat = "" if part.repeat else "thead{display:table-row-group}"
    wide = "width:100%;" if part.full_width else ""
    # The page's tables share one style sheet: a note keeps to one look.
    return (
        f"<style>{STYLES[part.style]}{repeat}</style><table style='{wide}font-size:{part.size}pt'>"
        f"<thead>{''.join(rows)}</thead><tbody>{''.join(body)}</tbody></table>"
    )


def _cell(cell: Cell, tag: str) -> str:
    if cell.covered:
        return ""
    spans = f" colspan='{cell.span}' rowspan='{cell.rows}'" if cell.span + cell.rows > 2 else ""
    text = _text(cell.text) + (f"<sup>{escape(cell.note)}</sup>" if cell.note else "")
    red = " class='red'" if cell.red else ""
    return f"<{tag}{spans}{red}>{text}</{tag}>"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("\t", "&emsp;&emsp;")
