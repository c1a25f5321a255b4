"""Notes made by hand for the tests of `rules`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from extract.model import Source
from normalize.model import (
    Caption,
    Fulfilled,
    Group,
    Header,
    Measure,
    Note,
    Period,
    Sentence,
    Status,
    Unit,
    Value,
)
from normalize.names.municipalities import by_name

Row = Sequence[object]
Table = tuple[Sequence[str], Sequence[Row]]

STATUS = {"ja": Fulfilled.OPFYLDT, "nej": Fulfilled.IKKE_OPFYLDT}


def cell(
    name: str,
    measure: str,
    content: object,
    *,
    table: int = 1,
    row: int = 1,
    column: int = 2,
    period: Period | None = None,
) -> Value:
    """A cell: ``"ja"``/``"nej"`` a status, a number a figure, ``"12,5?"`` one for review."""
    raw = str(content).replace(".", ",") if isinstance(content, float) else str(content)
    review = raw.endswith("?")
    red = raw.endswith("!")
    raw = raw.rstrip("?!")
    fulfilled = STATUS.get(raw)
    number = None if fulfilled or not raw else float(raw.replace(",", "."))
    levels = (Measure.FAKTISK, Measure.FORVENTET, Measure.DIFFERENCE)
    persons = measure in levels and "," not in raw
    unit = Unit.STATUS if fulfilled else Unit.PERSONS if persons else Unit.PCT
    return Value(
        page=1,
        table=table,
        table_index=table,
        row=row,
        column=column,
        municipality=by_name(name),
        measure=measure,
        group=Group.ALLE,
        period=period,
        number=number,
        fulfilled=fulfilled,
        unit=unit,
        decimals=len(raw.split(",")[1]) if "," in raw else 0,
        raw=raw,
        source=Source.TEXT,
        status=Status.REVIEW if review else Status.OK,
        reason=(),
        confidence=0.5 if review else 1.0,
        marked="red" if red else None,
        box=None,
    )


def make(
    text: str = "",
    *tables: Table,
    year: int | None = 2024,
    captions: Sequence[str] = (),
) -> Note:
    """A note: one sentence a line, ``## `` a heading, a blank line a new paragraph."""
    values = tuple(
        cell(str(row[0]), measure, row[column], table=number, row=place, column=column + 1)
        for number, (measures, rows) in enumerate(tables, 1)
        for place, row in enumerate(rows, 1)
        for column, measure in enumerate(measures, 1)
    )
    sentences = []
    section, paragraph = "", 0
    for line, content in enumerate(map(str.strip, text.strip().splitlines()), 1):
        if content.startswith("## "):
            section = content[3:]
        if not content or content.startswith("## "):
            paragraph += 1
            continue
        sentences.append(Sentence(content, content, 1, line, paragraph, section))
    header = Header(period=Period.of_year(year) if year else None)
    over = tuple(Caption(number, words) for number, words in enumerate(captions, 1))
    return Note(header, values, tuple(sentences), over)


@pytest.fixture
def note() -> Callable[..., Note]:
    """`make`, for tests."""
    return make


@pytest.fixture(name="cell")
def cell_fixture() -> Callable[..., Value]:
    """`cell`, for tests."""
    return cell
