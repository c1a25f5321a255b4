"""Scans of word-made notes with their truth: every note under every kind of damage.

    python -m benchmarks.scans WORD OUT --seed N [--kinds a,b,c]

WORD is a folder written by `benchmarks.wordmade`. Written are ``OUT/docs/NAME.KIND.pdf`` and
``OUT/truth.csv``; a kind without colour has no red marks in its truth. The kinds are those of
`fixtures.damage` and two more:

    oldocr      a grey scan with the text layer that Tesseract's English model makes of it
    augraphy    damage of other people's making, the second, independent set
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from fixtures.damage import HARD, KINDS, Damage, render, save, scan

PAPER = KINDS | HARD
OLD_SCAN = Damage(dpi=200, grey=True, blur=0.1, noise=4, jpeg=75)
AUGRAPHY_DPI = 200
OTHERS = ("oldocr", "augraphy")


def old_ocr(source: Path, target: Path, seed: int) -> None:
    """A scan whose text layer says `Brgndby`. Raises CalledProcessError without Tesseract."""
    with tempfile.TemporaryDirectory() as folder:
        plain, pages = Path(folder) / "plain.pdf", Path(folder) / "pages.tif"
        scan(source, plain, OLD_SCAN, seed)
        pictures = [Image.fromarray(page) for page in render(plain, OLD_SCAN.dpi)]
        dpi = (OLD_SCAN.dpi, OLD_SCAN.dpi)
        pictures[0].save(pages, save_all=True, append_images=pictures[1:], dpi=dpi)
        command = ["tesseract", str(pages), str(target.with_suffix("")), "-l", "eng", "pdf"]
        subprocess.run(command, check=True, capture_output=True)


def augraphy(source: Path, target: Path, seed: int) -> None:
    """Ink, paper and copier faults drawn by augraphy, in grey."""
    import augraphy as a

    ink = [
        a.InkBleed(intensity_range=(0.1, 0.3), kernel_size=(3, 3), severity=(0.1, 0.3), p=0.5),
        a.LowInkRandomLines(count_range=(3, 8), p=0.4),
        a.Letterpress(std_range=(500, 3000), value_range=(150, 224), p=0.3),
    ]
    paper = [
        a.NoiseTexturize(sigma_range=(2, 4), turbulence_range=(2, 4), p=0.6),
        a.BrightnessTexturize(texturize_range=(0.9, 0.99), deviation=0.03, p=0.5),
    ]
    copier = [
        a.DirtyRollers(line_width_range=(8, 12), p=0.2),
        a.SubtleNoise(subtle_range=10, p=0.7),
        a.Geometric(rotate_range=(-1, 1), p=0.5),
    ]
    pipeline = a.AugraphyPipeline(ink_phase=ink, paper_phase=paper, post_phase=copier)
    # augraphy draws from the two global generators.
    random.seed(seed)
    np.random.seed(seed)
    pages = [Image.fromarray(pipeline(page)).convert("L") for page in render(source, AUGRAPHY_DPI)]
    save(pages, target, AUGRAPHY_DPI, 70)


def write(word: Path, out: Path, kinds: list[str], seed: int) -> None:
    """Scan the notes. Raises KeyError for a kind that is not there."""
    (out / "docs").mkdir(parents=True, exist_ok=True)
    with (word / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = list(csv.DictReader(file))
    rows = []
    for number, source in enumerate(sorted((word / "docs").glob("*.pdf"))):
        for kind in kinds:
            target = f"{source.stem}.{kind}.pdf"
            coloured = _make(kind, source, out / "docs" / target, seed + number)
            for row in truth:
                if row["document"] == source.name:
                    red = row["marked"] if coloured else ""
                    rows.append({**row, "document": target, "marked": red})
    with (out / "truth.csv").open("w", encoding="utf-8", newline="") as listing:
        writer = csv.DictWriter(listing, list(truth[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} values")


def _make(kind: str, source: Path, target: Path, seed: int) -> bool:
    """Make one scan; whether it has colour."""
    if kind in OTHERS:
        (old_ocr if kind == "oldocr" else augraphy)(source, target, seed)
        return False
    scan(source, target, PAPER[kind], seed)
    return not PAPER[kind].grey


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scans")
    parser.add_argument("word", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS))
    options = parser.parse_args()
    write(options.word, options.out, options.kinds.split(","), options.seed)


if __name__ == "__main__":
    main()
