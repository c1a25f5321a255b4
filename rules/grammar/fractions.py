"""Shares of the municipalities said in words: ``knap halvdelen``, ``hver fjerde``, ``54 pct. af``.

Words are elastic. Each share has the bounds within which nobody would object, and wider ones
outside of which it is wrong; between the two the audit leaves it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.grammar.row import Row

_ORDINALS = {
    name: number
    for number, name in enumerate(
        ("anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende"),
        2,
    )
}
_DENOMINATORS = {
    "tredjedel": 3,
    "fjerdedel": 4,
    "femtedel": 5,
    "sjettedel": 6,
    "ottendedel": 8,
    "tiendedel": 10,
}
# Bounds as fractions of the whole: nobody objects inside the first two, it is wrong outside the
# last two. A majority is more than half; how many "de fleste" are nobody has said.
_WORDS = {
    "langt de fleste": (0.7, 1.0, 0.55, 1.0),
    "så godt som alle": (0.9, 1.0, 0.8, 1.0),
    "stort set alle": (0.9, 1.0, 0.8, 1.0),
    "næsten alle": (0.9, 1.0, 0.8, 1.0),
    "de fleste": (0.505, 1.0, 0.5051, 1.0),
    "hovedparten": (0.505, 1.0, 0.5051, 1.0),
    "størstedelen": (0.505, 1.0, 0.5051, 1.0),
    "flertallet": (0.505, 1.0, 0.5051, 1.0),
    "et flertal": (0.505, 1.0, 0.5051, 1.0),
    "et snævert flertal": (0.505, 0.6, 0.5051, 0.7),
    "et klart flertal": (0.6, 1.0, 0.5051, 1.0),
    "et stort flertal": (0.65, 1.0, 0.5051, 1.0),
    "mindretallet": (0.0, 0.495, 0.0, 0.4949),
    "et mindretal": (0.0, 0.495, 0.0, 0.4949),
}
# How far below and above the share a word reaches, in shares of the whole: sure, then at most.
_ABOUT = (-0.03, 0.03, -0.08, 0.08)
_REACH = {
    **dict.fromkeys(("", "kun", "blot"), _ABOUT),
    **dict.fromkeys(("omkring", "cirka", "ca", "omtrent", "cirka en"), (-0.05, 0.05, -0.12, 0.12)),
    **dict.fromkeys(
        ("knap", "næsten", "op mod", "tæt på", "lidt under", "lige under"),
        (-0.06, 0.0, -0.12, 0.04),
    ),
    **dict.fromkeys(("godt", "lidt over", "lidt mere end", "lige over"), (0.0, 0.06, -0.04, 0.12)),
    **dict.fromkeys(("mere end", "over", "flere end"), (0.0001, 1.0, 0.0, 1.0)),
    **dict.fromkeys(("mindst", "minimum"), (0.0, 1.0, 0.0, 1.0)),
    **dict.fromkeys(("mindre end", "under", "færre end"), (-1.0, -0.0001, -1.0, 0.0)),
    **dict.fromkeys(("højst", "maksimalt"), (-1.0, 0.0, -1.0, 0.0)),
}
_HOW = rf"(?:(?P<how>\b(?:{'|'.join(sorted(filter(None, _REACH), key=len, reverse=True))})\.?)\s+)?"
_OF = (
    r"\s+af\s+(?:(?:alle|samtlige|landets|(?P<those>de))\s+){0,2}(?:(?P<base>#\d{1,3}\s+)|danske\s+)?"
    r"kommuner(?P<definite>ne)?\b(?!\s*,?\s+(?:med|hvor)\b)"
)
_FORMS = (
    rf"{_HOW}\b(?P<half>halvdelen){_OF}",
    rf"{_HOW}(?:\ben|#(?P<times>\d))\s+(?P<unit>{'|'.join(_DENOMINATORS)})e?{_OF}",
    rf"{_HOW}\bhver\s+(?P<every>{'|'.join(_ORDINALS)})(?:\s+kommune\b|{_OF})",
    rf"{_HOW}#(?P<some>\d)\s+ud\s+af\s+(?:hver\s+)?#(?P<each>\d|10)\s+kommuner\b",
    rf"{_HOW}#(?P<pct>\d{{1,2}}(?:,\d+)?)\s*pct{_OF}",
    rf"\b(?P<words>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    rf"(?:\s+(?:(?:danske|landets)\s+)?kommuner(?:ne)?\b|{_OF})",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A share of the municipalities: its words, and its four bounds as fractions of the whole."""

    words: str
    bounds: tuple[float, float, float, float]

    def fits(self, number: int, whole: int) -> bool | None:
        """Whether ``number`` of ``whole`` is what was meant; None where words are too elastic."""
        if not whole:
            return None
        share = number / whole
        low, high, lowest, highest = self.bounds
        if low - 1e-9 <= share <= high + 1e-9:
            return True
        return None if lowest < share < highest else False


def part_of(symbol: str) -> Part:
    """The share a symbol stands for."""
    *bounds, words = symbol.split("|")
    low, high, lowest, highest = map(float, bounds)
    return Part(words.replace("_", " "), (low, high, lowest, highest))


def _rewritten(match: re.Match[str]) -> str:
    found = match.groupdict()
    after = match.string[match.end() :]
    known = found.get("definite") or found.get("those")
    restricted = known and re.match(r",?\s+(?:der|som)\b", after)
    share = _share(found)
    if share is None or (restricted and not found.get("base")):
        return match[0]  # "halvdelen af kommunerne, der …": of those only
    low, high, lowest, highest = share
    words = re.sub(r"[# ]+", "_", match[0].replace("pct", "pct.")).strip("_")
    base = f" af de {found['base']}" if found.get("base") else " "
    return f"<part|{low:.4f}|{high:.4f}|{lowest:.4f}|{highest:.4f}|{words}>{base}kommuner"


def _share(found: dict[str, str | None]) -> tuple[float, float, float, float] | None:
    """The four bounds of the share the named groups of a match give."""
    if found.get("words"):
        return _WORDS[found["words"] or ""]
    how = (found.get("how") or "").rstrip(".")
    reach = _REACH[how]
    if found.get("half"):
        share = 0.5
    elif found.get("unit"):
        share = int(found.get("times") or 1) / _DENOMINATORS[found["unit"] or ""]
    elif found.get("every"):
        share = 1 / _ORDINALS[found["every"] or ""]
    elif found.get("pct"):
        share = float((found["pct"] or "").replace(",", ".")) / 100
        if reach is _ABOUT:  # a percentage is rounded or cut off in its last decimal
            unit = 10.0 ** -(2 + len((found["pct"] or "").partition(",")[2]))
            reach = (-0.5 * unit, 0.5 * unit, -unit, unit)
    else:
        some, each = int(found["some"] or 0), int(found["each"] or 0)
        if not 0 < some < each:
            return None
        share, reach = some / each, (-0.05, 0.06, -0.1, 0.12) if reach is _ABOUT else reach
    low, high, lowest, highest = (share + edge for edge in reach)
    return max(low, 0.0), min(high, 1.0), lowest, highest


FRACTIONS: tuple[Row, ...] = tuple((form, _rewritten) for form in _FORMS)
