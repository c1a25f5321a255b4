"""Danish wording for findings: numbers, lists, goals and conditions."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.headings.periods import MONTHS
from normalize.model import Fulfilled, Measure, Municipality, Period, Unit
from rules.derived.figures import Figure
from rules.grammar.conditions import (
    Beside,
    Condition,
    Focus,
    Goal,
    InPhase,
    Inspires,
    Level,
    Not,
    Share,
    Step,
)
from rules.grammar.counts import Count
from rules.law.comparison import Comparison

GOAL = {
    Measure.RESULTATMAAL: "resultatmålet",
    Measure.SAMTALER: "fokusmålet for samtaler",
    Measure.SAMTALER_MODTAGET: "fokusmålet for samtaler",
    Measure.TILBUD: "fokusmålet for tilbud",
    Measure.TILBUD_MODTAGET: "fokusmålet for tilbud",
}
SHARE = {
    Measure.SAMTALER: "andelen med færre end fire samtaler",
    Measure.SAMTALER_MODTAGET: "andelen med mindst fire samtaler",
    Measure.TILBUD: "andelen uden tilbud",
    Measure.TILBUD_MODTAGET: "andelen med tilbud",
}
NAMED = {
    **SHARE,
    Measure.RESULTATMAAL: "resultatmålet",
    Measure.FAKTISK: "det faktiske niveau",
    Measure.FORVENTET: "det forventede niveau",
    Measure.DIFFERENCE: "forskellen mellem faktisk og forventet",
    Measure.PLACERING: "placeringen",
    Measure.POTENTIALE: "det økonomiske potentiale",
}
COMPARED = {
    Comparison.LESS: "under",
    Comparison.AT_MOST: "højst",
    Comparison.MORE: "over",
    Comparison.AT_LEAST: "mindst",
}
_SHORT = ("pct", "kr", "mio")  # abbreviations that keep their point within a sentence
_TWO = (Measure.SAMTALER, Measure.TILBUD)
_NUMBER = ("ingen", "én", "begge")
_FOCUS = {
    (2, 2): "opfylder begge fokusmål",
    (1, 2): "opfylder mindst ét fokusmål",
    (1, 1): "opfylder netop ét fokusmål",
    (0, 1): "ikke opfylder begge fokusmål",
    (0, 0): "ikke opfylder noget fokusmål",
}
_BESIDE = {
    Beside.BELOW: "har færre på offentlig forsørgelse end forventet",
    Beside.AT: "har netop det forventede antal på offentlig forsørgelse",
    Beside.ABOVE: "har flere på offentlig forsørgelse end forventet",
}
_STEP = {
    Step.COVERED: "er omfattet af genopretningsfasen",
    Step.EXTENDED: "får forlænget genopretningsfasen",
    Step.LEAVES: "ophører i skærpet tilsyn",
}


def number(value: float, decimals: int = 0) -> str:
    """A number with decimal comma and thousands points: ``2.380``, ``19,98``."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def bare(value: float, decimals: int = 0) -> str:
    """A number as the outputs carry it: decimal point, no thousands mark."""
    return f"{value:.{decimals}f}"


