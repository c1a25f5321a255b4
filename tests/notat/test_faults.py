"""Nothing that a document can fail of stands in English on the Danish page."""

import ast
import re
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from pebble import ProcessExpired

from extract import errors
from extract.ocr.scans import NO_READER
from extract.pdf import document, second
from notat import worker
from notat.faults import in_danish

EXTRACT = Path(errors.__file__).parent
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
ENGLISH = re.compile(r"\b(?:the|this|is|it|and|of|read|or|file|page|took|has)\b", re.I)


def said() -> Iterator[str]:
    """Every text that code of `extract` gives one of its errors, with 7 for what is filled in."""
    for path in EXTRACT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KINDS:
                yield from (_text(argument) for argument in node.args)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else "7"


def test_whatever_a_file_is_refused_for_is_said_in_danish() -> None:
    refusals = {*said(), *(str(vars(errors)[kind]()) for kind in KINDS if kind != "annotations")}
    assert len(refusals) > 15
    assert [text for text in refusals if ENGLISH.search(in_danish(text))] == []


@pytest.mark.parametrize(
    "fault",
    [
        NO_READER,
        second.FAULT,
        f"{document._listed([3])} could not be read",
        f"{document._listed(list(range(1, 40)))} could not be read",
        "page 4: tesseract took more than 120 seconds; page 5: libtesseract has no model dan",
        "only the first 500 of 900 pages were read; the pages after page 3 could not be read",
    ],
)
def test_whatever_was_lost_is_said_in_danish(fault: str) -> None:
    assert not ENGLISH.search(in_danish(fault))


@pytest.mark.parametrize(
    "error",
    [TimeoutError(), MemoryError(), ProcessExpired(""), CancelledError(), ImportError(name="cv2")],
    ids=lambda error: type(error).__name__,
)
def test_whatever_stopped_a_worker_is_said_in_danish(error: BaseException) -> None:
    assert not ENGLISH.search(in_danish(worker._blame(error)))


def test_what_nobody_foresaw_stays_as_it_is() -> None:
    assert in_danish("a new fault; the file is empty") == "a new fault; filen er tom"
