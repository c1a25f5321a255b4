"""One table in every form."""

import csv
import io
import json

from extract.model import Cell, Table
from notat import grids


def table() -> Table:
    texts = [["Kommune", "Mål", ""], ["", "a", "b"], ["Ærø|x", "=1", "<b>"], ["Fanø", "2,5", ""]]
    rows = [[Cell(i, j, text) for j, text in enumerate(row)] for i, row in enumerate(texts)]
    rows[0][1] = Cell(0, 1, "Mål", column_span=2)
    rows[0][2] = Cell(0, 2, covered=True)
    return Table(
        1, tuple(map(tuple, rows)), heading_rows=2, number=3, caption="Tabel 3 <i>", page=2
    )


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(grids.as_csv(table()))))
    assert rows[2] == ["Ærø|x", "'=1", "<b>"]
    assert len(rows) == 4


def test_markdown_joins_headings_and_escapes() -> None:
    lines = grids.as_markdown(table()).splitlines()
    assert lines[0] == "**Tabel 3 &lt;i>**"
    assert lines[2:5] == [
        "| Kommune | Mål a | b |",
        "| --- | --- | --- |",
        "| Ærø\\|x | =1 | &lt;b> |",
    ]


def test_json_holds_all_rows() -> None:
    read = json.loads(grids.as_json(table()))
    assert (read["number"], read["page"], read["heading_rows"]) == (3, 2, 2)
    assert read["rows"][3] == ["Fanø", "2,5", ""]


def test_html_spans_and_escapes() -> None:
    html = grids.as_html(table())
    assert '<th colspan="2">Mål</th></tr>' in html
    assert "<td>&lt;b&gt;</td>" in html
    assert "<caption>Tabel 3 &lt;i&gt;</caption>" in html
    assert html.count("<tr>") == 4


def test_a_table_without_headings_or_caption() -> None:
    bare = Table(1, ((Cell(0, 0, "1"), Cell(0, 1, "2")),))
    assert grids.as_markdown(bare) == "|  |  |\n| --- | --- |\n| 1 | 2 |\n"
