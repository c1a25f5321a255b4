"""Tables typed on a line printer, and what stands over the rule that opens a table."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from extract.model import Document, Table

Drawn = Callable[[Callable[[Canvas], None]], Document]


def texts(table: Table) -> list[str]:
    """The text of every cell."""
    return [cell.text for row in table.rows for cell in row]


_PRINTED = """\
              Hay and Oats: Stores by County
                          1994-95
-----------------------------------------------------------
            :         Hay           :        Oats
   County   :----------------------------------------------
            :   1994    :   1995    :   1994    :   1995
-----------------------------------------------------------
Brant       :    612         587         1,204       998
Cole 1/     :      W          98           310       305
Dane        :    455         460         1,077     1,101
            :
Eaton       :    230         244           809       790
Ford 2/     :    118          97           511       498
Gage        :    341         339           672       655
-----------------------------------------------------------
1/ Stores of fewer than ten farms are left out.
2/ Preliminary.
"""


def test_marks_typed_down_a_table_are_its_lines(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 8)
        for n, line in enumerate(_PRINTED.splitlines()):
            x = 72 + (len(line) - len(line.lstrip())) * canvas.stringWidth("0", "Courier", 8)
            canvas.drawString(x, 700 - 10 * n, line.lstrip())

    (table,) = drawn(draw).tables
    body = [[cell.text for cell in row] for row in table.rows[len(table.headings) :]]
    assert [row[0] for row in body] == ["Brant", "Cole 1/", "Dane", "Eaton", "Ford 2/", "Gage"]
    assert [row[1:] for row in body[:2]] == [
        ["612", "587", "1,204", "998"],
        ["W", "98", "310", "305"],
    ]
    assert not [text for text in texts(table) if ":" in text or "--" in text]


def test_colons_of_a_form_stay_where_no_lines_are_typed(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 9)
        for n, label in enumerate(("Dato", "Sag", "Emne", "Kontor", "Kopi")):
            canvas.drawString(72, 700 - 12 * n, f"{label:<8} : nummer {n}")

    document = drawn(draw)
    text = " ".join(word.text for page in document.pages for word in page.words)
    assert text.count(":") == 5
    kept = [line for paragraph in document.paragraphs for line in paragraph.lines]
    kept += [text for table in document.tables for text in texts(table)]
    assert sum(part.count(":") for part in kept) == 5


def _framed(over: str, x: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(x, 700, over)
        for y, width in ((696, 1.0), (668, 0.5), (566, 1.0)):
            canvas.setLineWidth(width)
            canvas.line(72, y, 460, y)
        for column, (head, sub) in enumerate((("Before", "1998"), ("After", "1999"))):
            canvas.drawRightString(330 + 110 * column, 686, head)
            canvas.drawRightString(330 + 110 * column, 673, sub)
        canvas.drawString(72, 673, "Region")
        for n, name in enumerate(("North", "East", "South", "West", "Middle", "Islands", "Coast")):
            canvas.drawString(72, 657 - 14 * n, name)
            canvas.drawRightString(330, 657 - 14 * n, str(318 + 17 * n))
            canvas.drawRightString(440, 657 - 14 * n, str(402 - 13 * n))

    return draw


def test_what_stands_over_the_opening_rule_is_no_heading(drawn: Drawn) -> None:
    for over, x in (("(Dollars in thousands)", 220), ("Personnel Summary", 230), ("[Farms]", 72)):
        (table,) = drawn(_framed(over, x)).tables
        assert table.headings, over
        assert not any(over in text for text in texts(table))
