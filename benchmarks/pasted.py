"""Notes whose tables are pasted in as pictures: text on the page, figures only as pixels.

    python -m benchmarks.pasted OUT --seed N [--classes a,b,c] [--dpi 150]

The pages are printed by Chromium; each table is printed first by itself, cut to its ink and put
into the note as a picture, a page of it at a time. Written as `benchmarks.wordmade` writes.
"""

from __future__ import annotations

import argparse
import base64
import io
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks import wordmade
from benchmarks.word import webpage
from benchmarks.word.classes import CLASSES
from benchmarks.word.dice import Body, Dice
from benchmarks.word.fodt import Block, Grid, Part
from fixtures.damage import Picture, render

# Kinds whose tables fit the page upright.
UPRIGHT = ("everyone", "years", "among_prose", "footnoted", "received", "own")
INK = 250  # grey level


def pictures(grid: Grid, font: str, dpi: int) -> list[str]:
    """The table as PNG data addresses with their width in points, one a page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "table.html"
        page.write_text(webpage.document([grid], font, grid.size, paper="a4"), encoding="utf-8")
        webpage.to_pdf([page], Path(folder))
        return [_image(_cut(sheet), dpi) for sheet in render(Path(folder) / "table.pdf", dpi)]


def _cut(sheet: Picture) -> Picture:
    rows, columns = np.nonzero(sheet.min(axis=2) < INK)
    return sheet[rows.min() : rows.max() + 2, columns.min() : columns.max() + 2]


def _image(picture: Picture, dpi: int) -> str:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "PNG")
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    width = picture.shape[1] / dpi * 72
    return f"<img style='width:{width:.1f}pt;display:block' src='data:image/png;base64,{data}'>"


def paste(body: Body, font: str, dpi: int) -> tuple[Body, dict[str, str]]:
    """The body with a mark in place of each table, and what stands for each mark."""
    images: dict[str, str] = {}
    parts: list[Part] = []
    for part in body.parts:
        if isinstance(part, Grid):
            mark = f"@@{len(images)}@@"
            images[mark] = "".join(pictures(part, font, dpi))
            parts.append(Block(mark))
        else:
            parts.append(part)
    return replace(body, parts=tuple(parts)), images


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pasted")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classes", default=",".join(UPRIGHT))
    parser.add_argument("--dpi", type=int, default=150)
    options = parser.parse_args()
    docs = options.out / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(options.classes.split(",")):
            dice = Dice(np.random.default_rng([options.seed, number]))
            body, images = paste(CLASSES[name](dice), dice.pick(wordmade.FONTS), options.dpi)
            text = wordmade.page(body, dice, "chromium")
            for mark, image in images.items():
                text = text.replace(mark, image)
            page = Path(folder) / f"{number:02}-{name}.html"
            page.write_text(text, encoding="utf-8")
            webpage.to_pdf([page], docs)
            rows += [(f"{page.stem}.pdf", row) for row in body.truth]
    wordmade.write_truth(rows, options.out / "truth.csv")
    print(f"{len(rows)} values")


if __name__ == "__main__":
    main()
