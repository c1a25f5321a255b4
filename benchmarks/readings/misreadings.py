"""Real misreadings of the 98 names: the table of 2024, printed, spoiled and read by Tesseract.

    python -m benchmarks.readings.misreadings OUT --seed N --half 0|1 --pages K [--lang eng]

Each page is the whole table of 98 rows in one font and size, damaged from the seed and read by
Tesseract as a block (``--psm 6``); every fourth page is also read line by line (``--psm 7``). A
line belongs to the row whose band of pixels it lies in: no matcher decides what was meant. Of the
typefaces on the machine each half holds its own, so what one set shows is new to the other.
Written are

    OUT/names.tsv        given<TAB>truth, distinct, only where they differ
    OUT/tables/NNN.txt   the lines of one page as read, in their order
    OUT/tables/NNN.csv   code,name,resultatmaal,samtaler,tilbud of its rows, in their order

Left out are readings a person could not relate to a name: under two letters, or under a third of
the name's letters in their order; and lines whose middle strays from where a row was set.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytesseract
from PIL import Image, ImageDraw, ImageFont

from fixtures.damage import Damage, Picture, apply

DATA = Path(__file__).parents[2] / "fixtures" / "data" / "2024.csv"
# Typefaces without Latin letters in their ordinary form, or with more weights than a note has.
UNFIT = (
    *("noto", "junicode", "symbol", "dingbat", "math", "d050000l", "z003", "chorus", "thin"),
    *("small", "script", "keyfont", "signfont", "penguin", "cupola", "abogado", "gwmonospace"),
)
UNFIT_STYLES = ("black", "hairline", "extra", "heavy", "thin")
MARGIN = 30  # points
MIDDLE = 0.62  # of the size in points, from the top of a line to the middle of its letters
# Line pitches from where its row was set past which specks may have moved a line; skew alone moves
# one by less than 0.15.
STRAY = 0.3
COLUMNS = (0, 150, 260, 340)  # left edges in points at 10 pt


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table as printed."""

    code: str
    name: str
    status: str
    samtaler: str
    tilbud: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The four printed cells."""
        return self.name, self.status, self.samtaler, self.tilbud


@dataclass(frozen=True, slots=True)
class Print:
    """How a page is set: `size` in points, `pitch` in font sizes from line to line."""

    font: Path
    size: float
    dpi: int
    pitch: float

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.dpi / 72

    @property
    def high(self) -> float:
        """Pixels from line to line."""
        return self.pitch * self.size * self.scale

    @property
    def margin(self) -> float:
        """Pixels round the table."""
        return MARGIN * self.scale

    @property
    def name_right(self) -> int:
        """Where the column of names ends, in pixels."""
        return round(self.margin + (COLUMNS[1] - 20) * self.size / 10 * self.scale)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read, and the row (0-based) it lies on.

    ``off``: how far its middle is from where that row was set, in line pitches.
    """

    row: int
    name: str
    text: str
    off: float = 0.0

    @property
    def strays(self) -> bool:
        """Whether it may belong to the row above or below."""
        return abs(self.off) > STRAY


