"""Every kind of note is a well-formed document that prints the figures of its truth."""

from __future__ import annotations

import html
import shutil
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pypdfium2
import pytest

from benchmarks import wordmade
from benchmarks.word.classes import CLASSES
from benchmarks.word.dice import Dice


def visible(text: str, engine: str) -> str:
    if engine == "libreoffice":
        text = "".join(ElementTree.fromstring(text).itertext())
    return html.unescape(text).replace("\N{SOFT HYPHEN}", "")


@pytest.mark.parametrize("engine", wordmade.ENGINES)
@pytest.mark.parametrize("name", CLASSES)
def test_truth_is_printed(name: str, engine: str) -> None:
    text, truth = wordmade.note(CLASSES[name], Dice(np.random.default_rng(4)), engine)
    printed = visible(text, engine)
    keys = {(row.municipality, row.measure, row.group, row.period) for row in truth}
    assert len(truth) >= len(keys) >= 12
    assert all(row.municipality in printed and row.raw in printed for row in truth)


def test_same_seed_same_document() -> None:
    first, again, other = (
        wordmade.note(CLASSES["everyone"], Dice(np.random.default_rng(seed))) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_sets_it(tmp_path: Path) -> None:
    wordmade.write(tmp_path, 3, ["footnoted"], 1)
    document = pypdfium2.PdfDocument(tmp_path / "docs" / "00-footnoted.pdf")
    try:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    rows = (tmp_path / "truth.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(rows) == 90
    assert all(row.split(",")[1] in text for row in rows)
