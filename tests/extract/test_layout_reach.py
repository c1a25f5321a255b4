"""How far a heading over several columns reaches, and what stands near it and is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document, Table

Drawn = Callable[[Callable[[Canvas], None]], Document]
ENDS = (230.0, 300.0, 370.0, 440.0)  # right ends of the figures
TOP, STEP = 690.0, 14.0
YEARS = ["2022", "2023"] * 2


def rows(canvas: Canvas, count: int = 12) -> None:
    """Draw names, four columns of figures and one of words."""
    for n in range(count):
        y = TOP - STEP * n
        canvas.drawString(60, y, f"{'ABCDEFGHIJKLMNOP'[n]}strup")
        for k, x in enumerate(ENDS):
            canvas.drawRightString(x, y, f"{n + 2 + k},{k}")
        canvas.drawString(470, y, "Lukket" if n % 2 else "Følges")


def years(canvas: Canvas, y: float) -> None:
    for x, year in zip(ENDS, YEARS, strict=True):
        canvas.drawCentredString(x - 12, y, year)


def over(table: Table) -> list[str]:
    """The headings above each column, from the top down."""
    found = []
    for place in range(table.width):
        above = [row[: place + 1] for row in table.headings]
        texts = [
            next(
                (c.text for c in reversed(cells) if c.column + c.column_span > place and c.text), ""
            )
            for cells in above
        ]
        found.append(" ".join(dict.fromkeys(filter(None, texts))))
    return found


def test_years_under_one_heading_are_each_of_a_column(drawn: Drawn) -> None:
    """Both lie below the heading, which lies over one of the two columns of figures only."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 724, "Kommune")
        canvas.drawCentredString(228, 724, "Andel med samtaler (pct.)")
        canvas.drawCentredString(393, 724, "Andel med tilbud (pct.)")
        canvas.drawString(470, 724, "Vurdering")
        years(canvas, 708)
        rows(canvas)

    [table] = drawn(draw).tables
    both = [f"{name} {year}" for name in ("samtaler (pct.)", "tilbud (pct.)") for year in YEARS[:2]]
    assert over(table) == ["Kommune", *(f"Andel med {one}" for one in both), "Vurdering"]


def test_headings_of_one_and_two_lines_level_by_their_middles(drawn: Drawn) -> None:
    """The names' heading stands half a line off both of them."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for y, text in ((744, "Andel med under fire samtaler"), (733, "(pct.)")):
            canvas.drawCentredString(253, y, text)
        canvas.drawCentredString(393, 738.5, "Andel uden tilbud (pct.)")
        for x, text in ((30, "Nr."), (60, "Kommune"), (110, "Region"), (470, "Vurdering")):
            canvas.drawString(x, 733, text)
        years(canvas, 718)
        rows(canvas)
        for n in range(12):
            canvas.drawString(30, TOP - STEP * n, f"{n + 11}")
            canvas.drawString(110, TOP - STEP * n, "Syd" if n < 8 else "Nord")

    [table] = drawn(draw).tables
    assert over(table)[3:7] == [
        "Andel med under fire samtaler (pct.) 2022",
        "Andel med under fire samtaler (pct.) 2023",
        "Andel uden tilbud (pct.) 2022",
        "Andel uden tilbud (pct.) 2023",
    ]


def test_rules_show_the_reach_of_headings_that_nearly_touch(drawn: Drawn) -> None:
    """They stand out beyond the figures, to the end of the rule above."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawRightString(335, 728, "andel der har fået fire samtaler")
        canvas.drawString(340, 728, "andel med tilbud eller 225 timers arbejde")
        for x0, x1, y in ((55, 520, 740), (200, 335, 724), (340, 515, 724), (55, 520, 704)):
            canvas.line(x0, y, x1, y)
        canvas.drawString(60, 708, "Kommune")
        years(canvas, 708)
        for n in range(12):
            canvas.drawString(60, TOP - STEP * n, f"{'ABCDEFGHIJKL'[n]}strup")
            for k, x in enumerate(ENDS):
                canvas.drawRightString(x, TOP - STEP * n, f"{n + 2 + k},{k}")

    [table] = drawn(draw).tables
    assert over(table)[2:4] == [
        "andel der har fået fire samtaler 2023",
        "andel med tilbud eller 225 timers arbejde 2022",
    ]


