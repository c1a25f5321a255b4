"""One cell of a value column → figure or status, with what may be believed of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.model import Cell, Source, Table
from normalize.figures import evidence, numbers, status
from normalize.figures.evidence import Guess
from normalize.figures.numbers import Figure
from normalize.figures.status import Verdict
from normalize.headings.column import Column
from normalize.model import OPEN, Fulfilled, Status, Unit

# Confidence of a well-formed cell of a text layer (none of 1,944 values of word-processor files
# was wrong), of one from a text that went through OCR elsewhere, of one repaired on evidence.
_AS_READ = 0.999
_DUMPED = 0.97
_REPAIRED = 0.98
RANGE = "range"  # reason: a figure that its unit does not allow
_BOUNDS = {Unit.PCT: (0.0, 100.0), Unit.RANK: (1.0, 98.0)}  # per cent; there are 98 municipalities


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell holds: a figure or a status, or neither and why."""

    status: Status
    reason: tuple[str, ...]
    confidence: float
    number: float | None = None
    decimals: int = 0
    fulfilled: Fulfilled | None = None
    unit: Unit | None = None
    guesses: tuple[Guess, ...] = ()  # all that a scanned figure may be, likeliest first

    def doubted(self, reason: str) -> Content:
        """The same content as a guess that a person must look at."""
        doubt = min(self.confidence, OPEN)
        return replace(self, status=Status.REVIEW, reason=(*self.reason, reason), confidence=doubt)


def source_of(cell: Cell, table: Table) -> Source:
    """Where a cell comes from: OCR where any word of it does, or its table if it is empty."""
    if not cell.words:
        return table.source
    return Source.OCR if any(word.source is Source.OCR for word in cell.words) else Source.TEXT


def read_cell(cell: Cell, column: Column, source: Source) -> Content:
    """Read one cell of a column; a lone reading of a picture is never more than a guess."""
    if column.statuses:
        verdict, confidence = _verdict(cell, source)
        if verdict is not None:
            return Content(
                verdict.status,
                verdict.reason,
                confidence,
                fulfilled=verdict.fulfilled,
                unit=Unit.STATUS,
            )
    figure, guesses = _figure(cell, column, source)
    confidence = guesses[0].share if guesses else 0.0
    if figure.status is Status.REVIEW:  # the readings may agree and the print be too small
        confidence = min(confidence, evidence.SINGLE)
    blank = source is Source.OCR and not cell.text.strip()  # or a stamp that nobody read through
    if column.statuses and (blank or not figure.missing):
        return Content(Status.REVIEW, ("status:unreadable",), 0.0, unit=Unit.STATUS)
    if figure.number is None and not figure.missing and (verdict := status.parse(cell.text)):
        return Content(Status.REVIEW, ("number:status",), OPEN, unit=Unit.STATUS)
    unit = figure.unit or column.heading.unit
    if figure.number is None:
        return Content(figure.status, figure.reason, confidence, unit=unit, guesses=guesses)
    content = Content(
        figure.status,
        figure.reason,
        confidence,
        figure.number,
        figure.decimals,
        unit=unit,
        guesses=guesses,
    )
    return content if _plausible(figure.number, unit) else content.doubted(RANGE)


def _plausible(number: float, unit: Unit | None) -> bool:
    bounds = _BOUNDS.get(unit) if unit else None
    if bounds is None:
        return True
    whole = unit is not Unit.RANK or number == int(number)
    return whole and bounds[0] <= number <= bounds[1]


def _verdict(cell: Cell, source: Source) -> tuple[Verdict | None, float]:
    if cell.readings and any(status.parse(reading.text) for reading in cell.readings):
        return evidence.verdict(cell.readings)
    verdict = status.parse(cell.text)
    if verdict is not None and source is Source.OCR:
        return Verdict(verdict.fulfilled, Status.REVIEW, ("readers:single",)), evidence.SINGLE
    return verdict, _confidence(verdict.status, strict=False) if verdict else 0.0


def _figure(cell: Cell, column: Column, source: Source) -> tuple[Figure, tuple[Guess, ...]]:
    """The figure of a cell and its guesses; the guess is the figure itself but in a picture."""
    if cell.readings:
        return evidence.figure(cell.readings, column.form)
    figure = numbers.parse(cell.text, column.form)
    if source is Source.OCR:
        reason = (*figure.reason, "readers:single")
        lone = replace(figure, status=Status.REVIEW, reason=reason)
        return lone, (Guess(lone, evidence.SINGLE),) if figure.number is not None else ()
    if column.form.strict and figure.reason == ("missing:empty",):
        return Figure(None, status=Status.REVIEW, reason=figure.reason), ()
    return figure, (Guess(figure, _confidence(figure.status, strict=column.form.strict)),)


def _confidence(state: Status, *, strict: bool) -> float:
    if state is Status.REVIEW:
        return OPEN
    if state is Status.REPAIRED:
        return _REPAIRED
    return _DUMPED if strict else _AS_READ