def table() -> tuple[Row, ...]:
    """The 98 rows of 2024 in Danish order, figures printed as a note prints them."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(
                row["code"],
                row["name"],
                "Opfyldt" if row["resultatmaal"] == "opfyldt" else "Ikke opfyldt",
                row["samtaler"].replace(".", ",") + "%",
                row["tilbud"].replace(".", ",") + "%",
            )
            for row in csv.DictReader(file)
        )


def fonts(half: int) -> tuple[Path, ...]:
    """Font files of this machine that can print Danish; families are dealt to two halves."""
    listed = subprocess.run(
        ["fc-list", ":lang=da", "-f", "%{file}\t%{family[0]}\t%{style[0]}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    fit = []
    for line in sorted(set(listed)):
        if line.count("\t") != 2:
            continue
        file, family, style = line.split("\t")
        unfit = any(word in line.lower() for word in UNFIT)
        unfit |= any(word in style.lower() for word in UNFIT_STYLES)
        if (
            not unfit
            and file.endswith((".ttf", ".otf"))
            and zlib.crc32(family.encode()) % 2 == half
        ):
            fit.append(Path(file))
    return tuple(fit)


def print_page(rows: Sequence[Row], how: Print) -> Picture:
    """The rows as a white page."""
    face = ImageFont.truetype(str(how.font), max(1, round(how.size * how.scale)))
    width = round(2 * how.margin + 42 * how.size * how.scale)
    page = Image.new("RGB", (width, round(2 * how.margin + how.high * len(rows))), "white")
    pen = ImageDraw.Draw(page)
    for index, row in enumerate(rows):
        for left, cell in zip(COLUMNS, row.cells, strict=True):
            place = (how.margin + left * how.size / 10 * how.scale, how.margin + index * how.high)
            pen.text(place, cell, "black", face)
    return np.asarray(page).copy()


def read_block(page: Picture, rows: int, how: Print, lang: str) -> list[Line]:
    """The page's lines, each with the row of the band its middle lies in."""
    found = pytesseract.image_to_data(
        Image.fromarray(page),
        lang=lang,
        config=f"--psm 6 --dpi {how.dpi}",
        output_type=pytesseract.Output.DICT,
    )
    lines: dict[tuple[int, int, int], list[int]] = {}
    for index, text in enumerate(found["text"]):
        if text.strip():
            key = (found["block_num"][index], found["par_num"][index], found["line_num"][index])
            lines.setdefault(key, []).append(index)
    read = []
    for words in lines.values():
        middle = float(np.median([found["top"][i] + found["height"][i] / 2 for i in words]))
        row = int((middle - how.margin) // how.high)
        if 0 <= row < rows:
            name = [found["text"][i] for i in words if found["left"][i] < how.name_right]
            off = (middle - how.margin - MIDDLE * how.size * how.scale) / how.high - row
            text = " ".join(found["text"][i] for i in words)
            read.append(Line(row, " ".join(name), text, off))
    return read


def read_lines(page: Picture, rows: int, how: Print, lang: str) -> list[Line]:
    """The name of every row, cut out by its place and read as a single line."""
    read = []
    for row in range(rows):
        top = round(how.margin + row * how.high - 0.1 * how.size * how.scale)
        strip = page[top : round(top + how.high), : how.name_right]
        strip = np.pad(strip, ((8, 8), (8, 8), (0, 0)), "edge")
        text = pytesseract.image_to_string(
            Image.fromarray(strip), lang=lang, config=f"--psm 7 --dpi {how.dpi}"
        )
        read.append(Line(row, " ".join(text.split()), ""))
    return read


def relatable(given: str, truth: str) -> bool:
    """Whether a person could see the name in what was read."""
    letters = [character for character in given.lower() if character.isalpha()]
    if len(letters) < 2:
        return False
    kept = _common(given.lower(), truth.lower())
    return 3 * kept >= len(truth) and len(given) <= 2 * len(truth) + 2


def _common(one: str, other: str) -> int:
    """Length of the longest common subsequence."""
    best = [0] * (len(other) + 1)
    for a in one:
        before = 0
        for j, b in enumerate(other, 1):
            before, best[j] = best[j], before + 1 if a == b else max(best[j], best[j - 1])
    return best[-1]


def pages(seed: int, choice: Sequence[Path], count: int, lang: str) -> Iterator[list[Line]]:
    """Pages as read, each in a font, size, resolution and damage of its own."""
    rng = np.random.default_rng(seed)
    rows = table()
    for number in range(count):
        dpi = int(rng.choice([100, 120, 150, 200, 300]))
        # Below 6.5 pt at 100 dpi nothing is legible.
        size = max(float(rng.uniform(6, 12)), 650 / dpi)
        font = choice[int(rng.integers(len(choice)))]
        how = Print(font, size, dpi, pitch=float(rng.uniform(1.25, 1.8)))
        damage = Damage(
            dpi=dpi,
            grey=True,
            blur=float(rng.uniform(0, 0.25)),
            noise=float(rng.uniform(0, 14)),
            fade=float(rng.choice([0, rng.uniform(0.2, 0.7)])),
            skew=float(rng.uniform(-0.35, 0.35)),
            fax=bool(rng.random() < 0.3),
        )
        page = apply(print_page(rows, how), damage, rng)
        yield read_block(page, len(rows), how, lang)
        if number % 4 == 0:
            yield read_lines(page, len(rows), how, lang)


def main() -> None:
    """Write the misreadings and the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1), default=0, help="which typefaces")
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--lang", default="eng")
    options = parser.parse_args()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    choice = fonts(options.half)
    rows = table()
    (options.out / "tables").mkdir(parents=True, exist_ok=True)
    pairs: dict[tuple[str, str], None] = {}
    for number, lines in enumerate(pages(options.seed, choice, options.pages, options.lang)):
        for line in lines:
            truth = rows[line.row].name
            if line.name != truth and not line.strays and relatable(line.name, truth):
                pairs[line.name, truth] = None
        if lines and lines[0].text:
            _write_table(options.out / "tables" / f"{options.seed}-{number:03}", lines, rows)
    listing = "".join(f"{given}\t{truth}\n" for given, truth in sorted(pairs))
    (options.out / "names.tsv").write_text(listing, encoding="utf-8")
    print(f"{len(pairs)} distinct misreadings")


def _write_table(stem: Path, lines: Sequence[Line], rows: Sequence[Row]) -> None:
    stem.with_suffix(".txt").write_text(
        "\n".join(line.text for line in lines) + "\n", encoding="utf-8"
    )
    with stem.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "resultatmaal", "samtaler", "tilbud"])
        writer.writerows((row.code, *row.cells) for row in rows)


if __name__ == "__main__":
    main()