def test_a_heading_of_many_lines_does_not_part_the_table(drawn: Drawn) -> None:
    """Its upper lines have white of their own, and rules above them."""
    heads = [["Forven-", "tet"], ["Faktisk"], ["Afvigelse", "fra det for-", "ventede"]]
    ends = [196.0 + 50 * k for k in range(6)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 6.5)
        for k, right in enumerate(ends):
            for up, text in enumerate(reversed(heads[k % 3])):
                canvas.drawRightString(right, 713 + 11 * up, text)
            canvas.drawRightString(right, 700, "personer")
            for n in range(20):
                canvas.drawRightString(right, 687 - 13 * n, str((137 * n + 71 * k) % 900))
        canvas.drawString(48, 700, "Kommune")
        canvas.drawCentredString(222, 748, "A-dagpenge")
        canvas.drawCentredString(372, 748, "Sygedagpenge")
        for n in range(20):
            canvas.drawString(48, 687 - 13 * n, f"{'ABCDEFGHIJKLMNOPQRST'[n]}strup")
        for y in (758, *(696 - 13 * n for n in range(21))):
            canvas.line(45, y, 450, y)
        for y in (744, 710):
            canvas.line(147, y, 450, y)

    [table] = drawn(draw).tables
    assert (table.width, len(table.body)) == (7, 20)
    assert over(table)[6] == "Sygedagpenge Afvigelse fra det forventede personer"


@pytest.mark.parametrize("first", [0, 1])
def test_shades_that_touch_are_no_frame(drawn: Drawn, first: int) -> None:
    """That of the heading and that of the first row; of the others every second one has one."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colors.lightgrey)
        for y, high in [(700, 44), *((TOP - 4 - STEP * n, STEP) for n in range(first, 12, 2))]:
            canvas.rect(50, y, 480, high, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        canvas.setFont("Helvetica", 6.5)
        canvas.drawString(60, 717, "Kommune")
        canvas.drawCentredString(253, 728, "Samtaler")
        canvas.drawCentredString(393, 728, "Tilbud")
        canvas.drawString(470, 717, "Vurdering")
        years(canvas, 709)
        rows(canvas)

    [table] = drawn(draw).tables
    assert len(table.body) == 12
    assert over(table)[1:5] == ["Samtaler 2022", "Samtaler 2023", "Tilbud 2022", "Tilbud 2023"]


def pages(canvas: Canvas, heads: Sequence[str], typed: bool) -> None:
    for page in (1, 2):
        canvas.setFont("Courier", 9)
        canvas.drawString(60, 745, f"LISTE 7    SIDE     {page}")
        for x, text in zip((60, 206, 346), heads, strict=True):
            canvas.drawString(x, 730, text)
            if typed:
                canvas.drawString(x, 718, "-" * 16)
        for n in range(14):
            canvas.drawString(60, 705 - 12 * n, f"{'ABCDEFGHIJKLMN'[n]}strup{page}")
            canvas.drawRightString(290, 705 - 12 * n, f"{n + page},4")
            canvas.drawRightString(430, 705 - 12 * n, f"{n * page},7")
        canvas.showPage()


@pytest.mark.parametrize("typed", [True, False])
def test_a_line_that_counts_the_pages_is_no_heading(drawn: Drawn, typed: bool) -> None:
    """Nor are the dashes below the heading the first row."""
    heads = ["KOMMUNE", "UDEN SAMTALER", "UDEN TILBUD"]
    [table] = drawn(lambda canvas: pages(canvas, heads, typed)).tables
    assert (over(table), len(table.body)) == (heads, 28)


@pytest.mark.parametrize(
    ("title", "caption"), [("Sygedagpenge, 2022", True), ("Se neden for.", False)]
)
def test_a_title_right_above_is_the_caption(drawn: Drawn, title: str, caption: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 735, title)
        canvas.drawString(60, 708, "Kommune")
        years(canvas, 708)
        rows(canvas)

    [table] = drawn(draw).tables
    assert table.caption == (title if caption else "")


def test_prose_above_two_blocks_is_no_heading(drawn: Drawn) -> None:
    """Its two sentences begin like headings over two groups of columns."""
    prose = "Målet for samtaler er nået, når under 20 pct. mangler. Målet for tilbud er"

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 744, f"{prose} nået, når under 30")
        canvas.drawString(60, 732, "Tal i pct.")
        for left in (60, 290):
            for x, text in zip((0, 100, 160), ("Kommune", "Samtaler", "Tilbud"), strict=True):
                canvas.drawString(left + x, 716, text)
            for n in range(12):
                canvas.drawString(left, 700 - STEP * n, f"{'ABCDEFGHIJKL'[n]}strup")
                for k, x in enumerate((130, 190)):
                    canvas.drawRightString(left + x, 700 - STEP * n, f"{n + k},{k}")

    [table] = drawn(draw).tables
    assert over(table) == ["Kommune", "Samtaler", "Tilbud"]


def test_the_first_lines_of_headings_that_nearly_touch_are_kept(drawn: Drawn) -> None:
    """They hold the word that turns a share round; seven words in a run read like prose."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawRightString(300, 720, "Har ikke fået fire")
        canvas.drawRightString(384, 720, "Hverken tilbud eller")
        for x, text in ((300, "samtaler"), (384, "job")):
            canvas.drawRightString(x, 708, text)
        canvas.drawString(60, 708, "Kommune")
        canvas.drawString(150, 708, "Nået")
        for n in range(12):
            canvas.drawString(60, TOP - STEP * n, f"{'ABCDEFGHIJKL'[n]}strup")
            canvas.drawString(150, TOP - STEP * n, "Nej" if n % 3 else "Ja")
            for k, x in enumerate((300, 384)):
                canvas.drawRightString(x, TOP - STEP * n, f"{n + 10 + k},{k}%")

    [table] = drawn(draw).tables
    assert over(table)[2:] == ["Har ikke fået fire samtaler", "Hverken tilbud eller job"]


