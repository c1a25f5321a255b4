"""Words and rulings of a PDF page: places, styles and what hides in the file."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document, Page
from extract.pdf.document import read_pages
from extract.pdf.fields import Field, visible_edges

Draw = Callable[[Canvas], None]


def page_of(draw: Draw, turn: int = 0) -> Page:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    draw(canvas)
    canvas.save()
    data = buffer.getvalue()
    if turn:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.pages[0].Rotate = turn
            turned = io.BytesIO()
            pdf.save(turned)
        data = turned.getvalue()
    pages, faults = read_pages(data)
    assert faults == ()
    return pages[0]


def words(page: Page) -> list[str]:
    return [word.text for word in page.words]


def test_the_fast_way_gives_the_words_of_the_slow_one() -> None:
    """The twin: pdfplumber's words, slower and plainer, on lines of many sizes and fonts."""

    def draw(canvas: Canvas) -> None:
        fonts = ["Helvetica", "Times-Roman", "Courier", "Helvetica-Bold", "Times-Italic"]
        for index in range(40):
            canvas.setFont(fonts[index % 5], 6 + index % 7)
            canvas.drawString(60, 780 - 18 * index, f"Linje {index} af notatet, 12,{index}% og 2.3")

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    draw(canvas)
    canvas.save()
    with pdfplumber.open(buffer) as pdf:
        slow = pdf.pages[0].extract_words(x_tolerance_ratio=0.16)
    fast = page_of(draw).words
    assert sorted(word.text for word in fast) == sorted(word["text"] for word in slow)
    slow.sort(key=lambda w: (round(w["bottom"] / 18), w["x0"]))
    twins = [(w["text"], w["x0"], w["x1"]) for w in slow]
    level = sorted(fast, key=lambda w: (round(w.box.bottom / 18), w.box.x0) if w.box else (0, 0))
    ours = [(w.text, w.box.x0, w.box.x1) for w in level if w.box]
    for (text, x0, x1), (same, y0, y1) in zip(ours, twins, strict=True):
        assert text == same
        assert abs(x0 - y0) < 1
        assert abs(x1 - y1) < 2  # an italic f leans out of its own width


def test_glyphs_set_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(100 + shift, 700, "Tabel 11,11")

    assert words(page_of(draw)) == ["Tabel", "11,11"]


def test_a_raised_mark_after_a_figure_is_no_digit_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(100, 700)
        for start, figure in (("13,1", "2"), ("Samsø", "1)")):
            text.setFont("Helvetica", 11)
            text.textOut(start)
            text.setFont("Helvetica", 7)
            text.setRise(4)
            text.textOut(figure)
            text.setRise(0)
            text.setFont("Helvetica", 11)
            text.textOut("  ")
        canvas.drawText(text)

    assert words(page_of(draw)) == ["13,1²", "Samsø1)"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_read_upright(turn: int) -> None:
    page = page_of(lambda canvas: canvas.drawString(100, 700, "Kommunernes tal"), turn)
    assert words(page) == ["Kommunernes", "tal"]
    assert page.width == pytest.approx(595.3, abs=0.1)
    assert page.height == pytest.approx(841.9, abs=0.1)
    assert page.rotation == (-turn) % 360
    box = page.words[0].box
    assert box is not None
    assert box.x0 == pytest.approx(100, abs=1)
    assert box.bottom == pytest.approx(841.9 - 700 + 2.6, abs=1)


def test_text_drawn_sideways_on_an_upright_page_turns_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -300, "En bred tabel")

    page = page_of(draw)
    assert words(page) == ["En", "bred", "tabel"]
    assert page.width == pytest.approx(841.9, abs=0.1)
    assert {word.turned for word in page.words} == {0}


def test_what_nobody_sees_is_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Synlig")
        canvas.drawString(700, 700, "Udenfor")
        text = canvas.beginText(100, 650)
        text.setTextRenderMode(3)
        text.textOut("Skjult")
        canvas.drawText(text)

    assert words(page_of(draw)) == ["Synlig"]


def test_watermarks_aslant_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Notat")
        canvas.rotate(45)
        canvas.drawString(400, 200, "UDKAST")

    assert words(page_of(draw)) == ["Notat"]


