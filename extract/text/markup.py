"""Web pages as paragraphs and tables, spans included."""

from __future__ import annotations

from html.parser import HTMLParser

from extract.layout.assembly import Layout
from extract.layout.captions import caption_number, is_note
from extract.layout.headings import first_body_row
from extract.model import Cell, Paragraph, Role, Table, Word

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "tt", "u", "var", "wbr"),
    )
)
_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "select"})
_MOST_SPAN = 200  # columns or rows one cell may cover: more is an attack, not a table
_MOST_CELLS = 200_000


class _Grid:
    """A table being filled, with the positions that spans from above or left cover."""

    def __init__(self) -> None:
        self.rows: list[dict[int, Cell]] = []
        self.heading: list[bool] = []
        self.caption = ""
        self.count = 0

    def begin_row(self) -> None:
        if self.heading and not self.rows[len(self.heading) - 1]:
            return  # the row before holds nothing: it is this one
        self.heading.append(True)
        if len(self.rows) < len(self.heading):
            self.rows.append({})

    def add(self, text: str, down: int, across: int, head: bool) -> None:
        if not self.heading:
            self.begin_row()
        row = len(self.heading) - 1
        column = 0
        while column in self.rows[row]:
            column += 1
        if self.count + down * across > _MOST_CELLS:
            return
        self.count += down * across
        while len(self.rows) < row + down:
            self.rows.append({})
        for r in range(row, row + down):
            for c in range(column, column + across):
                self.rows[r][c] = Cell(r, c, covered=True)
        words = tuple(Word(word) for word in text.split())
        self.rows[row][column] = Cell(
            row, column, text, words=words, row_span=down, column_span=across
        )
        self.heading[row] = self.heading[row] and head

    def table(self, index: int, line: int, caption: str) -> Table | None:
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        width = max((max(row, default=-1) + 1 for row in self.rows), default=0)
        if width < 2 or len(self.rows) < 2:
            return None
        rows = tuple(
            tuple(row.get(c) or Cell(r, c) for c in range(width)) for r, row in enumerate(self.rows)
        )
        heading = next((i for i, head in enumerate(self.heading) if not head), len(self.heading))
        if heading == 0:
            heading = first_body_row([[cell.text for cell in row] for row in rows]) or 0
        return Table(
            index=index,
            rows=rows,
            heading_rows=min(heading, len(rows)),
            number=caption_number(caption) if caption else None,
            caption=caption,
            line=line,
        )


class _Reader(HTMLParser):
    """Gathers blocks of text and tables; a table inside a table is read as text of its cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.prose: list[Paragraph] = []
        self.tables: list[Table] = []
        self._text: list[str] = []
        self._tag = ""
        self._line = 1
        self._skipped = 0
        self._depth = 0
        self._grid = _Grid()
        self._cell: tuple[int, int, bool] | None = None
        self._start = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a table, a row or a cell."""
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._flush()
                self._grid, self._start = _Grid(), self.getpos()[0]
        elif self._depth == 1 and tag in ("tr", "td", "th", "caption"):
            self._end_cell()
            if tag == "tr":
                self._grid.begin_row()
            elif tag != "caption":
                known = dict(attrs)
                down, across = _span(known.get("rowspan")), _span(known.get("colspan"))
                self._cell = (down, across, tag == "th")
        elif tag not in _INLINE:
            if self._depth:
                self._text.append(" ")
            else:
                self._flush()
                self._tag, self._line = tag, self.getpos()[0]

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag opened."""
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
                self._end_table()
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._depth == 1 and tag == "caption":
            self._grid.caption = self._taken()
        elif tag not in _INLINE and not self._depth:
            self._flush()

    def handle_data(self, data: str) -> None:
        """Keep the text, unless it is a script's or a style's."""
        if not self._skipped:
            if not self._text:
                self._line = self.getpos()[0]
            self._text.append(data)

    def close(self) -> None:
        """Finish what the page left open."""
        super().close()
        if self._depth:
            self._end_cell()
            self._end_table()
        self._flush()

    def _taken(self) -> str:
        text = " ".join("".join(self._text).replace("\u00ad", "").split())
        self._text = []
        return text

    def _end_cell(self) -> None:
        text = self._taken()
        if self._cell is not None:
            self._grid.add(text, *self._cell)
        self._cell = None

    def _end_table(self) -> None:
        caption = self._grid.caption
        if not caption and self.prose and self.prose[-1].role is Role.CAPTION:
            caption = " ".join(self.prose[-1].lines)
        table = self._grid.table(len(self.tables) + 1, self._start, caption)
        if table is not None:
            self.tables.append(table)
            return
        for row in self._grid.rows:  # a frame for layout only: its text is prose
            for cell in row.values():
                if cell.text:
                    self.prose.append(_paragraph(cell.text, "", self._start))

    def _flush(self) -> None:
        text = self._taken()
        if text:
            self.prose.append(_paragraph(text, self._tag, self._line))
        self._tag = ""


def read_html(text: str) -> Layout:
    """Paragraphs and tables of a web page, each with its line in the source (1-based)."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Layout(tuple(reader.prose), tuple(reader.tables))


def _span(value: str | None) -> int:
    if value is None or not value.strip().isdecimal():
        return 1
    return min(max(1, int(value)), _MOST_SPAN)


def _paragraph(text: str, tag: str, line: int) -> Paragraph:
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else None
    role = Role.TEXT
    if level:
        role = Role.HEADING
    elif caption_number(text) is not None:
        role = Role.CAPTION
    elif is_note(text):
        role = Role.NOTE
    elif tag == "li":
        role = Role.ITEM
    return Paragraph(lines=(text,), line=line, role=role, level=level)
