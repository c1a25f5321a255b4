"""When the figures of a column were measured, and why that is not to be believed.

The heading of the column says when, else the caption, the notes below or the note itself. Where
they leave it open or speak against one another a person must look.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extract.model import Source, Table
from normalize.headings.column import Column
from normalize.headings.periods import find_period, is_ahead, is_whole, period_in, undecided
from normalize.model import Header, Measure, Period

BROKEN = "period:broken"  # one end of a span was read
SEVERAL = "period:several"  # the note speaks of several, and the heading of none
BESIDE = "period:beside"  # the columns beside are of other periods
AHEAD = "period:ahead"  # not over when the note was written
UNSTATED = "period:unstated"  # no place that could say it does: a figure of no known time


@dataclass(frozen=True, slots=True)
class When:
    """The period of a column, None where nothing states one, and the reasons to doubt it."""

    period: Period | None
    doubts: tuple[str, ...] = ()


def when(column: Column, columns: Sequence[Column], table: Table, note: Header) -> When:
    """Date a column of a table whose rows do not say when.

    ``columns`` are all of the table's, ``note`` what the note says of itself.
    """
    stated = column.heading.period
    caption = _of_caption(table, note.period)
    period = stated or caption or note.period
    if period is None:
        return When(None, (UNSTATED,))
    beside = {other.heading.period for other in columns if other.heading.period is not None}
    planned = column.heading.measure is Measure.FORVENTET and stated is not None
    # A caption's year after the one that the decision rests on may be when one decided.
    decided = bool(caption and note.rests_on and caption.start > note.rests_on.end)
    left_open = note.open_period or not _follows(table.caption, period)
    doubts = {
        BROKEN: column.heading.open_period
        or (_is_rest(stated, beside, table) and not is_whole(column.heading.text)),
        SEVERAL: stated is None and (left_open if caption is None else decided),
        BESIDE: stated is None and bool(beside) and period not in beside,
        AHEAD: not planned and is_ahead(period, note.date),
    }
    return When(period, tuple(doubt for doubt, holds in doubts.items() if holds))


def _is_rest(stated: Period | None, beside: Collection[Period], table: Table) -> bool:
    """True where a scan's calendar year may be all that is left of a span like those beside it."""
    if stated is None or table.source is not Source.OCR or not stated.is_year:
        return False
    spans = [one for one in beside if not one.is_year]
    return any(stated.start.year in {one.start.year, one.end.year} for one in spans)


def _follows(caption: str, period: Period) -> bool:
    """True unless a caption's year, of a decision, is neither of the period nor the next one."""
    said = find_period(caption)
    return said is None or period.start.year <= said.start.year <= period.end.year + 1


def _of_caption(table: Table, main: Period | None) -> Period | None:
    """The period in the caption, else in the notes below."""
    notes = [note for note in table.notes if "periode" in note.casefold()]
    periods = (period_in(undecided(text), main) for text in (table.caption, *notes))
    return next((period for period in periods if period is not None), None)
