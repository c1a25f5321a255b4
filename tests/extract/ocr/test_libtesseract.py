"""The library reads as the program does, and fails as a reader may."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from extract.image import flatten
from extract.image.render import Pixels
from extract.ocr import libtesseract, tesseract
from extract.ocr.reader import OcrError

DPI = 200
Words = list[tuple[float, float, str]]


@pytest.fixture(scope="module")
def model() -> str:
    model = tesseract.language()
    if model is None or not libtesseract.available(model):
        pytest.skip("libtesseract is not found here")
    return model


@pytest.fixture
def page(printed: Callable[..., Any], listed: Words) -> Pixels:
    return flatten.grey(printed(listed))


def _all(page: Pixels, model: str) -> list[Any]:
    return libtesseract.words(page, tesseract.SPARSE, model, DPI, 60)


def test_library_and_program_read_alike(page: Pixels, model: str) -> None:
    told = tesseract.parsed(tesseract._run(page, tesseract.SPARSE, model, DPI))
    for one, other in zip(_all(page, model), told, strict=True):
        assert one[:5] == other[:5]
        assert one.confidence == pytest.approx(other.confidence, abs=1e-6)


def test_a_page_leaves_nothing_for_the_next(page: Pixels, model: str) -> None:
    first = _all(page, model)
    assert _all(np.full_like(page, 255), model) == []
    assert _all(page, model) == first != []


def test_two_threads_read_at_once(page: Pixels, model: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: _all(page, model), range(2))
    assert one == other == _all(page, model)


def test_out_of_time_is_an_error_of_one_line(page: Pixels, model: str) -> None:
    with pytest.raises(OcrError, match="gave up within"):
        libtesseract.words(page, tesseract.SPARSE, model, DPI, 0.001)
    assert _all(page, model)


def test_a_model_that_is_not_there(page: Pixels, capfd: pytest.CaptureFixture[str]) -> None:
    assert not libtesseract.available("klingon")
    with pytest.raises(OcrError, match="no model klingon"):
        _all(page, "klingon")
    assert capfd.readouterr().err == ""


def test_its_complaints_are_not_the_users(model: str, capfd: pytest.CaptureFixture[str]) -> None:
    dust = np.random.default_rng(20).random((200, 300)) < 0.2  # told of as a box outside the page
    _all(np.where(dust, 0, 255).astype(np.uint8), model)
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("model")
def test_without_the_library_the_program_reads(
    page: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_library = tesseract.words(page, DPI)
    monkeypatch.setattr(libtesseract, "available", lambda _: False)
    monkeypatch.setattr(libtesseract, "words", None)
    assert [one[:5] for one in tesseract.words(page, DPI)] == [one[:5] for one in by_library]
