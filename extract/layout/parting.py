"""What white strips part: the columns of a table, or prose, a list, a form, a chart's labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.columns import Item, items
from extract.layout.figures import FIGURE
from extract.layout.lines import Line

_MARK = re.compile(r"^(?:[•·▪◦‣–—\-*o§➢\uf0b7]|\(?\w{1,3}[.):]|\d{1,2}(?:\.\d{1,2})*\.?)$")
_LONG = 4  # words: a cell of figures or names is shorter, a line of prose longer


def parts_columns(lines: Sequence[Line], cuts: Sequence[float]) -> bool:
    """True unless ``cuts`` (x in points) only part a list, a form, prose or a chart's labels."""
    rows = [items(line, cuts) for line in lines]
    full = [row for row in rows if len(row) >= 2]
    if len(full) < (3 if len(cuts) == 1 else 2):
        return False
    if len(cuts) == 1 and (_is_list(full) or _is_form(full)):
        return False
    return not _is_prose(full) and not _is_chart(rows)


def _is_list(rows: Sequence[Sequence[Item]]) -> bool:
    """Bullets or numbers before running text."""
    marked = sum(1 for row in rows if _MARK.match(row[0].text) and not FIGURE.match(row[-1].text))
    return marked >= 0.6 * len(rows)


def _is_prose(rows: Sequence[Sequence[Item]]) -> bool:
    """Running text in columns: most pieces are long and hold no figures."""
    texts = [item for row in rows for item in row]
    long = sum(1 for item in texts if len(item.words) >= _LONG)
    figures = sum(1 for item in texts if FIGURE.match(item.text))
    return long >= 0.6 * len(texts) and figures <= 0.1 * len(texts)


def _is_form(rows: Sequence[Sequence[Item]]) -> bool:
    """Labels with a colon before what is filled in, as in the head of a letter."""
    return sum(1 for row in rows if row[0].text.endswith(":")) >= 0.6 * len(rows)


def _is_chart(rows: Sequence[Sequence[Item]]) -> bool:
    """The labels of a chart's axes: nothing in line but one or two rows of them."""
    wide = sum(1 for row in rows if len(row) > 2)
    return wide <= 1 < len(rows) and sum(1 for row in rows if len(row) == 1) >= 0.5 * len(rows)
