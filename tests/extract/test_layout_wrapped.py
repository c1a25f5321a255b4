"""Headings broken over lines in narrow columns and blocks side by side."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[list[list[str]]]]
SIZE, LINE = 8.0, 10.0


def centred(canvas: Canvas, x: float, y: float, lines: list[str]) -> None:
    """The lines of a heading, all centred at ``x``, together centred at ``y``."""
    for index, line in enumerate(lines):
        canvas.drawCentredString(x, y + LINE * ((len(lines) - 1) / 2 - index), line)


def test_lines_of_two_headings_that_nearly_touch(drawn: Drawn, texts: Texts) -> None:
    """The last lines are a space apart; those above show that they are of two headings."""
    body = [[f"By nummer {n}", f"1{n},4", f"2{n},6"] for n in range(2, 9)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        wide = [canvas.stringWidth("samtalerne"), canvas.stringWidth("tilbuddene")]
        second = 180 + sum(wide) / 2 + canvas.stringWidth(" ")
        centred(canvas, 85, 740, ["Kommune"])
        centred(canvas, 180, 740, ["Uden", "fire", "samtalerne"])
        centred(canvas, second, 740, ["Uden", "fire", "tilbuddene"])
        for number, row in enumerate(body):
            y = 715 - 12 * number
            canvas.drawString(60, y, row[0])
            canvas.drawRightString(180 + wide[0] / 2, y, row[1])
            canvas.drawRightString(second + wide[1] / 2, y, row[2])

    heads = ["Kommune", "Uden fire samtalerne", "Uden fire tilbuddene"]
    [found] = texts(drawn(draw))
    headings = [" ".join(filter(None, column)) for column in zip(*found[: -len(body)], strict=True)]
    assert headings == heads
    assert found[-len(body) :] == body


def test_three_blocks_with_headings_of_one_to_three_lines(drawn: Drawn, texts: Texts) -> None:
    """The first line of the last heading of each block stands over its column, not the block.

    The figures of a block end little more than a space before the names of the next.
    """
    heads = [["Kommune"], ["Uden fire", "samtaler"], ["Uden", "fire", "tilbud"]]
    names = ["Abild", "Brede", "Celund", "Dalby", "Elling", "Fensmark", "Gandrup", "Hemmet", "Idom"]
    body = [[name, f"1{n},4", f"2{n},6"] for n, name in enumerate(names)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for block in range(3):
            left = 60 + 134 * block
            for x, lines in zip((20, 75, 112), heads, strict=True):
                centred(canvas, left + x, 740, lines)
            for number, row in enumerate(body[3 * block : 3 * block + 3]):
                y = 715 - 12 * number
                canvas.drawString(left, y, row[0])
                canvas.drawRightString(left + 85, y, row[1])
                canvas.drawRightString(left + 130, y, row[2])

    [found] = texts(drawn(draw))
    assert found == [[" ".join(lines) for lines in heads], *body]


def test_headings_over_groups_after_three_of_their_own(drawn: Drawn, texts: Texts) -> None:
    """One rule runs under all the upper headings; one of them stands on two lines."""
    upper = [(1, 3, ["Resultatmål, 2023"]), (4, 5, ["Under fire", "samtaler"]), (6, 7, ["Tilbud"])]
    lower = ["Kommune", "Faktisk", "Forventet", "Forskel", "2022", "2023", "2022", "2023"]
    rights = [0, 160, 220, 270, 315, 360, 405, 450]
    body = [[f"By {n}", *(f"1{n},{k}" for k in range(1, 8))] for n in range(11, 19)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for first, last, lines in upper:
            middle = (rights[first] - 16 + rights[last]) / 2
            for number, line in enumerate(lines):
                canvas.drawCentredString(middle, 750 - LINE * number, line)
        canvas.line(125, 737, 455, 737)
        for number, row in enumerate([lower, *body]):
            y = 727 - 12 * number
            canvas.drawString(60, y, row[0])
            for right, text in zip(rights[1:], row[1:], strict=True):
                canvas.drawRightString(right, y, text)

    document = drawn(draw)
    [table] = document.tables
    spans = [
        (cell.text, cell.column, cell.column + cell.column_span - 1)
        for cell in table.rows[0]
        if cell.text and cell.text != "Kommune"
    ]
    assert spans == [(" ".join(lines), first, last) for first, last, lines in upper]
    assert texts(document)[0][-len(body) :] == body


def test_two_headings_a_space_apart_over_years_that_come_again(drawn: Drawn) -> None:
    body = [[f"By {n}", *(f"{n},{k}" for k in range(1, 5))] for n in range(11, 19)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        heads = ["Andel uden fire samtaler", "Andel uden tilbud"]
        middle = 250.0
        canvas.drawRightString(middle, 750, heads[0])
        canvas.drawString(middle + canvas.stringWidth(" "), 750, heads[1])
        for number, row in enumerate([["Kommune", *(2 * ["2023", "2024"])], *body]):
            y = 736 - 12 * number
            canvas.drawString(60, y, row[0])
            for right, text in zip((190, 235, 285, 330), row[1:], strict=True):
                canvas.drawRightString(right, y, text)

    [table] = drawn(draw).tables
    spans = [(c.text, c.column, c.column_span) for c in table.rows[0] if c.text[:5] == "Andel"]
    assert spans == [("Andel uden fire samtaler", 1, 2), ("Andel uden tilbud", 3, 2)]


def test_the_rest_of_a_heading_runs_up_to_the_next_one(drawn: Drawn, texts: Texts) -> None:
    """A long word is wider than its column and ends a space before the heading beside it."""
    body = [[f"By {n}", f"8{n}", f"7{n}", f"{n}"] for n in range(11, 19)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        wide, space = canvas.stringWidth("fuldtidspersoner"), canvas.stringWidth(" ")
        lefts = [60.0, 130.0, 130 + wide + 4 * space, 130 + 2 * wide + 5 * space]
        for line, row in enumerate(
            [["", "Forventet", "Faktisk", ""], ["Kommune", *2 * ["fuldtidspersoner"], "Forskel"]]
        ):
            for x, text in zip(lefts, row, strict=True):
                canvas.drawString(x, 750 - LINE * line, text)
        for number, row in enumerate(body):
            y = 726 - 12 * number
            canvas.drawString(60, y, row[0])
            for x, text in zip(lefts[1:], row[1:], strict=True):
                canvas.drawRightString(x + 30, y, text)

    [found] = texts(drawn(draw))
    headings = [" ".join(filter(None, column)) for column in zip(*found[: -len(body)], strict=True)]
    assert headings == [
        "Kommune",
        "Forventet fuldtidspersoner",
        "Faktisk fuldtidspersoner",
        "Forskel",
    ]


def test_the_heading_of_the_names_stands_between_the_two_lines_of_the_others(drawn: Drawn) -> None:
    body = [[f"By {n}", *(f"{n},{k}4 pct." for k in range(1, 5))] for n in range(11, 19)]
    lefts = (155.0, 241.0, 327.0, 376.0)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(155, 760, "Andel med færre end fire samtaler, pct.")
        canvas.drawString(327, 760, "Uden tilbud, pct.")
        canvas.drawString(67, 750.5, "Kommuner")
        for x, year in zip(lefts, 2 * ["2023", "2024"], strict=True):
            canvas.drawString(x, 741, year)
        for number, row in enumerate(body):
            y = 722 - 19 * number
            canvas.drawString(68, y, row[0])
            for x, text in zip(lefts, row[1:], strict=True):
                canvas.drawString(x + 4, y, text)

    [table] = drawn(draw).tables
    spans = [(c.text, c.column, c.column_span) for c in table.rows[0] if "pct." in c.text]
    assert spans == [
        ("Andel med færre end fire samtaler, pct.", 1, 2),
        ("Uden tilbud, pct.", 3, 2),
    ]
