"""Short paragraphs in two columns, over tables side by side."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

LEFT = """Hver sommer sejler færgerne oftere end ellers, og
så venter rederiet flere gæster på broen. Den, der vil
med om morgenen, skal bestille plads i god tid, for
der er ikke plads til alle. Det gælder også dem, som
bor på øen.""".splitlines()
RIGHT = """Fra Skagen gik der flest, og fra Gedser færrest.

I vinter var det omvendt, fordi isen lå længe i de
nordlige farvande. Havnen i Gedser var åben hele
tiden, og derfor sejlede man derfra med alt, hvad
der kunne flyde og føres, helt frem til foråret.""".splitlines()


def test_each_column_is_read_down(drawn: Callable[[Callable[[Canvas], None]], Document]) -> None:
    """They were read across, and their last line was a heading of the table below it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(50, 780, "Færger og havne i sommer og vinter, fra kyst til kyst")
        canvas.setFont("Helvetica", 9)
        for step, text in enumerate(LEFT):
            canvas.drawString(50, 750 - 13 * step, text)
        for step, text in enumerate(RIGHT):
            canvas.drawString(309, 750 - 12 * step, text)
        for x in (50, 303):
            canvas.drawString(x, 670, "De fem travleste" if x == 50 else "De fem med færrest")
            for index in range(6):
                y = 652 - 12 * index
                canvas.drawString(x + 8, y, f"Havn {'ABCDE'[index - 1]}" if index else "Navn")
                for place in (1, 2):
                    figure = f"{place}{index},5 %" if index else ("Ind", "Ud")[place - 1]
                    canvas.drawRightString(x + 90 + 60 * place, y, figure)

    document = drawn(draw)
    prose = [" ".join(one.lines) for one in document.paragraphs]
    assert " ".join(LEFT) in prose
    assert " ".join(RIGHT[2:]) in prose
    cells = [cell.text for table in document.tables for row in table.rows for cell in row]
    assert not {"bor på øen.", "der kunne flyde og føres, helt frem til foråret."} & set(cells)
    assert cells.count("Havn A") == 2


def test_a_table_in_each_column_stays_in_its_own(
    drawn: Callable[[Callable[[Canvas], None]], Document],
) -> None:
    """Their rows are level nowhere; those of the right one lost their headings to the left."""

    def table(canvas: Canvas, x: float, top: float, names: str) -> None:
        for index, name in enumerate(["Havn", *names]):
            canvas.drawString(x, top - 12.5 * index, f"{name}-havn" if index else name)
            for place in (1, 2):
                figure = f"{place}{index},5 pct." if index else ("Ind", "Ud")[place - 1]
                canvas.drawRightString(x + 90 + 60 * place, top - 12.5 * index, figure)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for step, text in enumerate(LEFT):
            canvas.drawString(50, 750 - 14 * step, text)
        table(canvas, 54, 670, "ABCDEFGH")
        table(canvas, 313, 747, "JKLMNP")
        for step, text in enumerate(RIGHT):
            canvas.drawString(309, 655 - 11.3 * step, text)

    document = drawn(draw)
    found = [[row[0].text for row in one.body] for one in document.tables]
    assert sorted(found) == [[f"{name}-havn" for name in names] for names in ("ABCDEFGH", "JKLMNP")]
    assert {tuple(cell.text for cell in one.headings[-1]) for one in document.tables} == {
        ("Havn", "Ind", "Ud")
    }
