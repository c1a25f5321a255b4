"""Tables and paragraphs of web pages."""

from extract.text.markup import read_html


def texts(html: str) -> list[list[str]]:
    [table] = read_html(html).tables
    return [[cell.text for cell in row] for row in table.rows]


def test_spans_cover_positions_in_later_rows() -> None:
    html = (
        "<table><tr><th rowspan=2>Kommune<th colspan='2'>Fokusmål<tr><th>Samtaler<th>Tilbud"
        "<tr><td>Ærø<td>6,1<td>28,0</tr><tr><td>Mors<td>8,8<td>15,6</table>"
    )
    assert texts(html) == [
        ["Kommune", "Fokusmål", ""],
        ["", "Samtaler", "Tilbud"],
        ["Ærø", "6,1", "28,0"],
        ["Mors", "8,8", "15,6"],
    ]
    [table] = read_html(html).tables
    assert table.heading_rows == 2
    assert [cell.covered for cell in table.rows[1]] == [True, False, False]


def test_a_body_cell_may_span_rows_too() -> None:
    html = (
        "<table><tr><th>Kommune<th>År<th>Tal<tr><td rowspan=2>Ærø<td>2023<td>1"
        "<tr><td>2024<td>2<tr><td>Mors<td>2024<td>3</table>"
    )
    assert texts(html)[1:] == [["Ærø", "2023", "1"], ["", "2024", "2"], ["Mors", "2024", "3"]]


def test_empty_rows_are_none() -> None:
    html = "<table><tr></tr><tr><th>A<th>B</tr><tr></tr><tr><td>1<td>2</tr><tr></tr></table>"
    assert texts(html) == [["A", "B"], ["1", "2"]]


def test_scripts_are_not_text() -> None:
    layout = read_html("<p>Før<script>alert('x')</script> efter</p><style>p{}</style>")
    assert [paragraph.lines for paragraph in layout.paragraphs] == [("Før efter",)]


def test_an_absurd_span_is_bounded() -> None:
    html = "<table><tr><td colspan=999999999>a<td>b<tr><td>c<td>d</table>"
    assert len(texts(html)[0]) <= 201