def test_colour_weight_and_size() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(100, 700, "39,8%")

    [word] = page_of(draw).words
    assert (word.colour, word.bold, word.size) == ("#ff0000", True, 9.0)


def test_lines_thin_rectangles_and_forms_are_rulings() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(50, 700, 300, 700)
        canvas.rect(50, 600, 250, 0.5, stroke=0, fill=1)
        canvas.beginForm("frame")
        canvas.line(0, 0, 0, 80)
        canvas.endForm()
        canvas.translate(120, 400)
        canvas.doForm("frame")

    found = page_of(draw).rulings
    assert [(round(r.x0), round(r.x1), r.horizontal) for r in found] == [
        (50, 300, True),
        (50, 300, True),
        (120, 120, False),
    ]


def test_seams_between_fields_of_one_colour_are_no_rulings() -> None:
    grey, blue = (200, 200, 200), (0, 0, 200)
    split = [Field(0, 0, 100, 10, grey), Field(0, 10, 100, 20, grey), Field(0, 20, 100, 30, blue)]
    levels = sorted(e.y0 for e in visible_edges(split) if e.y0 == e.y1)
    assert levels == [0, 20, 20, 30]


@pytest.mark.parametrize("pad", [0.0, 2.5])
def test_highlighted_words_are_no_cells(pad: float) -> None:
    """Unlike the filled cells of a row, though they be no wider than what they hold."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        wide = {text: canvas.stringWidth(text) for text in ("12,4 pct.", "Forventet", "Faktisk")}
        canvas.setFillColorRGB(1, 0.9, 0)
        canvas.rect(100 - pad, 697.5, 2 * pad + wide["12,4 pct."], 11.5, 0, 1)
        canvas.rect(297, 697, wide["Forventet"] + 6, 12, 0, 1)
        canvas.rect(347, 697, wide["Faktisk"] + 6, 12, 0, 1)
        canvas.setFillColorRGB(0, 0, 0)
        for x, text in zip((100, 300, 350), wide, strict=True):
            canvas.drawString(x, 700, text)

    edges = [ruling.x0 for ruling in page_of(draw).rulings if not ruling.horizontal]
    assert [round(x) for x in edges] == [297, 345, 347, 385]


@pytest.mark.parametrize("side", ["left", "right"])
def test_bars_behind_figures_are_no_cells(side: str) -> None:
    """A field of the same width in every row is a cell, and stays."""

    def draw(canvas: Canvas) -> None:
        for row in range(8):
            y, long = 700 - 16 * row, 30 + 37 * row % 60
            canvas.setFillColorRGB(0.6, 0.8, 1)
            canvas.rect(200 if side == "left" else 300 - long, y - 3, long, 12, 0, 1)
            canvas.rect(400, y - 3, 80, 12, 0, 1)
            canvas.setFillColorRGB(0, 0, 0)
            canvas.drawString(204 if side == "left" else 275, y, f"1{row},4")
            canvas.drawString(404, y, f"2{row},4")

    edges = {round(r.x0) for r in page_of(draw).rulings if not r.horizontal}
    assert edges == {400, 480}


def test_a_page_that_fails_is_a_fault_and_not_the_end(drawn: Callable[[Draw], Document]) -> None:
    document = drawn(lambda canvas: canvas.drawString(100, 700, "Et notat"))
    assert document.faults == ()
    assert [line for p in document.paragraphs for line in p.lines] == ["Et notat"]


def test_turned_ligatures_stand_where_they_are_printed() -> None:
    """pdfium gives the letters of a ligature in turned text no place; a browser made the page."""
    data = (Path(__file__).parent / "cases" / "turned_ligatures.pdf").read_bytes()
    pages, _ = read_pages(data)
    turned = [(w.box.bottom, w.box.top, w.text) for w in pages[0].words if w.turned and w.box]
    upwards = sorted(turned, reverse=True)
    assert [text for _, _, text in upwards] == ["Andel", "uden", "fire", "profiler"]
    gaps = [top - bottom for (_, top, _), (bottom, _, _) in pairwise(upwards)]
    assert all(0 < gap < 6 for gap in gaps)
