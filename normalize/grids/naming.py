"""Whose the rows of a table are: named in a column of theirs, or all of them somewhere else."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Cell, Document, Source, Table
from normalize.grids.spans import spanning
from normalize.headings.column import Columns
from normalize.model import OPEN, Municipality, Status
from normalize.names.alone import match
from normalize.names.mentions import find
from normalize.names.printed import bare, spelled
from normalize.names.roster import Named, decode

_MORE = 3  # letters and digits: a reading may double one or two
_LENT = 0.98  # confidence in a name that stands elsewhere, as in one that was repaired


def named_in(document: Document) -> frozenset[Municipality]:
    """The municipalities that stand as names of rows in any table of a document."""
    cells = (row[0].text for table in document.tables for row in table.body if row)
    found = (match(text).municipality for text in cells if text.strip())
    return frozenset(name for name in found if name is not None)


def row_names(table: Table, place: int, columns: Columns) -> Sequence[Named]:
    """The names of the rows; an empty name goes on from above where rows are told apart by more.

    Never past a row with words of its own in front of its figures: they are its name, misplaced.
    """
    texts: list[str] = []
    goes_on = columns.period is not None or columns.group is not None
    taken = {columns.period, columns.group, *(column.place for column in columns.values)}
    for index, row in enumerate(table.body):
        text, over = _name(row[place]), spanning(table, index, place)
        if over is not None and over.column < place:  # a name that runs over from another column
            text = _name(over)
        own = [cell.text for n, cell in enumerate(row[:place]) if n not in taken]
        wordless = not any(map(str.isalpha, "".join(own)))
        goes = over.column == place if over is not None else goes_on and wordless
        above = texts[-1] if texts else ""
        texts.append(above if not text.strip() and goes else text)
    return decode(texts)


def runs_on(text: str, named: Named) -> bool:
    """True where a name cell holds more than its name: the next cell's "Ikke", or its figure."""
    if named.municipality is None or not named.reason:
        return False
    own = sum(map(str.isalnum, named.municipality.name))
    return sum(map(str.isalnum, bare(text)[0])) - own >= _MORE


def _name(cell: Cell) -> str:
    """The best reading of a name cell; readings that spell two different names are both kept."""
    texts = dict.fromkeys([cell.text, *(reading.text for reading in cell.readings)])
    exact = {text: name for text in texts if (name := spelled(*bare(text))) is not None}
    if len(set(exact.values())) == 1:
        return next(iter(exact))
    if exact:
        return " / ".join(exact)
    return max(texts, key=lambda text: match(text).confidence)


def shared_name(
    table: Table, columns: Columns, sole: Municipality | None, *, others: bool
) -> Named:
    """The name of the rows of a table without a column of names, which a scan may have lost.

    The one that its caption or its corner names; where these name none, ``sole``, the note's.
    ``others`` whether the note's tables name further ones. Rows told apart by when or of which
    benefits they are lack no names.
    """
    scanned = table.source is Source.OCR
    captioned = {mention.municipality for mention in find(table.caption)[1]}
    corner = match(table.rows[0][0].text) if table.rows else None
    if corner is not None and corner.municipality is not None and not corner.repaired:
        captioned.add(corner.municipality)
    if len(captioned) == 1:
        sure = not scanned or columns.period is not None or columns.group is not None
        status = Status.REPAIRED if sure else Status.REVIEW
        return Named(captioned.pop(), status, ("name:caption",), _LENT if sure else OPEN)
    if sole is None and scanned:
        return Named(None, Status.REVIEW, ("name:none",), OPEN)
    if sole is None:
        return Named(None, Status.OK, (), 1.0)
    if (others and scanned) or captioned:
        return Named(sole, Status.REVIEW, ("name:note",), OPEN)
    return Named(sole, Status.REPAIRED, ("name:note",), _LENT)
