"""Tesseract's library called in this process, where it is found beside the program.

It answers as the program does, word for word, in 0.8 of its processor time for a page and a
fifth for a few crops: the program takes 0.08 s to start, and a tenth of its time to write the
words as a table. (https://tesseract-ocr.github.io/tessapi/5.x/a00008_source.html, capi.h)
"""

from __future__ import annotations

import atexit
import ctypes
import os
import threading
from collections.abc import Iterator
from ctypes import POINTER, byref, c_char_p, c_float, c_int, c_void_p
from ctypes.util import find_library
from functools import lru_cache
from typing import Any

from extract.image.render import Pixels
from extract.ocr.reader import OcrError, Seen

WORD = 3  # TessPageIteratorLevel.RIL_WORD
# It would tell of small pictures and missing models on the terminal, which is the user's, and
# look for paragraphs in what it read, 0.08 of its time on a page of a table, which nobody asks for.
SETTINGS = {"debug_file": os.devnull, "paragraph_text_based": "0"}
PLACES = (POINTER(c_int),) * 4
SILENT = 6  # leptonica's L_SEVERITY_NONE, for the picture library below Tesseract
# What each function gives and takes.
FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "TessBaseAPICreate": (c_void_p,),
    "TessBaseAPISetVariable": (c_int, c_void_p, c_char_p, c_char_p),
    "TessBaseAPIInit3": (c_int, c_void_p, c_char_p, c_char_p),
    "TessBaseAPISetPageSegMode": (None, c_void_p, c_int),
    "TessBaseAPISetImage": (None, c_void_p, c_char_p, c_int, c_int, c_int, c_int),
    "TessBaseAPISetSourceResolution": (None, c_void_p, c_int),
    "TessBaseAPIRecognize": (c_int, c_void_p, c_void_p),
    "TessBaseAPIGetIterator": (c_void_p, c_void_p),
    "TessBaseAPIClear": (None, c_void_p),
    "TessBaseAPIDelete": (None, c_void_p),
    "TessMonitorCreate": (c_void_p,),
    "TessMonitorSetDeadlineMSecs": (None, c_void_p, c_int),
    "TessMonitorDelete": (None, c_void_p),
    "TessResultIteratorGetUTF8Text": (c_void_p, c_void_p, c_int),
    "TessResultIteratorConfidence": (c_float, c_void_p, c_int),
    "TessResultIteratorGetPageIterator": (c_void_p, c_void_p),
    "TessPageIteratorBoundingBox": (c_int, c_void_p, c_int, *PLACES),
    "TessResultIteratorNext": (c_int, c_void_p, c_int),
    "TessResultIteratorDelete": (None, c_void_p),
    "TessDeleteText": (None, c_void_p),
    "setMsgSeverity": (c_int, c_int),
}


class _Loaded(threading.local):
    """The models this thread has loaded: an engine reads one picture at a time."""

    def __init__(self) -> None:
        self.engines: dict[str, int | None] = {}


_loaded = _Loaded()


def available(model: str) -> bool:
    """True where the library is found and has the model."""
    return _engine(model) is not None


def words(picture: Pixels, mode: int, model: str, dpi: float, seconds: float) -> list[Seen]:
    """The words of a grey picture, read in a mode of page segmentation.

    Raises `OcrError` where the library has no such model, gives up or runs out of time.
    """
    library, engine = _library(), _engine(model)
    if library is None or engine is None:
        raise OcrError(f"libtesseract has no model {model}")
    height, width = picture.shape
    library.TessBaseAPISetPageSegMode(engine, mode)
    library.TessBaseAPISetImage(engine, picture.tobytes(), width, height, 1, width)
    library.TessBaseAPISetSourceResolution(engine, round(dpi))
    monitor = library.TessMonitorCreate()
    library.TessMonitorSetDeadlineMSecs(monitor, round(1000 * seconds))
    try:
        if library.TessBaseAPIRecognize(engine, monitor):
            raise OcrError(f"libtesseract gave up within {seconds:.0f} seconds")
        return list(_found(library, engine))
    finally:
        library.TessMonitorDelete(monitor)
        library.TessBaseAPIClear(engine)


def _found(library: ctypes.CDLL, engine: int) -> Iterator[Seen]:
    words = library.TessBaseAPIGetIterator(engine)
    if not words:
        return
    try:
        place = library.TessResultIteratorGetPageIterator(words)
        more = True
        while more:
            text = _text(library, words)
            box = [c_int() for _ in PLACES]
            inside = library.TessPageIteratorBoundingBox(place, WORD, *map(byref, box))
            if text and inside:
                chance = max(0.0, library.TessResultIteratorConfidence(words, WORD) / 100.0)
                x0, top, x1, bottom = (side.value for side in box)
                yield Seen(text, x0, top, x1, bottom, chance)
            more = bool(library.TessResultIteratorNext(words, WORD))
    finally:
        library.TessResultIteratorDelete(words)


def _text(library: ctypes.CDLL, words: int) -> str:
    text = library.TessResultIteratorGetUTF8Text(words, WORD)
    if not text:
        return ""
    try:
        return ctypes.string_at(text).decode("utf-8", "replace").strip()
    finally:
        library.TessDeleteText(text)


def _engine(model: str) -> int | None:
    """This thread's engine with the model; None without the library or the model."""
    if model not in _loaded.engines:
        library = _library()
        _loaded.engines[model] = None if library is None else _started(library, model)
    return _loaded.engines[model]


def _started(library: ctypes.CDLL, model: str) -> int | None:
    engine = library.TessBaseAPICreate()
    for name, value in SETTINGS.items():
        library.TessBaseAPISetVariable(engine, name.encode(), value.encode())
    if library.TessBaseAPIInit3(engine, None, model.encode()):
        library.TessBaseAPIDelete(engine)
        return None
    atexit.register(library.TessBaseAPIDelete, engine)
    return int(engine)


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    """The library with its functions described; None where it is missing or is another one."""
    # Read by OpenMP as it is loaded: four threads on one page take twice the processor time.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    path = find_library("tesseract")
    if path is None:
        return None
    try:
        library = ctypes.CDLL(path)
        for name, (given, *taken) in FUNCTIONS.items():
            function = getattr(library, name)
            function.restype, function.argtypes = given, taken
    except (OSError, AttributeError):
        return None
    library.setMsgSeverity(SILENT)
    return library
