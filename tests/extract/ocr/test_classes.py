"""A model cut down to some of its classes answers as the whole one does."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

from extract.ocr import rapid
from extract.ocr.classes import narrowed, note


@pytest.fixture(scope="module")
def model() -> bytes:
    path = rapid.model_path()
    if path is None:
        pytest.skip("no recogniser is installed")
    return path.read_bytes()


def _letters(model: bytes) -> list[str]:
    return ["", *note(model, "character").splitlines(), " "]


def _chances(model: bytes) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    line = np.random.default_rng(7).uniform(-1, 1, (2, 3, rapid.HEIGHT, 96)).astype(np.float32)
    return np.asarray(session.run(None, {session.get_inputs()[0].name: line})[0])


def test_what_is_left_has_the_chances_it_had_among_themselves(model: bytes) -> None:
    chosen = [0, 5, 3, 170, len(_letters(model)) - 1]
    whole = _chances(model)[:, :, chosen]
    cut = _chances(narrowed(model, len(_letters(model)), chosen))
    assert cut.shape[2] == len(chosen)
    assert np.allclose(cut, whole / whole.sum(axis=2, keepdims=True), atol=1e-4)


def test_the_reader_lost_the_eastern_classes_and_none_of_its_own(model: bytes) -> None:
    session, alphabet, kept = rapid._model()
    line = np.ones((1, 3, rapid.HEIGHT, 96), np.float32)
    width = session.run(None, {session.get_inputs()[0].name: line})[0].shape[2]
    assert kept.max() < width < 3000 < len(_letters(model))
    assert set(rapid.LETTERS) & set(_letters(model)) <= set(alphabet)


def test_the_metadata_is_read_as_onnxruntime_reads_it(model: bytes) -> None:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    assert note(model, "character") == session.get_modelmeta().custom_metadata_map["character"]
    with pytest.raises(ValueError, match="nothing of colour"):
        note(model, "colour")


def test_a_model_without_the_classes_is_refused(model: bytes) -> None:
    with pytest.raises(ValueError, match="no table of 12345 classes"):
        narrowed(model, 12345, [0])


@pytest.mark.parametrize("bytes_", [b"\x3a\xff\xff", b"\xff" * 20, b"\x3b\x01", b"%PDF-1.7"])
def test_what_is_no_model_is_refused(bytes_: bytes) -> None:
    with pytest.raises(ValueError, match="Protocol Buffers"):
        narrowed(bytes_, 5, [0])
