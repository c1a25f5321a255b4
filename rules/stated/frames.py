"""Figures of several municipalities in one frame: ``26,2 pct. i Køge mod 31,4 pct. i Greve``.

The share is said once, in the sentence or in the one before; names and figures then follow each
other one to one, or ``hhv.`` in the same order. Anything less regular is left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from normalize.model import Measure
from rules.grammar.doubts import narrows
from rules.grammar.shares import share_of, speaks

_TOKEN = re.compile(
    r"@\[(?P<codes>[\d+]+)\]|#(?P<number>\d+)(?:,(?P<decimals>\d+))?(?P<pct>\s*pct(?!point))?"
)
_SPLIT = re.compile(r"\s(?:mod|mens|medens|hvorimod|men)\s|;|,?\s+og\s+(?=(?:i\s+|for\s+)?@\[)")
_OTHER = re.compile(  # a limit, a change, another year, a sum: not what a municipality has
    r"\b(?:mindst|højst|maks\w*|under|over|mindre|større|krav\w*|grænse\w*|fra|ned|op|nr|skal|hvis"
    r"|forskel\w*)\b[^#@]{0,20}#[\d,]+\s*pct|pct\s*point|\b\w*gennemsnit\w*|\btilsammen\b|\blandet\b"
    r"|\bsamlet\b|\bsidste år\b|\båret (?:før|for)\b|\btidligere\b|#20\d\d\b|\blige(?:så)?\b"
)
# A sentence that goes on in the frame of the one before has no words but these.
_PLAIN = re.compile(
    r"[\s,.()]|\b(?:i|for|hos|og|har|er|var|ligger|lå|på|tallet|tallene|andelen|andelene"
    r"|tilsvarende|mens|derimod|ligeledes|kommune|kommuner|hhv|henholdsvis|mod|her|også|så|pct"
    r"|til sammenligning)\b"
)


class Cell(NamedTuple):
    """One municipality's share in percent, with the decimals printed."""

    code: str
    measure: Measure
    number: float
    decimals: int


class _Figure(NamedTuple):
    number: float
    decimals: int


def frame_of(tagged: str, received: bool | None) -> tuple[Measure, ...]:
    """The measures of the percentages of a sentence, in order; empty where they are unclear."""
    one = share_of(tagged, received=received)
    if one is not None:
        return (one,)
    if not speaks(tagged):
        return ()
    figures = [match for match in _TOKEN.finditer(tagged) if match["pct"]]
    starts = [match.start() for match in figures]
    for cuts in ([*starts, len(tagged)], [0, *(match.end() for match in figures)]):
        parts = [tagged[a:b] for a, b in pairwise(cuts)]
        found = [share_of(part, received=received) for part in parts]
        if found and None not in found and len(set(found)) == len(found):
            return tuple(one for one in found if one)
    return ()


def cells(tagged: str, frame: tuple[Measure, ...], received: bool | None) -> tuple[Cell, ...]:
    """Every figure of a sentence that names several, or that goes on in the frame before."""
    if "pct" not in tagged or "@[" not in tagged or _OTHER.search(tagged) or narrows(tagged):
        return ()
    several = tagged.count("@[") > 1 or "+" in tagged
    if speaks(tagged):
        one = share_of(tagged, received=received) if several else None
        measures: tuple[Measure, ...] = (one,) if one else ()
    else:
        measures = frame if not _PLAIN.sub("", _TOKEN.sub("", tagged)) else ()
    if not measures:
        return ()
    return tuple(
        Cell(code, measure, figure.number, figure.decimals)
        for code, figures in _paired(tagged, len(measures))
        for measure, figure in zip(measures, figures, strict=True)
    )


def _paired(tagged: str, each: int) -> list[tuple[str, tuple[_Figure, ...]]]:
    """Each name with its ``each`` figures; empty where they do not come out even."""
    names, figures, order = _tokens(tagged)
    if len(names) > 1 and each == 1 and len(names) == len(figures) and order in ("NF", "FN"):
        return [(name, (figure,)) for name, figure in zip(names, figures, strict=True)]
    parts = [_tokens(part) for part in _SPLIT.split(tagged)]
    if all(len(part[0]) == 1 and len(part[1]) == each for part in parts):
        return [(part[0][0], part[1]) for part in parts]
    if each == 1 and len(names) == len(figures) and order in ("NF" * len(names), "FN" * len(names)):
        return [(name, (figure,)) for name, figure in zip(names, figures, strict=True)]
    return []


def _tokens(text: str) -> tuple[list[str], tuple[_Figure, ...], str]:
    """The names, the figures and the order of the runs of either (``NFNF``)."""
    names: list[str] = []
    figures: list[_Figure] = []
    order = ""
    found = list(_TOKEN.finditer(text))
    for place, match in enumerate(found):
        if match["codes"]:
            names.extend(match["codes"].split("+"))
        else:
            run = any(later["pct"] for later in found[place:] if later["number"])
            if not match["pct"] and not (match["decimals"] and run):
                continue
            decimals = match["decimals"] or ""
            number = float(f"{match['number']}.{decimals or 0}")
            figures.append(_Figure(number, len(decimals)))
        kind = "N" if match["codes"] else "F"
        order += kind if not order.endswith(kind) else ""
    return names, tuple(figures), order
