"""What the project set out to reach, held against what was measured.

The figures are read from the pages of the docs as the commands beside them printed them: nothing
is measured here. A goal whose figure is on no page is said to be not measured.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.accuracy import HARDER, USUAL
from benchmarks.results import page
from benchmarks.results.parts import PARTS
from benchmarks.speed import ONE_NOTE, PIPELINE

Measure = Callable[[str], float | None]
BARS = {"≥": operator.ge, "≤": operator.le, "<": operator.lt, "=": operator.eq}
VERDICTS = ("right", "review", "silent", "missing")


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure of one part of the page and the bar it must clear, such as ``≥ 99.5``."""

    what: str
    bar: str
    part: str
    measure: Measure

    def met(self, measured: float) -> bool:
        """Whether the bar is cleared."""
        sign, _, limit = self.bar.partition(" ")
        return bool(BARS[sign](measured, float(limit.split()[0])))


def cell(row: str, column: str) -> Measure:
    """The figure of one cell."""

    def find(text: str) -> float | None:
        cells = (table[row].get(column, "") for table in page.tables(text) if row in table)
        return next((value for one in cells if (value := page.number(one)) is not None), None)

    return find


def share(verdict: str, rows: Sequence[str]) -> Measure:
    """Per cent of the values of these rows with a verdict; None where one of them is missing."""

    def find(text: str) -> float | None:
        counts = [[cell(row, name)(text) for name in VERDICTS] for row in rows]
        known = [[one for one in row if one is not None] for row in counts]
        total = sum(map(sum, known))
        if any(len(row) < len(VERDICTS) for row in known) or not total:
            return None
        return round(100 * sum(row[VERDICTS.index(verdict)] for row in known) / total, 2)

    return find


def count(verdict: str, rows: Sequence[str]) -> Measure:
    """How many values of these rows have a verdict; None where one of them is missing."""

    def find(text: str) -> float | None:
        found = [cell(row, verdict)(text) for row in rows]
        return None if None in found else sum(one for one in found if one is not None)

    return find


def ratio(column: str, over: Sequence[str]) -> Measure:
    """notat's figure in a column over the least that another row has there."""

    def find(text: str) -> float | None:
        ours = cell("notat", column)(text)
        theirs = [one for row in over if (one := cell(row, column)(text)) is not None]
        return round(ours / min(theirs), 2) if ours is not None and theirs else None

    return find


def said(pattern: str) -> Measure:
    """The figure that a pattern's group finds, commas for thousands left out."""

    def find(text: str) -> float | None:
        found = re.search(pattern, text)
        return page.number(found[1]) if found else None

    return find


def failed(text: str) -> float | None:
    """Tests that failed, of a run of pytest."""
    if not re.search(r"\d+ (?:passed|failed)", text):
        return None
    return said(r"(\d+) failed")(text) or 0


def _paper(what: str, bar: str, measure: Measure) -> Goal:
    return Goal(f"scans, {what}", bar, "accuracy", measure)


BARE = tuple(f"{kind}, no Tesseract" for kind in USUAL)
UPRIGHT = ("turned90", "turned270", "oldocr")
CAMELOT = tuple(f"camelot {flavor}" for flavor in ("lattice", "stream", "network", "hybrid"))
SCANNERS = ("OCRmyPDF + pdfplumber", "img2table + Tesseract")
GOALS = (
    Goal("five real notes: checks that fail", "= 0", "seeds", failed),
    Goal("text-layer notes: values right, %", "= 100", "text", share("right", ["notat"])),
    Goal("text-layer notes: silently wrong", "= 0", "text", cell("notat", "silent")),
    Goal("text-layer notes: values no note has", "= 0", "text", cell("notat", "extra")),
    Goal("names alone: right, %", "≥ 80", "names", cell("notat", "right %")),
    Goal("names alone: wrong", "= 0", "names", cell("notat", "wrong")),
    Goal("names in the table: right, %", "= 100", "nametables", cell("decoded", "right %")),
    Goal("names in the table: wrong", "= 0", "nametables", cell("decoded", "wrong")),
    Goal("notat --help, seconds", "< 0.3", "speed", cell("notat --help", "seconds")),
    Goal("notat convert of a 4-page note, seconds", "< 2", "speed", cell(ONE_NOTE, "seconds")),
    Goal("pages/s over pdfplumber's", "≥ 3", "speed", cell(PIPELINE, "times")),
    Goal("broken files without a clear line", "= 0", "hostile", cell("89", "unclear")),
    Goal("broken files: tracebacks", "= 0", "hostile", cell("89", "tracebacks")),
    _paper("five kinds: silently wrong", "= 0", count("silent", USUAL)),
    _paper("five kinds: right, %", "≥ 99.5", share("right", USUAL)),
    _paper("five kinds: review, %", "≤ 0.5", share("review", USUAL)),
    _paper("five kinds: missing", "= 0", count("missing", USUAL)),
    _paper("hard kinds: silently wrong", "= 0", count("silent", HARDER)),
    _paper("turned and old OCR: right, %", "≥ 99", share("right", UPRIGHT)),
    _paper("no Tesseract: silently wrong", "= 0", count("silent", BARE)),
    _paper("no Tesseract: right, %", "≥ 97", share("right", BARE)),
    _paper("over bare Tesseract's time", "≤ 1.5", said(r"([\d.]+) times as long")),
    Goal("scan of 200 pages: a worker's MB", "< 900", "memory", said(r"peak +(\d+)")),
    Goal("scans: values no note has", "= 0", "scans", cell("notat", "extra")),
    Goal("scans: time over the faster peer's", "< 1", "scans", ratio("seconds", SCANNERS)),
    Goal("audit: precision", "≥ 0.98", "held", said(r"precision[^\d]*([\d.]+)")),
    Goal("audit: recall", "≥ 0.98", "held", said(r"recall[^\d]*([\d.]+)")),
    Goal("audit: mutants noticed", "≥ 0.98", "mutations", said(r"(?m)^all +([\d.]+)")),
    Goal("1,000 notes audited, CPU seconds", "< 60", "thousand", said(r"time +([\d.]+) s")),
    Goal("adjacency F1, European half", "≥ 0.90", "tables", cell("notat", "F1")),
    Goal("its time over camelot's fastest", "< 1", "tables", ratio("seconds", CAMELOT)),
)


def table(goals: Sequence[Goal], texts: Mapping[str, str], commands: Mapping[str, str]) -> str:
    """Each goal with its bar, what was measured, whether it is met, and the command."""
    lines = ["| goal | bar | measured | met | command |", "|---|---|--:|---|---|"]
    for goal in goals:
        measured = goal.measure(texts.get(goal.part, ""))
        if measured is None:
            told = ("not measured", "")
        else:
            told = (f"{measured:g}", "yes" if goal.met(measured) else "**no**")
        cells = (goal.what, goal.bar, *told, f"`{commands[goal.part]}`")
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def measured(bodies: Mapping[str, str], accuracy: str) -> str:
    """The table of goals from the page's sections by title, and the page of accuracy."""
    texts = {name: bodies.get(part.title, "") for name, part in PARTS.items()}
    commands = {name: part.line for name, part in PARTS.items()}
    paper = {"accuracy": "python -m benchmarks.accuracy --without-tesseract"}
    return table(GOALS, texts | {"accuracy": accuracy}, commands | paper)
