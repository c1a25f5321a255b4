"""Notater set by LibreOffice or Chromium: a second source of documents, apart from `fixtures`.

    python -m benchmarks.wordmade OUT --seed N [--classes a,b,c] [--copies K] [--engine chromium]

writes ``OUT/docs/NN-CLASS.pdf`` and ``OUT/truth.csv`` (document and the columns of `Truth`). What
the prose says of the tables is true, so an audit that contradicts it is wrong.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np

from benchmarks.word import classes, fodt, webpage
from benchmarks.word.dice import Body, Dice
from benchmarks.word.tables import Truth

# Typefaces of Debian packages that stand in for those a Danish office has.
FONTS = (
    "Liberation Sans",
    "Liberation Serif",
    "Carlito",
    "Caladea",
    "DejaVu Sans",
    "Open Sans",
    "Lato",
    "Roboto",
    "EB Garamond",
    "TeX Gyre Pagella",
    "Gentium",
    "Liberation Sans Narrow",
)
HEADERS = ("", "Styrelsen for Arbejdsmarked", "Beskæftigelse og Økonomi", "Jobcenter Favrskov")
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "august", "november")


ENGINES = {"libreoffice": fodt.to_pdf, "chromium": webpage.to_pdf}


def note(
    make: Callable[[Dice], Body], dice: Dice, engine: str = "libreoffice"
) -> tuple[str, tuple[Truth, ...]]:
    """A whole document for the engine, and its truth."""
    body = make(dice)
    return page(body, dice, engine), body.truth


def page(body: Body, dice: Dice, engine: str = "libreoffice") -> str:
    """The body below a head: a flat OpenDocument text, or a web page for Chromium."""
    size = float(dice.pick((9.5, 10, 11, 12)))
    day, month = int(dice.rng.integers(1, 29)), dice.pick(MONTHS)
    number = int(dice.rng.integers(100, 9999))
    top: list[fodt.Part] = [
        fodt.Block("N O T A T" if dice.chance(0.3) else "Notat", "heading"),
        fodt.Block(body.title, "title"),
        fodt.Block(
            dice.pick(
                (
                    f"{day}. {month} 2025\nJ.nr. 25/{number}",
                    f"Dato: {day:02}-03-2025\nSagsnr.: 2025-{number}",
                    f"J.nr. 2025-{number}\t\t{day}. {month} 2025",
                )
            )
        ),
    ]
    parts, font = [*top, *body.parts], dice.pick(FONTS)
    paper = dice.pick(("a4", "a4", "a4", "letter"))
    if engine == "chromium":
        return webpage.document(parts, font, size, paper=paper)
    header, footer = dice.pick(HEADERS), dice.pick(("", "Side", "Notat – side"))
    return fodt.document(parts, font, size, paper=paper, header=header, footer=footer)


def write(
    out: Path, seed: int, chosen: Sequence[str], copies: int, engine: str = "libreoffice"
) -> None:
    """Write the documents and the truth. Raises KeyError for a class that is not there."""
    docs, source = out / "docs", out / "source"
    for folder in (docs, source):
        folder.mkdir(parents=True, exist_ok=True)
    rows: list[tuple[str, Truth]] = []
    files = []
    for number, name in enumerate(list(chosen) * copies):
        stem = f"{number:02}-{name}"
        dice = Dice(np.random.default_rng([seed, number]))
        text, truth = note(classes.CLASSES[name], dice, engine)
        file = source / f"{stem}.{'html' if engine == 'chromium' else 'fodt'}"
        file.write_text(text, encoding="utf-8")
        files.append(file)
        rows += [(f"{stem}.pdf", row) for row in truth]
    ENGINES[engine](files, docs)
    write_truth(rows, out / "truth.csv")
    print(f"{len(files)} documents, {len(rows)} values")


def write_truth(rows: Sequence[tuple[str, Truth]], path: Path) -> None:
    """Document and truth, one row a cell."""
    with path.open("w", encoding="utf-8", newline="") as listing:
        columns = ["document", *(column.name for column in fields(Truth))]
        writer = csv.DictWriter(listing, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({"document": document, **asdict(row)} for document, row in rows)


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wordmade")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classes", default=",".join(classes.CLASSES))
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--engine", choices=ENGINES, default="libreoffice")
    options = parser.parse_args()
    write(options.out, options.seed, options.classes.split(","), options.copies, options.engine)


if __name__ == "__main__":
    main()
