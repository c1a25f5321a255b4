"""Cells centred in rows and headings without lines: half lines beside whole ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract.model import Document

Rows = list[list[str]]
Drawn = Callable[[Callable[[Canvas], None]], Document]
Texts = Callable[[Document], list[Rows]]

XS = [60.0, 150.0, 240.0, 330.0]
PITCH = 9.2  # points from line to line in a cell
SIZE = 8
BLOCK = 310.0  # points from the left: where a block of columns to the right begins


def set_rows(
    canvas: Canvas, rows: Rows, top: float = 80, xs: list[float] = XS, pad: float = 3
) -> float:
    """Sets rows, every cell centred in its row; answers where the next row begins."""
    canvas.setFont("Helvetica", SIZE)
    for row in rows:
        lines = [cell.split("\n") for cell in row]
        high = max(map(len, lines)) * PITCH
        for x, cell in zip(xs, lines, strict=True):
            y = A4[1] - top - SIZE - (high - len(cell) * PITCH) / 2
            for line in cell:
                (canvas.drawString if x in (xs[0], BLOCK) else canvas.drawCentredString)(x, y, line)
                y -= PITCH
        top += high + pad
    return top


def one_page(rows: Rows, pad: float = 3) -> Callable[[Canvas], None]:
    """What draws the rows alone on a page."""

    def draw(canvas: Canvas) -> None:
        set_rows(canvas, rows, pad=pad)

    return draw


def plain(rows: Rows) -> Rows:
    """The texts that the cells should have."""
    return [
        [cell.replace("-\nm", "m").replace("-\n", "-").replace("\n", " ") for cell in row]
        for row in rows
    ]


HEAD = ["Kommune", "Resultat-\nmål", "Fokusmål\nSamtaler", "Fokusmål (tilbud)"]
BODY = [
    ["Ringkøbing-\nSkjern", "Ikke\nopfyldt", "1,1 pct.", "14,4 pct."],
    ["Ringsted", "Opfyldt", "11,9 pct.", "38,3 pct."],
    ["Roskilde", "Ikke\nopfyldt", "9,3 pct.", "19,4 pct."],
    ["Rudersdal", "Opfyldt", "17,3 pct.", "26,6 pct."],
    ["Samsø", "Ikke\nopfyldt", "14,4 pct.", "23,2 pct."],
    ["Silkeborg", "Ikke\nopfyldt", "1,7 pct.", "35,5 pct."],
]


@pytest.mark.parametrize("pad", [1.5, 3, 8])
def test_lines_of_a_row_go_with_its_middle(pad: float, drawn: Drawn, texts: Texts) -> None:
    rows = [HEAD, *BODY]
    document = drawn(one_page(rows, pad))
    assert texts(document) == [plain(rows)]


@pytest.mark.parametrize("first", range(len(BODY)))
def test_a_page_may_begin_with_any_row(first: int, drawn: Drawn, texts: Texts) -> None:
    """A row's upper half at the top of a page is no heading and no rest of the page before."""
    before = [["Aarhus", "Opfyldt", "11,3 pct.", "32,0 pct."], *BODY[1:]]
    after = [*BODY[first:], *BODY[:first]]

    def draw(canvas: Canvas) -> None:
        set_rows(canvas, [HEAD, *before], top=300)
        canvas.showPage()
        set_rows(canvas, after)

    assert texts(drawn(draw)) == [plain([HEAD, *before, *after])]


def test_columns_that_never_share_a_line(drawn: Drawn, texts: Texts) -> None:
    """Where every status has two lines, none of them stands on a line with the figures."""
    rows = [HEAD, *(r for r in BODY if "\n" in r[1])]
    assert texts(drawn(one_page(rows))) == [plain(rows)]


@pytest.mark.parametrize(
    "head",
    [
        ["Kommune", "Resultatmål", "Fokusmål\n(samtaler)", "Fokusmål – tilbud"],
        ["Kommune", "Resultat-\nmål", "Fokusmål (samtaler)", "Fokusmål\nTilbud"],
        ["Kommune", "Resultat-\nmål", "Fokusmål for\nsamtaler", "Andel uden\naktivt tilbud"],
    ],
)
def test_headings_stand_over_their_own_column_in_blocks_side_by_side(
    head: list[str], drawn: Drawn, texts: Texts
) -> None:
    body = [[f"Nordby {i}", "Lever op til", f"{i},1 %", f"{i},2 %"] for i in range(10, 40)]
    xs = [40.0, 125.0, 190.0, 265.0, BLOCK, 395.0, 460.0, 535.0]

    def draw(canvas: Canvas) -> None:
        sides = [left + right for left, right in zip(body[:15], body[15:], strict=True)]
        set_rows(canvas, [head + head, *sides], xs=xs)

    assert texts(drawn(draw)) == [plain([head, *body])]


@pytest.mark.parametrize("shift", [0.0, 9.0, 20.0])
def test_headings_that_come_again_begin_columns_of_their_own(
    shift: float, drawn: Drawn, texts: Texts
) -> None:
    """The same headings further down, moved to the side: one table, columns found anew."""
    head = ["Kommune", "Resultat-\nmål", "Samtaler", "Fokusmål\nTilbud"]
    body = [[f"Nordby {i}", "Lever ikke op til", f"{i},1 %", f"{i},2 %"] for i in range(10, 30)]
    rest = [[f"Vesthimmerlands {i}", "Lever op til", f"{i},3 %", f"{i},4 %"] for i in range(6)]
    xs = [40.0, 140.0, 210.0, 270.0]

    def draw(canvas: Canvas) -> None:
        top = set_rows(canvas, [head, *body], xs=xs)
        set_rows(canvas, [head, *rest], top + 4, [x + shift for x in xs])

    assert texts(drawn(draw)) == [plain([head, *body, *rest])]


def test_a_folded_table_s_rest_below_it_is_read_last(drawn: Drawn, texts: Texts) -> None:
    head = ["Kommune", "Status", "Fokusmål\nTilbud"]
    body = [[f"Nordby {i}", "Lever op til", f"{i},2 %"] for i in range(10, 42)]
    xs = [40.0, 125.0, 195.0, BLOCK, 395.0, 465.0]

    def draw(canvas: Canvas) -> None:
        sides = [a + b for a, b in zip(body[:12], body[12:24], strict=True)]
        top = set_rows(canvas, [head + head, *sides], xs=xs)
        sides = [a + b for a, b in zip(body[24:28], body[28:], strict=True)]
        set_rows(canvas, [head + head, *sides], top + 4, xs=xs)

    assert texts(drawn(draw)) == [plain([head, *body])]


@pytest.mark.parametrize("last", [BODY[0], BODY[1], BODY[2]])
def test_one_row_left_over_by_a_page(last: list[str], drawn: Drawn, texts: Texts) -> None:
    def draw(canvas: Canvas) -> None:
        set_rows(canvas, [HEAD, *BODY[1:]], top=300)
        canvas.showPage()
        set_rows(canvas, [last])

    assert texts(drawn(draw)) == [plain([HEAD, *BODY[1:], last])]