def test_a_title_of_as_many_capitals_as_groups_is_no_heading(drawn: Drawn) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 735, "Personer efter ydelse i 2024, Region Sjælland")
        canvas.drawCentredString(253, 718, "Dagpenge")
        canvas.drawCentredString(393, 718, "Ledighed")
        canvas.drawString(60, 706, "Kommune")
        years(canvas, 706)
        rows(canvas)

    [table] = drawn(draw).tables
    assert over(table)[:3] == ["Kommune", "Dagpenge 2022", "Dagpenge 2023"]


def test_a_heading_under_another_stays_over_its_own_figures(drawn: Drawn) -> None:
    """The one above stands between the two columns it is over, and a little over the second."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for x, y, text in (
            (403, 722, "Indsatsen og hjælpen"),
            (357, 709, "Har fået færre"),
            (448, 709, "Hverken tilbud fået"),
            (357, 697, "samtaler"),
            (448, 697, "eller job haft"),
        ):
            canvas.drawCentredString(x, y, text)
        for x, text in ((62, "Kode"), (119, "Kommune"), (232, "Resultat")):
            canvas.drawString(x, 722, text)
        for n in range(12):
            row = 680 - STEP * n
            for x, text in ((62, f"07{n + 10}"), (119, f"{'ABCDEFGHIJKL'[n]}strup"), (232, "Nået")):
                canvas.drawString(x, row, text)
            for k, x in enumerate((380, 488)):
                canvas.drawRightString(x, row, f"{n + 10 + k},{k}")

    [table] = drawn(draw).tables
    assert [text.removeprefix("Indsatsen og hjælpen ") for text in over(table)[3:]] == [
        "Har fået færre samtaler",
        "Hverken tilbud fået eller job haft",
    ]


def test_the_first_line_of_a_long_heading_is_kept(drawn: Drawn) -> None:
    """Six words in even spaces read like a line of prose, but stand over one column."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(253, 739, "Andel, der ikke har fået mindst 4")
        canvas.drawCentredString(253, 728, "samtaler")
        canvas.drawCentredString(393, 728, "Mindst ét tilbud")
        canvas.drawString(60, 708, "Kommune")
        canvas.drawString(470, 708, "Vurdering")
        years(canvas, 708)
        rows(canvas)

    [table] = drawn(draw).tables
    assert over(table)[1] == "Andel, der ikke har fået mindst 4 samtaler 2022"
