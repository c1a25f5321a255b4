"""Tables → values: one `Value` for each cell that carries a measure.

Nothing is dropped: a row whose name or figure cannot be read is a value with status review.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Cell, Document, Source, Table
from normalize.figures.cells import Content, read_cell, source_of
from normalize.figures.colour import mark
from normalize.figures.relations import related
from normalize.figures.sides import opposed
from normalize.figures.signs import Signs
from normalize.grids import naming, openers, repeats, rivals
from normalize.grids.alignment import raised, roomy, slipped, strayed, torn
from normalize.grids.lost import lost
from normalize.grids.sheets import Sheet, read_sheet
from normalize.headings.column import Column
from normalize.headings.dating import When, when
from normalize.headings.labels import Label, read_label
from normalize.headings.proposals import proposed
from normalize.model import Fulfilled, Header, Municipality, Period, Status, Value
from normalize.names.roster import Named

_WORST = (Status.OK, Status.REPAIRED, Status.REVIEW)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the note around its tables lends them.

    ``context`` is the prose; ``sole`` the one municipality the note is about, if it is about one;
    ``others`` whether its tables name further ones; ``damaged`` whether the text is the output of
    OCR.
    """

    header: Header
    context: str = ""
    sole: Municipality | None = None
    others: bool = False
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row lends its cells."""

    named: Named
    period: Period | None
    label: Label


def values(document: Document, setting: Setting) -> tuple[Value, ...]:
    """All values of a document, ordered by table, row and column; those of lost rows first."""
    read = [
        read_sheet(table, setting.context, damaged=setting.damaged) for table in document.tables
    ]
    found = [value for sheet in proposed(read) for value in _values(sheet, setting)]
    in_order = sorted([*lost(found), *found], key=lambda value: value.table_index)
    return tuple(repeats.doubted(rivals.doubted(in_order)))


def _values(sheet: Sheet, setting: Setting) -> list[Value]:
    """The values of one table; empty for a table that carries none."""
    table, whole, columns = sheet.table, sheet.whole, sheet.columns
    names = {place: naming.row_names(whole, place, columns) for place in columns.names}
    unnamed = naming.shared_name(table, columns, setting.sole, others=setting.others)
    off = {
        column.place: slipped(whole, column.names, column.place)
        for column in columns.values
        if column.names is not None
    }
    room = {column.place: _with_room(whole, column) for column in columns.values}
    strays = strayed(whole, [column.place for column in columns.values])
    dates = {
        column.place: when(column, columns.values, table, setting.header)
        for column in columns.values
    }
    contents = related(_contents(whole, columns.values), columns.values)
    contents = opposed(contents, columns.values, _scanned(whole))
    opening = {
        (place, index)
        for place, named in names.items()
        for index in openers.openers(whole, sheet.beside(place), named)
    }
    hollow = {
        (place, index)
        for place in {column.names for column in columns.values}
        if len(beside := sheet.beside(place)) > 1
        for index in openers.hollow(whole, beside)
    }
    found: list[Value] = []
    for index, row in enumerate(whole.body):
        label = read_label(*(_text(row, place) for place in (columns.group, columns.period)))
        for column in columns.values:
            cell = row[column.place]
            named = unnamed if column.names is None else names[column.names][index]
            content = contents[index, column.place]
            dated = When(label.period) if label.period else dates[column.place]
            for doubt in (*column.doubts, *dated.doubts) if cell.text.strip() else ():
                content = content.doubted(doubt)
            if index in off.get(column.place, ()) and source_of(cell, table) is Source.OCR:
                content = content.doubted("row:slipped")
            met = content.fulfilled is Fulfilled.OPFYLDT or not cell.text.strip()
            if index in room[column.place] and met:
                content = content.doubted("status:line")
            run_on = column.names is not None and naming.runs_on(row[column.names].text, named)
            if index in strays or (run_on and content.number is None):
                content = content.doubted("column:slipped")
            if (column.names, index) in hollow:
                content = content.doubted(openers.REASON)
            if cell.covered and _goes_on(row, columns.values, named):
                content = content.doubted("column:slipped")
            elif (
                cell.covered
                or (column.names, index) in opening
                or not _says_something(named, content, cell)
            ):
                continue
            around = _Row(named, dated.period, label)
            place = sheet.place(cell, index, column.place)
            found.append(_value(table, place, cell, column, around, content))
    return sorted(found, key=lambda value: (value.row, value.column))


def _contents(table: Table, columns: Sequence[Column]) -> dict[tuple[int, int], Content]:
    """What each cell holds by itself, by body row and column."""
    return {
        (index, column.place): _content(row[column.place], column, table)
        for index, row in enumerate(table.body)
        for column in columns
    }


def _scanned(table: Table) -> frozenset[tuple[int, int]]:
    """The places (body row and column) whose cells come from a picture."""
    return frozenset(
        (index, place)
        for index, row in enumerate(table.body)
        for place, cell in enumerate(row)
        if source_of(cell, table) is Source.OCR
    )


def _content(cell: Cell, column: Column, table: Table) -> Content:
    source = source_of(cell, table)
    return read_cell(column.in_words(cell, source), column, source)


def _text(row: Sequence[Cell], place: int | None) -> str:
    return row[place].text if place is not None else ""


def _with_room(table: Table, column: Column) -> frozenset[int]:
    """The rows in which a goal met may be the first line of a goal not met."""
    if not column.statuses or isinstance(column.signs, Signs):
        return frozenset()
    beside = torn(table, column.place)
    if table.source is Source.OCR:
        return beside | roomy(table, column.place)
    return beside if column.names is None else beside | raised(table, column.names, column.place)


def _goes_on(row: Sequence[Cell], columns: Sequence[Column], named: Named) -> bool:
    """True for the row of a municipality with cells of its own beside the one that covers this."""
    cells = [row[column.place] for column in columns]
    own = any(cell.text.strip() for cell in cells if not cell.covered)
    return own and named.municipality is not None


def _says_something(named: Named, content: Content, cell: Cell) -> bool:
    """False for the empty cells of a row that is no municipality, such as a line between."""
    return named.municipality is not None or bool(cell.text.strip()) or content.number is not None


def _value(
    table: Table, place: tuple[int, int], cell: Cell, column: Column, row: _Row, content: Content
) -> Value:
    """One value; its status is the worst of name, label and content."""
    state = max(row.named.status, row.label.status, content.status, key=_WORST.index)
    return Value(
        page=cell.page or table.page,
        table=table.number if table.number is not None else table.index,
        table_index=table.index,
        row=place[0] + 1,
        column=place[1] + 1,
        municipality=row.named.municipality,
        measure=column.measure,
        group=row.label.group or column.heading.group,
        period=row.period,
        number=content.number,
        fulfilled=content.fulfilled,
        unit=content.unit,
        decimals=content.decimals,
        raw=cell.text,
        source=source_of(cell, table),
        status=state,
        reason=(*row.named.reason, *row.label.reason, *content.reason),
        confidence=round(row.named.confidence * row.label.confidence * content.confidence, 4),
        marked=mark(cell.words),
        box=cell.box,
    )
