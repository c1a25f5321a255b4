"""Each reader alone, and what comes of it when its program misbehaves."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extract.image import flatten, runs
from extract.image.crops import SIDE, crop
from extract.image.render import Pixels
from extract.ocr import libtesseract, rapid, tesseract
from extract.ocr.reader import OcrError, Reader

Printed = Callable[..., Any]
Words = list[tuple[float, float, str]]
READERS: list[Reader] = [tesseract, rapid]
DPI = 200


def installed(reader: Reader) -> None:
    if not reader.available():
        pytest.skip(f"{reader.NAME} is not installed here")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.NAME)
def test_lines_come_back_in_the_order_given(printed: Printed, reader: Reader) -> None:
    installed(reader)
    texts = ["13,2%", "Ikke opfyldt", "7,9", "31,0 %", "Opfyldt", "29,98"]
    page = flatten.grey(printed([(30, 20 + 20 * n, text) for n, text in enumerate(texts)]))
    boxes = sorted(runs.find(page, DPI), key=lambda box: box[1])
    readings = reader.lines([crop(page, box) for box in boxes])
    assert [reading.text.replace(" ", "") for reading in readings] == [
        text.replace(" ", "") for text in texts
    ]
    assert all(reading.confidence > 0.5 for reading in readings)


def test_more_lines_than_a_sheet_holds(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tesseract)
    texts = [f"{n},{n}" for n in range(11, 18)]
    page = flatten.grey(printed([(30, 20 + 20 * n, text) for n, text in enumerate(texts)]))
    boxes = sorted(runs.find(page, DPI), key=lambda box: box[1])
    monkeypatch.setattr(tesseract, "ON_A_SHEET", 3)
    readings = tesseract.lines([crop(page, box) for box in boxes])
    assert [reading.text for reading in readings] == texts
    assert tesseract.lines([]) == []


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.NAME)
def test_words_have_their_places(printed: Printed, listed: Words, reader: Reader) -> None:
    installed(reader)
    found = reader.words(flatten.grey(printed(listed)), DPI)
    by_text = {seen.text: seen for seen in found}
    figure = by_text["25,6%"]
    assert figure.x0 * 72 / DPI == pytest.approx(300, abs=4)
    assert 44 < figure.top * 72 / DPI < 58
    assert by_text["Ikke"].x1 < by_text["opfyldt"].x0
    assert {"Esbjerg", "Vejle", "8,8%", "30,1%"} <= set(by_text)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.NAME)
def test_nothing_printed_nothing_read(printed: Printed, reader: Reader) -> None:
    installed(reader)
    blank = flatten.grey(printed([]))
    assert reader.words(blank, DPI) == []
    assert reader.lines([]) == []
    assert [reading.text for reading in reader.lines([blank[:40, :200]])] == [""]


def test_the_crop_reader_knows_no_other_letters_than_a_notat_needs(printed: Printed) -> None:
    installed(rapid)
    page = flatten.grey(printed([(30, 30, "Ærø æøå § 12,5 %")]))
    [reading] = rapid.lines([crop(page, box) for box in runs.find(page, DPI)])
    assert set(reading.text) <= set(rapid.LETTERS)
    assert "12,5" in reading.text


@pytest.mark.parametrize(
    ("does", "says"),
    [
        ("import time; time.sleep(30)", "took more than"),
        ("import sys; sys.exit(3)", "stopped with code 3"),
    ],
)
def test_a_program_that_hangs_or_falls_is_an_error_of_one_line(
    printed: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, says: str
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!{sys.executable}\n{does}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(tesseract, "_program", lambda: str(program))
    monkeypatch.setattr(tesseract, "SECONDS", 0.5)
    monkeypatch.setattr(libtesseract, "available", lambda _: False)
    with pytest.raises(OcrError, match=says):
        tesseract.words(flatten.grey(printed([])), DPI)


def test_what_tesseract_prints_besides_words_is_passed_over() -> None:
    table = "\n".join(
        [
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"
            "\tconf\ttext",
            "1\t1\t0\t0\t0\t0\t0\t0\t900\t700\t-1\t",
            "5\t1\t1\t1\t1\t1\t10\t20\t30\t8\t93.5\t9,1%",
            "5\t1\t1\t1\t1\t2\t50\t20\t30\t8\t-1\t ",
            "5\t1\t1\t1",
        ]
    )
    [seen] = tesseract.parsed(table)
    assert seen == ("9,1%", 10, 20, 40, 28, 0.935)


def test_without_the_program_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_program", lambda: None)
    for cached in (tesseract.language, tesseract.languages, tesseract.identity):
        cached.cache_clear()
    assert not tesseract.available()
    assert tesseract.identity() == "none"
    for cached in (tesseract.language, tesseract.languages, tesseract.identity):
        cached.cache_clear()


def test_nothing_is_told_to_the_maker_of_the_wheel(tmp_path: Path) -> None:
    """Its telemetry, on by default, leaves a mark of the machine in the user's folders."""
    installed(rapid)
    silent = ("CI", "ORT_DISABLE_TELEMETRY")  # either would keep it still without our doing
    surroundings = {name: value for name, value in os.environ.items() if name not in silent}
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"), str(tmp_path))
    read = "import numpy; from extract.ocr import rapid; rapid.lines([numpy.zeros((48, 96), 'u1')])"
    subprocess.run([sys.executable, "-c", read], env=surroundings | homes, check=True)
    assert list(tmp_path.rglob("*")) == []


def test_a_word_and_a_figure_with_white_between_them_are_two(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``Nej21,2`` took the white between two columns with it, and all rows with that."""
    page: Pixels = np.full((60, 200), 255, np.uint8)
    for x0 in (20, 30, 40, 65, 75, 85):  # three letters, a gap, three digits
        page[20:40, x0 : x0 + 6] = 0
    crop_wide = 71 + 2 * SIDE * 20
    marks = [
        rapid.Mark(text, 1.0, (x0 - 15) / crop_wide, (x0 - 7) / crop_wide)
        for text, x0 in zip("Nej217", (20, 30, 40, 65, 75, 85), strict=True)
    ]
    monkeypatch.setattr(rapid, "_marks", lambda crops: [marks for _ in crops])
    assert [word.text for word in rapid.words_in(page, [(20, 20, 91, 40)])] == ["Nej", "217"]
    page[20:40, 46:65] = 0
    assert [word.text for word in rapid.words_in(page, [(20, 20, 91, 40)])] == ["Nej217"]