def listed(words: Iterable[str]) -> str:
    """``A, B og C``."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def names(municipalities: Iterable[Municipality]) -> str:
    """Names as a Danish list, in alphabetical order of the register (aa last)."""
    return listed(one.name for one in municipalities)


def kommuner(count: int) -> str:
    """``1 kommune``, ``17 kommuner``."""
    return f"{count} kommune{'' if count == 1 else 'r'}"


def counted_as(count: Count) -> str:
    """A count as the note puts it: ``17 kommuner``, ``knap halvdelen af kommunerne``."""
    named = f" ud over {'de' if count.besides > 1 else 'den'} nævnte" if count.besides else ""
    return count.part.words if count.part else f"{kommuner(count.number)}{named}"


def ended(sentence: str, last: str = "") -> str:
    """A sentence with its full stop, after what is put last: ``18,0 pct. (side 2).``"""
    return f"{_open(sentence)} {last}." if last else f"{sentence.rstrip('.')}."


def added(sentence: str, more: str) -> str:
    """A sentence with more said of it: ``18,0 pct.; notatets egne antal følger loven.``"""
    return f"{_open(sentence)}; {more}."


def _open(sentence: str) -> str:
    """A sentence without its full stop, but with the point of an abbreviation that ends it."""
    bare = sentence.rstrip(".")
    return f"{bare}." if bare.endswith(_SHORT) else bare


def place(page: int | None, line: int | None = None, caption: int | None = None) -> str:
    """``side 2, linje 14`` or ``side 2, over tabel 1``; empty where there is no place."""
    parts = [
        f"side {page}" if page else "",
        f"linje {line}" if line else "",
        f"over tabel {caption}" if caption else "",
    ]
    return ", ".join(part for part in parts if part)


def period(value: Period | None) -> str:
    """``2024`` or ``juli 2020 – juni 2021``."""
    if value is None:
        return "perioden"
    if value.is_year:
        return str(value.start.year)
    start, end = value.start, value.end
    return f"{MONTHS[start.month - 1]} {start.year} – {MONTHS[end.month - 1]} {end.year}"


def percent(comparison: Comparison, limit: float) -> str:
    """A demand on a share: ``under 30 pct.``."""
    return f"{COMPARED[comparison]} {number(limit, 0 if limit.is_integer() else 1)} pct."


def shown(figure: Figure) -> str:
    """A figure as printed, with what it is and its place: ``12,3 pct. (tabel 2, side 1)``."""
    level = {Measure.FAKTISK: "faktisk ", Measure.FORVENTET: "forventet "}.get(figure.measure, "")
    if figure.number is None:
        value = "opfyldt" if figure.fulfilled is Fulfilled.OPFYLDT else "ikke opfyldt"
    else:
        unit = " pct." if figure.unit is Unit.PCT else ""
        value = f"{number(figure.number, figure.decimals)}{unit}"
    at = f", side {figure.page}" if figure.page else ""
    return f"{level}{value}" + (f" (tabel {figure.table}{at})" if figure.table else "")


def fulfilled(met: bool) -> str:
    """The status word of the tables."""
    return (Fulfilled.OPFYLDT if met else Fulfilled.IKKE_OPFYLDT).value


def _of_three(low: int, high: int) -> str:
    return f"netop {low}" if low == high else f"mindst {low}" if high > 2 else f"højst {high}"


def describe(condition: Condition) -> str:
    """A condition as a relative clause: ``opfylder resultatmålet``."""
    if isinstance(condition, Goal):
        return f"{'' if condition.met else 'ikke '}opfylder {GOAL[condition.measure]}"
    if isinstance(condition, Focus):
        if len(condition.of) > 2:
            return f"opfylder {_of_three(condition.low, condition.high)} af de tre mål"
        if set(condition.of) != set(_TWO):
            return (
                f"opfylder {_NUMBER[condition.low]} af {listed(GOAL[one] for one in condition.of)}"
            )
        return _FOCUS.get((condition.low, condition.high), "har en blanding af fokusmål")
    if isinstance(condition, InPhase):
        return f"{'' if condition.yes else 'ikke '}{_STEP[condition.step]}"
    if isinstance(condition, Inspires):
        return f"{'' if condition.yes else 'ikke '}er inspirationskommune"
    if isinstance(condition, Level):
        return _BESIDE[condition.side]
    if isinstance(condition, Share):
        share = SHARE[condition.measure].replace("andelen", "en andel", 1)
        return f"har {share} på {percent(condition.comparison, condition.limit)}"
    if isinstance(condition, Not):
        return f"ikke både {describe(condition.part)}"
    return listed(describe(part) for part in condition.parts)
